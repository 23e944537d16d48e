/** "Je zit nog niet in een leerteam": what somebody without one can do, by role. */
import type { Context } from '../bot/command.ts';
import type { RichText } from '../bot/reply.ts';
import { worksWithGoals } from '../goals/goal-access.ts';
import { hasRole } from '../people/permissions.ts';

export function noTeam({ say, actor }: Pick<Context, 'say' | 'actor'>): RichText {
  if (worksWithGoals(actor)) return say('leerteam.none');
  return say(hasRole(actor, 'bestuur', null) ? 'leerteam.none-board' : 'leerteam.none-admin');
}
