/** `/doel verder 3`: a paused, achieved or stopped goal is active again. */
import { statusCommand } from './status-change.ts';

export const resume = statusCommand('verder', {
  word: 'verder',
  example: '/doel verder 3',
  help: 'help.goal.resume',
});
