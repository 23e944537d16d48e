/** What each subject (goals, meetings, actions, ...) adds to the monthly summary. */
import type { Leerteam } from '../agenda/leerteam.ts';
import type { Part, RichText, Row } from '../bot/reply.ts';
import type { Say } from '../bot/text.ts';
import type { LocalDate } from '../calendar/local-date.ts';
import type { School } from '../people/person.ts';
import type { Store } from '../store.ts';
import type { Period } from './period.ts';

export type SummaryContext = {
  readonly store: Store;
  readonly say: Say;
  readonly school: Pick<School, 'id' | 'name'>;
  /** The part of one leerteam; null: of the whole school. */
  readonly team: Pick<Leerteam, 'id' | 'name'> | null;
  readonly today: LocalDate;
  readonly period: Period;
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
