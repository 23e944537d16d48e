/** `18-11 14:00 met Nico`: what is typed behind `/pop gesprek` and `/pop gehouden`: a day, a time and a person, and nothing else. Pure. */
import { readDay, readPastDay, takeDay } from '../bot/dates.ts';
import { type Token, wordsOf } from '../bot/tokens.ts';
import type { LocalDate } from '../calendar/local-date.ts';
import { schoolYearOf, schoolYearRange } from '../calendar/school-year.ts';
import { takeTime } from '../meetings/read-move.ts';

/** A name is no longer; more words are a sentence, and there is no place for one here. */
const MOST_NAME_WORDS = 6;

/** `@Nico`, or `met Nico`. */
const SOMEBODY = /^(?<before>.*?)(?:^|\s)(?:(?:met|with)\s+|(?=@))(?<somebody>\S.*)$/i;

/** `datum` (`yyyy-mm-dd`, by `read`), `tijd` and `persoon`, as far as they were typed; null when something else was. */
export function readTalk(
  rest: readonly Token[],
  today: LocalDate,
  read: typeof readDay = readDay,
): Readonly<Record<string, string>> | null {
  const words = wordsOf(rest);
  const { before = words, somebody = '' } = SOMEBODY.exec(words)?.groups ?? {};
  const first = momentOf(before, today, read);
  const last = takeMoment(somebody, today, read);
  if (first === null) return null;
  const name = last.rest.replace(/^@/, '').trim();
  if ((somebody !== '' && name === '') || name.split(/\s+/).length > MOST_NAME_WORDS) return null;
  if ((first.datum && last.datum) || (first.tijd && last.tijd)) return null;
  const datum = first.datum ?? last.datum;
  const tijd = first.tijd ?? last.tijd;
  return { ...(datum && { datum }), ...(tijd && { tijd }), ...(name && { persoon: name }) };
}

/** The day on which a talk took place: `8-2` said in May is that of this school year, and `vrijdag` the last one. */
export function readHeldDay(text: string, today: LocalDate): LocalDate | null {
  return readPastDay(text, today, schoolYearRange(schoolYearOf(today)).from);
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
function momentOf(words: string, today: LocalDate, read: typeof readDay): Moment | null {
  const { rest, time } = takeTime(words.split(/\s+/).filter((word) => word !== ''));
  const day = rest.length === 0 ? undefined : read(rest.join(' '), today);
  return day === null ? null : { rest: '', datum: day, tijd: time ?? undefined };
}

/** What stands at the end of it. */
function takeMoment(words: string, today: LocalDate, read: typeof readDay): Moment {
  const { rest, time } = takeTime(words.split(/\s+/).filter((word) => word !== ''));
  const taken = takeDay(rest.join(' '), today, read);
  return { rest: taken?.rest ?? rest.join(' '), datum: taken?.day, tijd: time ?? undefined };
}
