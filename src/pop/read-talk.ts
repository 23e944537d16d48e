/** `18-11 14:00 met Nico`: what is typed behind `/pop gesprek` and `/pop gehouden`: a day, a time and a person, and nothing else. Pure. */
import { readDay, takeDay } from '../bot/dates.ts';
import { type Token, wordsOf } from '../bot/tokens.ts';
import type { LocalDate } from '../calendar/local-date.ts';
import { takeTime } from '../meetings/read-move.ts';

/** A name is no longer; more words are a sentence, and there is no place for one here. */
const MOST_NAME_WORDS = 6;

/** `@Nico`, or `met Nico`. */
const SOMEBODY = /^(?<before>.*?)(?:^|\s)(?:(?:met|with)\s+|(?=@))(?<somebody>\S.*)$/i;

/** `datum` (`yyyy-mm-dd`), `tijd` and `persoon`, as far as they were typed; null when something else was. */
export function readTalk(rest: readonly Token[], today: LocalDate): Readonly<Record<string, string>> | null {
  const words = wordsOf(rest);
  const { before = words, somebody = '' } = SOMEBODY.exec(words)?.groups ?? {};
  const first = momentOf(before, today);
  const last = takeMoment(somebody, today);
  if (first === null) return null;
  const name = last.rest.replace(/^@/, '').trim();
  if ((somebody !== '' && name === '') || name.split(/\s+/).length > MOST_NAME_WORDS) return null;
  if ((first.datum && last.datum) || (first.tijd && last.tijd)) return null;
  const datum = first.datum ?? last.datum;
  const tijd = first.tijd ?? last.tijd;
  return { ...(datum && { datum }), ...(tijd && { tijd }), ...(name && { persoon: name }) };
}

/** One person, as `@Nico` or `met Nico`. */
export function readPerson(rest: readonly Token[]): Readonly<Record<string, string>> | null {
  const words = wordsOf(rest);
  const { before = '', somebody = '' } = SOMEBODY.exec(words)?.groups ?? {};
  const name = somebody.replace(/^@/, '').trim();
  return before === '' && name !== '' && name.split(/\s+/).length <= MOST_NAME_WORDS ? { persoon: name } : null;
}

type Moment = { readonly rest: string; readonly datum: LocalDate | undefined; readonly tijd: string | undefined };

/** The whole of it. */
function momentOf(words: string, today: LocalDate): Moment | null {
  const { rest, time } = takeTime(words.split(/\s+/).filter((word) => word !== ''));
  const day = rest.length === 0 ? undefined : readDay(rest.join(' '), today);
  return day === null ? null : { rest: '', datum: day, tijd: time ?? undefined };
}

/** What stands at the end of it. */
function takeMoment(words: string, today: LocalDate): Moment {
  const { rest, time } = takeTime(words.split(/\s+/).filter((word) => word !== ''));
  const taken = takeDay(rest.join(' '), today);
  return { rest: taken?.rest ?? rest.join(' '), datum: taken?.day, tijd: time ?? undefined };
}
