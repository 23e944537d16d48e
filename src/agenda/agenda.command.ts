/** `/agenda`, `/agenda bovenbouw`: the agenda of the next meeting as it stands, of each of my teams. */
import { z } from 'zod';
import { offsetArgument } from '../bot/arguments.ts';
import { type Context, command } from '../bot/command.ts';
import { UserError } from '../bot/errors.ts';
import { answer } from '../bot/notice.ts';
import type { Button, Notice, Part, Row } from '../bot/reply.ts';
import { literal } from '../bot/text.ts';
import { wordsOf } from '../bot/tokens.ts';
import { findMeeting, nextMeeting, teamYear } from '../meetings/find-meeting.ts';
import { startWords } from '../meetings/meeting-words.ts';
import { may, schoolsOf } from '../people/permissions.ts';
import type { Actor } from '../people/person.ts';
import { isChannelOf } from '../teams/channel-of.ts';
import { nameAmong, ownTeams, teamArgument, widerTeams } from '../teams/find-team.ts';
import type { Leerteam } from '../teams/leerteam.ts';
import { noTeam } from '../teams/no-team.ts';
import { agendaPage } from './agenda-answer.ts';
import { findItem } from './find-item.ts';

/** How many teams one page lists. */
const PAGE = 8;

export const agenda = command({
  intent: 'agenda',
  words: ['agenda'],
  sayings: ['mijn agenda', 'onze agenda', 'my agenda', 'our agenda'],
  example: '/agenda',
  help: 'help.agenda',
  listedFor: seesAgendas,
  parse: (rest): Record<string, string> => (rest.length === 0 ? {} : { leerteam: wordsOf(rest) }),
  args: z.object({
    leerteam: z.string().optional(),
    bijeenkomst: z.string().optional(),
    /** An item: the agenda that it is on. */
    punt: z.string().optional(),
    /** The first team of the page, counted from 0. */
    vanaf: offsetArgument.optional(),
  }),
  run: async (context, { punt, vanaf, ...which }) => {
    if (punt !== undefined) return ofItem(context, punt);
    if (which.bijeenkomst !== undefined || which.leerteam !== undefined) {
      return agendaPage(context, await findMeeting(context, 'agenda.see-titles', which));
    }
    const own = await ownTeams(context);
    const { place } = context;
    const here = own.filter((team) => isChannelOf(team, place));
    const teams = here.length > 0 ? here : own;
    return teams.length > 0 ? ofTeams(context, teams) : list(context, vanaf ?? 0);
  },
});

/** Who is in a team, leads or coaches. */
export function seesAgendas(actor: Actor): boolean {
  return actor.teams.length > 0 || schoolsOf(actor, 'director').length > 0 || schoolsOf(actor, 'quality').length > 0;
}

async function ofItem(context: Context, typed: string): Promise<Notice> {
  const { team } = await findItem(context, typed);
  return agendaPage(context, await findMeeting(context, 'agenda.see-titles', { leerteam: teamArgument(team) }));
}

/** Several teams: each with its own agenda. */
async function ofTeams(context: Context, teams: readonly Leerteam[]): Promise<Notice> {
  const pages: Notice[] = [];
  for (const team of teams) {
    const year = await teamYear(context.store, team);
    const meeting = nextMeeting(year, context.now);
    const none = context.say('meeting.none-ahead', { team: team.name });
    pages.push(meeting ? await agendaPage(context, { ...year, meeting }) : answer(none));
  }
  if (pages.length === 1) return pages[0]!;
  const parts = pages.flatMap(({ title, parts }): Part[] => [{ kind: 'heading', text: title! }, ...parts]);
  return answer(context.say('agenda.of-teams'), parts);
}

/** The teams of somebody who is in none: directors and coaches. */
async function list(context: Context, from: number): Promise<Notice> {
  const { say, actor } = context;
  const teams = (await widerTeams(context)).filter(({ id, schoolId }) =>
    may(actor, 'agenda.see-titles', { schoolId, teamId: id }),
  );
  if (teams.length === 0) throw new UserError(noTeam(context));
  const start = from < teams.length ? from : 0;
  const next = start + PAGE;
  const intent = { name: 'agenda', args: { vanaf: String(next) } };
  const rows = await Promise.all(teams.slice(start, next).map((team) => row(context, team)));
  const more: Button = { label: say.plain('bot.more'), intent };
  return answer(say('agenda.of-school'), [{ kind: 'list', rows, ...(next < teams.length ? { more } : {}) }]);
}

async function row(context: Context, team: Leerteam): Promise<Row> {
  const { say, store, now, today } = context;
  const meeting = nextMeeting(await teamYear(store, team), now);
  const when = meeting ? startWords(say, meeting, today) : say.plain('leerteam.no-next');
  const show: Button = {
    label: say.plain('agenda.button.show'),
    intent: { name: 'agenda', args: { leerteam: teamArgument(team) } },
  };
  return {
    title: literal(await nameAmong(context, team), 'bold'),
    lines: [literal(when)],
    ...(meeting ? { buttons: [show] } : {}),
  };
}
