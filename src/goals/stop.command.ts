/** `/doel stop 3 reden`: the goal is given up; its history stays. */
import { z } from 'zod';
import { command } from '../bot/command.ts';
import { leadsGoals } from './goal-access.ts';
import { showGoal } from './saved-goal.ts';
import { changeStatus, parseChange } from './status-change.ts';

export const stop = command({
  intent: 'doel.stop',
  words: ['doel stop'],
  example: '/doel stop 3 We kiezen voor een ander doel',
  help: 'help.goal.stop',
  listedFor: leadsGoals,
  parse: parseChange,
  args: z.object({ doel: z.string().optional(), reden: z.string().optional() }),
  run: (context, args) => changeStatus(context, 'gestopt', args),
  again: showGoal,
});
