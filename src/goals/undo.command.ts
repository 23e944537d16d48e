/** [Ongedaan maken]: takes one's own newest update back; the goal is again as it was before it. */
import { z } from 'zod';
import { command } from '../bot/command.ts';
import { UserError } from '../bot/errors.ts';
import { answer } from '../bot/notice.ts';
import { goalRow } from './goal-row.ts';
import { ownNewestUpdate, ownUpdateArguments } from './own-update.ts';
import { showGoal } from './saved-goal.ts';

export const undo = command({
  intent: 'doel.ongedaan',
  words: [],
  example: '/doel update 3',
  help: null,
  parse: () => null,
  args: z.object(ownUpdateArguments),
  run: async (context, { doel, update }) => {
    const { say, store, stamp } = context;
    const { goal, checkIn } = await ownNewestUpdate(context, doel, update);
    const isUndone = await store.goals.withdrawCheckIn(stamp, checkIn.id);
    const now = await store.goals.line(goal.id);
    if (!isUndone || !now) throw new UserError(say('goals.update-gone', { number: goal.number }));
    return answer(say('goals.undone'), [{ kind: 'list', rows: [goalRow(context, now)] }]);
  },
  again: showGoal,
});
