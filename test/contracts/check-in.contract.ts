/** The part of the store contract for check-ins: appended, replaced, withdrawn, and what they do to the goal. */
import { describe, expect, it } from 'vitest';
import { Stale } from '../../src/bot/errors.ts';
import { localDate } from '../../src/calendar/local-date.ts';
import type { CheckInId, CheckInStatus, GoalFields } from '../../src/goals/goal.ts';
import type { NewCheckIn } from '../../src/goals/goals.store.ts';
import type { TeamId } from '../../src/people/person.ts';
import { buildSchool, stamp } from '../support/store.ts';
import type { Opened } from './store.contract.ts';

export function checkInContract(now: () => Opened): void {
  const goalId = () => now().school.goal('Meer leerlingen op 1S rekenen');
  const day = (number: number) => localDate(`2026-09-${String(number).padStart(2, '0')}`);
  const at = (number: number) => stamp(now().school.person('Nadia'), `${day(number)}T10:00:00Z`);

  const checkIn = (number: number, status: CheckInStatus, change: Partial<NewCheckIn> = {}) =>
    now().store.goals.checkIn(at(number), {
      goalId: goalId(),
      date: day(number),
      status,
      value: null,
      sentence: '',
      success: false,
      replaces: null,
      ...change,
    });
  const line = async () => (await now().store.goals.line(goalId()))!;
  const withdraw = (number: number, id: CheckInId) => now().store.goals.withdrawCheckIn(at(number), id);
  const current = async () => (await now().store.goals.checkIns(goalId())).map((one) => one.id);

  describe('a check-in', () => {
    it('is stored and gives the goal its status', async () => {
      const said = { value: 22.5, sentence: 'Het "lukt" 🎉', success: true };
      const stored = await checkIn(1, 'op koers', said);
      expect(stored).toEqual({
        id: expect.any(Number),
        goalId: goalId(),
        date: '2026-09-01',
        at: new Date('2026-09-01T10:00:00Z'),
        byId: now().school.person('Nadia'),
        byName: 'Nadia',
        status: 'op koers',
        ...said,
      });
      expect(await now().store.goals.checkIns(goalId())).toEqual([stored]);
      expect(await line()).toMatchObject({ status: 'op koers', last: stored, trend: [22.5], now: 22.5 });
      await checkIn(8, 'loopt achter');
      expect(await line()).toMatchObject({ status: 'loopt achter', trend: [22.5], now: 22.5, version: 1 });
      expect((await line()).last).toMatchObject({ date: '2026-09-08', value: null });
    });

    it('gives a trend of the newest twelve values, oldest first', async () => {
      for (let number = 1; number <= 15; number++) {
        await checkIn(number, 'op koers', { value: number === 14 ? null : number });
      }
      expect((await line()).trend).toEqual([2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 15].slice(1));
      expect((await line()).now).toBe(15);
      await checkIn(16, 'op koers');
      expect((await line()).now).toBe(15);
    });

    it('orders those of one day as they came', async () => {
      const first = await checkIn(1, 'op koers');
      const second = await checkIn(1, 'loopt achter');
      expect(await current()).toEqual([second.id, first.id]);
      expect((await line()).status).toBe('loopt achter');
    });

    it('tells whether there was one since a day', async () => {
      const { id } = await checkIn(8, 'op koers');
      const since = (number: number) => now().store.goals.hasCheckInSince(goalId(), day(number));
      expect(await since(7)).toBe(true);
      expect(await since(8)).toBe(true);
      expect(await since(9)).toBe(false);
      await withdraw(8, id);
      expect(await since(8)).toBe(false);
    });

    it.each(['gepauzeerd', 'behaald', 'gestopt', 'concept'] as const)(
      'is refused when the goal is %s',
      async (status) => {
        const { store } = now();
        const school = await buildSchool(now(), {
          school: { school: 'De Wilg' },
          staff: [],
          goals: [{ title: 'Doel', status }],
        });
        const id = school.goal('Doel');
        await expect(checkIn(1, 'op koers', { goalId: id })).rejects.toThrow(Stale);
        expect(await store.goals.checkIns(id)).toEqual([]);
        expect((await store.goals.line(id))!.status).toBe(status);
      },
    );
  });

  describe('a replacement', () => {
    it('takes the place of the first one and keeps its order', async () => {
      const first = await checkIn(1, 'op koers', { value: 10 });
      const second = await checkIn(1, 'aandacht nodig', { value: 20 });
      const better = await checkIn(1, 'op koers', { value: 11, sentence: 'Met een zin', replaces: first.id });
      expect(await current()).toEqual([second.id, better.id]);
      expect(await line()).toMatchObject({ status: 'aandacht nodig', trend: [11, 20], now: 20 });

      const best = await checkIn(1, 'op koers', { value: 12, replaces: better.id });
      expect(await current()).toEqual([second.id, best.id]);
      const newest = await checkIn(1, 'loopt achter', { value: 21, replaces: second.id });
      expect(await current()).toEqual([newest.id, best.id]);
      expect(await line()).toMatchObject({ status: 'loopt achter', trend: [12, 21], last: newest });
    });

    it('is refused when what it replaces is not current, or of another goal', async () => {
      const first = await checkIn(1, 'op koers');
      const second = await checkIn(1, 'op koers', { replaces: first.id });
      await expect(checkIn(2, 'op koers', { replaces: first.id })).rejects.toThrow(Stale);
      const other = now().school.goal('Elke week rijke teksten');
      await expect(checkIn(2, 'op koers', { goalId: other, replaces: second.id })).rejects.toThrow(Stale);
      await withdraw(2, second.id);
      await expect(checkIn(2, 'op koers', { replaces: second.id })).rejects.toThrow(Stale);
    });
  });

  describe('a withdrawal', () => {
    it('gives the goal the status, last update and value from before', async () => {
      const first = await checkIn(1, 'aandacht nodig', { value: 10 });
      const second = await checkIn(8, 'op koers', { value: 20 });
      expect(await withdraw(8, second.id)).toMatchObject({ id: goalId(), status: 'aandacht nodig' });
      expect(await line()).toMatchObject({ status: 'aandacht nodig', last: first, trend: [10], now: 10 });
      expect(await withdraw(8, first.id)).toMatchObject({ status: 'nog geen meting' });
      expect(await line()).toMatchObject({ status: 'nog geen meting', last: null, trend: [], now: null });
      expect(await current()).toEqual([]);
    });

    it('gives null when it is not the newest current one', async () => {
      const first = await checkIn(1, 'aandacht nodig');
      const second = await checkIn(8, 'op koers');
      expect(await withdraw(8, first.id)).toBeNull();
      expect(await withdraw(8, 999 as CheckInId)).toBeNull();
      await withdraw(8, second.id);
      expect(await withdraw(8, second.id)).toBeNull();
      expect(await current()).toEqual([first.id]);
    });

    it('of a replacement withdraws the whole update', async () => {
      const first = await checkIn(1, 'op koers');
      const second = await checkIn(1, 'op koers', { sentence: 'Met een zin', replaces: first.id });
      expect(await withdraw(1, second.id)).toMatchObject({ status: 'nog geen meting' });
      expect(await current()).toEqual([]);
    });

    it('gives back a status that an import had set', async () => {
      const { store } = now();
      const goals = [{ title: 'Doel', status: 'loopt achter' as const }];
      const school = await buildSchool(now(), { school: { school: 'De Wilg' }, staff: [], goals });
      const stored = await checkIn(1, 'op koers', { goalId: school.goal('Doel') });
      expect(await withdraw(2, stored.id)).toMatchObject({ status: 'loopt achter' });
      expect((await store.goals.line(school.goal('Doel')))!.status).toBe('loopt achter');
    });

    it('leaves a goal that is paused since as it is, and resuming gives the one before', async () => {
      const { store } = now();
      await checkIn(1, 'aandacht nodig');
      const second = await checkIn(2, 'op koers');
      await store.goals.setStatus(at(3), goalId(), 'gepauzeerd', '');
      expect(await withdraw(4, second.id)).toMatchObject({ status: 'gepauzeerd' });
      expect((await store.goals.setStatus(at(5), goalId(), 'verder', '')).status).toBe('aandacht nodig');
    });

    it('and a resumption know the order of what happened at one instant', async () => {
      const { store, school } = now();
      const { id: ofGoal } = await store.goals.add(at(1), school.id, (await line()) as GoalFields, 'nog geen meting');
      await checkIn(1, 'loopt achter', { goalId: ofGoal });
      const second = await checkIn(1, 'op koers', { goalId: ofGoal });
      expect(await withdraw(1, second.id)).toMatchObject({ status: 'loopt achter' });
      await store.goals.setStatus(at(1), ofGoal, 'gepauzeerd', '');
      expect((await store.goals.setStatus(at(1), ofGoal, 'verder', '')).status).toBe('loopt achter');
    });

    it('of what came after a pause gives the status before the pause', async () => {
      const { store } = now();
      await checkIn(1, 'loopt achter');
      await store.goals.setStatus(at(2), goalId(), 'gepauzeerd', '');
      expect((await store.goals.setStatus(at(3), goalId(), 'verder', '')).status).toBe('loopt achter');
      const after = await checkIn(4, 'op koers');
      expect(await withdraw(4, after.id)).toMatchObject({ status: 'loopt achter' });
    });
  });

  describe('a withdrawal of the check-in from which a resumed goal had its status', () => {
    const resume = async (goal = goalId()) => {
      await now().store.goals.setStatus(at(2), goal, 'gepauzeerd', '');
      await now().store.goals.setStatus(at(3), goal, 'verder', '');
    };

    it('leaves no status behind', async () => {
      const only = await checkIn(1, 'op koers');
      await resume();
      expect(await line()).toMatchObject({ status: 'op koers' });
      expect(await withdraw(4, only.id)).toMatchObject({ status: 'nog geen meting' });
    });

    it('gives the status of the check-in before it', async () => {
      await checkIn(1, 'loopt achter');
      const second = await checkIn(1, 'op koers');
      await resume();
      expect(await withdraw(4, second.id)).toMatchObject({ status: 'loopt achter' });
    });

    it('gives the status that an import had set before the pause', async () => {
      const goals = [{ title: 'Doel', status: 'loopt achter' as const }];
      const school = await buildSchool(now(), { school: { school: 'De Wilg' }, staff: [], goals });
      const only = await checkIn(1, 'op koers', { goalId: school.goal('Doel') });
      await resume(school.goal('Doel'));
      expect(await withdraw(4, only.id)).toMatchObject({ status: 'loopt achter' });
    });
  });

  describe('a point about a goal on an agenda', () => {
    const makePoint = async (teamId: TeamId | null = now().school.team('Bovenbouw')) => {
      const { store, school } = now();
      await store.outbox.plan(
        school.id,
        1,
        day(1),
        [],
        [
          {
            key: `point:${goalId()}`,
            schoolId: school.id,
            teamId,
            cause: 'doel zonder update',
            goalId: goalId(),
            madeOn: day(1),
            unlessUpdatedSince: day(1),
          },
        ],
        [],
      );
    };
    const points = () => now().store.agenda.openItems(now().school.id, now().school.team('Bovenbouw'));

    it('waits for its team, or without a team for the school', async () => {
      await makePoint();
      expect(await points()).toMatchObject([
        {
          schoolId: now().school.id,
          teamId: now().school.team('Bovenbouw'),
          kind: 'doel',
          cause: 'doel zonder update',
          goalId: goalId(),
          madeOn: '2026-09-01',
        },
      ]);
      expect(await now().store.agenda.openItems(now().school.id, null)).toEqual([]);
    });

    it('without a team waits for the school', async () => {
      await makePoint(null);
      expect(await points()).toEqual([]);
      expect(await now().store.agenda.openItems(now().school.id, null)).toMatchObject([
        { teamId: null, goalId: goalId() },
      ]);
      const other = await buildSchool(now(), { school: { school: 'De Wilg' }, staff: [] });
      expect(await now().store.agenda.openItems(other.id, null)).toEqual([]);
    });

    it.each<[string, () => Promise<unknown>]>([
      ['an update', () => checkIn(2, 'op koers')],
      ['a pause', () => now().store.goals.setStatus(at(2), goalId(), 'gepauzeerd', '')],
      ['its end', () => now().store.goals.setStatus(at(2), goalId(), 'behaald', '')],
      ['a stop', () => now().store.goals.setStatus(at(2), goalId(), 'gestopt', '')],
    ])('closes with %s and does not come back', async (_, act) => {
      await makePoint();
      await act();
      expect(await points()).toEqual([]);
      await makePoint();
      expect(await points()).toEqual([]);
    });

    it('is open again when the update that closed it is withdrawn, also after a sentence was added to it', async () => {
      await makePoint();
      const [point] = await points();
      const first = await checkIn(2, 'op koers');
      await withdraw(2, first.id);
      expect(await points()).toEqual([point]);

      const again = await checkIn(3, 'op koers');
      const better = await checkIn(4, 'op koers', { sentence: 'Met een zin', replaces: again.id });
      await withdraw(4, better.id);
      expect(await points()).toEqual([point]);
    });

    it('stays closed when a later update than the one that closed it is withdrawn', async () => {
      await makePoint();
      const first = await checkIn(2, 'op koers');
      const second = await checkIn(3, 'op koers');
      await withdraw(3, second.id);
      expect(await points()).toEqual([]);
      await now().store.goals.setStatus(at(4), goalId(), 'gepauzeerd', '');
      await withdraw(5, first.id);
      expect(await points()).toEqual([]);
    });

    it('stays with an update of another goal or a change of the goal', async () => {
      await makePoint();
      await checkIn(2, 'op koers', { goalId: now().school.goal('Elke week rijke teksten') });
      await now().store.goals.setPhase(at(2), goalId(), 'op pad');
      expect(await points()).toHaveLength(1);
    });

    it('is not made when the goal was updated', async () => {
      await checkIn(1, 'op koers');
      await makePoint();
      expect(await points()).toEqual([]);
    });
  });
}
