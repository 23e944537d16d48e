/** `/school pgmr`: the date on which the PGMR agreed to POP; without it POP is off at the school. */
import { z } from 'zod';
import { type Context, command, short } from '../bot/command.ts';
import { readDay } from '../bot/dates.ts';
import { UserError } from '../bot/errors.ts';
import { sentForm } from '../bot/go-on.ts';
import { answer, buttonsPart, textPart } from '../bot/notice.ts';
import type { Button, Form, Notice } from '../bot/reply.ts';
import { wordsOf } from '../bot/tokens.ts';
import type { LocalDate } from '../calendar/local-date.ts';
import { schoolYearOf } from '../calendar/school-year.ts';
import type { School } from '../people/person.ts';
import { schoolArgument, schoolFor } from './find-school.ts';
import { showSchool } from './school-button.ts';

const INTENT = 'school.pgmr';

export const popConsent = command({
  intent: INTENT,
  words: ['school pgmr'],
  example: '/school pgmr',
  help: null,
  parse: (rest): Record<string, string> => (rest.length === 0 ? {} : { school: wordsOf(rest) }),
  args: z.object({
    school: z.string().optional(),
    datum: z.string().optional(),
    /** Only a form has it: an empty date then means that POP goes off. */
    klaar: z.literal('ja').optional(),
    /** Yes, off. */
    zeker: z.literal('ja').optional(),
  }),
  run: async (context, { school: typed, datum, klaar, zeker }) => {
    const school = await schoolFor(context, typed);
    const open = () => form(context, school);
    return klaar ? sentForm(context, open, () => save(context, school, datum, zeker === 'ja')) : open();
  },
  again: showSchool,
});

async function save(context: Context, school: School, datum: string | undefined, isSure: boolean): Promise<Notice> {
  const { store, stamp, say, today } = context;
  const date = datum === undefined ? null : consentDay(context, datum);
  const before = await store.school.popConsent(school.id);
  if (date === null && before !== null && !isSure) return question(context, school);
  await store.school.setPopConsent(stamp, school.id, date);
  if (date !== null) {
    const nobody = (await store.pop.people(school.id, schoolYearOf(today), today)).length === 0;
    return answer(
      say('school.pop-saved', { school: school.name, date: say.dayMonth(date, today) }),
      nobody ? [textPart(say('school.pop-nobody'))] : [],
    );
  }
  const off = say('school.pop-saved-off', { school: school.name });
  return answer(off, before === null ? [] : buttonsPart([onAgain(context, school, before)]));
}

/** Nobody sees the steps any more, so not by one press too many. */
function question({ say }: Context, school: School): Notice {
  const intent = { name: INTENT, args: { school: schoolArgument(school), klaar: 'ja', zeker: 'ja' } };
  return answer(say('school.pop-off-sure', { school: school.name }), [
    textPart(say('school.pop-off-explain')),
    ...buttonsPart([{ label: say.plain('school.pop-off-button'), style: 'danger', intent }]),
  ]);
}

function onAgain({ say }: Context, school: School, before: LocalDate): Button {
  const intent = { name: INTENT, args: { school: schoolArgument(school), klaar: 'ja', datum: before } };
  return { label: say.plain('school.pop-on-again'), intent };
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
    intro: say('school.pop-form.intro', { school: school.name }),
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
    intent: { name: INTENT, args: { school: schoolArgument(school), klaar: 'ja' } },
    submit: say.plain('bot.save'),
    small: say('school.small'),
  };
}
