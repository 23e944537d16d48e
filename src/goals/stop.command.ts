/** `/doel stop 3 reden`: the goal is given up; its history stays. */
import { statusCommand } from './status-change.ts';

export const stop = statusCommand('gestopt', {
  word: 'stop',
  example: 'example.goal-stop',
  help: 'help.goal.stop',
});
