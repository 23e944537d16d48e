/** [Mijn leerteam] [Ik ben er niet] [Instellingen] [Hulp]: for whoever typed words that are no command. */
import type { Button } from '../bot/reply.ts';
import type { Say } from '../bot/text.ts';
import type { Actor } from '../people/person.ts';
import { homeButton } from './home-button.ts';

export function likely(say: Say, actor: Actor): readonly Button[] {
  return [
    homeButton(say, actor),
    { label: say.plain('start.menu.absent'), intent: { name: 'afwezig', args: {} } },
    { label: say.plain('start.menu.settings'), intent: { name: 'instellingen', args: {} } },
    { label: say.plain('start.menu.help'), intent: { name: 'hulp', args: {} } },
  ];
}
