/** `/doel akkoord 3`: a draft becomes a goal of the team. */
import { z } from 'zod';
import { command } from '../bot/command.ts';
import { leadsGoals } from './goal-access.ts';
import { showGoal } from './saved-goal.ts';
import { changeStatus, parseChange } from './status-change.ts';

export const agree = command({
  intent: 'doel.akkoord',
  words: ['doel akkoord'],
  example: '/doel akkoord 3',
  help: 'help.goal.agree',
  listedFor: leadsGoals,
  parse: parseChange,
  args: z.object({ doel: z.string().optional(), reden: z.string().optional() }),
  run: (context, args) => changeStatus(context, 'akkoord', args),
  again: showGoal,
});
