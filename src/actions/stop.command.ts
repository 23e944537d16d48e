/** `/actie stop 12 reden`: it is not needed any more; its history stays. */
import { z } from 'zod';
import { command } from '../bot/command.ts';
import { answer, textPart } from '../bot/notice.ts';
import { quoted } from '../bot/rich-text.ts';
import { mustFit, SENTENCE_LENGTH } from '../goals/lengths.ts';
import { mayChangeAction, mustChangeAction, worksWithActions } from './action-access.ts';
import { actionLabel, numberedAction, showAction } from './action-names.ts';
import { findAction } from './find-action.ts';
import { sentenceForm } from './sentence-form.ts';
import { parseActionAnd } from './typed-action.ts';

export const stopAction = command({
  intent: 'actie.stop',
  words: ['actie stop'],
  example: 'example.action-stop',
  help: 'help.action.stop',
  listedFor: worksWithActions,
  parse: parseActionAnd('reden'),
  args: z.object({ actie: z.string().optional(), reden: z.string().optional() }),
  run: async (context, { actie, reden }) => {
    const { say, store, stamp } = context;
    const { action, rest } = await findAction(context, actie, { suits: mayChangeAction, rest: 'reden' });
    mustChangeAction(context, action);
    const reason = [rest, reden].filter(Boolean).join(' ');
    mustFit(reason, SENTENCE_LENGTH, say.plain('goals.field.reason'), say);
    if (reason === '') {
      const title = say.plain('actions.stop.title', { action: await actionLabel(context, action) });
      return sentenceForm(context, action, {
        title,
        short: say.plain('actions.stop.short'),
        name: 'reden',
        label: say.plain('goals.field.reason'),
        required: true,
      });
    }
    const stopped = await store.actions.stop(stamp, action.id, reason);
    return answer(say('actions.stopped', { action: numberedAction(say, stopped) }), [textPart(quoted(reason))]);
  },
  again: showAction,
});
