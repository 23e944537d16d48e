/** `/school pop-maanden`: when the steps of the POP year open at a school. */
import { z } from 'zod';
import { type Context, command } from '../bot/command.ts';
import { UserError } from '../bot/errors.ts';
import { sentForm } from '../bot/go-on.ts';
import { answer } from '../bot/notice.ts';
import type { Form, Notice, Option, Part } from '../bot/reply.ts';
import { literal, type Say } from '../bot/text.ts';
import { wordsOf } from '../bot/tokens.ts';
import { localDate } from '../calendar/local-date.ts';
import { schoolYearOf } from '../calendar/school-year.ts';
import type { School } from '../people/person.ts';
import { STEPS, type Step } from '../pop/pop.ts';
import { areInOrder, type MonthDay, opensOn, type PopDays, type PopTerms, USUAL_POP_DAYS } from '../pop/pop-days.ts';
import { schoolArgument, schoolFor } from './find-school.ts';
import { showSchool } from './school-button.ts';

/** From half August to half June: a step that opens later would meet a closed school. */
const MONTHS = ['08', '09', '10', '11', '12', '01', '02', '03', '04', '05', '06'];
const CHOICES = MONTHS.flatMap((month) => [`${month}-01`, `${month}-15`]).slice(1) as MonthDay[];

type Chosen = { readonly [Name in Step]?: string | undefined };

export const popDays = command({
  intent: 'school.pop-maanden',
  words: ['school pop-maanden'],
  example: '/school pop-maanden',
  help: null,
  parse: (rest): Record<string, string> => (rest.length === 0 ? {} : { school: wordsOf(rest) }),
  args: z.object({
    school: z.string().optional(),
    uitleg: z.string().optional(),
    klaar: z.string().optional(),
    gesprek: z.string().optional(),
    opvolging: z.string().optional(),
    evaluatie: z.string().optional(),
    standaard: z.string().optional(),
    /** Only a form has it. */
    bewaar: z.literal('ja').optional(),
  }),
  run: async (context, { school: typed, standaard, bewaar, ...chosen }) => {
    const school = await schoolFor(context, typed);
    const open = async () => form(context, school, await context.store.pop.terms(school.id));
    if (!bewaar) return open();
    return sentForm(context, open, async () => {
      const terms = await context.store.pop.terms(school.id);
      return save(context, school, terms, standaard === 'ja' ? null : readDays(context, terms, chosen));
    });
  },
  again: showSchool,
});

/** Null: the usual ones. */
async function save(context: Context, school: School, terms: PopTerms, days: PopDays | null): Promise<Notice> {
  const { store, stamp, say } = context;
  const isUsual = days === null || STEPS.every((step) => days[step] === USUAL_POP_DAYS[step]);
  await store.pop.setDays(stamp, school.id, isUsual ? null : days);
  const after = { ...terms, days: days ?? USUAL_POP_DAYS };
  const off: readonly Part[] = terms.consent === null ? [{ kind: 'text', text: say('school.pop-days-off') }] : [];
  return answer(say('school.pop-days-saved', { school: school.name }), [popDayFacts(context, after), ...off]);
}

/** `uitleg: 15 september`, one line for each step. */
function popDayFacts({ say, today }: Pick<Context, 'say' | 'today'>, { days }: PopTerms): Part {
  const year = schoolYearOf(today);
  return {
    kind: 'facts',
    facts: STEPS.map((step) => ({
      label: say.plain(`pop.step.${step}`),
      value: literal(say.dayMonth(opensOn(days, step, year))),
    })),
  };
}

/** A step that was left out stays as it was. */
function readDays({ say }: Context, terms: PopTerms, chosen: Chosen): PopDays {
  const known: readonly string[] = choicesOf(terms);
  const days = Object.fromEntries(STEPS.map((step) => [step, chosen[step] ?? terms.days[step]])) as PopDays;
  if (!STEPS.every((step) => known.includes(days[step]))) throw new UserError(say('school.pop-days-unknown'));
  if (!areInOrder(days)) throw new UserError(say('school.pop-days-order'));
  return days;
}

/** The usual halves of a month, and what is stored. */
function choicesOf({ days }: PopTerms): readonly MonthDay[] {
  const own = Object.values(days).filter((day) => !CHOICES.includes(day));
  return [...CHOICES, ...new Set(own)];
}

/** `1 november`, without a year. */
function optionOf(say: Say, day: MonthDay): Option {
  return { value: day, label: say.dayMonth(localDate(`2027-${day}`)) };
}

function form({ say, today }: Context, school: School, terms: PopTerms): Form {
  const options = choicesOf(terms).map((day) => optionOf(say, day));
  return {
    kind: 'form',
    title: say.plain('school.pop-days-form.title'),
    intro: say('school.pop-days-form.intro', { school: school.name, year: schoolYearOf(today) }),
    fields: [
      ...STEPS.map((step) => {
        const label = say.plain(`pop.step.${step}`);
        return { kind: 'choice', name: step, label, required: true, value: terms.days[step], options } as const;
      }),
      { kind: 'tick', name: 'standaard', label: say.plain('school.pop-days-form.usual'), required: false },
    ],
    intent: { name: 'school.pop-maanden', args: { school: schoolArgument(school), bewaar: 'ja' } },
    submit: say.plain('bot.save'),
    small: say('school.small'),
  };
}
