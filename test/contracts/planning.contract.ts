/** The part of the store contract for planning: each reference once, refreshed, dropped and taken back. */
import { describe, expect, it } from 'vitest';
import { addDays } from '../../src/calendar/local-date.ts';
import { buildSchool, stamp } from '../support/store.ts';
import { DAY, outboxDesk } from './outbox-desk.ts';
import type { Opened } from './store.contract.ts';

export function planningContract(now: () => Opened): void {
  describe('planning', () => {
    const { outbox, nadia, sanne, reference, plan, keys, claim, settle, versionAtStart } = outboxDesk(now);
    it('stores each key once, with all that the reference says', async () => {
      const both = [reference('b', { subject: 'goal:2', step: 1 }), reference('a', { kind: 'maandoverzicht' })];
      expect(await plan(both)).toEqual({ added: 2 });
      expect(await plan(both)).toEqual({ added: 0 });
      const rows = await outbox().rows(nadia(), DAY);
      expect(rows).toEqual(both.map((one) => ({ ...one, id: expect.any(Number) })));
      expect(await outbox().rows(sanne(), DAY)).toEqual([]);
      expect(await outbox().counts()).toEqual({ planned: 2, sent: 0, lapsed: 0, failed: 0 });
    });

    it('refreshes what is still planned', async () => {
      await plan([reference('a')]);
      const refreshed = {
        receiver: sanne(),
        until: addDays(DAY, 9),
        nextDay: addDays(DAY, 1),
        answeredFrom: addDays(DAY, -1),
      };
      expect(await plan([reference('a', refreshed)])).toEqual({ added: 0 });
      expect(await outbox().rows(nadia(), addDays(DAY, 9))).toEqual([]);
      expect(await outbox().rows(sanne(), addDays(DAY, 1))).toMatchObject([refreshed]);
    });

    it('drops what is due on that day and not in the list, and takes it back when it is', async () => {
      const { school } = now();
      const other = await buildSchool(now(), { school: { school: 'De Wilg' }, staff: [] });
      await plan([
        reference('a'),
        reference('b'),
        reference('next week', { from: addDays(DAY, 7), until: addDays(DAY, 8) }),
      ]);
      await plan([reference('over', { from: addDays(DAY, -9), until: addDays(DAY, -1) })], addDays(DAY, -1));
      await outbox().plan(other.id, 1, DAY, [reference('other school', { schoolId: other.id })], [], []);
      await plan([reference('a')]);
      expect(await keys()).toEqual(['a', 'next week', 'other school', 'over']);
      expect(await outbox().counts()).toMatchObject({ planned: 4, lapsed: 1 });
      expect(school.id).not.toBe(other.id);
      await plan([reference('a'), reference('b')]);
      expect(await keys()).toEqual(['a', 'b', 'next week', 'other school', 'over']);
    });

    it('does not bring back what was sent, lapsed when it was looked at, or failed', async () => {
      const all = ['sent', 'lapsed', 'failed'].map((key) => reference(key));
      await plan(all);
      const [sent, lapsed, failed] = (await outbox().rows(nadia(), DAY)).map((row) => row.id) as [
        number,
        number,
        number,
      ];
      await settle(await claim(), {
        sent: [sent],
        lapsed: [lapsed],
        failed: [{ id: failed, reason: 'blocked' }],
        digest: true,
      });
      await plan(all);
      expect(await keys()).toEqual([]);
      expect(await outbox().counts()).toEqual({ planned: 0, sent: 1, lapsed: 1, failed: 1 });
    });

    it('marks the school as planned for that day and that version', async () => {
      const { store, school } = now();
      const other = await buildSchool(now(), { school: { school: 'De Wilg' }, staff: [] });
      expect(await outbox().schoolsToPlan(DAY)).toEqual([school.id, other.id]);
      await plan([]);
      expect(await outbox().schoolsToPlan(DAY)).toEqual([other.id]);
      expect(await outbox().schoolsToPlan(addDays(DAY, 1))).toEqual([school.id, other.id]);
      await store.people.reportAbsent(stamp(), nadia(), { from: DAY, until: null });
      expect(await outbox().schoolsToPlan(DAY)).toEqual([school.id, other.id]);
      await plan([], DAY, 0);
      expect(await outbox().schoolsToPlan(DAY)).toEqual([school.id, other.id]);
      await plan([], DAY, 1);
      expect(await outbox().schoolsToPlan(DAY)).toEqual([other.id]);
    });

    it('ignores a planning that is older than what another process planned', async () => {
      await plan([reference('new')], DAY, 2);
      expect(await plan([reference('old')], DAY, 1)).toEqual({ added: 0 });
      expect(await keys()).toEqual(['new']);
    });

    it('reads all that planning needs', async () => {
      const { store, school } = now();
      const state = (await outbox().schoolState(school.id))!;
      expect(state).toMatchObject({
        school: { name: 'De Regenbui' },
        createdOn: '2026-08-03',
        version: versionAtStart(),
      });
      expect(state.people.map(({ email }) => email)).toEqual(
        ['Marieke', 'Joost', 'Nadia', 'Nico', 'Sanne'].map((name) => school.email(name)),
      );
      expect(state.people[1]).toMatchObject({
        id: school.person('Joost'),
        digestTime: '08:00',
        employment: { schoolId: school.id, roles: ['ib'], workingDays: ['di', 'do'] },
        absences: [],
      });
      expect(state.teams).toEqual(await store.agenda.teams(school.id, DAY));
      expect(state.goals[0]).toEqual({
        id: school.goal('Meer leerlingen op 1S rekenen'),
        number: 1,
        title: 'Meer leerlingen op 1S rekenen',
        owner: { kind: 'team', teamId: school.team('Bovenbouw') },
        start: null,
        end: '2027-06-01',
        rhythm: 4,
        status: 'nog geen meting',
        createdOn: '2026-08-03',
      });
    });
  });
}
