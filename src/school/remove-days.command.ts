/** [Weg] behind a day of the school: the calendar of the region holds again; what is past stays. */
import { z } from 'zod';
import { command } from '../bot/command.ts';
import { UserError } from '../bot/errors.ts';
import { answer, buttonsPart } from '../bot/notice.ts';
import type { OwnDaysId } from '../people/school.store.ts';
import { periodWords } from './day-row.ts';
import { schoolFor } from './find-school.ts';
import { schoolButton, showSchool } from './school-button.ts';

export const removeDays = command({
  intent: 'school.dag-weg',
  words: [],
  example: '/school dagen',
  help: null,
  parse: () => null,
  args: z.object({
    school: z.string(),
    dag: z
      .string()
      .regex(/^\d{1,15}$/)
      .transform((text) => Number(text) as OwnDaysId),
  }),
  run: async (context, { school: typed, dag }) => {
    const { store, stamp, say, today } = context;
    const school = await schoolFor(context, typed);
    const removed = await store.school.removeDays(stamp, school.id, dag, today);
    const days = buttonsPart([schoolButton(say.plain('school.button.days'), 'school.dagen', school)]);
    if (!removed) throw new UserError(say('school.day-gone'), days);
    const key = removed.from < today ? 'school.day-ended' : 'school.day-removed';
    return answer(
      say(key, { period: periodWords(context, removed), kind: say.plain(`school.kind.${removed.kind}`) }),
      days,
    );
  },
  again: showSchool,
});
