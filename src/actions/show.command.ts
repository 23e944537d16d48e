/** `/actie 12`: everything about one action, with its history and what can be done with it. */
import { z } from 'zod';
import { offsetArgument } from '../bot/arguments.ts';
import { type Context, command } from '../bot/command.ts';
import { answer, buttonsPart } from '../bot/notice.ts';
import type { Button, Notice, Part, RichText } from '../bot/reply.ts';
import { literal } from '../bot/text.ts';
import { wordsOf } from '../bot/tokens.ts';
import { mayChangeAction } from './action-access.ts';
import { historyRow } from './action-history.ts';
import { lateState } from './action-list.ts';
import { actionArgument, actionButton, actionName } from './action-names.ts';
import type { ActionLine } from './actions.store.ts';
import { actionNumber, findAction } from './find-action.ts';

const HISTORY_PAGE = 8;

export const show = command({
  intent: 'actie.toon',
  words: ['actie', 'actie toon'],
  example: '/actie 12',
  help: null,
  parse: (rest): Record<string, string> | null => {
    const actie = wordsOf(rest);
    return actionNumber(actie) === null ? null : { actie };
  },
  args: z.object({ actie: z.string().optional(), vanaf: offsetArgument.optional() }),
  run: async (context, { actie, vanaf }) => {
    const { action } = await findAction(context, actie);
    return page(context, action, vanaf ?? 0);
  },
});

async function page(context: Context, action: ActionLine, from: number): Promise<Notice> {
  const title = literal(await actionName(context, action), 'bold');
  const history = await historyParts(context, action, from);
  if (from > 0) return answer(title, history);
  const facts = (await factsOf(context, action)).filter(({ value }) => value.length > 0);
  return answer(title, [{ kind: 'facts', facts }, ...history, ...buttonsPart(buttonsOf(context, action))]);
}

async function factsOf(context: Context, action: ActionLine): Promise<readonly { label: string; value: RichText }[]> {
  const { say, today, store } = context;
  const goal = action.goalId === null ? null : await store.goals.line(action.goalId);
  const text = (words: string): RichText => (words ? literal(words) : []);
  return [
    { label: say.plain('actions.field.state'), value: text(stateWords(context, action)) },
    { label: say.plain('actions.field.due'), value: text(say.date(action.due, today)) },
    { label: say.plain('actions.field.who'), value: text(action.ownerName) },
    { label: say.plain('actions.field.asked'), value: text(action.offeredToName) },
    { label: say.plain('actions.field.giver'), value: text(action.giverName) },
    { label: say.plain('actions.field.team'), value: text(action.teamName) },
    { label: say.plain('actions.field.goal'), value: text(goal ? `${goal.number} ${goal.title}` : '') },
  ];
}

function stateWords(context: Context, action: ActionLine): string {
  const { say } = context;
  const late = lateState(context, action);
  if (late) return `${late.symbol} ${late.word}`;
  return say.plain(`actions.state.${action.state}`);
}

async function historyParts(context: Context, action: ActionLine, from: number): Promise<readonly Part[]> {
  const { say, store } = context;
  const events = await store.actions.events(action.id);
  const until = from + HISTORY_PAGE;
  const rows = events.slice(from, until).map((event) => historyRow(context, event));
  const args = { actie: actionArgument(action), vanaf: String(until) };
  const more: Button = { label: say.plain('bot.more'), intent: { name: 'actie.toon', args } };
  return rows.length === 0
    ? []
    : [
        { kind: 'heading', text: say('actions.history') },
        { kind: 'list', rows, ...(events.length > until ? { more } : {}) },
      ];
}

/** What this person may do with it now. */
function buttonsOf({ say, actor }: Context, action: ActionLine): readonly Button[] {
  if (action.state !== 'open') return [];
  const button = (key: 'done' | 'due' | 'help' | 'hand-over' | 'stop' | 'not-right', intent: string) =>
    actionButton(say.plain(`actions.button.${key}`), intent, action);
  const isOwner = action.ownerId === actor.id;
  const mayChange = mayChangeAction(actor, action);
  return [
    ...(action.offeredToId === actor.id
      ? [
          actionButton(say.plain('actions.button.accept'), 'actie.aannemen', action, {}, 'primary'),
          actionButton(say.plain('actions.button.give-back'), 'actie.terug', action),
        ]
      : []),
    ...(mayChange ? [button('done', 'actie.klaar'), button('due', 'actie.datum')] : []),
    ...(isOwner ? [button('help', 'actie.hulp')] : []),
    ...(mayChange ? [button('hand-over', 'actie.overdragen'), button('stop', 'actie.stop')] : []),
    ...(isOwner && action.agreed && action.giverId !== actor.id ? [button('not-right', 'actie.klopt-niet')] : []),
  ];
}
