/** `/doel verder 3`: a paused, achieved or stopped goal is active again. */
import { z } from 'zod';
import { command } from '../bot/command.ts';
import { leadsGoals } from './goal-access.ts';
import { showGoal } from './saved-goal.ts';
import { changeStatus, parseChange } from './status-change.ts';

export const resume = command({
  intent: 'doel.verder',
  words: ['doel verder'],
  example: '/doel verder 3',
  help: 'help.goal.resume',
  listedFor: leadsGoals,
  parse: parseChange,
  args: z.object({ doel: z.string().optional(), reden: z.string().optional() }),
  run: (context, args) => changeStatus(context, 'verder', args),
  again: showGoal,
});
