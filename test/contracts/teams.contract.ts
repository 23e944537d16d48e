/** The part of the store contract for leerteams: who is in them, when they meet, and their history. */
import { describe, expect, it } from 'vitest';
import { Stale } from '../../src/bot/errors.ts';
import { localDate } from '../../src/calendar/local-date.ts';
import { localTime } from '../../src/calendar/zone.ts';
import type { TeamFields } from '../../src/teams/teams.store.ts';
import { stamp } from '../support/store.ts';
import type { Opened } from './store.contract.ts';

const TODAY = localDate('2026-11-24');
const AT = '2026-11-24T09:00:00Z';

export function teamsContract(now: () => Opened): void {
  const id = () => now().school.team('Bovenbouw');
  const by = () => stamp(now().school.person('Nadia'), AT);
  const team = async () => (await now().store.agenda.team(id()))!;
  const version = async () => (await now().store.outbox.schoolState(now().school.id))!.version;
  const fields = async (): Promise<TeamFields> => {
    const { name, kind, chairId, deputyId, day, time, duration, rhythm, firstDate, method } = await team();
    return { name, kind, chairId, deputyId, day, time, duration, rhythm, firstDate, method };
  };

  describe('a leerteam', () => {
    it('is added with its fields, from a day on; the name is of one team, also in other capitals', async () => {
      const { store, school } = now();
      const before = await version();
      const made = (await store.teams.add(by(), school.id, { ...(await fields()), name: 'Taal' }, TODAY))!;
      expect(made).toMatchObject({
        ...(await fields()),
        name: 'Taal',
        from: TODAY,
        until: null,
        version: 1,
        phase: '',
      });
      expect(await version()).toBe(before + 1);
      expect(await store.teams.add(by(), school.id, { ...(await fields()), name: 'TAAL' }, TODAY)).toBeNull();
      expect((await store.agenda.teams(school.id, TODAY)).map(({ name }) => name)).toEqual(['Bovenbouw', 'Taal']);
      expect(await store.teams.events(made.id)).toMatchObject([{ what: 'gemaakt', to: 'Taal', byName: 'Nadia' }]);
    });

    it('is changed once per version, and keeps the phase of its method', async () => {
      const { store } = now();
      await store.teams.change(by(), id(), 1, { ...(await fields()), method: 'lesson study' });
      await store.teams.setPhase(by(), id(), 'ontwerp');
      const changed = (await store.teams.change(by(), id(), 3, { ...(await fields()), kind: 'PLG' }))!;
      expect(changed.team).toMatchObject({ kind: 'PLG', phase: 'ontwerp', version: 4, rhythmSince: null });
      await expect(store.teams.change(by(), id(), 3, await fields())).rejects.toThrow(Stale);
      const other = await store.teams.change(by(), id(), 4, { ...(await fields()), method: 'datateam' });
      expect(other!.team.phase).toBe('');
      expect((await store.teams.events(id())).map(({ what, from, to }) => [what, from, to])).toEqual([
        ['methode', 'vrij', 'lesson study'],
        ['fase', '', 'ontwerp'],
        ['soort', 'leerteam', 'PLG'],
        ['methode', 'lesson study', 'datateam'],
      ]);
    });

    it('that will meet at another time stores the meetings until now, once', async () => {
      const { store } = now();
      await store.teams.change(by(), id(), 1, { ...(await fields()), time: localTime('16:00') });
      const stored = await store.agenda.meetings(id());
      expect(stored[0]!.date < '2026-09-15').toBe(true);
      expect(stored.at(-1)).toMatchObject({ date: '2026-11-19', time: '15:00', duration: 60, state: 'gepland' });
      // A closed day had no meeting to keep.
      expect(stored.map(({ date }) => date)).not.toContain('2026-10-22');
      expect((await team()).rhythmSince).toBe(TODAY);
      await store.teams.change(by(), id(), 2, { ...(await fields()), day: 'ma' });
      expect(await store.agenda.meetings(id())).toEqual(stored);
    });

    it('ends and goes on, is tied to a channel and untied', async () => {
      const { store, school } = now();
      const before = await version();
      expect((await store.teams.end(by(), id(), TODAY)).until).toBe(TODAY);
      expect((await store.teams.link(by(), id(), 'C1')).channel).toBe('C1');
      expect((await store.teams.teamOfChannel('C1', TODAY))?.id).toBe(id());
      expect(await store.teams.teamOfChannel('C1', localDate('2026-11-25'))).toBeNull();
      expect(await store.teams.teamOfChannel('C2', TODAY)).toBeNull();
      expect((await store.teams.end(by(), id(), null)).until).toBeNull();
      await store.teams.link(by(), id(), '');
      expect(await store.teams.teamOfChannel('C1', TODAY)).toBeNull();
      expect(await version()).toBe(before + 4);
      expect(await store.agenda.teams(school.id, localDate('2027-01-01'))).toHaveLength(1);
    });
  });

  describe('members of a leerteam', () => {
    const times = async (from = '2020-01-01') =>
      (await now().store.teams.memberships(id(), localDate(from))).map(({ name, from: first, until }) => [
        name,
        first,
        until,
      ]);

    it('come and go, and their time is kept', async () => {
      const { store, school } = now();
      const sanne = school.person('Sanne');
      const before = await version();
      expect(await store.teams.addMember(by(), id(), sanne, TODAY)).toBe(false);
      expect(await store.teams.removeMember(by(), id(), sanne, TODAY)).toBe(true);
      expect(await store.teams.removeMember(by(), id(), sanne, TODAY)).toBe(false);
      expect(await store.teams.addMember(by(), id(), sanne, localDate('2027-01-11'))).toBe(true);
      expect(await version()).toBe(before + 2);
      expect(await times()).toEqual([
        ['Nadia', null, null],
        ['Nico', null, null],
        ['Sanne', null, '2026-11-24'],
        ['Sanne', '2027-01-11', null],
      ]);
      expect(await times('2026-12-01')).toHaveLength(3);
      expect((await store.teams.events(id())).map(({ what, from, to }) => [what, from, to])).toEqual([
        ['lid eraf', 'Sanne', '2026-11-24'],
        ['lid erbij', '2027-01-11', 'Sanne'],
      ]);
    });

    it('who were to come or to go do as was said last', async () => {
      const { store, school } = now();
      const [sanne, joost] = [school.person('Sanne'), school.person('Joost')];
      await store.teams.removeMember(by(), id(), sanne, localDate('2026-12-18'));
      await store.teams.addMember(by(), id(), sanne, TODAY);
      await store.teams.addMember(by(), id(), joost, localDate('2027-01-11'));
      await store.teams.addMember(by(), id(), joost, localDate('2026-12-01'));
      expect((await times()).filter(([name]) => name !== 'Nadia' && name !== 'Nico')).toEqual([
        ['Joost', '2026-12-01', null],
        ['Sanne', null, null],
      ]);
      await store.teams.removeMember(by(), id(), joost, TODAY);
      expect((await times()).map(([name]) => name)).not.toContain('Joost');
    });
  });
}
