/** What an import would change: the difference between the sheets and what is stored. */
import type { ActionRow, CalendarRow, GoalRow, MemberRow, SchoolRow, StaffRow, TeamRow } from './book.ts';

/** One change, in the order in which it must be carried out. `put` adds the row, or gives the row that matches it these values. */
export type Change =
  | { readonly kind: 'school'; readonly row: SchoolRow }
  /** The whole list of own days of the school. */
  | { readonly kind: 'calendar'; readonly school: string; readonly rows: readonly CalendarRow[] }
  | { readonly kind: 'staff'; readonly row: StaffRow }
  | { readonly kind: 'team'; readonly row: TeamRow }
  /** The whole list of members of all teams of the school. */
  | { readonly kind: 'members'; readonly school: string; readonly rows: readonly MemberRow[] }
  | { readonly kind: 'goal'; readonly row: GoalRow }
  | { readonly kind: 'action'; readonly row: ActionRow };
