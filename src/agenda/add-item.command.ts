/** `/agenda punt toetsdata groep 6 10 min`: a point for the next meeting; also from a chat message, with its link and a title of one's own. */
import { z } from 'zod';
import { type Context, command } from '../bot/command.ts';
import { UserError } from '../bot/errors.ts';
import { answer, buttonsPart } from '../bot/notice.ts';
import type { Intent } from '../bot/reply.ts';
import { type Token, wordsOf } from '../bot/tokens.ts';
import { refusal } from '../goals/goal-access.ts';
import { nextMeeting, teamYear } from '../meetings/find-meeting.ts';
import { may } from '../people/permissions.ts';
import { isChannelOf } from '../teams/channel-of.ts';
import { findTeam, nameAmong, ownTeams, teamArgument, widerTeams } from '../teams/find-team.ts';
import type { Leerteam } from '../teams/leerteam.ts';
import { noTeam } from '../teams/no-team.ts';
import { seesAgendas } from './agenda.command.ts';
import { type ItemValues, itemForm, readItem } from './item-fields.ts';

export const addItem = command({
  intent: 'agenda.punt',
  words: ['agenda punt'],
  example: 'example.agenda-item',
  help: 'help.agenda.add',
  listedFor: seesAgendas,
  parse: (rest): Record<string, string> => withMinutes(rest),
  args: z.object({
    tekst: z.string().optional(),
    minuten: z.string().optional(),
    soort: z.string().optional(),
    link: z.string().optional(),
    leerteam: z.string().optional(),
  }),
  run: async (context, values) => {
    const teams = await possibleTeams(context, values.leerteam);
    if (values.tekst === undefined || teams.length > 1) return itemForm(context, values, teams);
    return add(context, teams[0]!, values.tekst, values);
  },
  again: (subject): Intent => ({ name: 'agenda', args: { punt: subject.replace(/^item:/, 'id:') } }),
});

const MINUTES = /^(?<number>\d{1,3})(?:m|min|minuut|minuten|mins|minutes?)\.?$/i;

/** `toetsdata groep 6 10 min`: what is said of the time is taken off. */
function withMinutes(rest: readonly Token[]): Record<string, string> {
  if (rest.length === 0) return {};
  for (const count of [1, 2]) {
    const found = MINUTES.exec(
      rest
        .slice(-count)
        .map(({ text }) => text.slice(0, 10))
        .join(''),
    )?.groups;
    const text = wordsOf(rest.slice(0, -count));
    if (found && text !== '') return { tekst: text, minuten: found.number! };
  }
  return { tekst: wordsOf(rest) };
}

/** The team that was named; else where the person may add one: that of this channel, their own, and only then any other of the school. */
async function possibleTeams(context: Context, typed: string | undefined): Promise<readonly Leerteam[]> {
  const { actor, place } = context;
  const allowed = ({ id, schoolId }: Leerteam) => may(actor, 'agenda.add', { schoolId, teamId: id });
  if (typed !== undefined) {
    const team = await findTeam(context, typed);
    if (allowed(team)) return [team];
    throw await refusal(context, 'agenda.add', { schoolId: team.schoolId, teamId: team.id });
  }
  const own = (await ownTeams(context)).filter(allowed);
  const here = own.filter((team) => isChannelOf(team, place));
  if (here.length === 1) return here;
  const teams = own.length > 0 ? own : (await widerTeams(context)).filter(allowed);
  if (teams.length === 0) throw new UserError(noTeam(context));
  return teams;
}

async function add(context: Context, team: Leerteam, text: string, values: ItemValues) {
  const { say, store, stamp, now, today } = context;
  const item = await store.agenda.addItem(stamp, {
    schoolId: team.schoolId,
    teamId: team.id,
    ...readItem(context, text, values),
  });
  const meeting = nextMeeting(await teamYear(store, team), now);
  const name = await nameAmong(context, team);
  const title = meeting
    ? say('agenda.item.added', { team: name, date: say.date(meeting.date, today), text: item.text })
    : say('agenda.item.added-later', { team: name, text: item.text });
  const show = {
    label: say.plain('agenda.button.show'),
    intent: { name: 'agenda', args: { leerteam: teamArgument(team) } },
  };
  const withdraw = {
    label: say.plain('agenda.button.withdraw'),
    intent: { name: 'agenda.punt-weg', args: { punt: `id:${item.id}` } },
  };
  return answer(title, buttonsPart(meeting ? [show, withdraw] : [withdraw]));
}
