/** [Mijn leerteam]: to the home page. */
import type { Button } from '../bot/reply.ts';
import type { Say } from '../bot/text.ts';

export function homeButton(say: Say): Button {
  return { label: say.plain('start.button.home'), intent: { name: 'start', args: {} } };
}
