/** `ma t/m vr`, `ma, di en wo (even weken)`: working days as people say them. */
import type { Say } from '../bot/text.ts';
import { WEEKDAYS } from '../calendar/weekdays.ts';
import type { WorkingDay } from './person.ts';

type Weekday = (typeof WEEKDAYS)[number];

/** Three or more days in a row are written as a range. */
const SHORTEST_RANGE = 3;

/** In the order of the week; empty without a day. */
export function workingDayWords(say: Say, workingDays: readonly WorkingDay[]): string {
  const everyWeek = runs(WEEKDAYS.map((day) => (workingDays.includes(day) ? day : null)));
  const words = everyWeek.flatMap((run) => {
    const names = run.map((day) => ({ at: WEEKDAYS.indexOf(day), text: say.plain(`day.${day}`) }));
    const [first, last] = [names[0]!, names.at(-1)!];
    if (run.length < SHORTEST_RANGE) return names;
    return [{ at: first.at, text: say.plain('day.range', { from: first.text, until: last.text }) }];
  });
  const everySecond = workingDays.flatMap((one) => {
    const [day, week] = one.split('-') as [Weekday, 'even' | 'oneven' | undefined];
    if (week === undefined) return [];
    return [
      { at: WEEKDAYS.indexOf(day), text: say.plain(`day.every-second.${week}`, { day: say.plain(`day.${day}`) }) },
    ];
  });
  return say.list([...words, ...everySecond].sort((a, b) => a.at - b.at).map(({ text }) => text));
}

/** Days that follow each other, together. */
function runs(days: readonly (Weekday | null)[]): readonly (readonly Weekday[])[] {
  const found: Weekday[][] = [[]];
  for (const day of days) {
    if (day === null) found.push([]);
    else found.at(-1)!.push(day);
  }
  return found.filter((run) => run.length > 0);
}
