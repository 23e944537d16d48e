/** Who prepares a meeting, written a second time from PRODUCT 6 alone: day by day, by brute force, with the weekdays of the calendar only. */
import type { SchoolCalendar } from '../../src/calendar/school-calendar.ts';
import type { PersonId, WorkingDay } from '../../src/people/person.ts';

export type OraclePerson = {
  readonly id: PersonId;
  /** Null: Monday to Friday. */
  readonly days: readonly WorkingDay[] | null;
  readonly absent: readonly { readonly from: string; readonly until: string | null }[];
};

const NAMES = ['zo', 'ma', 'di', 'wo', 'do', 'vr', 'za'];
const at = (day: string) => new Date(`${day}T12:00:00Z`);
const shift = (day: string, days: number) => new Date(at(day).getTime() + days * 86_400_000).toISOString().slice(0, 10);

/** Of its Thursday: the weeks since the Thursday of the first. */
function isoWeek(day: string): number {
  const thursday = shift(day, 3 - ((at(day).getUTCDay() + 6) % 7));
  const first = at(`${thursday.slice(0, 4)}-01-01`);
  return Math.floor((at(thursday).getTime() - first.getTime()) / 86_400_000 / 7) + 1;
}

function works(person: OraclePerson, calendar: SchoolCalendar, day: string): boolean {
  const name = NAMES[at(day).getUTCDay()]!;
  const half = isoWeek(day) % 2 === 0 ? 'even' : 'oneven';
  const own = person.days ?? ['ma', 'di', 'wo', 'do', 'vr'];
  const onDay = own.some((each) => each === name || each === `${name}-${half}`);
  const away = person.absent.some(({ from, until }) => from <= day && (until === null || day <= until));
  return calendar.isOpen(day as never) && onDay && !away;
}

/** `meetings`: all days on which the team meets. Null: nobody. */
export function oracle(
  meeting: string,
  meetings: readonly string[],
  calendar: SchoolCalendar,
  chair: OraclePerson,
  deputy: OraclePerson | null,
): { receiver: PersonId; day: string } | null {
  const w: string[] = [];
  for (let back = 1; back <= 7; back++) {
    const day = shift(meeting, -back);
    if (meetings.includes(day)) break;
    if (calendar.isOpen(day as never)) w.push(day);
  }
  for (const person of [chair, deputy]) {
    if (person === null) continue;
    for (let index = 1; index < w.length; index++) {
      if (works(person, calendar, w[index]!)) return { receiver: person.id, day: w[index]! };
    }
    if (w.length > 0 && works(person, calendar, w[0]!)) return { receiver: person.id, day: w[0]! };
  }
  for (const person of [chair, deputy]) {
    if (person !== null && works(person, calendar, meeting)) return { receiver: person.id, day: meeting };
  }
  return null;
}
