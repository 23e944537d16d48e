/** [Nee, terug]: it stays the giver's, unchanged, and the giver hears of it. */
import { z } from 'zod';
import { command } from '../bot/command.ts';
import { answer } from '../bot/notice.ts';
import { telling } from '../delivery/announcement.ts';
import { mustFit, SENTENCE_LENGTH } from '../goals/lengths.ts';
import { numberedAction, showMine } from './action-names.ts';
import { findOffer } from './find-offer.ts';
import { actionTell } from './tells.ts';

export const giveBack = command({
  intent: 'actie.terug',
  words: [],
  example: '/actie',
  help: null,
  parse: () => null,
  args: z.object({ actie: z.string().optional(), reden: z.string().optional() }),
  run: async (context, { actie, reden = '' }) => {
    const { say, store, stamp, today } = context;
    const action = await findOffer(context, actie);
    mustFit(reden, SENTENCE_LENGTH, say.plain('goals.field.reason'), say);
    const tell = actionTell('terug', action, action.ownerId, stamp.at, today);
    await store.actions.giveBack(stamp, action.id, reden, telling([tell]));
    return answer(say('actions.given-back', { action: numberedAction(say, action, 'within'), name: action.ownerName }));
  },
  again: showMine,
});
