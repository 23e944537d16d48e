/** `/leerteam stoppen`: the last day of a leerteam; without a day it goes on. */
import { z } from 'zod';
import { type Context, command, short } from '../bot/command.ts';
import { sentForm } from '../bot/go-on.ts';
import { answer, buttonsPart, textPart } from '../bot/notice.ts';
import type { Form, Notice } from '../bot/reply.ts';
import { wordsOf } from '../bot/tokens.ts';
import { isActive } from '../goals/goal.ts';
import { refusal } from '../goals/goal-access.ts';
import { may } from '../people/permissions.ts';
import { showTeam } from './change-team.command.ts';
import { dayAhead } from './day-ahead.ts';
import { teamArgument } from './find-team.ts';
import type { Leerteam } from './leerteam.ts';
import { managedTeam, teamButton } from './managed-team.ts';

export const endTeam = command({
  intent: 'leerteam.stoppen',
  words: ['leerteam stoppen'],
  example: '/leerteam stoppen Bovenbouw',
  help: null,
  parse: (rest): Record<string, string> => (rest.length === 0 ? {} : { leerteam: wordsOf(rest) }),
  args: z.object({
    leerteam: z.string().optional(),
    tot: z.string().optional(),
    /** Only a form has it: an empty day then means that the team goes on. */
    klaar: z.literal('ja').optional(),
  }),
  run: async (context, { leerteam, tot, klaar }) => {
    const team = await managedTeam(context, leerteam);
    const subject = { schoolId: team.schoolId, teamId: null };
    if (!may(context.actor, 'school.manage', subject)) throw await refusal(context, 'school.manage', subject);
    const open = () => form(context, team, tot);
    return klaar ? sentForm(context, open, () => save(context, team, tot)) : open();
  },
  again: showTeam,
});

function form({ say, today }: Context, team: Leerteam, last: string | undefined): Form {
  return {
    kind: 'form',
    title: say.plain('leerteam.end.title', { team: short(team.name) }),
    intro: say('leerteam.end.intro'),
    fields: [
      {
        kind: 'date',
        name: 'tot',
        label: say.plain('leerteam.end.last'),
        hint: say.plain('leerteam.end.hint'),
        required: false,
        value: last ?? team.until ?? today,
      },
    ],
    intent: { name: 'leerteam.stoppen', args: { leerteam: teamArgument(team), klaar: 'ja' } },
    submit: say.plain('bot.save'),
    small: say('leerteam.form.small'),
  };
}

async function save(context: Context, team: Leerteam, typed: string | undefined): Promise<Notice> {
  const { store, stamp, say, today } = context;
  const last = typed === undefined ? null : dayAhead(context, typed);
  await store.teams.end(stamp, team.id, last);
  const show = buttonsPart([teamButton(say.plain('leerteam.button.show'), 'leerteam', team)]);
  if (last === null) return answer(say('leerteam.end.goes-on', { team: team.name }), show);
  const goals = await store.goals.lines({
    schoolIds: [team.schoolId],
    ownedBy: { teamIds: [team.id], personId: context.actor.id },
  });
  const seesGoals = may(context.actor, 'goal.see', { schoolId: team.schoolId, teamId: team.id });
  const active = goals.filter(({ owner, status }) => seesGoals && owner?.kind === 'team' && isActive(status)).length;
  const [items, actions] = await Promise.all([
    store.agenda.openItems(team.schoolId, team.id),
    store.actions.lines({ teamId: team.id, states: ['open'] }),
  ]);
  return answer(say('leerteam.end.saved', { team: team.name, date: say.date(last, today) }), [
    ...(active > 0 ? [textPart(say('leerteam.end.goals', { count: active }))] : []),
    ...(items.length > 0 ? [textPart(say('leerteam.end.items', { count: items.length }))] : []),
    ...(actions.length > 0 ? [textPart(say('leerteam.end.actions', { count: actions.length }))] : []),
    ...show,
  ]);
}
