/** A stored value in words, for the file that people read. Names of commands and kinds of message stay as the program has them. Pure. */
import type { Say } from '../bot/text.ts';
import { type LocalDate, parseLocalDate } from '../calendar/local-date.ts';
import { localDateOf, localTimeOf } from '../calendar/zone.ts';
import type { GoalStatus } from '../goals/goal.ts';
import { stateOf } from '../goals/status.ts';
import type { Language, Role, WorkingDay } from '../people/person.ts';
import { workingDayWords } from '../people/working-day-words.ts';
import type { Talk } from '../pop/pop.ts';
import { roleWords } from '../school/staff-fields.ts';
import { LABEL_KINDS, type Label, type OwnValue } from './own-records.ts';

export function valueWords(say: Say, label: Label, value: OwnValue): string {
  if (value instanceof Date) return momentWords(say, value);
  if (typeof value === 'boolean') return say.plain(value ? 'mydata.yes' : 'mydata.no');
  const text = Array.isArray(value) ? value.join(', ') : String(value);
  switch (label) {
    case 'author':
      return say.plain(value === 'bot' ? 'mydata.bot' : 'mydata.you');
    case 'language':
      return say.plain(`settings.language.${value as Language}`);
    case 'roles':
      return roleWords(value as readonly Role[], say);
    case 'workingDays':
      return workingDayWords(say, value as readonly WorkingDay[]);
    case 'status':
      return stateOf(value as GoalStatus, say).word;
    case 'talk':
      return say.plain(`pop.talk.${value as Talk}`);
    default: {
      const day = LABEL_KINDS[label] === 'day' ? parseLocalDate(text) : null;
      return day ? dayWords(say, day) : text;
    }
  }
}

/** `24 november 2026, 09:30`, in Dutch time. */
export function momentWords(say: Say, at: Date): string {
  return `${dayWords(say, localDateOf(at))}, ${localTimeOf(at)}`;
}

/** Always with the year: the file is kept. */
function dayWords(say: Say, day: LocalDate): string {
  return `${say.dayMonth(day)} ${day.slice(0, 4)}`;
}
