/** One page of a list of goals: which goals, and what stands above them. */
import type { RichText } from '../bot/reply.ts';
import type { GoalLine } from './goal.ts';

/** How many goals one page shows. */
export const PAGE = 8;

/** A page of goals with what stands above it. `total` counts the goals of all pages. */
export type Listed = {
  readonly title: RichText;
  readonly goals: readonly GoalLine[];
  readonly from: number;
  readonly total: number;
  /** What stands above a school's or a team's goals, by the goal that comes first. */
  readonly heading: (goal: GoalLine) => RichText;
};
