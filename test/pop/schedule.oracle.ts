/** Who hears of the POP on which day, written a second time from PRODUCT 6 and the decisions of its issue alone, with the open days of the calendar only. */
import type { SchoolCalendar } from '../../src/calendar/school-calendar.ts';

export type OraclePlace = {
  /** `school`, `board` (without a school) or `elsewhere`. */
  readonly at: 'school' | 'board' | 'elsewhere';
  readonly days: readonly string[] | null;
  readonly from: string | null;
  readonly until: string | null;
};
export type OraclePerson = {
  readonly id: number;
  readonly places: readonly OraclePlace[];
  readonly absent: readonly { readonly from: string; readonly until: string | null }[];
  readonly pop: boolean;
  readonly lead: number | null;
  readonly director: boolean;
};
export type OracleSchool = {
  readonly calendar: SchoolCalendar;
  /** The first days of the five steps, whole dates. */
  readonly opens: Readonly<Record<'uitleg' | 'klaar' | 'gesprek' | 'opvolging' | 'evaluatie', string>>;
  readonly consent: string | null;
  readonly people: readonly OraclePerson[];
};

const NAMES = ['zo', 'ma', 'di', 'wo', 'do', 'vr', 'za'];
const at = (day: string) => new Date(`${day}T12:00:00Z`);
const shift = (day: string, days: number) => new Date(at(day).getTime() + days * 86_400_000).toISOString().slice(0, 10);
const holds = (day: string, { from, until }: { from: string | null; until: string | null }) =>
  (from === null || from <= day) && (until === null || day <= until);

function isoWeek(day: string): number {
  const thursday = shift(day, 3 - ((at(day).getUTCDay() + 6) % 7));
  const first = at(`${thursday.slice(0, 4)}-01-01`);
  return Math.floor((at(thursday).getTime() - first.getTime()) / 86_400_000 / 7) + 1;
}

/** Where they work on that day: the school comes first, then the board, then elsewhere. */
function place({ places }: OraclePerson, day: string): OraclePlace | undefined {
  for (const where of ['school', 'board', 'elsewhere']) {
    const found = places.find((one) => one.at === where && holds(day, one));
    if (found) return found;
  }
  return undefined;
}

function works(person: OraclePerson, calendar: SchoolCalendar, day: string): boolean {
  const where = place(person, day);
  if (!where || !calendar.isOpen(day as never) || person.absent.some((absence) => holds(day, absence))) return false;
  const name = NAMES[at(day).getUTCDay()]!;
  const half = isoWeek(day) % 2 === 0 ? 'even' : 'oneven';
  const own = where.days ?? ['ma', 'di', 'wo', 'do', 'vr'];
  return own.includes(name) || own.includes(`${name}-${half}`);
}

/** Is it one of more than ten school days on end, with nothing but closed days between them, on which they are absent? */
function isAwayForLong(person: OraclePerson, calendar: SchoolCalendar, day: string): boolean {
  const isAway = (one: string) => person.absent.some((absence) => holds(one, absence));
  if (!isAway(day)) return false;
  let count = 0;
  for (const step of [-1, 1]) {
    let one = step === 1 ? day : shift(day, -1);
    while (count <= 10 && (isAway(one) || !calendar.isOpen(one as never))) {
      if (calendar.isOpen(one as never)) count++;
      one = shift(one, step);
    }
  }
  return count > 10;
}

function leadOn(school: OracleSchool, person: OraclePerson, day: string): number | null {
  const recorded = school.people.find(({ id }) => id === person.lead);
  if (recorded && recorded.id !== person.id && place(recorded, day)) return recorded.id;
  const directors = school.people.filter((one) => one.director && place(one, day)?.at === 'school');
  return directors.length === 1 && directors[0]!.id !== person.id ? directors[0]!.id : null;
}

const TIMES = [
  ['uitleg', [0]],
  ['klaar', [0, 14, 24]],
  ['gesprek', [0, 14]],
  ['opvolging', [0, 14]],
  ['evaluatie', [0, 26]],
] as const;

/** `3 klaar 1 2026-10-15`: receiver, step, turn and day. */
export function oracle(school: OracleSchool): readonly string[] {
  const { opens, consent, calendar } = school;
  if (consent === null || consent > opens.evaluatie) return [];
  const has = school.people.filter(({ pop, places }) => {
    const here = places.find((one) => one.at === 'school');
    return pop && here && (here.from === null || here.from <= opens.evaluatie);
  });
  const inService = (person: OraclePerson, day: string) => place(person, day)?.at === 'school';
  const year = Array.from({ length: 365 }, (_, index) => shift('2026-08-01', index));

  return school.people.flatMap((receiver) => {
    const hears = (step: string) =>
      year.filter((day) => {
        if (!works(receiver, calendar, day) || day < consent) return false;
        if (has.includes(receiver) && inService(receiver, day)) return true;
        if (step === 'uitleg' || step === 'klaar') return false;
        return has.some(
          (person) =>
            inService(person, day) &&
            leadOn(school, person, day) === receiver.id &&
            !isAwayForLong(person, calendar, day),
        );
      });
    const planned = TIMES.map(([step, offsets]) => {
      const days = hears(step);
      return { step, days: offsets.map((offset) => days.find((day) => day >= shift(opens[step], offset))) };
    });
    return planned.flatMap(({ step, days }, index) => {
      const nextFirst = planned.slice(index + 1).flatMap(({ days }) => days[0] ?? [])[0] ?? '9999';
      if (days[0] === undefined || (step !== 'uitleg' && days[0] >= nextFirst)) return [];
      let last = '0000';
      return days.flatMap((day, turn) => {
        if (day === undefined) return [];
        if (turn > 0 && (day < shift(last, 7) || day >= nextFirst)) return [];
        last = day;
        return [`${receiver.id} ${step} ${turn} ${day}`];
      });
    });
  });
}
