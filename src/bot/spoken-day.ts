/**
 * The grammar of days: `14-11`, `14 november`, `dinsdag 24 november`, `over 2 weken`, `volgende week dinsdag`, `tomorrow`.
 * One table of forms, Dutch and English; what a form leaves open (the year, which Friday) is decided in `dates.ts`.
 */
import { addDays, dateOf, type LocalDate, mondayOf, type Weekday, weekdayOf } from '../calendar/local-date.ts';
import { WEEKDAY_WORDS } from '../calendar/weekday-words.ts';

/** A day as far as the words tell it. */
export type SpokenDay =
  | { readonly kind: 'date'; readonly date: LocalDate }
  | { readonly kind: 'weekday'; readonly weekday: Weekday }
  | { readonly kind: 'yearless'; readonly month: number; readonly day: number; readonly weekday: Weekday | null };

const numbered = (lines: readonly string[]): ReadonlyMap<string, number> =>
  new Map(lines.flatMap((line, index) => line.split(' ').map((word) => [word, index + 1] as const)));

const MONTH_WORDS = numbered([
  'januari january jan',
  'februari february feb',
  'maart march mrt mar',
  'april apr',
  'mei may',
  'juni june jun',
  'juli july jul',
  'augustus august aug',
  'september sept sep',
  'oktober october okt oct',
  'november nov',
  'december dec',
]);

const NUMBER_WORDS = numbered([
  'een één a an one',
  'twee two',
  'drie three',
  'vier four',
  'vijf five',
  'zes six',
  'zeven seven',
  'acht eight',
  'negen nine',
  'tien ten',
]);

const oneOf = (words: ReadonlyMap<string, unknown>) => [...words.keys()].join('|');

/** Pieces of a regular expression, used for days here and for ranges in `dates.ts`. */
export const WEEKDAY = `(?:${oneOf(WEEKDAY_WORDS)})`;
export const MONTH = `(?:${oneOf(MONTH_WORDS)})`;
export const DAY_OF_MONTH = '\\d{1,2}(?:e|ste|de|st|nd|rd|th)?';
export const THIS_OR_NEXT_WEEK = '(?:deze|this|volgende|next) week';

const WEEKDAY_HERE = `(?<weekday>${WEEKDAY})`;
const ON_WEEKDAY = `(?:${WEEKDAY_HERE} )?`;
const AMOUNT = `(?:over|in) (?<amount>\\d{1,3}|${oneOf(NUMBER_WORDS)})`;

type Found = Readonly<Record<string, string | undefined>>;
type Meaning = (found: Found, today: LocalDate) => SpokenDay | null;

const ahead: (days: number) => Meaning = (days) => (_, today) => ({ kind: 'date', date: addDays(today, days) });

const coming: Meaning = ({ weekday }) => ({ kind: 'weekday', weekday: WEEKDAY_WORDS.get(weekday!)! });

const inThatWeek: Meaning = ({ weekday, week }, today) => {
  const monday = mondayOf(today);
  const weeks = week === 'deze' || week === 'this' ? 0 : 1;
  return { kind: 'date', date: addDays(monday, 7 * weeks + WEEKDAY_WORDS.get(weekday!)! - 1) };
};

const FORMS: readonly (readonly [words: string, meaning: Meaning])[] = [
  ['(?:vandaag|today)', ahead(0)],
  ['(?:morgen|tomorrow)', ahead(1)],
  ['(?:overmorgen|(?:the )?day after tomorrow)', ahead(2)],
  ['(?:gisteren|yesterday)', ahead(-1)],
  [`${AMOUNT} (?:dag|dagen|days?)`, ({ amount }, today) => ahead(numberOf(amount!))({}, today)],
  [`${AMOUNT} (?:week|weken|weeks)`, ({ amount }, today) => ahead(7 * numberOf(amount!))({}, today)],
  [`${AMOUNT} (?:maand|maanden|months?)`, ({ amount }, today) => monthsAhead(numberOf(amount!), today)],
  // `zo` alone is a word of any sentence ("zo snel mogelijk"), not a Sunday.
  [`(?!zo$)${WEEKDAY_HERE}`, coming],
  [`(?:aanstaande|aankomende|komende|eerstvolgende|a\\.s|(?:this )?coming) ${WEEKDAY_HERE}`, coming],
  [`${WEEKDAY_HERE} (?:aanstaande|a\\.s)`, coming],
  [`(?<week>deze|this|volgende|next) week (?:op |on )?${WEEKDAY_HERE}`, inThatWeek],
  [`${WEEKDAY_HERE} (?<week>deze|this|volgende|next) week`, inThatWeek],
  ['(?<year>20\\d\\d)-(?<month>\\d{1,2})-(?<day>\\d{1,2})', calendarDay],
  [`${ON_WEEKDAY}(?<day>\\d{1,2})(?<mark>[-/])(?<month>\\d{1,2})(?:\\k<mark>(?<year>20\\d\\d|\\d\\d))?`, calendarDay],
  [`${ON_WEEKDAY}(?<day>${DAY_OF_MONTH}) (?<month>${MONTH})(?: (?<year>20\\d\\d))?`, calendarDay],
  [`${ON_WEEKDAY}(?<month>${MONTH}) (?<day>${DAY_OF_MONTH})(?: (?<year>20\\d\\d))?`, calendarDay],
];

const LEAD_IN = '(?:uiterlijk )?(?:(?:op|on|voor|vóór|by) )?';

const PATTERNS = FORMS.map(([words, meaning]) => ({ pattern: new RegExp(`^${LEAD_IN}${words}$`), meaning }));

/** Reads words that `spokenWords` made; null when they are no day or one that does not exist. */
export function spokenDay(words: string, today: LocalDate): SpokenDay | null {
  for (const { pattern, meaning } of PATTERNS) {
    const match = pattern.exec(words);
    if (match) return meaning(match.groups ?? {}, today);
  }
  return null;
}

/** Lower case, single spaces, without the comma or full stop after a word; null for text longer than `most` characters. */
export function spokenWords(text: string, most: number): string | null {
  if (text.length > most) return null;
  const words = text.normalize('NFC').toLowerCase().split(/\s+/);
  return words
    .map((word) => word.replace(/[,.;:!?]+$/, ''))
    .filter((word) => word !== '')
    .join(' ');
}

function calendarDay(found: Found): SpokenDay | null {
  const day = Number.parseInt(found.day!, 10);
  const month = MONTH_WORDS.get(found.month!) ?? Number(found.month);
  const weekday = found.weekday === undefined ? null : WEEKDAY_WORDS.get(found.weekday)!;
  if (found.year === undefined) return { kind: 'yearless', month, day, weekday };
  const date = dateOf(2000 + (Number(found.year) % 100), month, day);
  return date === null || (weekday !== null && weekdayOf(date) !== weekday) ? null : { kind: 'date', date };
}

function monthsAhead(months: number, today: LocalDate): SpokenDay {
  const month = Number(today.slice(5, 7)) - 1 + months;
  const [year, day] = [Number(today.slice(0, 4)) + Math.floor(month / 12), Number(today.slice(8))];
  let date: LocalDate | null = null;
  // A month after 31 January is the last day of February.
  for (let last = day; date === null; last--) date = dateOf(year, (month % 12) + 1, last);
  return { kind: 'date', date };
}

function numberOf(amount: string): number {
  return NUMBER_WORDS.get(amount) ?? Number(amount);
}
