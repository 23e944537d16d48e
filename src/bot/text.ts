/** How a sentence of `prompts/` becomes rich text: markup comes from the sentence only, what people typed stays literal. */
import { IntlMessageFormat } from 'intl-messageformat';
import { en } from '../../prompts/en/index.ts';
import { nl } from '../../prompts/nl/index.ts';
import { type LocalDate, weekdayOf } from '../calendar/local-date.ts';
import type { Language } from '../people/person.ts';
import type { RichText, Span } from './reply.ts';

export type TextKey = keyof typeof nl;

/** `Before` ends in a branch of a plural or select, so that the brace opens a text and not a parameter. */
type OpensBranch<Before extends string> = Before extends `${string}${'one' | 'other' | 'yes' | 'no' | `=${number}`} `
  ? true
  : false;
type NameOf<After extends string> = After extends `${infer Inside}}${string}`
  ? Inside extends `${infer Name},${string}`
    ? Name
    : Inside
  : never;
type NamesIn<Message extends string> = Message extends `${infer Before}{${infer After}`
  ? (OpensBranch<Before> extends true ? never : NameOf<After>) | NamesIn<After>
  : never;

/** The parameters of a sentence, read from the sentence itself. Text is literal; rich text keeps its own styles. */
export type Params<Key extends TextKey> = { readonly [Name in NamesIn<(typeof nl)[Key]>]: string | number | RichText };

/** Sentences without parameters. */
export type PlainKey = { [Key in TextKey]: [NamesIn<(typeof nl)[Key]>] extends [never] ? Key : never }[TextKey];

type Arguments<Key extends TextKey> = [NamesIn<(typeof nl)[Key]>] extends [never] ? [] : [params: Params<Key>];

export interface Say {
  <Key extends TextKey>(key: Key, ...params: Arguments<Key>): RichText;
  /** The same without any style, for labels. */
  plain<Key extends TextKey>(key: Key, ...params: Arguments<Key>): string;
  /** `dinsdag 24 november`; with the year when it is not the year of `near`. */
  date(date: LocalDate, near?: LocalDate): string;
  /** `24 november`; with the year when it is not the year of `near`. */
  dayMonth(date: LocalDate, near?: LocalDate): string;
  /** `november`; with the year when it is not the year of `near`. */
  month(date: LocalDate, near?: LocalDate): string;
  /** `72%`, `3,5 punten`, `12`. */
  value(value: number, unit: string): string;
  /** `Sanne, Nico en Nadia`. */
  list(items: readonly string[]): string;
  readonly language: Language;
}

const LOCALES = { nl: 'nl-NL', en: 'en-GB' } as const;
const MESSAGES: Readonly<Record<Language, Readonly<Record<TextKey, string>>>> = { nl, en };

/** The voice in one language. Made once per language; the sentences are parsed when they are first said. */
export function say(language: Language): Say {
  let made = VOICES.get(language);
  if (!made) {
    made = makeSay(language);
    VOICES.set(language, made);
  }
  return made;
}

const VOICES = new Map<Language, Say>();

function makeSay(language: Language): Say {
  const locale = LOCALES[language];
  const formats = new Map<TextKey, IntlMessageFormat>();
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 });
  const list = new Intl.ListFormat(locale, { type: 'conjunction' });
  const names = {
    weekday: dateNames(locale, { weekday: 'long' }, (n) => Date.UTC(2024, 0, n), 7),
    month: dateNames(locale, { month: 'long' }, (n) => Date.UTC(2024, n - 1, 1), 12),
  };

  const rich = (key: TextKey, params: Readonly<Record<string, string | number | RichText>> = {}): RichText => {
    let format = formats.get(key);
    if (!format) {
      format = new IntlMessageFormat(MESSAGES[language][key], locale);
      formats.set(key, format);
    }
    const values: Record<string, unknown> = { b: styled('bold'), i: styled('italic'), c: styled('code') };
    for (const name in params) {
      const value = params[name]!;
      values[name] =
        typeof value === 'string'
          ? new Literal([{ text: value }])
          : typeof value === 'number'
            ? value
            : new Literal(value);
    }
    return joined(spansOf(format.format(values as Record<string, string>)));
  };

  const month = (date: LocalDate, near?: LocalDate): string => {
    const text = names.month[Number(date.slice(5, 7)) - 1]!;
    return near && near.slice(0, 4) !== date.slice(0, 4) ? `${text} ${date.slice(0, 4)}` : text;
  };
  const dayMonth = (date: LocalDate, near?: LocalDate): string => `${Number(date.slice(8))} ${month(date, near)}`;

  return Object.assign(rich as Say, {
    plain: (key: TextKey, params?: Readonly<Record<string, string | number | RichText>>) =>
      plainText(rich(key, params)),
    date: (date: LocalDate, near?: LocalDate) => `${names.weekday[weekdayOf(date) - 1]} ${dayMonth(date, near)}`,
    dayMonth,
    month,
    value: (value: number, unit: string) =>
      unit === '%' ? `${number.format(value)}%` : `${number.format(value)} ${unit}`.trim(),
    list: (items: readonly string[]) => list.format(items),
    language,
  });
}

/** Is there a sentence with this name? For words of what is stored as a code. */
export function isTextKey(name: string): name is TextKey {
  return Object.hasOwn(nl, name);
}

/** The text of spans without their styles. */
export function plainText(text: RichText): string {
  return text.map((span) => span.text).join('');
}

/** People's words, literally. */
export function literal(text: string, style?: Span['style']): RichText {
  return [style ? { text, style } : { text }];
}

/** A parameter that the formatter passes on as it is. */
class Literal {
  readonly spans: RichText;
  constructor(spans: RichText) {
    this.spans = spans;
  }
}

function styled(style: NonNullable<Span['style']>) {
  return (chunks: readonly unknown[]) =>
    new Literal(spansOf(chunks).map((span) => ({ text: span.text, style: span.style ?? style })));
}

function spansOf(formatted: unknown): Span[] {
  if (Array.isArray(formatted)) return formatted.flatMap(spansOf);
  if (formatted instanceof Literal) return [...formatted.spans];
  return [{ text: String(formatted) }];
}

/** Neighbours of one style become one span; empty ones vanish. */
function joined(spans: readonly Span[]): RichText {
  const out: Span[] = [];
  for (const span of spans) {
    const last = out.at(-1);
    if (span.text === '') continue;
    if (last && last.style === span.style) out[out.length - 1] = { ...last, text: last.text + span.text };
    else out.push(span);
  }
  return out;
}

function dateNames(
  locale: string,
  options: Intl.DateTimeFormatOptions,
  at: (n: number) => number,
  count: number,
): string[] {
  const format = new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' });
  return Array.from({ length: count }, (_, index) => format.format(at(index + 1)));
}
