/** Builds what planning gets: a school with people, teams and goals, each with the ordinary values unless told otherwise. */

import { localDate } from '../../src/calendar/local-date.ts';
import type { OwnDays, Region } from '../../src/calendar/school-days.ts';
import { localTime } from '../../src/calendar/zone.ts';
import type { PlannedGoal, PlannedPerson, SchoolState } from '../../src/delivery/nudge.ts';
import type { GoalId } from '../../src/goals/goal.ts';
import type { Employment, PersonId, SchoolId, TeamId } from '../../src/people/person.ts';
import { USUAL_POP_DAYS } from '../../src/pop/pop-days.ts';
import type { Leerteam } from '../../src/teams/leerteam.ts';

export const SCHOOL = 1 as SchoolId;
export const TEAM = 1 as TeamId;
export const OWNER = 1 as PersonId;
export const DEPUTY = 2 as PersonId;

export function person(
  id: PersonId,
  change: Partial<Omit<PlannedPerson, 'employment'>> & Partial<Employment> = {},
): PlannedPerson {
  const { schoolId, roles, workingDays, leadId, pop, from, until, ...rest } = change;
  return {
    id,
    name: `Persoon ${id}`,
    email: `persoon${id}@school.example`,
    digestTime: localTime('08:00'),
    absences: [],
    ...rest,
    employment: {
      schoolId: schoolId === undefined ? SCHOOL : schoolId,
      roles: roles ?? ['leerkracht'],
      workingDays: workingDays ?? null,
      leadId: leadId ?? null,
      pop: pop ?? false,
      from: from ?? null,
      until: until ?? null,
    },
  };
}

/** Meets every Thursday; OWNER is the chair. */
export function team(change: Partial<Leerteam> = {}): Leerteam {
  return {
    id: TEAM,
    schoolId: SCHOOL,
    name: 'Bovenbouw',
    kind: 'leerteam',
    chairId: OWNER,
    deputyId: null,
    day: 'do',
    time: localTime('15:00'),
    duration: 60,
    rhythm: 'wekelijks',
    firstDate: null,
    method: 'vrij',
    phase: '',
    channel: '',
    from: null,
    until: null,
    rhythmSince: null,
    version: 1,
    ...change,
  };
}

/** A goal of OWNER, every four weeks. */
export function goal(change: Partial<PlannedGoal> = {}): PlannedGoal {
  return {
    id: 1 as GoalId,
    number: 1,
    title: 'Elke week rijke teksten',
    owner: { kind: 'person', personId: OWNER },
    start: null,
    end: null,
    rhythm: 4,
    status: 'nog geen meting',
    createdOn: localDate('2026-01-01'),
    ...change,
  };
}

export const TEAM_GOAL = goal({ owner: { kind: 'team', teamId: TEAM } });

type Change = Partial<Omit<SchoolState, 'school'>> & {
  readonly region?: Region;
  readonly ownDays?: readonly OwnDays[];
};

export function schoolState({ region = 'midden', ownDays = [], ...change }: Change = {}): SchoolState {
  return {
    school: {
      id: SCHOOL,
      name: 'De Regenbui',
      calendar: { region, goodFridayFree: null, liberationDayFree: null, blokStarts: null, ownDays },
    },
    createdOn: localDate('2026-01-01'),
    pop: { consent: null, days: USUAL_POP_DAYS },
    version: 1,
    people: [person(OWNER)],
    governors: [],
    leadsElsewhere: [],
    teams: [],
    members: [],
    meetings: [],
    actions: [],
    advice: [],
    goals: [goal()],
    ...change,
  };
}
