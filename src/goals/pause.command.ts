/** `/doel pauze 3 reden`: no questions about the goal for now. */
import { z } from 'zod';
import { command } from '../bot/command.ts';
import { leadsGoals } from './goal-access.ts';
import { showGoal } from './saved-goal.ts';
import { changeStatus, parseChange } from './status-change.ts';

export const pause = command({
  intent: 'doel.pauze',
  words: ['doel pauze'],
  example: '/doel pauze 3 We wachten op de nieuwe methode',
  help: 'help.goal.pause',
  listedFor: leadsGoals,
  parse: parseChange,
  args: z.object({ doel: z.string().optional(), reden: z.string().optional() }),
  run: (context, args) => changeStatus(context, 'gepauzeerd', args),
  again: showGoal,
});
