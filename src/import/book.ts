/** The import format as typed rows, one array per sheet (ARCHITECTURE, import format). */

import type { ActionState } from '../actions/action.ts';
import type { LocalDate } from '../calendar/local-date.ts';
import type { OwnDays, Region } from '../calendar/school-days.ts';
import type { LocalTime } from '../calendar/zone.ts';
import type { GoalStatus, Phase, Rhythm } from '../goals/goal.ts';
import type { Language, Role, WorkingDay } from '../people/person.ts';
import type { MeetingDay, Method, TeamKind } from '../teams/leerteam.ts';

/** Schools, teams and people are named here as in the sheets: a school by its name, a person by e-mail (lower case). */
export type SchoolRow = {
  school: string;
  region: Region;
  goodFridayFree: boolean | null;
  liberationDayFree: boolean | null;
  blokStarts: readonly LocalDate[] | null;
  popConsent: LocalDate | null;
};
export type CalendarRow = OwnDays & { school: string };
export type StaffRow = {
  name: string;
  email: string;
  school: string | null;
  roles: readonly Role[];
  workingDays: readonly WorkingDay[] | null;
  lead: string | null;
  language: Language;
  pop: boolean;
  from: LocalDate | null;
  until: LocalDate | null;
  previousEmail: string | null;
  otherEmails: readonly string[];
};
export type TeamRow = {
  school: string;
  team: string;
  kind: TeamKind;
  chair: string;
  deputy: string | null;
  day: MeetingDay;
  time: LocalTime;
  duration: number;
  rhythm: 'wekelijks' | 'tweewekelijks';
  firstDate: LocalDate | null;
  method: Method;
  channel: string;
  from: LocalDate | null;
  until: LocalDate | null;
};
export type MemberRow = {
  school: string;
  team: string;
  email: string;
  from: LocalDate | null;
  until: LocalDate | null;
};
export type GoalRow = {
  school: string;
  title: string;
  number: number | null;
  team: string | null;
  owner: string | null;
  theme: string;
  ambition: string;
  criterion: string;
  indicator: string;
  unit: string;
  baseline: number | null;
  target: number | null;
  instrument: string;
  start: LocalDate | null;
  end: LocalDate | null;
  rhythm: Rhythm;
  phase: Phase;
  status: GoalStatus;
  phaseSentences: Readonly<Record<Phase, string>>;
};
/** Where a goal has a number, that is its name; a goal that is new may only have a title. */
export type GoalReference = { readonly number: number } | { readonly title: string };
export type ActionRow = {
  school: string;
  what: string;
  number: number | null;
  owner: string;
  due: LocalDate;
  team: string | null;
  goal: GoalReference | null;
  state: ActionState;
};

export type Book = {
  readonly scholen: readonly SchoolRow[];
  readonly kalender: readonly CalendarRow[];
  readonly medewerkers: readonly StaffRow[];
  readonly leerteams: readonly TeamRow[];
  readonly leden: readonly MemberRow[];
  readonly doelen: readonly GoalRow[];
  readonly acties: readonly ActionRow[];
};
