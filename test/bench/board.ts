/** A made-up school board, the same on every run: 40 staff, 4 or 5 leerteams, 15 goals and 15 actions in each school, where POP is on. */

import { addDays, localDate } from '../../src/calendar/local-date.ts';
import { WEEKDAYS } from '../../src/calendar/weekdays.ts';
import { localTime } from '../../src/calendar/zone.ts';
import { PHASES, RHYTHMS } from '../../src/goals/goal.ts';
import type { ActionRow, Book, GoalRow, MemberRow, SchoolRow, StaffRow, TeamRow } from '../../src/import/book.ts';
import type { Role, WorkingDay } from '../../src/people/person.ts';
import { METHODS, type MeetingDay } from '../../src/teams/leerteam.ts';

export const STAFF_PER_SCHOOL = 40;
export const GOALS_PER_SCHOOL = 15;
const ACTIONS_PER_SCHOOL = 15;
const MEMBERS_PER_TEAM = 7;

const REGIONS = ['noord', 'midden', 'zuid'] as const;
const FIRST_NAMES = ['Sanne', 'Nico', 'Nadia', 'Joost', 'Marieke', 'Piet', 'Fatma', 'Sven', 'Lieke', 'Omar'];
const LAST_NAMES = ['Voorbeeld', 'van Proef', 'Testema', 'de Verzonnen', 'Bedachting', 'Oefenstra', 'Schijnboom'];
const TEAM_NAMES = ['Onderbouw', 'Middenbouw', 'Bovenbouw', 'Taal', 'Rekenen'];
const THEMES = ['Rekenen', 'Taal', 'Lezen', 'Burgerschap', 'Jonge kind'];
const ACTIVITIES = ['Toetsanalyse klaarzetten', 'Rijke teksten kiezen', 'Les bezoeken', 'Ouders uitnodigen'];
const SUBJECTS = ['Meer leerlingen op 1S', 'Elke week rijke teksten', 'Rustige overgangen', 'Samen observeren'];

/** The part-time patterns of a primary school; somebody who leads a team works on every day it may meet. */
const PATTERNS: readonly (readonly WorkingDay[])[] = [
  ['ma', 'di', 'wo', 'do', 'vr'],
  ['ma', 'di', 'do'],
  ['wo', 'do', 'vr'],
  ['ma', 'di', 'wo-even'],
  ['wo-oneven', 'do', 'vr'],
  ['di', 'do'],
];

/** The whole board. Everything of a school follows from its number, so a smaller board is the beginning of a larger one. */
export function boardBook(schools: number): Book {
  const numbers = Array.from({ length: schools }, (_, index) => index + 1);
  return {
    scholen: numbers.map(schoolRow),
    kalender: numbers.flatMap((school) => [
      ...['2026-09-21', '2026-11-18', '2027-02-11', '2027-04-13'].map((day) => ({
        school: schoolName(school),
        from: localDate(day),
        until: localDate(day),
        kind: 'studiedag' as const,
        name: 'studiedag',
      })),
      {
        school: schoolName(school),
        from: localDate('2027-06-16'),
        until: localDate('2027-06-16'),
        kind: 'vrij',
        name: '',
      },
    ]),
    medewerkers: [...numbers.flatMap(staffRows), ...officeRows(schools)],
    leerteams: numbers.flatMap(teamRows),
    leden: numbers.flatMap(memberRows),
    doelen: numbers.flatMap(goalRows),
    acties: numbers.flatMap(actionRows),
  };
}

export function schoolName(school: number): string {
  return `Basisschool ${String(school).padStart(3, '0')}`;
}

/** Numbers count from 1; the first leads the school, the second is its quality coach. */
export function staffEmail(school: number, number: number): string {
  return `medewerker${number}@school${school}.example.org`;
}

/** Where teachers begin among the staff of a school. */
export const FIRST_TEACHER = 3;

function schoolRow(school: number): SchoolRow {
  return {
    school: schoolName(school),
    region: REGIONS[school % REGIONS.length]!,
    goodFridayFree: school % 4 === 0 ? true : null,
    liberationDayFree: null,
    blokStarts: null,
    popConsent: localDate('2026-06-15'),
  };
}

function staffRows(school: number): readonly StaffRow[] {
  const own = Array.from({ length: STAFF_PER_SCHOOL }, (_, index) => staffRow(school, index + 1, school));
  // Two people of the school before this one work here too.
  const shared =
    school === 1 ? [] : [STAFF_PER_SCHOOL - 1, STAFF_PER_SCHOOL].map((number) => staffRow(school - 1, number, school));
  return [...own, ...shared];
}

function staffRow(from: number, number: number, at: number): StaffRow {
  const role: Role = number === 1 ? 'directeur' : number === 2 ? 'ib' : 'leerkracht';
  const leads = number < FIRST_TEACHER + TEAM_NAMES.length;
  return person(`${pick(FIRST_NAMES, from + number)} ${pick(LAST_NAMES, from * 3 + number)} ${from}-${number}`, {
    email: staffEmail(from, number),
    school: schoolName(at),
    roles: [role],
    workingDays: leads ? PATTERNS[0]! : pick(PATTERNS, from + number),
    // Who works at two schools has a POP at their own.
    pop: at === from && number % 4 !== 0,
    // One in three is led by the chair of a team, the others by the director.
    lead: !leads && number % 3 === 0 ? staffEmail(from, FIRST_TEACHER + (number % TEAM_NAMES.length)) : null,
  });
}

/** Two of the board and one admin, who work at no school. */
function officeRows(schools: number): readonly StaffRow[] {
  return [
    person(`Bestuurder van ${schools}`, { email: 'bestuur1@example.org', roles: ['bestuur'] }),
    person('Bestuurder twee', { email: 'bestuur2@example.org', roles: ['bestuur'] }),
    person('Beheerder', { email: 'beheer@example.org', roles: ['beheerder'] }),
  ];
}

function person(name: string, given: Pick<StaffRow, 'email' | 'roles'> & Partial<StaffRow>): StaffRow {
  return {
    name,
    school: null,
    workingDays: null,
    lead: null,
    language: 'nl',
    pop: false,
    from: null,
    until: null,
    previousEmail: null,
    otherEmails: [],
    ...given,
  };
}

/** 4 teams in odd schools, 5 in even ones: 900 in 200 schools. */
function teamsOf(school: number): readonly string[] {
  return TEAM_NAMES.slice(0, school % 2 === 0 ? 5 : 4);
}

function teamRows(school: number): readonly TeamRow[] {
  return teamsOf(school).map((team, index) => ({
    school: schoolName(school),
    team,
    kind: index < 3 ? 'leerteam' : 'expertiseteam',
    chair: staffEmail(school, FIRST_TEACHER + index),
    deputy: null,
    day: pick<MeetingDay>(WEEKDAYS, school + index),
    time: localTime('15:00'),
    duration: 60,
    rhythm: (school + index) % 3 === 0 ? 'tweewekelijks' : 'wekelijks',
    firstDate: null,
    method: pick(METHODS, school + index),
    // One team in three works in a channel.
    channel: index % 3 === 0 ? `${team.toLowerCase()}-${school}` : '',
    from: null,
    until: null,
  }));
}

function memberRows(school: number): readonly MemberRow[] {
  return teamsOf(school).flatMap((team, index) =>
    Array.from({ length: MEMBERS_PER_TEAM }, (_, member) => ({
      school: schoolName(school),
      team,
      email: staffEmail(school, FIRST_TEACHER + TEAM_NAMES.length + ((index * 6 + member) % 32)),
      from: null,
      until: null,
    })),
  );
}

/** Three goals of persons, the rest of teams; every third goal is a qualitative one without numbers. */
function goalRows(school: number): readonly GoalRow[] {
  const teams = teamsOf(school);
  return Array.from({ length: GOALS_PER_SCHOOL }, (_, index): GoalRow => {
    const number = index + 1;
    const isMeasured = number % 3 !== 0;
    const isOfPerson = number > GOALS_PER_SCHOOL - 3;
    return {
      school: schoolName(school),
      title: `${pick(SUBJECTS, index)} in groep ${(number % 8) + 1} (${number})`,
      number,
      team: isOfPerson ? null : pick(teams, index),
      owner: isOfPerson ? staffEmail(school, 20 + number) : null,
      theme: pick(THEMES, index),
      ambition: 'Elke leerling haalt eruit wat erin zit',
      criterion: isMeasured ? '' : 'In elke groep is te zien dat het werkt',
      indicator: isMeasured ? 'leerlingen op 1S' : '',
      unit: isMeasured ? '%' : '',
      baseline: isMeasured ? 10 + (number % 20) : null,
      target: isMeasured ? 60 + (number % 30) : null,
      instrument: isMeasured ? 'methodetoets' : '',
      start: null,
      end: localDate('2027-07-09'),
      rhythm: pick(RHYTHMS, school + index),
      phase: pick(PHASES, index),
      status: number === GOALS_PER_SCHOOL ? 'gepauzeerd' : 'nog geen meting',
      phaseSentences: { aanloop: '', 'op pad': '', onderweg: '', 'op stoom': '' },
    };
  });
}

/** Of members of the teams, due from December to February; a third is done. */
function actionRows(school: number): readonly ActionRow[] {
  const teams = teamsOf(school);
  return Array.from({ length: ACTIONS_PER_SCHOOL }, (_, index): ActionRow => {
    const team = index % teams.length;
    return {
      school: schoolName(school),
      what: `${pick(ACTIVITIES, school + index)} (${index + 1})`,
      number: index + 1,
      owner: staffEmail(school, FIRST_TEACHER + TEAM_NAMES.length + ((team * 6 + index) % 32)),
      due: addDays(localDate('2026-12-15'), ((school + index) % 15) * 5),
      team: teams[team]!,
      goal: null,
      state: index % 3 === 0 ? 'klaar' : 'open',
    };
  });
}

function pick<T>(list: readonly T[], index: number): T {
  return list[index % list.length]!;
}
