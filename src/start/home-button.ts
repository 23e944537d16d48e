/** [Mijn leerteam], or [Mijn startpagina] for who has none: to the home page. */
import type { Button } from '../bot/reply.ts';
import type { Say } from '../bot/text.ts';
import { worksWithGoals } from '../goals/goal-access.ts';
import type { Actor } from '../people/person.ts';

export function homeButton(say: Say, actor: Actor): Button {
  const label = isGovernor(actor) ? 'start.button.home-governor' : 'start.button.home';
  return { label: say.plain(label), intent: { name: 'start', args: {} } };
}

/** Of the board or an admin, with no school to work at: the leerteams are not theirs. */
export function isGovernor(actor: Actor): boolean {
  return !worksWithGoals(actor);
}
