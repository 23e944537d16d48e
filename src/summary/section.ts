/** What each subject (goals, meetings, actions, ...) adds to the monthly summary. */

import type { Part, RichText, Row } from '../bot/reply.ts';
import type { Say } from '../bot/text.ts';
import type { LocalDate } from '../calendar/local-date.ts';
import type { SchoolState } from '../delivery/nudge.ts';
import type { Actor, School } from '../people/person.ts';
import type { Store } from '../store.ts';
import type { Leerteam } from '../teams/leerteam.ts';
import type { Period } from './period.ts';

export type SummaryContext = {
  readonly store: Store;
  readonly say: Say;
  readonly school: School;
  /** The part of one leerteam; null: of the whole school. */
  readonly team: Pick<Leerteam, 'id' | 'name'> | null;
  readonly now: Date;
  readonly today: LocalDate;
  readonly period: Period;
  /** Who reads it: decides which buttons there are, and what they know already. */
  readonly viewer: Actor;
  /** The plans of the school as they are now: teams, meetings, members, actions. */
  readonly state: SchoolState;
};

/** Something that asks for attention. What several sections say of one subject (`goal:12`) becomes one row. */
export type Exception = { readonly subject: string; readonly row: Row };

export type SectionPart = {
  /** Most urgent first. */
  readonly exceptions: readonly Exception[];
  /** What comes below the exceptions. */
  readonly body: readonly Part[];
  /** One-liners for a digest with other points, most important first; the first two of all sections are shown. */
  readonly short: readonly RichText[];
};

export interface SummarySection {
  write(context: SummaryContext): Promise<SectionPart>;
}

export const NOTHING_TO_SAY: SectionPart = { exceptions: [], body: [], short: [] };
