/** Arguments that several commands take; they always come as text. */
import { z } from 'zod';
import { type LocalDate, parseLocalDate } from '../calendar/local-date.ts';

/** A day as forms and buttons write it, `yyyy-mm-dd`. */
export const dayArgument = z.string().transform((text, { addIssue }): LocalDate => {
  const day = parseLocalDate(text);
  if (day) return day;
  addIssue('no day');
  return z.NEVER;
});

/** The first row of a page, counted from 0. */
export const offsetArgument = z
  .string()
  .regex(/^\d{1,6}$/)
  .transform(Number);

/** The version of what a button was shown with; when it changed since, the press changes nothing. */
export const versionArgument = z
  .string()
  .regex(/^\d{1,9}$/)
  .transform(Number);
