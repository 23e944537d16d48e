/** An action: what, exactly one owner, and a date (PRODUCT 4). */
import type { LocalDate } from '../calendar/local-date.ts';
import type { GoalId } from '../goals/goal.ts';
import type { PersonId, SchoolId, TeamId } from '../people/person.ts';

export type ActionId = number & { readonly __action: true };

export const ACTION_STATES = ['open', 'klaar', 'gestopt'] as const;
export type ActionState = (typeof ACTION_STATES)[number];

export type Action = {
  readonly id: ActionId;
  readonly schoolId: SchoolId;
  /** Per school, never used again. */
  readonly number: number;
  readonly what: string;
  readonly ownerId: PersonId;
  readonly due: LocalDate;
  readonly teamId: TeamId | null;
  readonly goalId: GoalId | null;
  readonly state: ActionState;
};
