/** Late actions are counted where that says nothing about a person: a table, and the property that no small team's number follows. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ActionId } from '../../src/actions/action.ts';
import { lateActions, lateCounts } from '../../src/actions/late-counts.ts';
import { localDate } from '../../src/calendar/local-date.ts';
import type { PlannedAction, PlannedMember, SchoolState } from '../../src/delivery/nudge.ts';
import type { Absence, PersonId, TeamId } from '../../src/people/person.ts';
import { person, schoolState, team } from '../delivery/school-state.ts';

const TODAY = localDate('2026-11-24');
const [A, B, C, D] = [1, 2, 3, 4] as TeamId[] as [TeamId, TeamId, TeamId, TeamId];

type Draft = { readonly people: readonly number[]; readonly late: number };

/** Teams with these people (the first one chairs), and so many late actions each; `loose` without a team. */
function school(drafts: Readonly<Record<number, Draft>>, loose = 0): SchoolState {
  const ids = Object.keys(drafts).map((id) => Number(id) as TeamId);
  const everybody = [...new Set([1, ...Object.values(drafts).flatMap(({ people }) => people)])] as PersonId[];
  const members = ids.flatMap((teamId) =>
    drafts[teamId]!.people.map((id): PlannedMember => ({ teamId, personId: id as PersonId, from: null, until: null })),
  );
  let next = 1;
  const actions = (teamId: TeamId | null, count: number) =>
    Array.from({ length: count }, () => action({ id: next++ as ActionId, teamId }));
  return schoolState({
    goals: [],
    people: everybody.map((id) => person(id)),
    teams: ids.map((id) => team({ id, name: `Team ${id}`, chairId: (drafts[id]!.people[0] ?? 1) as PersonId })),
    members,
    actions: [...ids.flatMap((id) => actions(id, drafts[id]!.late)), ...actions(null, loose)],
  });
}

function action(change: Partial<PlannedAction> = {}): PlannedAction {
  return {
    id: 1 as ActionId,
    number: 1,
    what: 'Ouderavond',
    ownerId: 1 as PersonId,
    due: localDate('2026-11-20'),
    teamId: A,
    offeredToId: null,
    offeredOn: null,
    offers: 0,
    ownerSince: null,
    createdOn: localDate('2026-09-01'),
    ...change,
  };
}

const people = (from: number, count: number) => Array.from({ length: count }, (_, at) => from + at);
const shown = (state: SchoolState, known: readonly TeamId[] = []) => {
  const { total, teams } = lateCounts(state, TODAY, new Set(known));
  return { total, teams: Object.fromEntries(teams) };
};

describe('late', () => {
  const since = (from: string, until: string | null): Absence => ({
    from: localDate(from),
    until: until === null ? null : localDate(until),
  });
  test.each([
    ['due yesterday', {}, [], 1],
    ['due today', { due: TODAY }, [], 0],
    ['the owner is away for two days', {}, [since('2026-11-23', '2026-11-24')], 1],
    ['the owner is away for ten school days', {}, [since('2026-11-16', '2026-11-27')], 1],
    ['the owner is away for eleven school days', {}, [since('2026-11-16', '2026-11-30')], 0],
    ['the owner is away, nobody knows until when', {}, [since('2026-11-24', null)], 0],
    ['the owner is back', {}, [since('2026-09-01', '2026-11-23')], 1],
    ['the owner will be away', {}, [since('2026-11-25', null)], 1],
  ])('%s', (_, change, absences, count) => {
    const state = schoolState({ people: [person(1 as PersonId, { absences })], actions: [action(change)] });
    expect(lateActions(state, TODAY)).toHaveLength(count);
  });
});

describe('what is shown', () => {
  const five = people(10, 5);
  const cases: { name: string; state: SchoolState; known?: TeamId[]; expected: ReturnType<typeof shown> }[] = [
    {
      name: 'teams of five and more, each apart',
      state: school({ [A]: { people: five, late: 2 }, [B]: { people: people(20, 6), late: 0 } }, 1),
      expected: { total: 3, teams: { [A]: 2, [B]: 0 } },
    },
    {
      name: 'two small teams of five people together are in the total only',
      state: school({
        [A]: { people: five, late: 2 },
        [B]: { people: people(20, 2), late: 1 },
        [C]: { people: people(30, 3), late: 4 },
      }),
      expected: { total: 7, teams: { [A]: 2 } },
    },
    {
      name: 'one small team: the smallest other team is in the total only too',
      state: school({
        [A]: { people: five, late: 2 },
        [B]: { people: people(20, 8), late: 3 },
        [C]: { people: people(30, 3), late: 4 },
      }),
      expected: { total: 9, teams: { [B]: 3 } },
    },
    {
      name: 'two small teams of the same three people do not hide each other',
      state: school({
        [A]: { people: five, late: 2 },
        [B]: { people: people(20, 3), late: 1 },
        [C]: { people: people(20, 3), late: 4 },
        [D]: { people: people(40, 9), late: 5 },
      }),
      expected: { total: 12, teams: { [D]: 5 } },
    },
    {
      name: 'only one small team: no number at all',
      state: school({ [A]: { people: people(10, 4), late: 3 } }, 2),
      expected: { total: null, teams: {} },
    },
    {
      name: 'the reader knows the small team',
      state: school({ [A]: { people: five, late: 2 }, [B]: { people: people(20, 3), late: 1 } }),
      known: [B],
      expected: { total: 3, teams: { [A]: 2, [B]: 1 } },
    },
    {
      name: 'the reader knows the only other team: no total, as that would tell the small one',
      state: school({ [A]: { people: five, late: 2 }, [B]: { people: people(20, 3), late: 1 } }),
      known: [A],
      expected: { total: null, teams: { [A]: 2 } },
    },
    { name: 'no teams', state: school({}, 4), expected: { total: 4, teams: {} } },
  ];
  test.each(cases)('$name', ({ state, known, expected }) => {
    expect(shown(state, known)).toEqual(expected);
  });

  test('a team that ended hides nothing, and somebody who left does not count', () => {
    const drafts = {
      [A]: { people: five, late: 1 },
      [B]: { people: people(20, 2), late: 1 },
      [C]: { people: people(30, 3), late: 0 },
    };
    const state = school(drafts);
    const teams = state.teams.map((each) => (each.id === C ? { ...each, until: localDate('2026-10-01') } : each));
    expect(shown({ ...state, teams })).toEqual({ total: 2, teams: {} });
    const left = state.people.map((each) =>
      each.id === 10 ? person(10 as PersonId, { until: localDate('2026-10-01') }) : each,
    );
    expect(shown({ ...state, people: left })).toEqual({ total: 2, teams: {} });
  });
});

test('the number of a small team does not follow from what is shown and what the reader knows', () => {
  const draft = fc.record({
    people: fc.uniqueArray(fc.integer({ min: 1, max: 14 }), { maxLength: 8 }),
    late: fc.integer({ min: 0, max: 3 }),
  });
  const drafts = fc.array(draft, { minLength: 1, maxLength: 5 });
  const known = fc.uniqueArray(fc.integer({ min: 1, max: 5 }), { maxLength: 2 });
  fc.assert(
    fc.property(drafts, known, fc.integer({ min: 0, max: 2 }), (list, readers, loose) => {
      const made = (each: readonly Draft[]) => school(Object.fromEntries(each.map((one, at) => [at + 1, one])), loose);
      const reader = readers as TeamId[];
      const { total, teams } = shown(made(list), reader);
      const isSmall = (at: number) => new Set(list[at]!.people.length > 0 ? list[at]!.people : [1]).size < 5;
      const isKnown = (at: number) => reader.includes((at + 1) as TeamId);
      const hidden = list.flatMap((_, at) => (teams[at + 1] === undefined && !isKnown(at) ? [at] : []));
      const hiddenSum = hidden.reduce((sum, at) => sum + list[at]!.late, 0);
      for (const at of list.keys()) {
        if (!isSmall(at) || isKnown(at)) continue;
        expect(hidden).toContain(at);
        // That nothing is late in all of the rest may be known.
        if (total !== null && hiddenSum === 0) continue;
        // Another school in which this team has another number, and all else that can be seen is the same.
        const change = (to: number, by: number) =>
          list.map((one, each) => (each === to ? { ...one, late: one.late + by } : one));
        const shifts = hidden
          .filter((other) => other !== at)
          .flatMap((other) => [
            ...(list[at]!.late > 0
              ? [change(at, -1).map((one, each) => (each === other ? { ...one, late: one.late + 1 } : one))]
              : []),
            ...(list[other]!.late > 0
              ? [change(at, 1).map((one, each) => (each === other ? { ...one, late: one.late - 1 } : one))]
              : []),
          ]);
        const alternatives = total === null ? [change(at, 1)] : shifts;
        expect(alternatives.map((each) => shown(made(each), reader))).toContainEqual({ total, teams });
      }
    }),
    { numRuns: 300 },
  );
});
