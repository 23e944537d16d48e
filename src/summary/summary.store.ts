/** The store port for the monthly summary: counts and lines, never scores of persons. */
import type { LocalDate } from '../calendar/local-date.ts';
import type { CheckIn, GoalId, GoalLine, GoalStatus } from '../goals/goal.ts';
import type { SchoolId, TeamId } from '../people/person.ts';

export type StatusCounts = Readonly<Partial<Record<GoalStatus, number>>>;

export interface SummaryStore {
  /**
   * How many goals of the school (of one team, when given) had each status at the end of `day`, from the history of check-ins and status
   * changes; drafts not counted. A goal that was imported counts from always, as it stood in the plan before.
   */
  statusesOn(schoolId: SchoolId, teamId: TeamId | null, day: LocalDate): Promise<StatusCounts>;
  /** Current check-ins ticked as "succes om te delen" with a date in `from`..`until`, both included, newest first. */
  successes(
    schoolId: SchoolId,
    teamId: TeamId | null,
    from: LocalDate,
    until: LocalDate,
  ): Promise<readonly (CheckIn & { readonly goalTitle: string })[]>;
  /** Goals (not drafts, achieved or stopped) that end in `from`..`until`, both included, by end date. */
  ending(
    schoolId: SchoolId,
    teamId: TeamId | null,
    from: LocalDate,
    until: LocalDate,
  ): Promise<
    readonly { readonly id: GoalId; readonly number: number; readonly title: string; readonly end: LocalDate }[]
  >;
  /** Active goals that lack an owner, an end date or a measure (indicator and instrument), or have no check-in on or after `updatedSince`. */
  gaps(
    schoolId: SchoolId,
    teamId: TeamId | null,
    updatedSince: LocalDate,
  ): Promise<
    readonly { readonly goal: GoalLine; readonly lacks: readonly ('eigenaar' | 'einddatum' | 'meting' | 'update')[] }[]
  >;
}
