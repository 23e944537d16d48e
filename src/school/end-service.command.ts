/** [Uit dienst]: somebody's last day at the school, and what then needs somebody else. */
import { z } from 'zod';
import { type Context, command, short } from '../bot/command.ts';
import { readDay } from '../bot/dates.ts';
import { UserError } from '../bot/errors.ts';
import { sentForm } from '../bot/go-on.ts';
import { answer, buttonsPart, textPart } from '../bot/notice.ts';
import type { Form, Notice, Part } from '../bot/reply.ts';
import { wordsOf } from '../bot/tokens.ts';
import { addDays, type LocalDate } from '../calendar/local-date.ts';
import { openWork } from '../handover/open-work.ts';
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
    /** This is who was meant, also with open work. */
    zeker: z.literal('ja').optional(),
  }),
  run: async (context, { school: typed, persoon, tot, klaar, zeker }) => {
    const { actor, say } = context;
    const school = await schoolFor(context, typed);
    const member = await staffNamed(context, school, persoon);
    if (!mayEndService(actor, member)) throw new UserError(say('school.ask-admin', { name: member.name }));
    const open = () => form(context, school, member);
    return klaar ? sentForm(context, open, () => save(context, school, member, tot, zeker !== undefined)) : open();
  },
});

async function save(
  context: Context,
  school: School,
  member: StaffMember,
  tot: string | undefined,
  isSure: boolean,
): Promise<Notice> {
  const { store, stamp, say, today } = context;
  const last = tot === undefined ? null : lastDay(context, tot, member);
  const open = last === null || isSure ? 0 : await openThings(context, school, member);
  if (last !== null && open > 0) return isItThem(context, school, member, { last, open });
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

async function openThings({ store, today }: Context, school: School, { id }: StaffMember): Promise<number> {
  const state = await store.outbox.schoolState(school.id);
  return state ? openWork(state, id, today).length : 0;
}

/** Of two people with one first name the wrong one is easily pressed. */
function isItThem(
  { say, today }: Context,
  school: School,
  member: StaffMember,
  { last, open }: { readonly last: LocalDate; readonly open: number },
): Notice {
  const { name, email } = member;
  const persoon = personArgument(member);
  const args = { persoon, tot: last, klaar: 'ja', zeker: 'ja' };
  return answer(say('school.end.sure', { name, email, count: open, date: say.date(last, today) }), [
    ...buttonsPart([
      schoolButton(say.plain('bot.yes'), 'school.uit-dienst', school, args),
      schoolButton(say.plain('bot.date-other'), 'school.uit-dienst', school, { persoon }),
      schoolButton(say.plain('school.button.staff'), 'school.mensen', school),
    ]),
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

function form({ say }: Context, school: School, member: StaffMember): Form {
  return {
    kind: 'form',
    title: say.plain('school.end.title', { name: short(member.name) }),
    intro: say('school.end.intro'),
    fields: [
      {
        kind: 'date',
        name: 'tot',
        label: say.plain('school.end.last'),
        required: member.until === null,
        ...(member.until === null ? {} : { hint: say.plain('school.end.hint'), value: member.until }),
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
