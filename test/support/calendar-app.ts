/** What a calendar program makes of `.ics` files, read by a strict parser that is not the library that wrote them. */
import ICAL from 'ical.js';

export type ReadEntry = {
  readonly uid: string;
  readonly sequence: number;
  /** ISO, in UTC; of a whole day `yyyy-mm-dd`. */
  readonly start: string;
  readonly end: string;
  readonly title: string;
  /** Null: the line is not there. */
  readonly note: string | null;
  readonly status: string;
  readonly transparency: string;
  readonly stamp: string;
  readonly class: string | null;
};

/** Once each, and in any case; RFC 5545 and 5546 ask for the first six. */
const ONCE = ['uid', 'dtstamp', 'dtstart', 'dtend', 'sequence', 'summary', 'status', 'transp'];
const OCTETS = 75;

/** Reads a file. Throws when a line is not as the RFC wants it, or something is missing or there twice. */
export function readCalendar(content: string): readonly ReadEntry[] {
  checkLines(content);
  if (!ICAL.design.strict) throw new Error('the parser is lenient');
  const calendar = new ICAL.Component(ICAL.parse(content) as unknown[]);
  if (calendar.name !== 'vcalendar') throw new Error(`no calendar: ${calendar.name}`);
  if (calendar.getFirstPropertyValue('version') !== '2.0') throw new Error('no version');
  if (calendar.getFirstPropertyValue('method') !== 'PUBLISH') throw new Error('no method');
  if (!calendar.getFirstPropertyValue('prodid')) throw new Error('no maker');
  const events = calendar.getAllSubcomponents();
  if (events.length === 0 || events.some(({ name }) => name !== 'vevent')) throw new Error('no events alone');
  return events.map(entryOf);
}

function checkLines(content: string): void {
  if (!content.endsWith('\r\n')) throw new Error('the last line does not end');
  const lines = content.slice(0, -2).split('\r\n');
  for (const line of lines) {
    if (Buffer.byteLength(line) > OCTETS) throw new Error(`too long: ${line}`);
    if (/(?!\t)\p{Cc}|\p{Cs}/u.test(line)) throw new Error(`a control character: ${JSON.stringify(line)}`);
    if (line === '') throw new Error('an empty line');
  }
}

function entryOf(event: ICAL.Component): ReadEntry {
  for (const name of ONCE) {
    const count = event.getAllProperties(name).length;
    if (count !== 1) throw new Error(`${name}: ${count} times`);
  }
  const text = (name: string) => {
    const value = event.getFirstPropertyValue(name);
    return value === null ? null : String(value);
  };
  const time = (name: string) => {
    const value = event.getFirstPropertyValue(name) as ICAL.Time;
    if (!value.isDate && value.zone !== ICAL.Timezone.utcTimezone) throw new Error(`${name} is not in UTC`);
    return value.toString();
  };
  return {
    uid: text('uid')!,
    sequence: Number(text('sequence')),
    start: time('dtstart'),
    end: time('dtend'),
    title: text('summary')!,
    note: text('description'),
    status: text('status')!,
    transparency: text('transp')!,
    stamp: time('dtstamp'),
    class: text('class'),
  };
}

/** Somebody's calendar: one entry per uid, and an older version never takes the place of a newer one. */
export class CalendarApp {
  readonly #entries = new Map<string, ReadEntry>();

  /** Throws when a uid is there twice in the file, or when an entry that changed is no newer version. */
  open(content: string): void {
    const entries = readCalendar(content);
    if (new Set(entries.map(({ uid }) => uid)).size !== entries.length) throw new Error('a uid is there twice');
    for (const entry of entries) {
      const known = this.#entries.get(entry.uid);
      if (known && known.sequence >= entry.sequence && looks(known) !== looks(entry)) {
        throw new Error(`${entry.uid} changed at the same sequence`);
      }
      this.#entries.set(entry.uid, entry);
    }
  }

  /** What is not struck out, by start. */
  shown(): readonly ReadEntry[] {
    return [...this.#entries.values()]
      .filter(({ status }) => status === 'CONFIRMED')
      .sort((a, b) => (a.start < b.start ? -1 : 1));
  }
}

function looks({ start, end, title, note, status }: ReadEntry): string {
  return JSON.stringify([start, end, title, note, status]);
}
