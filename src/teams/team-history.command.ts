/** [Geschiedenis] of a leerteam: who changed what, the newest first. */
import { z } from 'zod';
import { offsetArgument } from '../bot/arguments.ts';
import { type Context, command, short } from '../bot/command.ts';
import { answer } from '../bot/notice.ts';
import type { Row } from '../bot/reply.ts';
import { parseLocalDate } from '../calendar/local-date.ts';
import { localDateOf } from '../calendar/zone.ts';
import { managedTeam, teamButton } from './managed-team.ts';
import { teamChangeWord, teamValueWord } from './team-words.ts';
import type { TeamEvent } from './teams.store.ts';

const PAGE = 10;

export const teamHistory = command({
  intent: 'leerteam.geschiedenis',
  words: [],
  example: '/leerteam',
  help: null,
  parse: () => null,
  args: z.object({ leerteam: z.string(), vanaf: offsetArgument.optional() }),
  run: async (context, { leerteam, vanaf = 0 }) => {
    const { say, store } = context;
    const team = await managedTeam(context, leerteam);
    const events = (await store.teams.events(team.id)).toReversed();
    if (events.length === 0) return answer(say('leerteam.history.none', { team: team.name }));
    const next = vanaf + PAGE;
    const rows = events.slice(vanaf, next).map((event): Row => ({ title: eventLine(context, event), lines: [] }));
    const more = teamButton(say.plain('bot.more'), 'leerteam.geschiedenis', team, { vanaf: String(next) });
    return answer(say('leerteam.history.title', { team: team.name }), [
      { kind: 'list', rows, ...(next < events.length ? { more } : {}) },
    ]);
  },
});

function eventLine({ say, today }: Context, { at, byName, what, from, to }: TeamEvent) {
  const words = (text: string) => {
    const day = parseLocalDate(text);
    return day ? say.dayMonth(day, today) : short(teamValueWord(say, what, text)) || say.plain('leerteam.empty');
  };
  return say('leerteam.history.line', {
    date: say.dayMonth(localDateOf(at), today),
    what: teamChangeWord(say, what),
    from: words(from),
    to: words(to),
    who: byName || say.plain('leerteam.history.import'),
  });
}
