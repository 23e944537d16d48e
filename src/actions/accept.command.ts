/** [Ja] under an action that somebody asks me to take over: from now on it is mine. */
import { z } from 'zod';
import { command } from '../bot/command.ts';
import { answer, buttonsPart } from '../bot/notice.ts';
import { actionButton, numberedAction, showAction } from './action-names.ts';
import { findOffer } from './find-offer.ts';

export const accept = command({
  intent: 'actie.aannemen',
  words: [],
  example: '/actie',
  help: null,
  parse: () => null,
  args: z.object({ actie: z.string().optional() }),
  run: async (context, { actie }) => {
    const { say, store, stamp, today } = context;
    const action = await findOffer(context, actie);
    const accepted = await store.actions.accept(stamp, action.id);
    const date = say.date(accepted.due, today);
    return answer(say('actions.accepted', { action: numberedAction(say, accepted), date }), [
      ...buttonsPart([
        actionButton(say.plain('actions.button.done'), 'actie.klaar', accepted),
        actionButton(say.plain('actions.button.due'), 'actie.datum', accepted),
      ]),
    ]);
  },
  again: showAction,
});
