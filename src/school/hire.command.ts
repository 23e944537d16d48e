/** [Collega toevoegen]: name, address, role and working days of somebody who comes to work at the school. */
import { z } from 'zod';
import { type Context, command, short } from '../bot/command.ts';
import { readDay } from '../bot/dates.ts';
import { UserError } from '../bot/errors.ts';
import { sentForm } from '../bot/go-on.ts';
import { answer, buttonsPart, textPart } from '../bot/notice.ts';
import type { Button, Form, Notice, Part } from '../bot/reply.ts';
import { addDays, type LocalDate } from '../calendar/local-date.ts';
import { email as emailKind } from '../import/kinds.ts';
import { personArgument } from '../people/find-colleague.ts';
import type { School } from '../people/person.ts';
import type { Hired } from '../people/school.store.ts';
import { schoolArgument, schoolFor } from './find-school.ts';
import { schoolButton } from './school-button.ts';
import { readRoles, readWorkingDays, roleField, workingDayFields } from './staff-fields.ts';

const LONGEST_NAME = 80;
/** Further away is a typing error. */
const MOST_DAYS = 2 * 366;

export const hire = command({
  intent: 'school.in-dienst',
  words: ['school in dienst'],
  example: '/school in dienst',
  help: null,
  parse: (rest) => (rest.length === 0 ? {} : null),
  args: z.object({
    school: z.string().optional(),
    naam: z.string().optional(),
    email: z.string().optional(),
    rollen: z.string().optional(),
    dagen: z.string().optional(),
    omdeweek: z.string().optional(),
    van: z.string().optional(),
  }),
  run: async (context, { school: typed, email, ...values }) => {
    const school = await schoolFor(context, typed);
    const open = () => form(context, school);
    return email === undefined ? open() : sentForm(context, open, () => save(context, school, email, values));
  },
});

type Values = Readonly<Partial<Record<'naam' | 'rollen' | 'dagen' | 'omdeweek' | 'van', string | undefined>>>;

async function save(context: Context, school: School, email: string, values: Values): Promise<Notice> {
  const { store, stamp, say } = context;
  const { naam, rollen, dagen, omdeweek, van } = values;
  const name = (naam ?? '').replace(/\s+/g, ' ').trim();
  if (name === '' || [...name].length > LONGEST_NAME) {
    throw new UserError(say('school.wrong-name', { most: LONGEST_NAME }));
  }
  if (await store.privacy.isKeyGone()) throw new UserError(say('school.key-gone'));
  const hired = await store.school.hire(stamp, school.id, {
    name,
    email: addressOf(context, email),
    roles: readRoles(context, rollen, []),
    workingDays: readWorkingDays(context, dagen, omdeweek),
    from: firstDay(context, van),
  });
  return saved(context, school, hired, name);
}

function addressOf({ say }: Context, typed: string): string {
  const read = emailKind.read(typed.trim());
  if ('problem' in read) throw new UserError(say('school.wrong-address', { typed: short(typed) }));
  return read.value;
}

function firstDay({ say, today }: Context, typed: string | undefined): LocalDate {
  if (typed === undefined) return today;
  const day = readDay(typed, today);
  if (day === null) throw new UserError(say('bot.date-unknown', { typed: short(typed) }));
  if (day > addDays(today, MOST_DAYS)) throw new UserError(say('school.day-far'));
  return day;
}

function saved({ say }: Context, school: School, hired: Hired, typed: string): Notice {
  if (hired.outcome === 'removed') throw new UserError(say('school.removed'));
  const { outcome, id, name } = hired;
  const button = (key: 'school.button.change' | 'school.button.staff', intent: string, args = {}): Button =>
    schoolButton(say.plain(key), intent, school, args);
  const change = button('school.button.change', 'school.medewerker', { persoon: personArgument({ id }) });
  if (outcome === 'present')
    throw new UserError(say('school.is-here', { name, school: school.name }), buttonsPart([change]));
  const otherName: readonly Part[] =
    outcome !== 'new' && name !== typed ? [textPart(say('school.known-as', { name, typed }))] : [];
  return answer(say(`school.hired-${outcome}`, { name, school: school.name }), [
    ...otherName,
    ...buttonsPart([change, button('school.button.staff', 'school.mensen')]),
  ]);
}

function form(context: Context, school: School): Form {
  const { say, today } = context;
  return {
    kind: 'form',
    title: say.plain('school.hire.title'),
    intro: null,
    fields: [
      { kind: 'text', name: 'naam', label: say.plain('school.hire.name'), required: true, maxLength: LONGEST_NAME },
      {
        kind: 'text',
        name: 'email',
        label: say.plain('school.hire.email'),
        hint: say.plain('school.hire.email-hint'),
        required: true,
        maxLength: 254,
      },
      roleField(context, ['leerkracht']),
      ...workingDayFields(context, null),
      { kind: 'date', name: 'van', label: say.plain('school.hire.from'), required: true, value: today },
    ],
    intent: { name: 'school.in-dienst', args: { school: schoolArgument(school) } },
    submit: say.plain('bot.save'),
    small: say('school.small'),
  };
}
