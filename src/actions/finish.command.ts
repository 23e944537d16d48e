/** `/actie klaar 12`: done; it is not asked after any more. */
import { z } from 'zod';
import { type Context, command } from '../bot/command.ts';
import { answer, buttonsPart } from '../bot/notice.ts';
import type { Notice } from '../bot/reply.ts';
import { telling } from '../delivery/announcement.ts';
import { mayChangeAction, mustChangeAction, worksWithActions } from './action-access.ts';
import { actionButton, numberedAction, showAction } from './action-names.ts';
import type { ActionLine } from './actions.store.ts';
import { findAction, isNumberOrButton } from './find-action.ts';
import { actionButtons } from './planned-action.ts';
import { actionTell } from './tells.ts';
import { parseAction } from './typed-action.ts';

export const finish = command({
  intent: 'actie.klaar',
  words: ['actie klaar'],
  example: '/actie klaar 12',
  help: 'help.action.done',
  listedFor: worksWithActions,
  parse: parseAction,
  args: z.object({ actie: z.string().optional() }),
  run: async (context, { actie }) => {
    const { actor, say, store, stamp, today } = context;
    const { action } = await findAction(context, actie, { suits: mayChangeAction });
    mustChangeAction(context, action);
    const isOwn = action.ownerId === actor.id;
    if (!isOwn && actie !== undefined && !isNumberOrButton(actie)) return isItDone(context, action);
    const tells = isOwn ? [] : [actionTell('klaar', action, action.ownerId, stamp.at, today)];
    const done = await store.actions.finish(stamp, action.id, telling(tells));
    return answer(
      say('actions.done', { action: numberedAction(say, done) }),
      buttonsPart(actionButtons(say, done, ['undo'])),
    );
  },
  again: showAction,
});

/** Words may mean another action than the one of a colleague in which they happen to stand. */
function isItDone({ say }: Context, action: ActionLine): Notice {
  return answer(
    say('actions.done-other', { action: numberedAction(say, action, 'within'), name: action.ownerName }),
    buttonsPart([actionButton(say.plain('bot.yes'), 'actie.klaar', action, {}, 'primary')]),
  );
}
