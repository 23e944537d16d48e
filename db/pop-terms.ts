/** Whether POP is on at a school and when its steps open, as the row of the school has it. */
import type { LocalDate } from '../src/calendar/local-date.ts';
import { type PopDays, type PopTerms, USUAL_POP_DAYS } from '../src/pop/pop-days.ts';
import type { school } from './schema.ts';

type TermsRow = Pick<typeof school.$inferSelect, 'popConsent' | 'popDays'>;

export function popTermsOf({ popConsent, popDays }: TermsRow): PopTerms {
  return {
    consent: popConsent as LocalDate | null,
    days: popDays === null ? USUAL_POP_DAYS : (JSON.parse(popDays) as PopDays),
  };
}
