/** The store port for goals and their check-ins. Every method is one atomic act. */

import type { Action } from '../actions/action.ts';
import type { LocalDate } from '../calendar/local-date.ts';
import type { PersonId, SchoolId, TeamId } from '../people/person.ts';
import type { Stamp } from '../stamp.ts';
import type {
  CheckIn,
  CheckInId,
  CheckInStatus,
  Goal,
  GoalFields,
  GoalId,
  GoalLine,
  GoalStatus,
  GoalTitle,
  Phase,
} from './goal.ts';

/** Which goals; every field that is given narrows, and an empty list finds nothing. */
export type GoalQuery = {
  readonly schoolIds?: readonly SchoolId[];
  /** Goals owned by one of these teams, or by this person. */
  readonly ownedBy?: { readonly teamIds: readonly TeamId[]; readonly personId: PersonId };
};

export type GoalCounts = {
  readonly schoolId: SchoolId;
  readonly schoolName: string;
  readonly status: GoalStatus;
  readonly count: number;
};

/** A change of a goal other than a check-in, for its history. `from` and `to` are words as people read them. */
export type GoalEvent = {
  readonly at: Date;
  readonly byId: PersonId | null;
  readonly byName: string;
  /** `gemaakt`, `akkoord`, `status`, `fase`, or the column of the import format that changed. */
  readonly what: string;
  readonly from: string;
  readonly to: string;
  readonly reason: string;
};

export type NewCheckIn = {
  readonly goalId: GoalId;
  readonly date: LocalDate;
  readonly status: CheckInStatus;
  readonly value: number | null;
  readonly sentence: string;
  readonly success: boolean;
  /** The check-in that this one replaces (a sentence added later); null: a new one. */
  readonly replaces: CheckInId | null;
};

export interface GoalsStore {
  /** By school name, then team or person (goals without owner last), then number. Achieved and stopped goals come last within their owner. */
  lines(query: GoalQuery): Promise<readonly GoalLine[]>;
  /** The same goals in the same order, without anything that takes time to work out. */
  titles(query: GoalQuery): Promise<readonly GoalTitle[]>;
  line(id: GoalId): Promise<GoalLine | null>;
  /** The current check-ins of a goal (not those replaced or withdrawn), newest first. */
  checkIns(id: GoalId): Promise<readonly CheckIn[]>;
  /** Was there a current check-in with a date on or after `from`? */
  hasCheckInSince(id: GoalId, from: LocalDate): Promise<boolean>;
  /** Newest first. */
  events(id: GoalId): Promise<readonly GoalEvent[]>;
  /** Open actions of the goal, by date. */
  openActions(id: GoalId): Promise<readonly (Action & { readonly ownerName: string })[]>;
  /** How many active goals the team has, not counting `except`. */
  activeInTeam(teamId: TeamId, except: GoalId | null): Promise<number>;
  /** Adds a goal with the next number of the school. Status `concept` or `nog geen meting`. */
  add(stamp: Stamp, schoolId: SchoolId, fields: GoalFields, status: 'concept' | 'nog geen meting'): Promise<Goal>;
  /** Stores the fields when the goal still has this version; throws Stale else. Each changed field is an event. */
  change(stamp: Stamp, id: GoalId, version: number, fields: GoalFields): Promise<Goal>;
  /** Stores the check-in and the goal's status with it. Throws Stale when the goal is not active, or when what it replaces is not current any more. */
  checkIn(stamp: Stamp, checkIn: NewCheckIn): Promise<CheckIn>;
  /**
   * Withdraws a check-in; the goal's status goes back to the one before it, and points of an active goal that it had closed are open
   * again. Null when it is not the newest current one any more.
   */
  withdrawCheckIn(stamp: Stamp, id: CheckInId): Promise<Goal | null>;
  /**
   * Pause, resume, achieve, stop or agree. `verder` and agreeing give the status of the last check-in, or what an import set after it, or
   * `nog geen meting`. Throws Stale when the goal's status does not allow the change (any more).
   */
  setStatus(
    stamp: Stamp,
    id: GoalId,
    change: 'gepauzeerd' | 'behaald' | 'gestopt' | 'verder' | 'akkoord',
    reason: string,
  ): Promise<Goal>;
  /** Throws Stale when the goal is not active (any more). */
  setPhase(stamp: Stamp, id: GoalId, phase: Phase): Promise<Goal>;
  /** Per school and status, active or not; drafts not counted. */
  counts(): Promise<readonly GoalCounts[]>;
}
