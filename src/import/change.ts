/** One step of an import, as the store carries it out. */
import type { ActionRow, CalendarRow, GoalRow, MemberRow, SchoolRow, StaffRow, TeamRow } from './book.ts';

/** A column of the import format, with both values as they are written in a cell. */
export type ColumnChange = { readonly column: string; readonly from: string; readonly to: string };

/** The columns that change; null for a row that is new. Only these are written, so that what somebody changes meanwhile stays. */
type Changed = { readonly changed: readonly ColumnChange[] | null };

/** One change. Carried out in this order everything that a row names is there, except for leads, who may come later. */
export type Change =
  | ({ readonly kind: 'school'; readonly row: SchoolRow } & Changed)
  /** The whole list of own days of the school. */
  | { readonly kind: 'calendar'; readonly school: string; readonly rows: readonly CalendarRow[] }
  | ({ readonly kind: 'staff'; readonly row: StaffRow } & Changed)
  | ({ readonly kind: 'team'; readonly row: TeamRow } & Changed)
  /** The whole list of members of all teams of the school. */
  | { readonly kind: 'members'; readonly school: string; readonly rows: readonly MemberRow[] }
  | ({ readonly kind: 'goal'; readonly row: GoalRow } & Changed)
  | ({ readonly kind: 'action'; readonly row: ActionRow } & Changed);
