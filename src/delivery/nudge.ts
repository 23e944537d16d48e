/** A nudge: a message that nobody asked for. Planning is pure; what it says is composed just before it is sent. */
import type { Leerteam } from '../agenda/leerteam.ts';
import type { Part } from '../bot/reply.ts';
import type { Say } from '../bot/text.ts';
import type { LocalDate } from '../calendar/local-date.ts';
import type { LocalTime } from '../calendar/zone.ts';
import type { Goal, GoalId } from '../goals/goal.ts';
import type { Absence, Actor, Employment, PersonId, School, SchoolId, TeamId } from '../people/person.ts';
import type { Store } from '../store.ts';

/** The kinds as `vooruitblik` prints them; they stay fixed. */
export const NUDGE_KINDS = [
  'agenda-klaarzetten',
  'agenda-delen',
  'verslag',
  'doel-checkin',
  'pop-uitleg',
  'pop-klaar',
  'pop-gesprek',
  'pop-opvolging',
  'pop-evaluatie',
  'actie-herinnering',
  'actie-te-laat',
  'advies-wacht',
  'maandoverzicht',
  'overdracht',
] as const;
export type NudgeKind = (typeof NUDGE_KINDS)[number];

/** What the outbox holds: who gets which nudge about what, and the days on which it makes sense. Never a text. */
export type Reference = {
  /** One per period and receiver role, so that it can never be planned twice: `doel-checkin:12:2026-2027:w8:0`. */
  readonly key: string;
  readonly kind: NudgeKind;
  readonly receiver: PersonId;
  readonly schoolId: SchoolId;
  /** `goal:12` or `school:3`; what somebody switches off with "Niet meer over dit onderwerp". */
  readonly subject: string;
  /** 0 for the first, 1 and up for its reminders. */
  readonly step: number;
  /** The receiver's own working day on which it is sent. */
  readonly from: LocalDate;
  /** The last day on which it still makes sense. */
  readonly until: LocalDate;
  /** From this day on the state counts as an answer: an update on or after it makes the nudge needless. */
  readonly answeredFrom: LocalDate;
};

/** A point that a nudge leaves for the agenda when all reminders stayed unanswered. */
export type PointDraft = {
  readonly key: string;
  readonly schoolId: SchoolId;
  readonly teamId: TeamId | null;
  readonly kind: 'doel zonder update';
  readonly goalId: GoalId;
  readonly madeOn: LocalDate;
  /** Not made when the goal has a check-in on or after this day. */
  readonly unlessUpdatedSince: LocalDate;
};

export type PlannedPerson = {
  readonly id: PersonId;
  readonly email: string;
  readonly digestTime: LocalTime;
  /** At this school. */
  readonly employment: Employment;
  readonly absences: readonly Absence[];
};

export type PlannedGoal = Pick<Goal, 'id' | 'title' | 'owner' | 'start' | 'end' | 'rhythm' | 'status'> & {
  /** The day on which it was entered. */
  readonly createdOn: LocalDate;
};

/** All that planning for one school needs; loaded in one go. */
export type SchoolState = {
  readonly school: School;
  readonly createdOn: LocalDate;
  /** Rises with every change that may touch the planning. */
  readonly version: number;
  readonly people: readonly PlannedPerson[];
  readonly teams: readonly Leerteam[];
  readonly goals: readonly PlannedGoal[];
};

export type ComposeContext = {
  readonly store: Store;
  readonly say: Say;
  readonly now: Date;
  readonly today: LocalDate;
  readonly receiver: Actor;
};

/** `short` is used when the digest holds other points too. */
export type Composed = { readonly parts: readonly Part[]; readonly short?: readonly Part[] };

export interface Nudge {
  readonly kind: NudgeKind;
  /** Which references may be sent on `day`: those with from <= day <= until. Pure. */
  plan(state: SchoolState, day: LocalDate): readonly Reference[];
  /** What must be on an agenda by `day`. Pure. */
  points?(state: SchoolState, day: LocalDate): readonly PointDraft[];
  /** What the reference is about, as `vooruitblik` prints it: the goal's title, the school's name. */
  about(state: SchoolState, reference: Reference): string;
  /** The last day to which its receiver may put it off; null when it is not planned any more. Pure. */
  lastDay(state: SchoolState, reference: Reference): LocalDate | null;
  /** The parts as of now, or null when it is no longer needed. */
  compose(reference: Reference, context: ComposeContext): Promise<Composed | null>;
}
