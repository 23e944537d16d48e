/** "Welk doel bedoel je?": from a number, a part of a title or a button to one goal that the person may see. */
import { type Context, short } from '../bot/command.ts';
import { UserError } from '../bot/errors.ts';
import { buttonsPart } from '../bot/notice.ts';
import type { Button, Part, RichText } from '../bot/reply.ts';
import { hasRole } from '../people/permissions.ts';
import type { GoalId, GoalLine, GoalTitle } from './goal.ts';
import { mustSeeGoals, sees, visibleGoals } from './goal-access.ts';
import { goalArgument, label } from './goal-names.ts';
import { goalNumber, matching, matchingBeginning, nearest, ofOwner } from './match-goal.ts';

export type Wanted = {
  /** Goals that this act is about; when some of several candidates fit, the others are not asked after. */
  readonly suits?: (goal: GoalTitle) => boolean;
  /** The argument that takes what is typed behind the goal's name. */
  readonly rest?: string;
};

export type Found = { readonly goal: GoalLine; readonly rest: string };

const MOST_BUTTONS = 10;

/**
 * The one goal that argument `doel` means; without it the only one that suits. `rest` is what was typed behind its name.
 * Throws a UserError with a button for each goal when there are several, and with the nearest titles when there is none.
 */
export async function findGoal(context: Context, typed: string | undefined, wanted: Wanted = {}): Promise<Found> {
  mustSeeGoals(context);
  const id = /^id:(\d{1,15})$/.exec(typed ?? '');
  if (id) return { goal: await byId(context, Number(id[1]) as GoalId), rest: '' };
  const goals = await visibleGoals(context);
  const { goals: matches, rest } = candidates(context, goals, typed, wanted);
  const fitting = wanted.suits ? matches.filter(wanted.suits) : matches;
  const meant = fitting.length > 0 ? fitting : typed === undefined ? [] : matches;
  if (meant.length === 1) return { goal: await byId(context, meant[0]!.id), rest };
  if (meant.length === 0) throw await notFound(context, goals, typed);
  throw await whichOne(
    context,
    meant,
    typed,
    wanted.rest && rest ? { [wanted.rest]: before(context, wanted.rest, rest) } : {},
  );
}

/** By number or title, else by the name of the team or person whose goal it is, for those who may see that. */
function candidates({ actor }: Context, goals: readonly GoalTitle[], typed: string | undefined, wanted: Wanted) {
  if (typed === undefined) return { goals, rest: '' };
  if (wanted.rest) return matchingBeginning(goals, typed);
  const found = matching(goals, typed);
  const ownersSeen = found.length > 0 ? [] : goals.filter((goal) => sees(actor, goal) === 'all');
  return { goals: found.length > 0 ? found : ofOwner(ownersSeen, typed), rest: '' };
}

/** What was typed behind the goal's name, before what the argument holds already. */
function before({ intent }: Context, argument: string, rest: string): string {
  return `${rest} ${intent.args[argument] ?? ''}`.trim();
}

async function byId(context: Context, id: GoalId): Promise<GoalLine> {
  const { actor, say } = context;
  const goal = await context.store.goals.line(id);
  if (!goal) throw new UserError(say('goals.gone'), listButton(context));
  if (sees(actor, goal) === 'nothing') {
    // No school is another one for the board; what it does not see is a draft.
    throw new UserError(say(hasRole(actor, 'bestuur', null) ? 'goals.gone' : 'bot.other-school'));
  }
  return goal;
}

async function whichOne(
  context: Context,
  goals: readonly GoalTitle[],
  typed: string | undefined,
  more: Readonly<Record<string, string>>,
): Promise<UserError> {
  const buttons = await Promise.all(
    goals.slice(0, MOST_BUTTONS).map(async (goal): Promise<Button> => {
      const args = { ...context.intent.args, ...more, doel: goalArgument(goal) };
      return { label: await label(context, goal), intent: { name: context.intent.name, args } };
    }),
  );
  return new UserError(question(context, goals.length, typed), buttonsPart(buttons));
}

function question({ say }: Context, count: number, typed: string | undefined): RichText {
  if (typed === undefined) return say(count > MOST_BUTTONS ? 'goals.which-many-all' : 'goals.which');
  if (count > MOST_BUTTONS) return say('goals.which-many', { count });
  const number = goalNumber(typed);
  return number === null
    ? say('goals.which-title', { count, typed: short(typed) })
    : say('goals.which-number', { count, number });
}

async function notFound(context: Context, goals: readonly GoalTitle[], typed: string | undefined): Promise<UserError> {
  const { say } = context;
  if (typed === undefined) return new UserError(say('goals.nothing-fits'), listButton(context));
  const number = goalNumber(typed);
  if (number !== null) return new UserError(say('goals.no-number', { number }), listButton(context));
  const near = nearest(goals, typed);
  if (near.length === 0) return new UserError(say('goals.no-title', { typed: short(typed) }), listButton(context));
  const asked = await whichOne(context, near, typed, {});
  return new UserError(say('goals.no-title-near', { typed: short(typed) }), asked.parts);
}

/** [Mijn doelen]. */
export function listButton({ say }: Pick<Context, 'say'>): readonly Part[] {
  return buttonsPart([{ label: say.plain('goals.button.list'), intent: { name: 'doel.status', args: {} } }]);
}
