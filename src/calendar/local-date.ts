/** A day as people say it, without a time or a zone: `2026-11-24`. All rules work on this type. */

declare const localDateBrand: unique symbol;

/** A calendar day in the form `yyyy-mm-dd`. It compares with `<` and `===` as text. */
export type LocalDate = string & { readonly [localDateBrand]: true };

/** ISO weekday: 1 is Monday, 7 is Sunday. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

const DAY = 86_400_000;
const ZERO = '0'.charCodeAt(0);
/** The days on which plans are made, as text: planning goes through them for every school and person, so each is written once. */
const TEXTS = new Map<number, LocalDate>();
const LAST_KEPT = Date.UTC(2100, 0, 1) / DAY;
const PATTERN = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Days since 1970-01-01; whole numbers, so that adding days never meets a clock change. */
export function dayNumber(date: LocalDate): number {
  const year = twoDigits(date, 0) * 100 + twoDigits(date, 2);
  return Date.UTC(year, twoDigits(date, 5) - 1, twoDigits(date, 8)) / DAY;
}

/** Planning does this more than anything else, and cutting the text in pieces is slow. */
function twoDigits(date: LocalDate, index: number): number {
  return (date.charCodeAt(index) - ZERO) * 10 + date.charCodeAt(index + 1) - ZERO;
}

/** The day that is `number` days after 1970-01-01. */
export function fromDayNumber(number: number): LocalDate {
  const known = TEXTS.get(number);
  if (known !== undefined) return known;
  const text = new Date(number * DAY).toISOString().slice(0, 10) as LocalDate;
  if (number >= 0 && number < LAST_KEPT) TEXTS.set(number, text);
  return text;
}

/** Reads `yyyy-mm-dd`, or gives null when that day does not exist. */
export function parseLocalDate(text: string): LocalDate | null {
  if (!PATTERN.test(text)) return null;
  const date = text as LocalDate;
  const number = dayNumber(date);
  return Number.isFinite(number) && fromDayNumber(number) === date ? date : null;
}

/** Reads `yyyy-mm-dd`; throws a RangeError when that day does not exist. */
export function localDate(text: string): LocalDate {
  const date = parseLocalDate(text);
  if (date === null) throw new RangeError(`not a day: ${text}`);
  return date;
}

/** The day of this year, month (1-12) and day of the month, or null when it does not exist. */
export function dateOf(year: number, month: number, day: number): LocalDate | null {
  const pad = (value: number, width: number) => String(value).padStart(width, '0');
  return parseLocalDate(`${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`);
}

export function addDays(date: LocalDate, days: number): LocalDate {
  return fromDayNumber(dayNumber(date) + days);
}

/** The same day of the next year; of 29 February the 28th. */
export function nextYear(date: LocalDate): LocalDate {
  const [year, month, day] = [Number(date.slice(0, 4)) + 1, Number(date.slice(5, 7)), Number(date.slice(8))];
  return dateOf(year, month, day) ?? dateOf(year, month, day - 1)!;
}

/** How many days `to` is after `from`; negative when it is before. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return dayNumber(to) - dayNumber(from);
}

export function weekdayOf(date: LocalDate): Weekday {
  // 1970-01-01 was a Thursday.
  return (((((dayNumber(date) + 3) % 7) + 7) % 7) + 1) as Weekday;
}

/** The Monday of the calendar week of `date`. */
export function mondayOf(date: LocalDate): LocalDate {
  return addDays(date, 1 - weekdayOf(date));
}

/** ISO 8601 week number, 1 to 53: the week of a day is the week of its Thursday. */
export function isoWeekOf(date: LocalDate): number {
  const thursday = dayNumber(date) + 4 - weekdayOf(date);
  const firstOfYear = dayNumber(localDate(`${fromDayNumber(thursday).slice(0, 4)}-01-01`));
  return Math.floor((thursday - firstOfYear) / 7) + 1;
}

/** Every day from `from` until and including `until`. */
export function* eachDay(from: LocalDate, until: LocalDate): Generator<LocalDate> {
  const last = dayNumber(until);
  for (let day = dayNumber(from); day <= last; day++) yield fromDayNumber(day);
}

export function earliest(a: LocalDate, b: LocalDate): LocalDate {
  return a < b ? a : b;
}

export function latest(a: LocalDate, b: LocalDate): LocalDate {
  return a > b ? a : b;
}

/** Is `date` within `from`..`until`, both inclusive? An open end is null. */
export function isWithin(date: LocalDate, range: { from: LocalDate | null; until: LocalDate | null }): boolean {
  return (range.from === null || range.from <= date) && (range.until === null || date <= range.until);
}
