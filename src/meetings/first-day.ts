/** The day on which a meeting was first planned, however often it was moved since. Pure. */
import type { LocalDate } from '../calendar/local-date.ts';
import type { StoredMeeting } from './meeting.ts';

/**
 * Goes back along the moves. Who moves a meeting there and back and there again leaves a circle: then it is the day in it that
 * the rhythm gives (`isOfRhythm`), else the earliest.
 */
export function firstDayOf(
  date: LocalDate,
  stored: ReadonlyMap<LocalDate, Pick<StoredMeeting, 'movedFrom' | 'movedTo'>>,
  isOfRhythm: (day: LocalDate) => boolean,
): LocalDate {
  const passed: LocalDate[] = [];
  for (let day = date; ; ) {
    const from = stored.get(day)?.movedFrom ?? null;
    if (from === null) return day;
    passed.push(day);
    if (passed.includes(from)) return ofCircle(passed.slice(passed.indexOf(from)), isOfRhythm);
    // Another meeting came to that day since, so what was before it is not known any more.
    if (stored.get(from)?.movedTo !== day) return from;
    day = from;
  }
}

function ofCircle(days: readonly LocalDate[], isOfRhythm: (day: LocalDate) => boolean): LocalDate {
  const [first] = days.toSorted();
  return days.find(isOfRhythm) ?? first!;
}
