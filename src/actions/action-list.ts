/** Actions as rows: "12 Toetsanalyse klaarzetten · voor 24 november · te laat". */
import type { Context } from '../bot/command.ts';
import type { Button, RichText, Row, RowState } from '../bot/reply.ts';
import { joinText } from '../bot/rich-text.ts';
import { literal, type Say } from '../bot/text.ts';
import { actionName } from './action-names.ts';
import type { ActionLine } from './actions.store.ts';

/** How many actions one page shows. */
export const PAGE = 8;

/** One action of a list. `lines` begin with whose it is when that is not clear from the list. */
export async function actionRow(
  context: Context,
  action: ActionLine,
  { showsOwner, buttons }: { readonly showsOwner: boolean; readonly buttons: readonly Button[] },
): Promise<Row> {
  const state = lateState(context, action);
  return {
    ...(state ? { state } : {}),
    title: literal(await actionName(context, action)),
    lines: [factsLine(context, action, showsOwner)],
    buttons,
  };
}

function factsLine({ say, today }: Context, action: ActionLine, showsOwner: boolean): RichText {
  return joinText([
    showsOwner ? literal(action.ownerName) : [],
    say('actions.due', { date: say.date(action.due, today) }),
    action.offeredToId === null ? [] : say('actions.waits-for', { name: action.offeredToName }),
  ]);
}

/** ▲ te laat; null when it is not. */
export function lateState({ say, today }: { say: Say; today: Context['today'] }, action: ActionLine): RowState | null {
  if (action.state !== 'open' || action.due >= today) return null;
  return { symbol: '▲', word: say.plain('actions.late'), tone: 'attention' };
}
