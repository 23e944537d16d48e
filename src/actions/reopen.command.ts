/** [Ongedaan maken] after "Klaar": the action is open again, as long as nothing else happened to it. */
import { z } from 'zod';
import { command } from '../bot/command.ts';
import { UserError } from '../bot/errors.ts';
import { answer, buttonsPart } from '../bot/notice.ts';
import { leadsAction, listButton } from './action-access.ts';
import { actionButton, numberedAction, showAction } from './action-names.ts';
import { findAction } from './find-action.ts';

export const reopen = command({
  intent: 'actie.heropen',
  words: [],
  example: '/actie',
  help: null,
  parse: () => null,
  args: z.object({
    actie: z.string(),
    /** Of the action when it was done. */
    versie: z
      .string()
      .regex(/^\d{1,9}$/)
      .transform(Number),
  }),
  run: async (context, { actie, versie }) => {
    const { actor, say, store, stamp, today } = context;
    const { action } = await findAction(context, actie);
    const { number, ownerName } = action;
    if (action.ownerId !== actor.id && !leadsAction(actor, action)) {
      throw new UserError(say('actions.of-other', { number, name: ownerName }));
    }
    if (action.state !== 'klaar' || action.version !== versie) {
      throw new UserError(say('actions.cannot-reopen', { number }), listButton(say));
    }
    const open = await store.actions.reopen(stamp, action.id, versie);
    const words = { action: numberedAction(say, open), date: say.date(open.due, today) };
    return answer(
      say('actions.reopened', words),
      buttonsPart([actionButton(say.plain('actions.button.show'), 'actie.toon', open)]),
    );
  },
  again: showAction,
});
