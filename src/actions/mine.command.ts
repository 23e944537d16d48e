/** `/actie`: what somebody else asks me to take over, and then my own actions by date. */
import { z } from 'zod';
import { offsetArgument } from '../bot/arguments.ts';
import { type Context, command } from '../bot/command.ts';
import { answer, buttonsPart, textPart } from '../bot/notice.ts';
import type { Button, Notice, Part, Row } from '../bot/reply.ts';
import { mustHaveActions, seesAction, worksWithActions } from './action-access.ts';
import { actionRow, PAGE } from './action-list.ts';
import { actionButton, actionName } from './action-names.ts';
import type { ActionLine } from './actions.store.ts';

export const mine = command({
  intent: 'actie',
  words: ['actie'],
  sayings: ['acties', 'mijn acties', 'actions', 'my actions'],
  example: '/actie',
  help: 'help.action.mine',
  listedFor: worksWithActions,
  parse: (rest) => (rest.length === 0 ? {} : null),
  args: z.object({ vanaf: offsetArgument.optional() }),
  run: async (context, { vanaf = 0 }) => {
    mustHaveActions(context);
    const { actor, store } = context;
    const concerned = await store.actions.lines({ concerns: actor.id, states: ['open'] });
    const actions = concerned.filter((action) => seesAction(actor, action));
    const offers = actions.filter(({ offeredToId }) => offeredToId === actor.id);
    const own = actions.filter(({ ownerId }) => ownerId === actor.id);
    return list(context, offers, own, vanaf < own.length ? vanaf : 0);
  },
});

async function list(
  context: Context,
  offers: readonly ActionLine[],
  own: readonly ActionLine[],
  from: number,
): Promise<Notice> {
  const { say, actor } = context;
  const rows = await Promise.all(own.slice(from, from + PAGE).map((action) => ownRow(context, action)));
  const until = from + PAGE;
  const more: Button = { label: say.plain('bot.more'), intent: { name: 'actie', args: { vanaf: String(until) } } };
  const make: Button = { label: say.plain('actions.button.new'), intent: { name: 'actie.nieuw', args: {} } };
  const team: Button = { label: say.plain('actions.button.team'), intent: { name: 'actie.team', args: {} } };
  return answer(say('actions.title.mine'), [
    ...(from === 0 ? await offersPart(context, offers) : []),
    ...(own.length === 0 ? [textPart(say('actions.none-mine'))] : []),
    ...(rows.length > 0 ? [{ kind: 'list' as const, rows, ...(own.length > until ? { more } : {}) }] : []),
    ...buttonsPart([make, ...(actor.teams.length > 0 ? [team] : [])]),
  ]);
}

async function offersPart(context: Context, offers: readonly ActionLine[]): Promise<readonly Part[]> {
  if (offers.length === 0) return [];
  const rows = await Promise.all(offers.map((action) => offerRow(context, action)));
  const own = context.say('actions.heading.own');
  return [
    { kind: 'heading', text: context.say('actions.heading.offers') },
    { kind: 'list', rows },
    { kind: 'heading', text: own },
  ];
}

async function offerRow(context: Context, action: ActionLine): Promise<Row> {
  const { say, today } = context;
  return {
    title: [{ text: await actionName(context, action) }],
    lines: [
      say(action.due < today ? 'actions.from-due-late' : 'actions.from-due', {
        name: action.ownerName,
        date: say.date(action.due, today),
      }),
    ],
    buttons: [
      actionButton(say.plain('bot.yes'), 'actie.aannemen', action, {}, 'primary'),
      actionButton(say.plain('actions.button.give-back'), 'actie.terug', action),
    ],
  };
}

function ownRow(context: Context, action: ActionLine): Promise<Row> {
  const { say } = context;
  const buttons = [
    actionButton(say.plain('actions.button.done'), 'actie.klaar', action),
    actionButton(say.plain('actions.button.due'), 'actie.datum', action),
    actionButton(say.plain('actions.button.show'), 'actie.toon', action),
  ];
  return actionRow(context, action, { showsOwner: false, buttons });
}
