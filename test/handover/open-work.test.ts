import { describe, expect, test } from 'vitest';
import type { ActionId } from '../../src/actions/action.ts';
import { type LocalDate, localDate } from '../../src/calendar/local-date.ts';
import type { PlannedAction, SchoolState } from '../../src/delivery/nudge.ts';
import type { GoalId } from '../../src/goals/goal.ts';
import { handedBy } from '../../src/handover/handed-by.ts';
import { openWork, thingName } from '../../src/handover/open-work.ts';
import type { PersonId, TeamId } from '../../src/people/person.ts';
import { goal, person, schoolState, TEAM, team } from '../delivery/school-state.ts';

const [PIET, NADIA, NICO, MARIEKE, WIM, ADA, BEHEER] = [1, 2, 3, 4, 5, 6, 7].map((id) => id as PersonId) as [
  PersonId,
  PersonId,
  PersonId,
  PersonId,
  PersonId,
  PersonId,
  PersonId,
];
const DAY = localDate('2026-11-24');

const action = (id: number, change: Partial<PlannedAction> = {}): PlannedAction => ({
  id: id as ActionId,
  number: id,
  what: `actie ${id}`,
  ownerId: PIET,
  due: localDate('2026-12-01'),
  teamId: null,
  offeredToId: null,
  offeredOn: null,
  offers: 0,
  ownerSince: null,
  createdOn: localDate('2026-10-01'),
  ...change,
});

/** Piet leaves; Nadia chairs Bovenbouw with deputy Nico, Marieke is the director. */
const state = (change: Partial<Omit<SchoolState, 'school'>> = {}) =>
  schoolState({
    people: [person(PIET), person(NADIA), person(NICO), person(MARIEKE, { roles: ['directeur'] })],
    teams: [team({ chairId: NADIA, deputyId: NICO })],
    goals: [],
    ...change,
  });

const names = (from: SchoolState, day: LocalDate = DAY) => openWork(from, PIET, day).map(thingName);

describe('what is open', () => {
  test('open actions that they own, by date', () => {
    const actions = [
      action(1, { due: localDate('2026-12-10') }),
      action(2, { due: localDate('2026-12-01') }),
      action(3, { ownerId: NADIA, offeredToId: PIET }),
      action(4, { offeredToId: NADIA, due: localDate('2026-12-20') }),
    ];
    expect(names(state({ actions }))).toEqual(['actie-2', 'actie-1', 'actie-4']);
  });

  test.each([
    ['op koers', ['doel-1']],
    ['nog geen meting', ['doel-1']],
    ['gepauzeerd', ['doel-1']],
    ['behaald', []],
    ['gestopt', []],
    ['concept', []],
  ] as const)('a goal of their own that is %s', (status, expected) => {
    expect(names(state({ goals: [goal({ status, owner: { kind: 'person', personId: PIET } })] }))).toEqual(expected);
  });

  test('goals of a team and of others are not theirs', () => {
    const goals = [
      goal({ id: 1 as GoalId, owner: { kind: 'team', teamId: TEAM } }),
      goal({ id: 2 as GoalId, owner: { kind: 'person', personId: NADIA } }),
      goal({ id: 3 as GoalId, owner: null }),
    ];
    expect(names(state({ goals }))).toEqual([]);
  });

  test('roles: chair, deputy and lead; not of teams and people that are gone', () => {
    const teams = [
      team({ id: 1 as TeamId, chairId: PIET }),
      team({ id: 2 as TeamId, chairId: NADIA, deputyId: PIET }),
      team({ id: 3 as TeamId, chairId: PIET, until: localDate('2026-11-23') }),
      team({ id: 4 as TeamId, chairId: PIET, until: DAY }),
    ];
    const led = (id: PersonId, until: LocalDate | null = null) => {
      const one = person(id, { until });
      return { ...one, employment: { ...one.employment, leadId: PIET } };
    };
    const people = [led(PIET), led(NADIA), led(NICO, localDate('2026-11-23'))];
    const work = openWork(state({ teams, people }), PIET, DAY);
    expect(work.map(thingName)).toEqual(['voorzitter-1', 'vervanger-2', 'voorzitter-4', 'leidinggevende']);
    expect(work.at(-1)).toMatchObject({ people: [{ id: NADIA }] });
  });
});

describe('who hands it over', () => {
  const TEAM_ACTION = action(1, { teamId: TEAM });
  const OWN_ACTION = action(2);
  const director = person(MARIEKE, { roles: ['directeur'] });
  const teacher = [person(PIET), person(NADIA), person(NICO)];
  const gone = localDate('2026-11-23');
  const away = [{ from: localDate('2026-10-01'), until: null }];
  const governors = [
    person(ADA, { roles: ['bestuur'] }),
    person(WIM, { roles: ['bestuur'] }),
    person(BEHEER, { roles: ['beheerder'] }),
  ];

  test.each([
    ['of a team: its chair; the rest: the director', {}, { 2: ['actie-1'], 4: ['actie-2'] }],
    [
      'the chair has left: the deputy',
      { people: [teacher[0]!, person(NADIA, { until: gone }), teacher[2]!, director] },
      { 3: ['actie-1'], 4: ['actie-2'] },
    ],
    [
      'the chair is away for long: the deputy',
      { people: [teacher[0]!, person(NADIA, { absences: away }), teacher[2]!, director] },
      { 3: ['actie-1'], 4: ['actie-2'] },
    ],
    [
      'the leaver is the chair: the deputy; who chairs is for the director',
      { teams: [team({ chairId: PIET, deputyId: NICO })] },
      { 3: ['actie-1'], 4: ['voorzitter-1', 'actie-2'] },
    ],
    [
      'the leaver is the chair without deputy: the director',
      { teams: [team({ chairId: PIET })] },
      { 4: ['voorzitter-1', 'actie-2', 'actie-1'].sort() },
    ],
    [
      'the leaver is the deputy: the chair',
      { teams: [team({ chairId: NADIA, deputyId: PIET })] },
      { 2: ['vervanger-1', 'actie-1'], 4: ['actie-2'] },
    ],
    [
      'two directors: both',
      { people: [...teacher, director, person(WIM, { roles: ['directeur'] })] },
      { 2: ['actie-1'], 4: ['actie-2'], 5: ['actie-2'] },
    ],
    ['no director: one of the board', { people: teacher, governors }, { 2: ['actie-1'], 6: ['actie-2'] }],
    [
      'no board at work either: an admin',
      { people: teacher, governors: [person(ADA, { roles: ['bestuur'], until: gone }), governors[2]!] },
      { 2: ['actie-1'], 7: ['actie-2'] },
    ],
    [
      'an admin who works at the school',
      { people: [...teacher, person(BEHEER, { roles: ['beheerder'] })] },
      { 2: ['actie-1'], 7: ['actie-2'] },
    ],
    ['nobody at all: nobody', { people: teacher }, { 2: ['actie-1'] }],
  ] as const)('%s', (_, change, expected) => {
    const found = handedBy(state({ actions: [TEAM_ACTION, OWN_ACTION], ...change }), PIET, DAY);
    const sorted = (of: Iterable<readonly [unknown, readonly string[]]>) =>
      Object.fromEntries([...of].map(([receiver, things]) => [String(receiver), [...things].sort()]));
    expect(sorted([...found].map(([receiver, things]) => [receiver, things.map(thingName)] as const))).toEqual(
      sorted(Object.entries(expected)),
    );
  });

  test("a director's own: the second director, never oneself", () => {
    const people = [person(PIET, { roles: ['directeur'] }), person(NADIA), person(MARIEKE, { roles: ['directeur'] })];
    expect([...handedBy(state({ people, actions: [OWN_ACTION] }), PIET, DAY).keys()]).toEqual([MARIEKE]);
    const alone = { people: people.slice(0, 2), governors, actions: [OWN_ACTION] };
    expect([...handedBy(state(alone), PIET, DAY).keys()]).toEqual([ADA]);
  });
});
