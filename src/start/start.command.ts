/** `start`, `welkom`, `hoi`: the first time the welcome, afterwards the home page "Mijn leerteam". */
import { z } from 'zod';
import { command } from '../bot/command.ts';
import { answer, buttonsPart } from '../bot/notice.ts';
import { home } from './home.ts';
import { homeButton } from './home-button.ts';
import { welcome } from './welcome.ts';

export const start = command({
  intent: 'start',
  words: ['start', 'welkom', 'hoi', 'hallo'],
  example: '/start',
  help: 'help.start',
  parse: () => ({}),
  args: z.object({}),
  run: async (context) => {
    const { store, actor, say, stamp, today } = context;
    if (await store.people.welcomed(actor.id)) return home(context);
    await store.people.markWelcomed(stamp, actor.id, today);
    const { parts } = await welcome(store, say, actor);
    return answer(null, [...parts, ...buttonsPart([homeButton(say)])]);
  },
  again: () => ({ name: 'start', args: {} }),
});
