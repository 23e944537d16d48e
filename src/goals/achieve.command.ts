/** `/doel behaald 3`: the goal is achieved. */
import { statusCommand } from './status-change.ts';

export const achieve = statusCommand('behaald', {
  word: 'behaald',
  example: '/doel behaald 3',
  help: 'help.goal.achieve',
});
