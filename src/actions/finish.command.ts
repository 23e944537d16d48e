/** `/actie klaar 12`: done; it is not asked after any more. */
import { z } from 'zod';
import { command } from '../bot/command.ts';
import { answer } from '../bot/notice.ts';
import { mayChangeAction, mustChangeAction, worksWithActions } from './action-access.ts';
import { numberedAction, showAction } from './action-names.ts';
import { findAction } from './find-action.ts';
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
    const { action } = await findAction(context, actie, { suits: mayChangeAction });
    mustChangeAction(context, action);
    const done = await context.store.actions.finish(context.stamp, action.id);
    return answer(context.say('actions.done', { action: numberedAction(context.say, done) }));
  },
  again: showAction,
});
