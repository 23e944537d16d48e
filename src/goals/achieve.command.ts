/** `/doel behaald 3`: the goal is achieved. */
import { z } from 'zod';
import { command } from '../bot/command.ts';
import { leadsGoals } from './goal-access.ts';
import { showGoal } from './saved-goal.ts';
import { changeStatus, parseChange } from './status-change.ts';

export const achieve = command({
  intent: 'doel.behaald',
  words: ['doel behaald'],
  example: '/doel behaald 3',
  help: 'help.goal.achieve',
  listedFor: leadsGoals,
  parse: parseChange,
  args: z.object({ doel: z.string().optional(), reden: z.string().optional() }),
  run: (context, args) => changeStatus(context, 'behaald', args),
  again: showGoal,
});
