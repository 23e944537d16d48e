/** `/actie team`: the open actions of my leerteam with their owners, which only the team sees. */
import { z } from 'zod';
import { offsetArgument } from '../bot/arguments.ts';
import { type Context, command } from '../bot/command.ts';
import { answer, buttonsPart, textPart } from '../bot/notice.ts';
import { plainWords } from '../bot/plain-words.ts';
import type { Button, Reply } from '../bot/reply.ts';
import { type Token, wordsOf } from '../bot/tokens.ts';
import type { LocalDate } from '../calendar/local-date.ts';
import { schoolsOf } from '../people/permissions.ts';
import { teamArgument } from '../teams/find-team.ts';
import type { Leerteam } from '../teams/leerteam.ts';
import { teamFor } from '../teams/team-for.ts';
import { mustGiveActions, mustHaveActions, worksWithActions } from './action-access.ts';
import { actionRow, PAGE } from './action-list.ts';
import { actionButton } from './action-names.ts';
import { newActionForm } from './new-action-form.ts';
import { isWholeAction } from './typed-action.ts';

export const teamActions = command({
  intent: 'actie.team',
  words: ['actie team'],
  example: '/actie team',
  help: 'help.action.team',
  listedFor: (actor) => worksWithActions(actor) && actor.teams.length > 0,
  parse: parseTeam,
  args: z.object({ leerteam: z.string().optional(), vanaf: offsetArgument.optional() }),
  run: async (context, { leerteam, vanaf = 0 }): Promise<Reply> => {
    mustHaveActions(context);
    if (leerteam !== undefined && !(await isTeam(context, leerteam))) {
      // `/actie team uitnodigen` is the beginning of an action.
      mustGiveActions(context);
      return newActionForm(context, { wat: `team ${leerteam}` }, schoolsOf(context.actor, 'member'));
    }
    return list(context, await teamFor(context, 'agenda.see', leerteam), vanaf);
  },
});

/** `/actie team uitnodigen @Sanne vrijdag` is an action. */
function parseTeam(rest: readonly Token[], today: LocalDate): Record<string, string> | null {
  const words = wordsOf(rest);
  if (words === '') return {};
  return isWholeAction(words, today) ? null : { leerteam: words };
}

/** Is it a button's, or part of the name of a team of the person's schools? */
async function isTeam({ actor, store, today }: Context, typed: string): Promise<boolean> {
  if (/^id:\d/.test(typed)) return true;
  const wanted = plainWords(typed);
  const teams = await Promise.all(schoolsOf(actor, 'member').map((id) => store.agenda.teams(id, today)));
  return teams.flat().some(({ name }) => plainWords(name).includes(wanted));
}

async function list(context: Context, team: Leerteam, vanaf: number): Promise<Reply> {
  const { say, store } = context;
  const actions = await store.actions.lines({ teamId: team.id, states: ['open'] });
  const from = vanaf < actions.length ? vanaf : 0;
  const until = from + PAGE;
  const show = say.plain('actions.button.show');
  const rows = await Promise.all(
    actions
      .slice(from, until)
      .map((action) =>
        actionRow(context, action, { showsOwner: true, buttons: [actionButton(show, 'actie.toon', action)] }),
      ),
  );
  const args = { leerteam: teamArgument(team) };
  const more: Button = {
    label: say.plain('bot.more'),
    intent: { name: 'actie.team', args: { ...args, vanaf: String(until) } },
  };
  const make: Button = { label: say.plain('actions.button.new'), intent: { name: 'actie.nieuw', args } };
  return answer(say('actions.title.team', { team: team.name }), [
    ...(rows.length === 0 ? [textPart(say('actions.none-team'))] : []),
    ...(rows.length > 0 ? [{ kind: 'list' as const, rows, ...(actions.length > until ? { more } : {}) }] : []),
    ...buttonsPart([make]),
    { kind: 'small', text: say('actions.small-team') },
  ]);
}
