/** "Welke actie bedoel je?": from a number, a part of what is to be done, or a button to one action that the person may see. */
import { type Context, short } from '../bot/command.ts';
import { UserError } from '../bot/errors.ts';
import { buttonsPart } from '../bot/notice.ts';
import type { Button, RichText } from '../bot/reply.ts';
import { matching, matchingBeginning, nearest } from '../goals/match-goal.ts';
import type { Actor } from '../people/person.ts';
import type { ActionId } from './action.ts';
import { listButton, mustHaveActions, seesAction, visibleActions } from './action-access.ts';
import { actionArgument, actionLabel } from './action-names.ts';
import type { ActionLine } from './actions.store.ts';

export type WantedAction = {
  /** Actions that this act is about; when some of several candidates fit, the others are not asked after. */
  readonly suits?: (actor: Actor, action: ActionLine) => boolean;
  /** The argument that takes what is typed behind the action's name. */
  readonly rest?: string;
};

export type FoundAction = { readonly action: ActionLine; readonly rest: string };

type Titled = ActionLine & { readonly title: string };

const MOST_BUTTONS = 10;

/**
 * The one action that argument `actie` means; without it the only one of one's own that suits. Words mean one's own
 * actions first. `rest` is what was typed behind its name. Throws a
 * UserError with a button for each action when there are several, and with the nearest ones when there is none.
 */
export async function findAction(
  context: Context,
  typed: string | undefined,
  wanted: WantedAction = {},
): Promise<FoundAction> {
  mustHaveActions(context);
  const { actor, store } = context;
  const id = /^id:(\d{1,15})$/.exec(typed ?? '');
  if (id) return { action: await byId(context, Number(id[1]) as ActionId), rest: '' };
  const open = titled(
    typed === undefined
      ? (await store.actions.lines({ concerns: actor.id, states: ['open'] })).filter((each) => seesAction(actor, each))
      : await visibleActions(context, { states: ['open'] }),
  );
  const { actions, rest } = await candidates(context, open, typed, wanted);
  const suiting = actions.filter((action) => wanted.suits?.(actor, action) ?? true);
  const own = typed === undefined || isNumberOrButton(typed) ? [] : suiting.filter((each) => each.ownerId === actor.id);
  const fitting = own.length > 0 ? own : suiting;
  const meant = fitting.length > 0 ? fitting : typed === undefined ? [] : actions;
  if (meant.length === 1) return { action: meant[0]!, rest };
  if (meant.length === 0) throw await notFound(context, open, typed);
  const more = wanted.rest && rest ? { [wanted.rest]: `${rest} ${context.intent.args[wanted.rest] ?? ''}`.trim() } : {};
  throw await whichOne(context, meant, typed, more);
}

async function candidates(context: Context, open: readonly Titled[], typed: string | undefined, wanted: WantedAction) {
  if (typed === undefined) return { actions: open, rest: '' };
  const name = typed.replace(/^(?:actie|action)\s+(?=\d)/i, '');
  if (!wanted.rest) return { actions: orClosed(matching(open, name), await closed(context, name)), rest: '' };
  const begun = matchingBeginning(open, name);
  if (begun.goals.length > 0) return { actions: begun.goals, rest: begun.rest };
  const [first = '', ...rest] = name.split(/\s+/);
  return { actions: await closed(context, first), rest: rest.join(' ') };
}

function orClosed(open: readonly Titled[], closed: readonly Titled[]): readonly Titled[] {
  return open.length > 0 ? open : closed;
}

/** A number also finds what is done or stopped. */
async function closed(context: Context, typed: string): Promise<readonly Titled[]> {
  const number = actionNumber(typed);
  return number === null ? [] : titled(await visibleActions(context, { number, states: ['klaar', 'gestopt'] }));
}

/** Is no other action possible? Words may be part of several. */
export function isNumberOrButton(typed: string): boolean {
  return actionNumber(typed) !== null || /^id:\d/.test(typed);
}

/** Reads `12`, `#12`, `actie 12` or `nr 12`. */
export function actionNumber(typed: string): number | null {
  const match = /^(?:(?:actie|action|nr\.?)\s*|#)?(\d{1,9})$/i.exec(typed.trim());
  return match ? Number(match[1]) : null;
}

/** Found as goals are found by their title. */
function titled(actions: readonly ActionLine[]): readonly Titled[] {
  return actions.map((action) => ({ ...action, title: action.what }));
}

async function byId({ actor, store, say }: Context, id: ActionId): Promise<ActionLine> {
  const action = await store.actions.line(id);
  if (!action || !seesAction(actor, action)) throw new UserError(say('actions.gone'), listButton(say));
  return action;
}

async function whichOne(
  context: Context,
  actions: readonly ActionLine[],
  typed: string | undefined,
  more: Readonly<Record<string, string>>,
): Promise<UserError> {
  const buttons = await Promise.all(
    actions.slice(0, MOST_BUTTONS).map(async (action): Promise<Button> => {
      const args = { ...context.intent.args, ...more, actie: actionArgument(action) };
      return { label: await actionLabel(context, action), intent: { name: context.intent.name, args } };
    }),
  );
  return new UserError(question(context, actions.length, typed), buttonsPart(buttons));
}

function question({ say }: Context, count: number, typed: string | undefined): RichText {
  if (typed === undefined || actionNumber(typed) !== null) return say('actions.which');
  if (count > MOST_BUTTONS) return say('actions.which-many', { count });
  return say('actions.which-text', { count, typed: short(typed) });
}

async function notFound(context: Context, open: readonly Titled[], typed: string | undefined): Promise<UserError> {
  const { say } = context;
  if (typed === undefined) return new UserError(say('actions.nothing-fits'), listButton(say));
  const number = actionNumber(typed.split(/\s+/)[0] ?? '');
  if (number !== null) return new UserError(say('actions.no-number', { number }), listButton(say));
  const near = nearest(open, typed);
  if (near.length === 0) return new UserError(say('actions.no-text', { typed: short(typed) }), listButton(say));
  const asked = await whichOne(context, near, typed, {});
  return new UserError(say('actions.no-text-near', { typed: short(typed) }), asked.parts);
}
