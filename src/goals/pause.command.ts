/** `/doel pauze 3 reden`: no questions about the goal for now. */
import { statusCommand } from './status-change.ts';

export const pause = statusCommand('gepauzeerd', {
  word: 'pauze',
  example: 'example.goal-pause',
  help: 'help.goal.pause',
});
