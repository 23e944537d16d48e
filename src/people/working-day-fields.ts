/** The two fields of a form that ask for somebody's working days: every week, and every other week. */
import type { Field } from '../bot/reply.ts';
import type { Say } from '../bot/text.ts';
import { WEEKDAYS } from '../calendar/weekdays.ts';
import type { WorkingDay } from './person.ts';

/** A field's name and label. */
type Named = { readonly name: string; readonly label: string };

export function dayFields(say: Say, days: readonly WorkingDay[], weekly: Named, alternate: Named): readonly Field[] {
  return [
    {
      kind: 'choices',
      ...weekly,
      required: false,
      options: WEEKDAYS.map((day) => ({ value: day, label: say.plain(`day.${day}`) })),
      value: days.filter((day) => !day.includes('-')).join(','),
    },
    {
      kind: 'text',
      ...alternate,
      hint: say.plain('settings.alternate-hint'),
      required: false,
      maxLength: 60,
      value: days.filter((day) => day.includes('-')).join(', '),
    },
  ];
}
