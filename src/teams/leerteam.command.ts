/** `/leerteam`, `/leerteam Bovenbouw`: who is in it, when it meets and what waits for its agenda. */
import { z } from 'zod';
import { offsetArgument } from '../bot/arguments.ts';
import { type Context, command, short } from '../bot/command.ts';
import { answer, buttonsPart } from '../bot/notice.ts';
import { plainWords } from '../bot/plain-words.ts';
import type { Button, Notice, Part, Row } from '../bot/reply.ts';
import { joinText } from '../bot/rich-text.ts';
import { literal } from '../bot/text.ts';
import { wordsOf } from '../bot/tokens.ts';
import { schoolName } from '../people/school-name.ts';
import { findTeam, nameAmong, ownTeams, teamArgument, widerTeams } from './find-team.ts';
import type { Leerteam } from './leerteam.ts';
import { mayManage, teamButton } from './managed-team.ts';
import { noTeam } from './no-team.ts';
import { ownCalendarButton, rhythmWords, teamPageButtons, teamParts } from './team-page.ts';

/** How many teams one page lists. */
const PAGE = 8;

export const leerteam = command({
  intent: 'leerteam',
  words: ['leerteam'],
  example: '/leerteam',
  help: 'help.leerteam',
  parse: (rest): Record<string, string> => {
    if (rest.length === 0) return {};
    const words = wordsOf(rest);
    return ['alles', 'alle', 'all'].includes(plainWords(words)) ? { welke: 'alles' } : { leerteam: words };
  },
  args: z.object({
    leerteam: z.string().optional(),
    welke: z.literal('alles').optional(),
    /** The first team of the page, counted from 0. */
    vanaf: offsetArgument.optional(),
  }),
  run: async (context, { leerteam: typed, welke, vanaf }) => {
    if (typed !== undefined) return teamPage(context, await findTeam(context, typed));
    const own = welke ? [] : await ownTeams(context);
    return own.length > 0 ? ownPage(context, own) : listPage(context, vanaf ?? 0);
  },
});

async function teamPage(context: Context, team: Leerteam): Promise<Notice> {
  const parts = [...(await teamParts(context, team)), ...buttonsPart(teamPageButtons(context, team))];
  return answer(literal(team.name, 'bold'), parts);
}

async function ownPage(context: Context, teams: readonly Leerteam[]): Promise<Notice> {
  const [only, ...others] = teams;
  const all = buttonsPart(await allButton(context, teams));
  if (others.length === 0) {
    const page = await teamPage(context, only!);
    return { ...page, parts: [...page.parts, ...all] };
  }
  const parts: Part[] = [];
  for (const team of teams)
    parts.push(
      { kind: 'heading', text: literal(await nameAmong(context, team)) },
      ...(await teamParts(context, team)),
      ...sectionButtons(context, team),
    );
  return answer(context.say('leerteam.mine'), [...parts, ...all]);
}

/** The page of the team itself has all that can be changed. */
function sectionButtons(context: Context, team: Leerteam): readonly Part[] {
  const label = context.say.plain('leerteam.button.open', { team: short(team.name, 50) });
  return buttonsPart([
    ...(mayManage(context.actor, team) ? [teamButton(label, 'leerteam', team)] : []),
    ...ownCalendarButton(context, team),
  ]);
}

/** For who may see more teams than their own. */
async function allButton(context: Context, own: readonly Leerteam[]): Promise<readonly Button[]> {
  const wider = await widerTeams(context);
  if (wider.every((team) => own.some(({ id }) => id === team.id))) return [];
  return [{ label: context.say.plain('leerteam.button.all'), intent: { name: 'leerteam', args: { welke: 'alles' } } }];
}

/** The teams that somebody sees without being in one: directors, coaches and admins. */
async function listPage(context: Context, from: number): Promise<Notice> {
  const { say } = context;
  const teams = await widerTeams(context);
  if (teams.length === 0) return answer(noTeam(context));
  const start = from < teams.length ? from : 0;
  const next = start + PAGE;
  const more: Button = {
    label: say.plain('bot.more'),
    intent: { name: 'leerteam', args: { welke: 'alles', vanaf: String(next) } },
  };
  const isSeveral = new Set(teams.map(({ schoolId }) => schoolId)).size > 1;
  const rows = teams.slice(start, next).map(
    async (team): Promise<Row> => ({
      title: literal(team.name, 'bold'),
      lines: [
        joinText([isSeveral ? literal(await schoolName(context, team.schoolId)) : [], rhythmWords(context, team)]),
      ],
      buttons: [
        {
          label: say.plain('leerteam.button.show'),
          intent: { name: 'leerteam', args: { leerteam: teamArgument(team) } },
        },
      ],
    }),
  );
  return answer(say('leerteam.all'), [
    { kind: 'list', rows: await Promise.all(rows), ...(next < teams.length ? { more } : {}) },
  ]);
}
