/** `/leerteam koppel`, typed in a channel: the team's agenda and minutes go there; `koppel los` unties it. */
import { z } from 'zod';
import { type Context, command } from '../bot/command.ts';
import { UserError } from '../bot/errors.ts';
import { answer, buttonsPart } from '../bot/notice.ts';
import type { Notice } from '../bot/reply.ts';
import { wordsOf } from '../bot/tokens.ts';
import { showTeam } from './change-team.command.ts';
import type { Leerteam } from './leerteam.ts';
import { managedTeam, teamButton } from './managed-team.ts';

export const linkChannel = command({
  intent: 'leerteam.koppel',
  words: ['leerteam koppel'],
  example: '/leerteam koppel',
  help: null,
  parse: (rest): Record<string, string> => {
    const [first, ...more] = rest;
    if (!first) return {};
    if (first.quoted || first.text.toLowerCase() !== 'los') return { leerteam: wordsOf(rest) };
    return { los: 'ja', ...(more.length > 0 ? { leerteam: wordsOf(more) } : {}) };
  },
  args: z.object({ leerteam: z.string().optional(), los: z.literal('ja').optional() }),
  run: async (context, { leerteam, los }) => {
    const team = await managedTeam(context, leerteam);
    return los ? untie(context, team) : tie(context, team);
  },
  again: showTeam,
});

async function tie(context: Context, team: Leerteam): Promise<Notice> {
  const { place, store, stamp, say, today } = context;
  const untieButton = buttonsPart([
    teamButton(say.plain('leerteam.button.untie'), 'leerteam.koppel', team, { los: 'ja' }),
  ]);
  if (place.kind === 'personal') {
    const key = team.channel === '' ? 'leerteam.link.how' : 'leerteam.link.how-other';
    return answer(say(key, { team: team.name }), team.channel === '' ? [] : untieButton);
  }
  if (team.channel === place.channel) return answer(say('leerteam.link.is', { team: team.name }), untieButton);
  const other = await store.teams.teamOfChannel(place.channel, today);
  if (other) {
    const isOfSchool = other.schoolId === team.schoolId;
    throw new UserError(isOfSchool ? say('leerteam.link.taken', { team: other.name }) : say('leerteam.link.taken-far'));
  }
  await store.teams.link(stamp, team.id, place.channel);
  return answer(say('leerteam.link.saved', { team: team.name }), untieButton);
}

async function untie({ store, stamp, say }: Context, team: Leerteam): Promise<Notice> {
  if (team.channel === '') return answer(say('leerteam.link.none', { team: team.name }));
  await store.teams.link(stamp, team.id, '');
  return answer(say('leerteam.link.untied', { team: team.name }));
}
