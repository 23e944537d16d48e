/** The part of the store contract for goals: their numbers, changes and statuses. */
import { describe, expect, it } from 'vitest';
import { Stale } from '../../src/bot/errors.ts';
import { localDate } from '../../src/calendar/local-date.ts';
import { GOAL_STATUSES, type GoalFields, type GoalId, type GoalStatus } from '../../src/goals/goal.ts';
import { everyStatus, FIELDS } from '../support/goals.ts';
import { buildSchool, stamp } from '../support/store.ts';
import type { Opened } from './store.contract.ts';

export function goalsContract(now: () => Opened): void {
  const events = async (id: GoalId) =>
    (await now().store.goals.events(id)).map(({ what, from, to }) => `${what}: ${from} → ${to}`).reverse();

  describe('a new goal', () => {
    it('gets the next number of its school, which is never used again', async () => {
      const { store, school } = now();
      const add = () => store.goals.add(stamp(school.person('Nadia')), school.id, FIELDS, 'nog geen meting');
      const numbers = [(await add()).number, (await add()).number];
      expect(numbers).toEqual([3, 4]);
      const other = await buildSchool(now(), { school: { school: 'De Wilg' }, staff: [] });
      expect((await store.goals.add(stamp(), other.id, FIELDS, 'nog geen meting')).number).toBe(1);
      expect((await add()).number).toBe(5);
    });

    it('keeps every field, and its making is its first event', async () => {
      const { store, school } = now();
      const fields: GoalFields = {
        title: 'Sterke start',
        owner: { kind: 'person', personId: school.person('Sanne') },
        theme: 'taal',
        ambition: 'iedereen leest',
        criterion: 'we zien lezers',
        indicator: 'lezers',
        unit: '%',
        baseline: 1.5,
        target: 80,
        instrument: 'toets',
        start: localDate('2026-09-01'),
        end: localDate('2027-06-30'),
        rhythm: 'blok',
        phase: 'op pad',
        phaseSentences: { aanloop: 'a', 'op pad': 'b', onderweg: 'c', 'op stoom': 'd' },
      };
      const goal = await store.goals.add(
        stamp(school.person('Nadia'), '2026-09-01T08:00:00Z'),
        school.id,
        fields,
        'concept',
      );
      const expected = {
        ...fields,
        id: goal.id,
        schoolId: school.id,
        number: 3,
        status: 'concept',
        version: 1,
        createdAt: new Date('2026-09-01T08:00:00Z'),
      };
      expect(goal).toEqual(expected);
      const line = { ...expected, ownerName: 'Sanne', trend: [], last: null, now: null };
      expect(await store.goals.line(goal.id)).toEqual(line);
      expect(await store.goals.events(goal.id)).toEqual([
        {
          at: new Date('2026-09-01T08:00:00Z'),
          byId: school.person('Nadia'),
          byName: 'Nadia',
          what: 'gemaakt',
          from: '',
          to: 'concept',
          reason: '',
        },
      ]);
    });

    it('needs a school', async () => {
      await expect(now().store.goals.add(stamp(), 999 as never, FIELDS, 'concept')).rejects.toThrow('no school 999');
    });
  });

  describe('changing a goal', () => {
    it('stores the fields and leaves an event for each that differs', async () => {
      const { store, school } = now();
      const { id } = await store.goals.add(stamp(), school.id, FIELDS, 'nog geen meting');
      const team = { kind: 'team', teamId: school.team('Bovenbouw') } as const;
      const first = { ...FIELDS, title: 'Rust', owner: team, baseline: 1.5, end: localDate('2026-12-18') };
      expect(await store.goals.change(stamp(), id, 1, first)).toMatchObject({ ...first, version: 2 });
      const person = { kind: 'person', personId: school.person('Sanne') } as const;
      const second = { ...first, owner: person, phaseSentences: { ...first.phaseSentences, 'op pad': 'half' } };
      expect(await store.goals.change(stamp(), id, 2, second)).toMatchObject({ ...second, version: 3 });
      expect(await events(id)).toEqual([
        'gemaakt:  → nog geen meting',
        'doel: Rustige start → Rust',
        'leerteam:  → Bovenbouw',
        'nulmeting:  → 1,5',
        'einddatum:  → 18-12-2026',
        'leerteam: Bovenbouw → ',
        'eigenaar:  → Sanne',
        'op_pad:  → half',
      ]);
    });

    it('refuses a form that was made from an older version', async () => {
      const { store, school } = now();
      const { id } = await store.goals.add(stamp(), school.id, FIELDS, 'nog geen meting');
      await store.goals.setPhase(stamp(), id, 'op pad');
      const change = store.goals.change(stamp(), id, 1, { ...FIELDS, title: 'Te laat' });
      await expect(change).rejects.toThrow(Stale);
      expect(await store.goals.line(id)).toMatchObject({ title: FIELDS.title, phase: 'op pad', version: 2 });
    });

    it('stores the phase once', async () => {
      const { store, school } = now();
      const id = school.goal('Elke week rijke teksten');
      expect(await store.goals.setPhase(stamp(), id, 'onderweg')).toMatchObject({ phase: 'onderweg', version: 2 });
      await store.goals.setPhase(stamp(), id, 'onderweg');
      expect(await events(id)).toEqual(['gemaakt:  → nog geen meting', 'fase: aanloop → onderweg']);
    });

    it.each(['concept', 'gepauzeerd', 'behaald', 'gestopt'] as const)(
      'keeps the phase of a %s goal',
      async (status) => {
        const { store } = now();
        const id = (await everyStatus(now())).goal(status);
        await expect(store.goals.setPhase(stamp(), id, 'op pad')).rejects.toThrow(Stale);
        expect(await store.goals.line(id)).toMatchObject({ phase: 'aanloop', version: 1 });
      },
    );

    it('has the planning of its school made again', async () => {
      const { store, school } = now();
      const version = async () => (await store.outbox.schoolState(school.id))!.version;
      const start = await version();
      const { id } = await store.goals.add(stamp(), school.id, FIELDS, 'concept');
      expect(await version()).toBe(start + 1);
      await store.goals.change(stamp(), id, 1, { ...FIELDS, rhythm: 2 });
      expect(await version()).toBe(start + 2);
      await store.goals.setStatus(stamp(), id, 'akkoord', '');
      expect(await version()).toBe(start + 3);
      await store.goals.setStatus(stamp(), id, 'gepauzeerd', '');
      expect(await version()).toBe(start + 4);
    });
  });

  describe('the status of a goal', () => {
    it('goes from draft to agreed, paused, resumed, achieved, with the reasons', async () => {
      const { store, school } = now();
      const { id } = await store.goals.add(stamp(), school.id, FIELDS, 'concept');
      const set = async (change: Parameters<typeof store.goals.setStatus>[2], reason = '') =>
        (await store.goals.setStatus(stamp(school.person('Nadia')), id, change, reason)).status;
      expect(await set('akkoord')).toBe('nog geen meting');
      expect(await set('gepauzeerd', 'te druk')).toBe('gepauzeerd');
      expect(await set('verder')).toBe('nog geen meting');
      expect(await set('behaald')).toBe('behaald');
      expect(await set('verder')).toBe('nog geen meting');
      expect(await set('gestopt', 'ander plan')).toBe('gestopt');
      expect(await events(id)).toEqual([
        'gemaakt:  → concept',
        'akkoord: concept → nog geen meting',
        'status: nog geen meting → gepauzeerd',
        'status: gepauzeerd → nog geen meting',
        'status: nog geen meting → behaald',
        'status: behaald → nog geen meting',
        'status: nog geen meting → gestopt',
      ]);
      expect((await store.goals.events(id))[0]).toMatchObject({ reason: 'ander plan', byName: 'Nadia' });
    });

    it.each([
      { change: 'akkoord', allowed: ['concept'] },
      { change: 'gepauzeerd', allowed: ['nog geen meting', 'op koers', 'aandacht nodig', 'loopt achter'] },
      { change: 'verder', allowed: ['gepauzeerd', 'behaald', 'gestopt'] },
      { change: 'behaald', allowed: GOAL_STATUSES.filter((status) => status !== 'behaald') },
      { change: 'gestopt', allowed: GOAL_STATUSES.filter((status) => status !== 'gestopt') },
    ] as const)('can be changed with $change from $allowed', async ({ change, allowed }) => {
      const { store } = now();
      const school = await everyStatus(now());
      const possible: GoalStatus[] = [];
      for (const status of GOAL_STATUSES) {
        const act = store.goals.setStatus(stamp(), school.goal(status), change, '');
        await act.then(
          () => possible.push(status),
          (error) => expect(error).toBeInstanceOf(Stale),
        );
      }
      expect(possible).toEqual(allowed);
    });

    it('comes back after a pause as an import had set it', async () => {
      const { store } = now();
      const school = await everyStatus(now());
      const id = school.goal('loopt achter');
      await store.goals.setStatus(stamp(), id, 'gepauzeerd', '');
      expect((await store.goals.setStatus(stamp(), id, 'verder', '')).status).toBe('loopt achter');
      const paused = await store.goals.setStatus(stamp(), school.goal('gepauzeerd'), 'verder', '');
      expect(paused.status).toBe('nog geen meting');
    });
  });
}
