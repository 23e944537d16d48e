/** `/agenda verzet bovenbouw naar vrijdag 27 november 15.00`: what is typed of a move. Pure. */
import { readDay } from '../bot/dates.ts';
import type { LocalDate } from '../calendar/local-date.ts';

const MOST_WORDS = 12;

/** A leerteam, a day (`yyyy-mm-dd` when it is understood) and a time, as far as they were typed. */
export function readMove(words: readonly string[], today: LocalDate): Readonly<Record<string, string>> {
  if (words.length === 0) return {};
  const { rest, time } = takeTime(words);
  const tijd = time === null ? {} : { tijd: time };
  if (rest.length === 0) return tijd;
  // The longest day at the end; what stands before it names the team.
  for (let at = Math.max(0, rest.length - MOST_WORDS); at < rest.length; at++) {
    const day = readDay(rest.slice(at).join(' '), today);
    if (day) return { ...nameOf(rest.slice(0, at)), naar: day, ...tijd };
  }
  const to = rest.findIndex(isTo);
  return { ...nameOf(rest.slice(0, Math.max(0, to))), naar: rest.slice(to + 1).join(' '), ...tijd };
}

function nameOf(words: readonly string[]): Readonly<Record<string, string>> {
  const name = (isTo(words.at(-1)) ? words.slice(0, -1) : words).join(' ');
  return name === '' ? {} : { leerteam: name };
}

function isTo(word: string | undefined): boolean {
  return word !== undefined && /^(?:naar|to)$/i.test(word);
}

/** `15.00`, `om 15:00`, `15 uur`, `om 15.00 uur` at the end. */
export function takeTime(words: readonly string[]): { readonly rest: readonly string[]; readonly time: string | null } {
  const isHours = /^(?:uur|u)$/i.test(words.at(-1) ?? '');
  const before = isHours ? words.slice(0, -1) : words;
  const typed = before.at(-1) ?? '';
  const time = /^\d{1,2}[:.]\d{2}$/.test(typed) ? typed : isHours && /^\d{1,2}$/.test(typed) ? `${typed}:00` : null;
  if (time === null) return { rest: words, time };
  const rest = before.slice(0, -1);
  return { rest: /^(?:om|at)$/i.test(rest.at(-1) ?? '') ? rest.slice(0, -1) : rest, time };
}
