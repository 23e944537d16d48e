/** A goal of a school's plan and how it goes (PRODUCT 4). */
import type { LocalDate } from '../calendar/local-date.ts';
import type { PersonId, SchoolId, TeamId } from '../people/person.ts';

export type GoalId = number & { readonly __goal: true };
export type CheckInId = number & { readonly __checkIn: true };

/** What somebody says of a goal in a check-in. */
export const CHECK_IN_STATUSES = ['op koers', 'aandacht nodig', 'loopt achter'] as const;
export type CheckInStatus = (typeof CHECK_IN_STATUSES)[number];

/** `concept` is a draft that is not agreed yet; `nog geen meting` an active goal without any check-in. */
export const GOAL_STATUSES = [
  'nog geen meting',
  ...CHECK_IN_STATUSES,
  'gepauzeerd',
  'behaald',
  'gestopt',
  'concept',
] as const;
export type GoalStatus = (typeof GOAL_STATUSES)[number];

/** How far a goal is anchored in the school, from starting to lasting. */
export const PHASES = ['aanloop', 'op pad', 'onderweg', 'op stoom'] as const;
export type Phase = (typeof PHASES)[number];

/** School weeks between check-ins, or the last school week of each blok. */
export const RHYTHMS = [2, 4, 6, 'blok'] as const;
export type Rhythm = (typeof RHYTHMS)[number];

export type GoalOwner =
  | { readonly kind: 'team'; readonly teamId: TeamId }
  | { readonly kind: 'person'; readonly personId: PersonId };

/** What people fill in about a goal. Numbers are in `unit`; a goal without numbers has a criterion. */
export type GoalFields = {
  readonly title: string;
  readonly owner: GoalOwner | null;
  readonly theme: string;
  readonly ambition: string;
  readonly criterion: string;
  readonly indicator: string;
  readonly unit: string;
  readonly baseline: number | null;
  readonly target: number | null;
  readonly instrument: string;
  /** Null: always. */
  readonly start: LocalDate | null;
  /** The last day. */
  readonly end: LocalDate | null;
  readonly rhythm: Rhythm;
  readonly phase: Phase;
  /** What each phase looks like in this school; may be empty. */
  readonly phaseSentences: Readonly<Record<Phase, string>>;
};

export type Goal = GoalFields & {
  readonly id: GoalId;
  readonly schoolId: SchoolId;
  /** Per school, never used again. */
  readonly number: number;
  readonly status: GoalStatus;
  /** Rises with every change, so that a stale form is seen. */
  readonly version: number;
  readonly createdAt: Date;
};

/** As little of a goal as is needed to find it among thousands and to know who may see it. */
export type GoalTitle = Pick<GoalLine, 'id' | 'schoolId' | 'number' | 'title' | 'owner' | 'ownerName' | 'status'>;

/** One update of a goal. It is never overwritten: an addition or a withdrawal is a new row that replaces it. */
export type CheckIn = {
  readonly id: CheckInId;
  readonly goalId: GoalId;
  readonly date: LocalDate;
  readonly at: Date;
  /** Null when the person was removed. */
  readonly byId: PersonId | null;
  readonly byName: string;
  readonly status: CheckInStatus;
  readonly value: number | null;
  readonly sentence: string;
  readonly success: boolean;
};

/** A goal as it stands in a list. */
export type GoalLine = Goal & {
  /** The team's or the person's name; empty without an owner. */
  readonly ownerName: string;
  /** Values of the check-ins that had one, oldest first, at most twelve. */
  readonly trend: readonly number[];
  readonly last: CheckIn | null;
  /** The newest value measured, from whichever check-in had one; else null. */
  readonly now: number | null;
};

/** A goal that people work on now: neither a draft nor paused nor over. */
export const ACTIVE_STATUSES = ['nog geen meting', ...CHECK_IN_STATUSES] as const;

export function isActive(status: GoalStatus): boolean {
  return (ACTIVE_STATUSES as readonly GoalStatus[]).includes(status);
}
