/** The part of the store contract for what is too old: it goes once a day, and what stays can still be read. */
import { describe, expect, it } from 'vitest';
import { addDays, type LocalDate, localDate } from '../../src/calendar/local-date.ts';
import type { SchoolYear } from '../../src/calendar/school-days.ts';
import { localTime } from '../../src/calendar/zone.ts';
import { NOTHING_TO_TELL } from '../../src/delivery/announcement.ts';
import type { CheckInId } from '../../src/goals/goal.ts';
import type { RetentionCounts } from '../../src/privacy/retention.store.ts';
import { boundsOn, USUAL_TERMS } from '../../src/privacy/retention.ts';
import { stamp } from '../support/store.ts';
import type { Opened } from './store.contract.ts';

const TODAY = localDate('2031-10-15');
const NOTHING: RetentionCounts = { pop: 0, absence: 0, minutes: 0, updates: 0, audit: 0, messages: 0 };
const BOUNDS = boundsOn(USUAL_TERMS, TODAY);

export function retentionContract(now: () => Opened): void {
  const person = (name: string) => now().school.person(name);
  const team = () => now().school.team('Bovenbouw');
  const goal = () => now().school.goal('Elke week rijke teksten');
  /** Nico, at noon of that day. */
  const on = (day: LocalDate, once: string | null = null) => stamp(person('Nico'), `${day}T10:00:00Z`, once);
  const carryOut = (today = TODAY) => now().store.retention.carryOut(today);
  /** Of what happened then only the record that is meant counts. */
  const kindOf = async (kind: keyof RetentionCounts) => (await carryOut())?.[kind];

  const update = (day: LocalDate, replaces: CheckInId | null = null) =>
    now().store.goals.checkIn(on(day), {
      goalId: goal(),
      date: day,
      status: 'op koers',
      value: 12,
      sentence: 'Groep 6 leest',
      success: false,
      replaces,
    });
  const anAction = (day: LocalDate) =>
    now().store.actions.add(
      on(day),
      {
        schoolId: now().school.id,
        what: 'Toets klaarzetten',
        ownerId: person('Nico'),
        due: addDays(day, 7),
        teamId: team(),
        goalId: null,
        meetingId: null,
        agreed: false,
        offeredToId: null,
        offeredOn: null,
      },
      NOTHING_TO_TELL,
    );
  const held = async (day: LocalDate) => {
    const seen = { teamId: team(), date: day, time: localTime('15:00'), duration: 60, version: null };
    const lists = { actions: [], advice: null, checkIns: [], dealtWith: [], carried: [] };
    const said = { text: 'Fijn gewerkt', shared: 'Graag tijd', decisions: ['We gaan door'], ...lists };
    return (await now().store.minutes.save(on(day), seen, said, () => NOTHING_TO_TELL)).id;
  };
  const steps = async (year: string) => {
    const people = await now().store.pop.people(now().school.id, year as SchoolYear, TODAY);
    return people.filter(({ pop }) => pop.readyOn !== null).map(({ name }) => name);
  };

  describe('retention', () => {
    it('finds nothing in a new school, and is carried out once a day', async () => {
      // The import that made it was long ago, too.
      expect(await carryOut(addDays(TODAY, -1))).toEqual({ ...NOTHING, audit: expect.any(Number) });
      expect(await carryOut()).toEqual(NOTHING);
      expect(await carryOut()).toBeNull();
      expect(await carryOut(addDays(TODAY, -1))).toBeNull();
      expect(await carryOut(addDays(TODAY, 1))).toEqual(NOTHING);
    });

    it('keeps the terms that were set, from the next time on', async () => {
      const { retention } = now().store;
      expect(await retention.terms()).toEqual(USUAL_TERMS);
      const terms = { ...USUAL_TERMS, updates: 6 };
      await retention.setTerms(on(TODAY), terms);
      expect(await retention.terms()).toEqual(terms);
      const day = addDays(BOUNDS.updates, -1);
      await update(day);
      expect(await carryOut()).toMatchObject({ updates: 0 });
      await retention.setTerms(on(TODAY), USUAL_TERMS);
      expect(await carryOut(addDays(TODAY, 1))).toMatchObject({ updates: 1 });
    });

    it('takes POP steps a year after their school year, with their talks', async () => {
      const { store, school } = now();
      const sanne = person('Sanne');
      const [member] = (await store.school.staff(school.id, TODAY)).filter(({ id }) => id === sanne);
      await store.school.changeStaff(on(TODAY), school.id, sanne, member!, { ...member!, pop: true });
      for (const year of ['2029-2030', '2030-2031', '2031-2032'] as SchoolYear[]) {
        const key = { personId: sanne, schoolId: school.id, year };
        await store.pop.setReady(on(TODAY), key, TODAY);
        const moment = { day: TODAY, time: null };
        await store.pop.planTalk(on(TODAY), key, 'gesprek', 0, moment, () => NOTHING_TO_TELL);
      }
      expect(await kindOf('pop')).toBe(1);
      expect(await Promise.all(['2029-2030', '2030-2031', '2031-2032'].map(steps))).toEqual([[], ['Sanne'], ['Sanne']]);
      expect(await carryOut(localDate('2032-07-31'))).toMatchObject({ pop: 0 });
      expect(await carryOut(localDate('2032-08-01'))).toMatchObject({ pop: 1 });
    });

    it('takes absence after its school year, when the overview on return has gone out', async () => {
      const { people } = now().store;
      const away = (from: string, until: string | null) =>
        people.reportAbsent(on(TODAY), person('Sanne'), {
          from: localDate(from),
          until: until === null ? null : localDate(until),
        });
      await away('2031-01-12', '2031-01-16');
      await away('2031-07-20', '2031-07-31');
      await away('2031-09-01', '2031-09-05');
      await away('2031-09-20', null);
      const firstDays = async () =>
        (await people.absences(person('Sanne'), localDate('2000-01-01'))).map(({ from }) => from);
      expect(await carryOut(localDate('2031-07-31'))).toMatchObject({ absence: 0 });
      expect(await carryOut(localDate('2031-08-01'))).toMatchObject({ absence: 1 });
      expect(await carryOut(TODAY)).toMatchObject({ absence: 0 });
      expect(await carryOut(localDate('2031-10-31'))).toMatchObject({ absence: 1 });
      expect(await firstDays()).toEqual(['2031-09-01', '2031-09-20']);
    });

    it('takes minutes, decisions and the reason of a cancelled meeting; the meeting stays', async () => {
      const { store } = now();
      const [old, young] = [await held(addDays(BOUNDS.minutes, -1)), await held(BOUNDS.minutes)];
      const at = { time: localTime('15:00'), duration: 60, version: null };
      const cancelled = addDays(BOUNDS.minutes, -8);
      const seen = { teamId: team(), date: cancelled, ...at };
      await store.agenda.cancel(on(cancelled), seen, 'Nico is ziek', NOTHING_TO_TELL);
      expect(await kindOf('minutes')).toBe(3);
      expect(await store.agenda.meetings(team())).toContainEqual(
        expect.objectContaining({ date: cancelled, state: 'vervallen', reason: '' }),
      );
      expect(await store.minutes.of(old)).toMatchObject({ meeting: { state: 'gehouden' }, entries: [], decisions: [] });
      expect(await store.minutes.of(young)).toMatchObject({
        entries: [{ text: 'Fijn gewerkt', byName: 'Nico' }],
        decisions: [{ text: 'We gaan door' }],
      });
      expect(await store.minutes.decisions(team(), 9)).toHaveLength(1);
    });

    it('takes agenda items that are over, never one that waits', async () => {
      const { store, school } = now();
      const add = async (day: LocalDate, isOver: boolean) => {
        const item = {
          schoolId: school.id,
          teamId: team(),
          kind: 'overig',
          text: 'x',
          minutes: null,
          link: '',
        } as const;
        const { id } = await store.agenda.addItem(on(day), item);
        if (isOver) await store.agenda.withdrawItem(on(day), id);
        return id;
      };
      const day = addDays(BOUNDS.minutes, -1);
      const [over, waits, young] = [await add(day, true), await add(day, false), await add(BOUNDS.minutes, true)];
      expect(await kindOf('minutes')).toBe(1);
      const there = await Promise.all([over, waits, young].map((id) => store.agenda.item(id)));
      expect(there.map((item) => item !== null)).toEqual([false, true, true]);
    });

    it('takes advice that was settled and on which nothing happened since', async () => {
      const { store, school } = now();
      const write = (day: LocalDate) =>
        store.advice.add(on(day), {
          schoolId: school.id,
          teamId: team(),
          meetingId: null,
          text: 'Graag tijd',
          reasons: '',
          state: 'ingediend',
          sentOn: day,
          mtTeamId: null,
        });
      const day = addDays(BOUNDS.minutes, -1);
      const settled = await write(day);
      await store.advice.withdraw(on(day), settled.id, settled.version);
      const waits = await write(day);
      const lately = await write(day);
      await store.advice.withdraw(on(BOUNDS.minutes), lately.id, lately.version);
      expect(await kindOf('minutes')).toBe(1);
      expect((await store.advice.list({ schoolIds: [school.id] })).map(({ id }) => id)).toEqual([lately.id, waits.id]);
      expect((await write(TODAY)).number).toBe(lately.number + 1);
    });

    it('takes updates of goals; the newest stays without sentence and name, with its status and value', async () => {
      const { goals } = now().store;
      const day = addDays(BOUNDS.updates, -1);
      await update(addDays(day, -9));
      const wrong = await update(addDays(day, -2));
      await update(day, wrong.id);
      expect(await carryOut()).toMatchObject({ updates: 3 });
      expect(await goals.checkIns(goal())).toMatchObject([{ date: day, value: 12, sentence: '', byName: '' }]);
      expect(await goals.line(goal())).toMatchObject({ status: 'op koers', now: 12, last: { sentence: '' } });
      expect(await carryOut(addDays(TODAY, 1))).toEqual(NOTHING);
    });

    it('keeps how a goal went before a long silence, for the summary and for who takes the new update back', async () => {
      const { goals, summary } = now().store;
      await update(addDays(BOUNDS.updates, -30));
      await update(addDays(BOUNDS.updates, -20));
      const late = await update(addDays(TODAY, -5));
      const lastMonth = () => summary.statusesOn(now().school.id, null, addDays(TODAY, -30));
      const before = await lastMonth();
      expect(before).toMatchObject({ 'op koers': 1 });
      expect(await carryOut()).toMatchObject({ updates: 2 });
      expect(await lastMonth()).toEqual(before);
      await goals.withdrawCheckIn(on(TODAY), late.id);
      expect(await goals.line(goal())).toMatchObject({
        status: 'op koers',
        last: { date: addDays(BOUNDS.updates, -20) },
      });
    });

    it('leaves younger updates as they are, also of one that replaced an old one', async () => {
      const { goals } = now().store;
      const old = await update(addDays(BOUNDS.updates, -1));
      await update(BOUNDS.updates, old.id);
      expect(await carryOut()).toMatchObject({ updates: 1 });
      const [kept, ...others] = await goals.checkIns(goal());
      expect(others).toEqual([]);
      expect(kept).toMatchObject({ date: BOUNDS.updates, sentence: 'Groep 6 leest', byName: 'Nico' });
      await goals.withdrawCheckIn(on(TODAY), kept!.id);
      expect(await goals.checkIns(goal())).toEqual([]);
    });

    it('takes reasons and names out of the history of goals and actions; what happened stays', async () => {
      const { goals, actions } = now().store;
      const day = addDays(BOUNDS.updates, -1);
      const { id, version } = await anAction(day);
      await actions.reassign(on(day), id, version, person('Sanne'), 'Nico is druk');
      await goals.setStatus(on(day), goal(), 'gepauzeerd', 'Nadia is ziek');
      await goals.setStatus(on(TODAY), goal(), 'verder', 'We gaan verder');
      expect(await kindOf('updates')).toBe(3);
      const somebody = 'een collega';
      expect(await goals.events(goal())).toMatchObject([
        { to: 'nog geen meting', byName: 'Nico', reason: 'We gaan verder' },
        { what: 'status', to: 'gepauzeerd', byName: somebody, reason: '' },
        { what: 'gemaakt', byName: '' },
      ]);
      expect(await actions.events(id)).toMatchObject([
        { what: 'overgedragen', byName: somebody, fromName: somebody, toName: somebody, reason: '' },
        { what: 'gemaakt', byName: somebody, toName: somebody },
      ]);
      expect(await actions.line(id)).toMatchObject({ ownerName: 'Sanne', state: 'open' });
      await expect(actions.stop(on(TODAY), id, '').then(() => 'stopped')).resolves.toBe('stopped');
      expect(await carryOut(addDays(TODAY, 1))).toEqual(NOTHING);
    });

    it('keeps what people changed in chat from a later import, however long ago it was', async () => {
      const { goals, teams, school, agenda, import: port } = now().store;
      const day = localDate('2026-10-01');
      const { id: _, ...fields } = (await goals.line(goal()))!;
      await goals.change(on(day), goal(), fields.version, { ...fields, theme: 'Lezen' });
      await teams.change(on(day), team(), 1, { ...(await agenda.team(team()))!, time: localTime('14:00') });
      await school.setPopConsent(on(day), now().school.id, day);
      const before = { changes: await port.chatChanges(), columns: await port.chatColumns() };
      expect([before.changes.length, before.columns.length]).toEqual([1, 2]);
      expect((await carryOut())!.audit).toBeGreaterThan(0);
      expect({ changes: await port.chatChanges(), columns: await port.chatColumns() }).toEqual(before);
    });

    it('takes the audit and the keys of controls', async () => {
      const { store } = now();
      await carryOut(addDays(TODAY, -1));
      await store.audit(on(addDays(BOUNDS.audit, -1), 'old key'));
      expect(await store.latestRecord()).not.toBeNull();
      expect(await store.done('old key')).toBe('');
      expect(await carryOut()).toMatchObject({ audit: 1, messages: 1 });
      expect(await store.latestRecord()).toBeNull();
      expect(await store.done('old key')).toBeNull();
      await store.audit(on(BOUNDS.messages, 'young key'));
      expect(await carryOut(addDays(TODAY, 1))).toMatchObject({ audit: 0, messages: 1 });
    });

    it('nobody takes the place of whoever it was: they are in no list', async () => {
      const { store, school } = now();
      await store.goals.setStatus(on(addDays(BOUNDS.updates, -1)), goal(), 'gepauzeerd', '');
      await carryOut();
      expect((await store.people.colleagues(school.id, TODAY)).map(({ name }) => name)).not.toContain('een collega');
      expect(await store.people.actorByEmail('collega@gewist.invalid', TODAY)).toMatchObject({ employments: [] });
      expect(await store.retention.gone(TODAY)).toEqual([]);
    });

    it('names who left every school before a day', async () => {
      const { store, school } = now();
      await store.school.endService(on(TODAY), school.id, person('Sanne'), localDate('2029-10-14'));
      await store.school.endService(on(TODAY), school.id, person('Nadia'), localDate('2029-10-15'));
      const gone = await store.retention.gone(localDate('2029-10-15'));
      expect(gone).toEqual([{ id: person('Sanne'), name: 'Sanne', email: 'sanne@example.org' }]);
    });

    it('knows no backup before the first', async () => {
      expect(await now().store.retention.lastBackup()).toBeNull();
    });
  });
}
