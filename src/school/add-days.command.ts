/** `/school dag`: a closed day, a study day or a lesson day of the school itself, and the meetings that fall on it. */
import { z } from 'zod';
import { type Context, command, short } from '../bot/command.ts';
import { readDay } from '../bot/dates.ts';
import { UserError } from '../bot/errors.ts';
import { sentForm } from '../bot/go-on.ts';
import { answer, buttonsPart } from '../bot/notice.ts';
import type { Form, Notice } from '../bot/reply.ts';
import { daysBetween, eachDay, type LocalDate, addDays as later, weekdayOf } from '../calendar/local-date.ts';
import type { OwnDays } from '../calendar/school-days.ts';
import { telling } from '../delivery/announcement.ts';
import type { School } from '../people/person.ts';
import { talksLostAt } from '../pop/lost-talks.ts';
import { periodWords } from './day-row.ts';
import { schoolArgument, schoolFor } from './find-school.ts';
import { lostMeetings } from './lost-meetings.ts';
import { schoolButton, showSchool } from './school-button.ts';

/** Those that are set in chat; a vacation comes from the import. */
const KINDS = ['vrij', 'studiedag', 'lesdag'] as const;
const LONGEST_NAME = 80;
/** Longer, or further away, is a typing error. */
const MOST_DAYS = 60;
const FURTHEST = 2 * 366;

export const addDays = command({
  intent: 'school.dag-erbij',
  words: ['school dag'],
  example: '/school dag',
  help: null,
  parse: (rest) => (rest.length === 0 ? {} : null),
  args: z.object({
    school: z.string().optional(),
    van: z.string().optional(),
    tot: z.string().optional(),
    soort: z.enum(KINDS).optional(),
    naam: z.string().optional(),
  }),
  run: async (context, { school: typed, van, tot, soort, naam = '' }) => {
    const school = await schoolFor(context, typed);
    const open = () => form(context, school, { van, tot, naam });
    if (van === undefined || soort === undefined) return open();
    return sentForm(context, open, async () =>
      save(context, school, { ...period(context, van, tot), kind: soort, name: dayName(context, naam) }),
    );
  },
  again: showSchool,
});

async function save(context: Context, school: School, days: OwnDays): Promise<Notice> {
  const { say, store, stamp } = context;
  const lost = days.kind === 'vrij' ? await talksLostAt(context, school.id, days) : [];
  const overlaps = await store.school.addDays(stamp, school.id, days, telling(lost));
  if (overlaps) {
    const kind = say.plain(`school.kind.${overlaps.kind}`);
    throw new UserError(
      say('school.days-overlap', { period: periodWords(context, overlaps), kind: overlaps.name || kind }),
      buttonsPart([schoolButton(say.plain('school.button.days'), 'school.dagen', school)]),
    );
  }
  return answer(
    say('school.days-added', { period: periodWords(context, days), kind: say.plain(`school.kind.${days.kind}`) }),
    [
      ...(days.kind === 'vrij' ? await lostMeetings(context, school, days) : []),
      ...buttonsPart([
        schoolButton(say.plain('school.button.add-days'), 'school.dag-erbij', school),
        schoolButton(say.plain('school.button.days'), 'school.dagen', school),
      ]),
    ],
  );
}

function period(context: Context, van: string, tot: string | undefined): Pick<OwnDays, 'from' | 'until'> {
  const { say, today } = context;
  const from = dayOf(context, van);
  const until = tot === undefined ? from : dayOf(context, tot);
  if (until < from) throw new UserError(say('school.end-before-start'));
  if (from < today) throw new UserError(say('school.day-past'));
  if (daysBetween(from, until) >= MOST_DAYS) throw new UserError(say('school.too-long', { most: MOST_DAYS }));
  if (from > later(today, FURTHEST)) throw new UserError(say('school.day-far'));
  if ([...eachDay(from, until)].every((day) => weekdayOf(day) > 5)) throw new UserError(say('school.weekend'));
  return { from, until };
}

function dayOf({ say, today }: Context, typed: string): LocalDate {
  const day = readDay(typed, today);
  if (day === null) throw new UserError(say('bot.date-unknown', { typed: short(typed) }));
  return day;
}

function dayName({ say }: Context, typed: string): string {
  const name = typed.replace(/\s+/g, ' ').trim();
  if ([...name].length > LONGEST_NAME) throw new UserError(say('school.name-long', { most: LONGEST_NAME }));
  return name;
}

type Filled = { readonly van: string | undefined; readonly tot: string | undefined; readonly naam: string };

function form({ say }: Context, school: School, { van, tot, naam }: Filled): Form {
  return {
    kind: 'form',
    title: say.plain('school.add-days.title'),
    intro: null,
    fields: [
      {
        kind: 'choice',
        name: 'soort',
        label: say.plain('school.add-days.kind'),
        required: true,
        options: KINDS.map((kind) => ({ value: kind, label: say.plain(`school.kind-long.${kind}`) })),
        value: 'vrij',
      },
      {
        kind: 'date',
        name: 'van',
        label: say.plain('school.add-days.from'),
        required: true,
        ...(van && { value: van }),
      },
      {
        kind: 'date',
        name: 'tot',
        label: say.plain('school.add-days.until'),
        hint: say.plain('school.add-days.until-hint'),
        required: false,
        ...(tot && { value: tot }),
      },
      {
        kind: 'text',
        name: 'naam',
        label: say.plain('school.add-days.name'),
        required: false,
        maxLength: LONGEST_NAME,
        ...(naam && { value: naam }),
      },
    ],
    intent: { name: 'school.dag-erbij', args: { school: schoolArgument(school) } },
    submit: say.plain('bot.save'),
    small: say('school.small'),
  };
}
