/** What a cell may hold: a day, a time, a number, ja or nee, an e-mail address, a word of a list. Each is read from text and written back. */
import { dateOf, type LocalDate } from '../calendar/local-date.ts';
import { type LocalTime, parseLocalTime } from '../calendar/zone.ts';
import { closest } from './closest.ts';
import { message, type Problem, problem } from './finding.ts';

export type Read<T> = { readonly value: T } | { readonly problem: Problem };

/** `read` gets text that is tidy and not empty; `write` gives the one way in which the value is written. */
export type Kind<T> = {
  read(text: string): Read<T>;
  write(value: T): string;
};

/** Text of at most so many characters, as people count them. */
export function text(max: number): Kind<string> {
  return {
    read: (typed) => ([...typed].length <= max ? { value: typed } : wrong(message('import.too-long', { max }))),
    write: (value) => value,
  };
}

/** What a school, a team or a person is called. */
export const name = text(120);

/** `2026-11-14` or `14-11-2026`. */
export const day: Kind<LocalDate> = {
  read(typed) {
    const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(typed);
    const dutch = /^(\d{1,2})-(\d{1,2})-(\d{4})$/.exec(typed);
    const [year, month, date] = iso ? iso.slice(1) : dutch ? dutch.slice(1).reverse() : [];
    const value = year === undefined ? null : dateOf(Number(year), Number(month), Number(date));
    // Nobody plans further ahead, and somebody who works at a school was not there before.
    if (value !== null && value >= '1950-01-01' && value <= '2100-12-31') return { value };
    return wrong(message('import.not-a-day', { typed }), message('import.hint-day', {}));
  },
  write: (value) => value,
};

/** `15:00` or `15.00`. */
export const time: Kind<LocalTime> = {
  read(typed) {
    const value = parseLocalTime(typed.replace(/^(\d{1,2}:\d{2}):00$/, '$1'));
    return value === null ? wrong(message('import.not-a-time', { typed }), message('import.hint-time', {})) : { value };
  },
  write: (value) => value,
};

/** A whole number from `min` to `max`, both included. */
export function whole(min: number, max: number): Kind<number> {
  return {
    read(typed) {
      const value = /^\d{1,9}$/.test(typed) ? Number(typed) : Number.NaN;
      return value >= min && value <= max ? { value } : wrong(message('import.not-whole', { typed, min, max }));
    },
    write: String,
  };
}

/** A number and whether it was written as a percentage. */
export type Measure = { readonly number: number; readonly percent: boolean };

/** `12`, `12,5`, `12.5` or `13%`. */
export const measure: Kind<Measure> = {
  read(typed) {
    const match = /^([-−]?\d{1,15}(?:[.,]\d{1,15})?)\s*(%?)$/.exec(typed);
    if (!match) return wrong(message('import.not-a-number', { typed }), message('import.hint-number', {}));
    // In Dutch 1.250 is a thousand and more, elsewhere it is one and a quarter.
    if (/\.\d{3}$/.test(match[1]!)) {
      return wrong(message('import.ambiguous-number', { typed }), message('import.hint-ambiguous-number', {}));
    }
    const number = Number(match[1]!.replace(',', '.').replace('−', '-'));
    return { value: { number: number === 0 ? 0 : number, percent: match[2] === '%' } };
  },
  write: ({ number }) => decimalComma(number),
};

/** The number with a comma, and small ones without an exponent. */
export function decimalComma(number: number): string {
  const plain = String(number);
  return (plain.includes('e-') ? number.toFixed(15).replace(/\.?0+$/, '') : plain).replace('.', ',');
}

export const yesNo: Kind<boolean> = {
  read(typed) {
    const word = typed.toLowerCase();
    if (word === 'ja' || word === 'nee') return { value: word === 'ja' };
    return wrong(message('import.not-yes-no', { typed }));
  },
  write: (value) => (value ? 'ja' : 'nee'),
};

/** An address; kept in lower case, because that is how people are matched. */
export const email: Kind<string> = {
  read(typed) {
    const value = typed.toLowerCase();
    const right = value.length <= 254 && /^[^\s@,;:<>()"]+@[^\s@,;:<>()"]+\.[^\s@.,;:<>()"]+$/.test(value);
    return right ? { value } : wrong(message('import.not-an-address', { typed }));
  },
  write: (value) => value,
};

/** One of these words; capitals, and `_` or `-` for a space, make no difference. `called` is what the words are, in plural. */
export function word<const Word extends string>(words: readonly Word[]): Kind<Word> {
  const byName = new Map(words.map((one) => [asName(one), one]));
  return {
    read(typed) {
      const value = byName.get(asName(typed));
      if (value !== undefined) return { value };
      const nearest = closest(typed, words);
      const choices = words.join(', ');
      return nearest === null
        ? wrong(message('import.unknown-word', { typed }), message('import.hint-choices', { choices }))
        : wrong(
            message('import.unknown-word-nearest', { typed, nearest }),
            message('import.hint-choices', { choices }),
          );
    },
    write: (value) => value,
  };
}

/** A list with commas; each part once, in the order that `compare` gives, or as typed without it. */
export function list<Item>(item: Kind<Item>, compare?: (a: Item, b: Item) => number): Kind<readonly Item[]> {
  const inOrder = (items: readonly Item[]) => (compare ? [...items].sort(compare) : items);
  return {
    read(typed) {
      const parts = typed
        .split(',')
        .map((part) => part.trim())
        .filter((part) => part !== '');
      if (parts.length === 0) return wrong(message('import.empty-list', { typed }));
      const items = new Map<string, Item>();
      for (const part of parts) {
        const read = item.read(part);
        if ('problem' in read) return read;
        items.set(item.write(read.value), read.value);
      }
      return { value: inOrder([...items.values()]) };
    },
    write: (items) => inOrder(items).map(item.write).join(','),
  };
}

/** How names of columns, sheets and words are compared. */
export function asName(typed: string): string {
  return typed
    .trim()
    .toLowerCase()
    .replace(/[\s_-]+/g, '_');
}

function wrong(what: Problem['message'], hint: Problem['hint'] = null): { readonly problem: Problem } {
  return { problem: problem(what, hint) };
}
