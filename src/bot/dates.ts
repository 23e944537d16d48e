/** Days and ranges the way people write them: `vrijdag`, `14-11`, `12 t/m 16 januari`, `vanaf morgen` (PRODUCT 5). */
import { addDays, dateOf, daysBetween, type LocalDate, latest, mondayOf, weekdayOf } from '../calendar/local-date.ts';
import {
  DAY_OF_MONTH,
  MONTH,
  type SpokenDay,
  spokenDay,
  spokenWords,
  THIS_OR_NEXT_WEEK,
  WEEKDAY,
} from './spoken-day.ts';

/** Both days included; an open end is null. */
export type ReadRange =
  | { readonly from: LocalDate; readonly until: LocalDate | null }
  | { readonly wrong: 'end before start' };

const MOST_CHARACTERS = 60;
const MOST_RANGE_CHARACTERS = 130;
/** As far as 29 February can be: from 2096 to 2104. */
const MOST_YEARS = 8;
/** A range without years that began before today is meant as such when it is at most half a year long. */
const MOST_DAYS_BEGUN = 183;
/** Without a year, what was over at most so long ago is meant as such: nobody means next January with `12 januari` on the 19th. */
const MOST_DAYS_OVER = 60;

/**
 * Reads a text that is a day and nothing else; null when it is none, or a day that does not exist. Without a year it is the one of at most 60 days
 * ago, so the caller must say what becomes of a day that is past, else the first on or after today; a weekday alone is the first after today, so
 * `vrijdag` said on a Friday is a week later.
 */
export function readDay(text: string, today: LocalDate): LocalDate | null {
  const words = spokenWords(text, MOST_CHARACTERS);
  const spoken = words === null ? null : spokenDay(words, today);
  return spoken && resolve(spoken, today);
}

/** As `readDay`, but without a year it is the first on or after `first`. */
export function readDayFrom(text: string, first: LocalDate): LocalDate | null {
  const words = spokenWords(text, MOST_CHARACTERS);
  const spoken = words === null ? null : spokenDay(words, first);
  const day = spoken && onOrAfter(spoken, first);
  return spoken && day && agrees(spoken, day) ? day : null;
}

/**
 * As `readDay`, of what is over: without a year, and for a weekday, it is the last on or before `today`, as far back as `first`. What is not between the
 * two is as `readDay` reads it, so the caller must say what becomes of a day that is ahead.
 */
export function readPastDay(text: string, today: LocalDate, first: LocalDate): LocalDate | null {
  const words = spokenWords(text, MOST_CHARACTERS);
  const spoken = words === null ? null : spokenDay(words, today);
  const day = spoken && onOrBefore(spoken, today);
  if (!spoken || !day || day < first) return readDay(text, today);
  return agrees(spoken, day) ? day : null;
}

/** `uiterlijk voor dinsdag 24 november 2026,` is the longest a day can be. */
const MOST_WORDS = 6;

/** What is left of a sentence beside the day in it. */
export type TakenDay = { readonly day: LocalDate; readonly rest: string };

/** Takes the day, as `read` reads it, off the end of a sentence: `Ouderavond voorbereiden voor 14 november`. Null when it does not end with a day. */
export function takeDay(sentence: string, today: LocalDate, read: typeof readDay = readDay): TakenDay | null {
  const words = sentence.trim().split(/\s+/);
  for (let from = Math.max(0, words.length - MOST_WORDS); from < words.length; from++) {
    const day = read(words.slice(from).join(' '), today);
    if (day) return { day, rest: words.slice(0, from).join(' ') };
  }
  return null;
}

/** Takes the day off the beginning of a sentence: `vrijdag want de toets is later`. Null when it does not begin with a day. */
export function takeFirstDay(sentence: string, today: LocalDate): TakenDay | null {
  const words = sentence.trim().split(/\s+/);
  for (let until = Math.min(words.length, MOST_WORDS); until > 0; until--) {
    const day = readDay(words.slice(0, until).join(' '), today);
    if (day) return { day, rest: words.slice(until).join(' ') };
  }
  return null;
}

/**
 * Reads `12 t/m 16 januari`, `vanaf morgen` (open end), `t/m vrijdag` (from today), `volgende week` (Monday to Friday) or one day.
 * Without years it is the first such range that was not over 60 days ago, so it may be past: one that began longer ago counts when it is at most
 * half a year long.
 */
export function readRange(text: string, today: LocalDate): ReadRange | null {
  const words = spokenWords(
    text.slice(0, MOST_RANGE_CHARACTERS + 1).replaceAll(/t\/m/gi, ' t/m '),
    MOST_RANGE_CHARACTERS,
  );
  if (words === null) return null;
  const [left = '', right, ...more] = words.replace(JOINED, '$<start> t/m ').split(BETWEEN);
  if (more.length > 0) return null;
  if (right === undefined) return readOneSided(left, today);

  const start = left === '' ? ({ kind: 'date', date: today } as const) : spokenDay(completeStart(left, right), today);
  const end = spokenDay(completeEnd(left, right), today);
  return start && end && resolveRange(start, end, today);
}

/** `12-16 januari`, `ma-wo`. */
const JOINED = new RegExp(`^(?<start>\\d{1,2}(?=[-–]\\d{1,2} ${MONTH})|${WEEKDAY}(?=[-–][a-z]))[-–]`);
/** `tot` alone is left out on purpose: for one it includes the last day, for another it does not. */
const BETWEEN = /(?:^| )(?:t\/m|tm|tot en met|-|–|to|until|till|through) /;
const OPEN = /^(?:vanaf|per|from) /;
const FROM = /^(?:vanaf|van|from) /;
const NEXT_WEEK = /^(?:volgende|next) week$/;
const BARE_DAY = new RegExp(`^(?:${WEEKDAY} )?${DAY_OF_MONTH}$`);
const BARE_WEEKDAY = new RegExp(`^${WEEKDAY}$`);
const ITS_MONTH = new RegExp(`(?: ${MONTH}(?: \\d{4})?|[-/]\\d{1,2}(?:[-/]\\d{2,4})?)$`);
const ITS_WEEK = new RegExp(` ${THIS_OR_NEXT_WEEK}$`);
const MONTH_FIRST = new RegExp(`^(?<month>(?:${WEEKDAY} )?${MONTH}) ${DAY_OF_MONTH}$`);

function readOneSided(words: string, today: LocalDate): ReadRange | null {
  if (NEXT_WEEK.test(words)) {
    const monday = addDays(mondayOf(today), 7);
    return { from: monday, until: addDays(monday, 4) };
  }
  const spoken = spokenDay(words.replace(OPEN, ''), today);
  const day = spoken && resolve(spoken, today);
  return day && { from: day, until: OPEN.test(words) ? null : day };
}

/** The start borrows what only the end says: `12 t/m 16 januari`, `dinsdag t/m donderdag volgende week`. */
function completeStart(left: string, right: string): string {
  const start = left.replace(FROM, '');
  if (BARE_DAY.test(start)) return `${start}${ITS_MONTH.exec(right)?.[0] ?? ''}`;
  if (BARE_WEEKDAY.test(start)) return `${start}${ITS_WEEK.exec(right)?.[0] ?? ''}`;
  return start;
}

/** `january 12 to 16`. */
function completeEnd(left: string, right: string): string {
  const month = MONTH_FIRST.exec(left.replace(FROM, ''))?.groups?.month;
  return month !== undefined && /^\d{1,2}$/.test(right) ? `${month} ${right}` : right;
}

function resolveRange(start: SpokenDay, end: SpokenDay, today: LocalDate): ReadRange | null {
  // `16 t/m 12 januari` is a slip, not a year of absence.
  const isSlip =
    start.kind === 'yearless' && end.kind === 'yearless' && end.month === start.month && end.day < start.day;
  if (isSlip) return { wrong: 'end before start' };
  const { from, until } = alreadyBegun(start, end, today) ?? fromStart(start, end, today);
  if (from === null || until === null || !agrees(start, from) || !agrees(end, until)) return null;
  return from <= until ? { from, until } : { wrong: 'end before start' };
}

type Ends = { readonly from: LocalDate | null; readonly until: LocalDate | null };

/** The end decides the year: the first end that was not over 60 days ago, and the start before it. Null when that is no likely meaning. */
function alreadyBegun(start: SpokenDay, end: SpokenDay, today: LocalDate): Ends | null {
  if (start.kind !== 'yearless' || end.kind === 'weekday') return null;
  const until = lately(end, today);
  const from = until && onOrBefore(start, until);
  return from && (from >= today || daysBetween(from, until) <= MOST_DAYS_BEGUN) ? { from, until } : null;
}

function fromStart(start: SpokenDay, end: SpokenDay, today: LocalDate): Ends {
  const from = meant(start, today);
  // `t/m 16 november` on the 18th is a slip, not a year of absence.
  if (from === today && end.kind === 'yearless') return { from, until: lately(end, today) };
  return { from, until: from && onOrAfter(end, end.kind === 'weekday' ? latest(from, today) : from) };
}

function resolve(spoken: SpokenDay, today: LocalDate): LocalDate | null {
  const day = meant(spoken, today);
  return day && agrees(spoken, day) ? day : null;
}

function meant(spoken: SpokenDay, today: LocalDate): LocalDate | null {
  return spoken.kind === 'weekday' ? onOrAfter(spoken, addDays(today, 1)) : lately(spoken, today);
}

/** The first since 60 days ago. */
function lately(spoken: SpokenDay, today: LocalDate): LocalDate | null {
  return onOrAfter(spoken, addDays(today, -MOST_DAYS_OVER));
}

/** The first such day on or after `day`; a date with its year is itself. */
function onOrAfter(spoken: SpokenDay, day: LocalDate): LocalDate | null {
  switch (spoken.kind) {
    case 'date':
      return spoken.date;
    case 'weekday':
      return addDays(day, (spoken.weekday - weekdayOf(day) + 7) % 7);
    case 'yearless':
      return inYears(spoken, day, 1).find((date) => date >= day) ?? null;
  }
}

/** The last such day on or before `day`; a date with its year is itself. */
function onOrBefore(spoken: SpokenDay, day: LocalDate): LocalDate | null {
  switch (spoken.kind) {
    case 'date':
      return spoken.date;
    case 'weekday':
      return addDays(day, -((weekdayOf(day) - spoken.weekday + 7) % 7));
    case 'yearless':
      return inYears(spoken, day, -1).find((date) => date <= day) ?? null;
  }
}

function inYears(spoken: { month: number; day: number }, day: LocalDate, step: 1 | -1): readonly LocalDate[] {
  const year = Number(day.slice(0, 4));
  const years = Array.from({ length: MOST_YEARS + 1 }, (_, index) => year + step * index);
  return years.flatMap((each) => dateOf(each, spoken.month, spoken.day) ?? []);
}

/** `dinsdag 24 november` must be a Tuesday. */
function agrees(spoken: SpokenDay, day: LocalDate): boolean {
  return spoken.kind !== 'yearless' || spoken.weekday === null || spoken.weekday === weekdayOf(day);
}
