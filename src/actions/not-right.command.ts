/** [Klopt niet] under an action that the minutes gave me: it goes to who wrote it down. */
import { z } from 'zod';
import { type Context, command } from '../bot/command.ts';
import { UserError } from '../bot/errors.ts';
import { answer } from '../bot/notice.ts';
import { telling } from '../delivery/announcement.ts';
import { mustFit, SENTENCE_LENGTH } from '../goals/lengths.ts';
import type { Colleague } from '../people/people.store.ts';
import { mustBeOpenAction } from './action-access.ts';
import { numberedAction, showMine } from './action-names.ts';
import type { ActionLine } from './actions.store.ts';
import { findAction } from './find-action.ts';
import { actionTell } from './tells.ts';

export const notRight = command({
  intent: 'actie.klopt-niet',
  words: [],
  example: '/actie',
  help: null,
  parse: () => null,
  args: z.object({ actie: z.string().optional(), reden: z.string().optional() }),
  run: async (context, { actie, reden = '' }) => {
    const { say, store, stamp, today, actor } = context;
    const { action } = await findAction(context, actie, {
      suits: (someone, each) => each.agreed && each.ownerId === someone.id,
    });
    mustBeOpenAction(context, action);
    if (!action.agreed || action.ownerId !== actor.id) {
      throw new UserError(say('actions.not-agreed', { number: action.number }));
    }
    mustFit(reden, SENTENCE_LENGTH, say.plain('goals.field.reason'), say);
    const to = await whoWroteIt(context, action);
    const tell = actionTell('klopt-niet', action, to.id, stamp.at, today);
    await store.actions.notRight(stamp, action.id, to.id, reden, telling([tell]));
    return answer(say('actions.not-right', { action: numberedAction(say, action, 'within'), name: to.name }));
  },
  again: showMine,
});

/** Who wrote the minutes, else (that is the owner, or they left) the chair or the deputy of the team. */
async function whoWroteIt({ store, actor, say, today }: Context, action: ActionLine): Promise<Colleague> {
  const colleagues = await store.people.colleagues(action.schoolId, today);
  const team = action.teamId === null ? null : await store.agenda.team(action.teamId);
  for (const id of [action.giverId, team?.chairId, team?.deputyId]) {
    const found = colleagues.find((each) => each.id === id && each.id !== actor.id);
    if (found) return found;
  }
  throw new UserError(say('actions.not-right-nobody'));
}
