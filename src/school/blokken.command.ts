/** `/school blokken`: the five first days of the blokken of a school year, or the stretches between the vacations. */
import { z } from 'zod';
import { type Context, command, short } from '../bot/command.ts';
import { readDay } from '../bot/dates.ts';
import { UserError } from '../bot/errors.ts';
import { sentForm } from '../bot/go-on.ts';
import { answer, textPart } from '../bot/notice.ts';
import type { Form, Notice } from '../bot/reply.ts';
import { wordsOf } from '../bot/tokens.ts';
import { areBlokStarts } from '../calendar/blokken.ts';
import type { LocalDate } from '../calendar/local-date.ts';
import { schoolCalendar } from '../calendar/school-calendar.ts';
import { nextSchoolYear, schoolYearOf } from '../calendar/school-year.ts';
import type { School } from '../people/person.ts';
import { schoolArgument, schoolFor } from './find-school.ts';
import { showSchool } from './school-button.ts';

const FIELDS = ['blok1', 'blok2', 'blok3', 'blok4', 'blok5'] as const;
type Starts = { readonly [Name in (typeof FIELDS)[number]]?: string | undefined };

export const blokken = command({
  intent: 'school.blokken',
  words: ['school blokken'],
  example: '/school blokken',
  help: null,
  parse: (rest): Record<string, string> => (rest.length === 0 ? {} : { school: wordsOf(rest) }),
  args: z.object({
    school: z.string().optional(),
    blok1: z.string().optional(),
    blok2: z.string().optional(),
    blok3: z.string().optional(),
    blok4: z.string().optional(),
    blok5: z.string().optional(),
    standaard: z.string().optional(),
    /** Only a form has it. */
    klaar: z.literal('ja').optional(),
  }),
  run: async (context, { school: typed, standaard, klaar, ...starts }) => {
    const school = await schoolFor(context, typed);
    const open = () => form(context, school);
    if (!klaar) return open();
    const isEmpty = FIELDS.every((name) => starts[name] === undefined);
    return sentForm(context, open, async () =>
      save(context, school, standaard === 'ja' || isEmpty ? null : readStarts(context, starts)),
    );
  },
  again: showSchool,
});

async function save(
  { store, stamp, say }: Context,
  school: School,
  starts: readonly LocalDate[] | null,
): Promise<Notice> {
  await store.school.setBlokken(stamp, school.id, starts);
  if (starts === null) return answer(say('school.blokken-saved-default', { school: school.name }));
  const year = schoolYearOf(starts[0]!);
  const days = starts.map((day) => say.dayMonth(day)).join(', ');
  return answer(say('school.blokken-saved', { school: school.name, year }), [textPart([{ text: days }])]);
}

/** Of this or the next school year: other years are a typing error. */
function readStarts({ say, today }: Context, typed: Starts): readonly LocalDate[] {
  const days = FIELDS.map((name) => {
    const day = typed[name] === undefined ? null : readDay(typed[name], today);
    if (typed[name] !== undefined && day === null)
      throw new UserError(say('bot.date-unknown', { typed: short(typed[name]) }));
    return day;
  }).filter((day) => day !== null);
  if (!areBlokStarts(days)) throw new UserError(say('school.blokken-wrong'));
  const year = schoolYearOf(today);
  if (![year, nextSchoolYear(year)].includes(schoolYearOf(days[0]!))) {
    throw new UserError(say('school.blokken-year', { year }));
  }
  return days;
}

function form({ say, today }: Context, school: School): Form {
  const now = schoolCalendar(school.calendar).blokken(schoolYearOf(today));
  return {
    kind: 'form',
    title: say.plain('school.blokken-form.title', { year: schoolYearOf(today) }),
    intro: say('school.blokken-form.intro'),
    fields: [
      ...FIELDS.map((name, index) => {
        const start = now[index]?.from;
        const label = say.plain('school.blokken-form.start', { number: index + 1 });
        return { kind: 'date', name, label, required: false, ...(start ? { value: start } : {}) } as const;
      }),
      { kind: 'tick', name: 'standaard', label: say.plain('school.blokken-form.default'), required: false },
    ],
    intent: { name: 'school.blokken', args: { school: schoolArgument(school), klaar: 'ja' } },
    submit: say.plain('bot.save'),
    small: say('school.small'),
  };
}
