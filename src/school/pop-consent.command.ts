/** `/school pgmr`: the date on which the PGMR agreed to POP; without it POP is off at the school. */
import { z } from 'zod';
import { type Context, command, short } from '../bot/command.ts';
import { readDay } from '../bot/dates.ts';
import { UserError } from '../bot/errors.ts';
import { sentForm } from '../bot/go-on.ts';
import { answer } from '../bot/notice.ts';
import type { Form, Notice } from '../bot/reply.ts';
import { wordsOf } from '../bot/tokens.ts';
import type { LocalDate } from '../calendar/local-date.ts';
import type { School } from '../people/person.ts';
import { schoolArgument, schoolFor } from './find-school.ts';
import { showSchool } from './school-button.ts';

export const popConsent = command({
  intent: 'school.pgmr',
  words: ['school pgmr'],
  example: '/school pgmr',
  help: null,
  parse: (rest): Record<string, string> => (rest.length === 0 ? {} : { school: wordsOf(rest) }),
  args: z.object({
    school: z.string().optional(),
    datum: z.string().optional(),
    /** Only a form has it: an empty date then means that POP goes off. */
    klaar: z.literal('ja').optional(),
  }),
  run: async (context, { school: typed, datum, klaar }) => {
    const school = await schoolFor(context, typed);
    const open = () => form(context, school);
    return klaar ? sentForm(context, open, () => save(context, school, datum)) : open();
  },
  again: showSchool,
});

async function save(context: Context, school: School, datum: string | undefined): Promise<Notice> {
  const { store, stamp, say, today } = context;
  const date = datum === undefined ? null : consentDay(context, datum);
  await store.school.setPopConsent(stamp, school.id, date);
  if (date === null) return answer(say('school.pop-saved-off', { school: school.name }));
  return answer(say('school.pop-saved', { school: school.name, date: say.dayMonth(date, today) }));
}

/** Whoever agreed did so today or before. */
function consentDay({ say, today }: Context, typed: string): LocalDate {
  const day = readDay(typed, today);
  if (day === null) throw new UserError(say('bot.date-unknown', { typed: short(typed) }));
  if (day > today) throw new UserError(say('school.pop-ahead'));
  return day;
}

async function form({ say, store }: Context, school: School): Promise<Form> {
  const stored = await store.school.popConsent(school.id);
  return {
    kind: 'form',
    title: say.plain('school.pop-form.title'),
    intro: say('school.pop-form.intro'),
    fields: [
      {
        kind: 'date',
        name: 'datum',
        label: say.plain('school.pop-form.date'),
        hint: say.plain('school.pop-form.hint'),
        required: false,
        ...(stored ? { value: stored } : {}),
      },
    ],
    intent: { name: 'school.pgmr', args: { school: schoolArgument(school), klaar: 'ja' } },
    submit: say.plain('bot.save'),
    small: say('school.small'),
  };
}
