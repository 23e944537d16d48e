/** [Uit dienst]: somebody's last day at the school, and what then needs somebody else. */
import { z } from 'zod';
import { type Context, command, short } from '../bot/command.ts';
import { readDay } from '../bot/dates.ts';
import { UserError } from '../bot/errors.ts';
import { answer, buttonsPart, textPart } from '../bot/notice.ts';
import type { Form, Notice, Part } from '../bot/reply.ts';
import { wordsOf } from '../bot/tokens.ts';
import { addDays, type LocalDate } from '../calendar/local-date.ts';
import { personArgument } from '../people/find-colleague.ts';
import type { School } from '../people/person.ts';
import type { StaffMember } from '../people/school.store.ts';
import { teamButton } from '../teams/managed-team.ts';
import { schoolArgument, schoolFor } from './find-school.ts';
import { mayEndService, staffNamed } from './find-staff.ts';
import { schoolButton } from './school-button.ts';

/** Further away is a typing error. */
const MOST_DAYS = 2 * 366;

export const endService = command({
  intent: 'school.uit-dienst',
  words: ['school uit dienst'],
  example: '/school uit dienst Sanne',
  help: null,
  parse: (rest): Record<string, string> | null => (rest.length === 0 ? null : { persoon: wordsOf(rest) }),
  args: z.object({
    school: z.string().optional(),
    persoon: z.string(),
    tot: z.string().optional(),
    /** Only a form has it: an empty day then means that the person stays. */
    klaar: z.literal('ja').optional(),
  }),
  run: async (context, { school: typed, persoon, tot, klaar }) => {
    const { actor, say } = context;
    const school = await schoolFor(context, typed);
    const member = await staffNamed(context, school, persoon);
    if (!mayEndService(actor, member)) throw new UserError(say('school.ask-admin', { name: member.name }));
    return klaar ? save(context, school, member, tot) : form(context, school, member);
  },
});

async function save(context: Context, school: School, member: StaffMember, tot: string | undefined): Promise<Notice> {
  const { store, stamp, say, today } = context;
  const last = tot === undefined ? null : lastDay(context, tot, member);
  await store.school.endService(stamp, school.id, member.id, last);
  const staff = schoolButton(say.plain('school.button.staff'), 'school.mensen', school);
  if (last === null) return answer(say('school.stays', { name: member.name }), buttonsPart([staff]));
  const handover = {
    label: say.plain('school.button.handover'),
    intent: { name: 'overdracht', args: { persoon: personArgument(member) } },
  };
  return answer(say('school.ends', { name: member.name, school: school.name, date: say.date(last, today) }), [
    ...(await teamsLed(context, school, member)),
    ...buttonsPart([handover, staff]),
  ]);
}

/** The teams that need another chair or deputy, each with its form. */
async function teamsLed({ store, say, today }: Context, school: School, { id }: StaffMember): Promise<readonly Part[]> {
  const teams = (await store.agenda.teams(school.id, today)).filter(
    (team) => team.chairId === id || team.deputyId === id,
  );
  if (teams.length === 0) return [];
  const buttons = teams.map((team) =>
    teamButton(say.plain('school.button.change-team', { team: short(team.name, 50) }), 'leerteam.wijzig', team),
  );
  return [
    textPart(say('school.leads-teams', { teams: say.list(teams.map(({ name }) => name)), count: teams.length })),
    ...buttonsPart(buttons),
  ];
}

/** Today or later, and not before the first day. */
function lastDay({ say, today }: Context, typed: string, { from, name }: StaffMember): LocalDate {
  const day = readDay(typed, today);
  if (day === null) throw new UserError(say('bot.date-unknown', { typed: short(typed) }));
  if (day < today) throw new UserError(say('school.day-past'));
  if (from !== null && day < from)
    throw new UserError(say('school.before-first', { name, date: say.date(from, today) }));
  if (day > addDays(today, MOST_DAYS)) throw new UserError(say('school.day-far'));
  return day;
}

function form({ say, today }: Context, school: School, member: StaffMember): Form {
  return {
    kind: 'form',
    title: say.plain('school.end.title', { name: short(member.name) }),
    intro: say('school.end.intro'),
    fields: [
      {
        kind: 'date',
        name: 'tot',
        label: say.plain('school.end.last'),
        hint: say.plain('school.end.hint'),
        required: false,
        value: member.until ?? today,
      },
    ],
    intent: {
      name: 'school.uit-dienst',
      args: { school: schoolArgument(school), persoon: personArgument(member), klaar: 'ja' },
    },
    submit: say.plain('bot.save'),
    small: say('school.small'),
  };
}
