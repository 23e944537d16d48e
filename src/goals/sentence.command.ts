/** [Zin toevoegen]: what is seen in the classroom, added to one's own newest update. */
import { z } from 'zod';
import { command } from '../bot/command.ts';
import { numberedName } from './goal-names.ts';
import { mustFit, SENTENCE_LENGTH } from './lengths.ts';
import { mustBeActive } from './open-goal.ts';
import { ownNewestUpdate, ownUpdateArguments } from './own-update.ts';
import { showGoal } from './saved-goal.ts';
import { checkInNotice } from './update-answer.ts';
import { sentenceForm } from './update-form.ts';

export const sentence = command({
  intent: 'doel.zin',
  words: [],
  example: '/doel update 3',
  help: null,
  parse: () => null,
  args: z.object({
    ...ownUpdateArguments,
    zin: z.string().optional(),
  }),
  run: async (context, { doel, update, zin }) => {
    const { say, store, stamp } = context;
    const { goal, checkIn } = await ownNewestUpdate(context, doel, update);
    mustBeActive(context, goal);
    if (zin === undefined) return sentenceForm(context, goal, checkIn);
    mustFit(zin, SENTENCE_LENGTH, say.plain('goals.field.sentence'), say);
    const { goalId, date, status, value, success } = checkIn;
    const changed = await store.goals.checkIn(stamp, {
      goalId,
      date,
      status,
      value,
      success,
      sentence: zin,
      replaces: checkIn.id,
    });
    return checkInNotice(
      context,
      goal,
      changed,
      say('goals.sentence-saved', { goal: await numberedName(context, goal, 'within') }),
    );
  },
  again: showGoal,
});
