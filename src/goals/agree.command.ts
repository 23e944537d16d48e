/** `/doel akkoord 3`: a draft becomes a goal of the team. */
import { statusCommand } from './status-change.ts';

export const agree = statusCommand('akkoord', {
  word: 'akkoord',
  example: '/doel akkoord 3',
  help: 'help.goal.agree',
});
