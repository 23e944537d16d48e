/** `/actie overdragen 12 @Sanne`: asks somebody else to take it over; of who left or is away for long it goes over at once. */
import { z } from 'zod';
import { type Context, command } from '../bot/command.ts';
import { UserError } from '../bot/errors.ts';
import { answer } from '../bot/notice.ts';
import type { Form, Notice } from '../bot/reply.ts';
import { type Token, wordsOf } from '../bot/tokens.ts';
import type { LocalDate } from '../calendar/local-date.ts';
import { NOTHING_TO_TELL, telling } from '../delivery/announcement.ts';
import { isAwayForLong } from '../people/away-for-long.ts';
import { findColleague, personArgument } from '../people/find-colleague.ts';
import type { Colleague } from '../people/people.store.ts';
import { mayChangeAction, mustChangeAction, worksWithActions } from './action-access.ts';
import { actionArgument, actionLabel, numberedAction, showAction } from './action-names.ts';
import type { ActionLine } from './actions.store.ts';
import { findAction } from './find-action.ts';
import { ownerMenu } from './owner-of-action.ts';
import { actionTell } from './tells.ts';
import { isWholeAction, namesAction } from './typed-action.ts';

export const handOver = command({
  intent: 'actie.overdragen',
  words: ['actie overdragen'],
  example: '/actie overdragen 12 @Sanne',
  help: 'help.action.hand-over',
  listedFor: worksWithActions,
  parse: parseHandOver,
  args: z.object({ actie: z.string().optional(), wie: z.string().optional() }),
  run: async (context, { actie, wie }) => {
    const { action } = await findAction(context, actie, { suits: mayChangeAction });
    mustChangeAction(context, action);
    if (wie === undefined) return form(context, action);
    const args = { actie: actionArgument(action), wie };
    const asked = { ...context, intent: { name: context.intent.name, args } };
    return give(context, action, await findColleague(asked, action.schoolId, wie, 'wie'));
  },
  again: showAction,
});

/** The action, and behind the first @ who gets it. */
function parseHandOver(rest: readonly Token[], today: LocalDate): Record<string, string> | null {
  const [first] = rest;
  if (!first) return {};
  const words = wordsOf(rest);
  if (!namesAction(first) && isWholeAction(words, today)) return null;
  const at = words.search(/(?:^|\s)@\S|(?:^|\s)\S+@\S/);
  if (at < 0) return { actie: words };
  const actie = words.slice(0, at).trim();
  const wie = words.slice(at).trim();
  return actie === '' ? { wie } : { actie, wie };
}

async function give(context: Context, action: ActionLine, to: Colleague): Promise<Notice> {
  const { say, actor } = context;
  const { number } = action;
  if (to.id === action.ownerId) throw new UserError(say('actions.has-already', { number, name: to.name }));
  if (to.id === action.offeredToId && to.id !== actor.id) {
    throw new UserError(say('actions.asked-already', { number, name: to.name }));
  }
  const isTaken = to.id === actor.id;
  if (isTaken || (action.ownerId !== actor.id && (await cannotAnswer(context, action)))) {
    return reassign(context, action, to);
  }
  const { store, stamp, today } = context;
  const offered = await store.actions.offer(stamp, action.id, action.version, to.id, today, NOTHING_TO_TELL);
  return answer(
    say('actions.offered', {
      action: numberedAction(say, offered),
      name: to.name,
      owner: ownerWords(context, offered),
    }),
  );
}

function ownerWords({ say, actor }: Context, { ownerId, ownerName }: ActionLine): string {
  return ownerId === actor.id ? say.plain('actions.you') : ownerName;
}

async function reassign(context: Context, action: ActionLine, to: Colleague): Promise<Notice> {
  const { say, actor, store, stamp, today } = context;
  const tells = to.id === actor.id ? [] : [actionTell('overgedragen', action, to.id, stamp.at, today)];
  const given = await store.actions.reassign(stamp, action.id, action.version, to.id, '', telling(tells));
  const name = to.id === actor.id ? say.plain('actions.you') : to.name;
  return answer(say('actions.handed-over', { action: numberedAction(say, given), name }));
}

/** Does the owner not work here any more, or are they away for more than ten school days? */
async function cannotAnswer({ store, today }: Context, { ownerId, schoolId }: ActionLine): Promise<boolean> {
  const colleagues = await store.people.colleagues(schoolId, today);
  if (!colleagues.some(({ id }) => id === ownerId)) return true;
  return isAwayForLong(store, ownerId, schoolId, today);
}

async function form(context: Context, action: ActionLine): Promise<Form> {
  const { say } = context;
  const owner = personArgument({ id: action.ownerId });
  const options = (await ownerMenu(context, [action.schoolId])).filter(({ value }) => value !== owner);
  return {
    kind: 'form',
    title: say.plain('actions.hand-over.title', { action: await actionLabel(context, action) }),
    short: say.plain('actions.hand-over.short'),
    intro: say('actions.hand-over.intro'),
    fields: [{ kind: 'choice', name: 'wie', label: say.plain('actions.field.who'), required: true, options }],
    intent: { name: 'actie.overdragen', args: { actie: actionArgument(action) } },
    submit: say.plain('actions.button.ask'),
    small: say('actions.small'),
  };
}
