/** `start`, `welkom`, `hoi`: the home page "Mijn leerteam", the first time under the welcome. */
import { z } from 'zod';
import { command } from '../bot/command.ts';
import { answer, buttonsPart } from '../bot/notice.ts';
import { home } from './home.ts';
import { homeButton } from './home-button.ts';
import { welcome } from './welcome.ts';

export const start = command({
  intent: 'start',
  words: ['start', 'welkom', 'hoi', 'hallo'],
  sayings: [
    'hello',
    'hi',
    'home',
    'goedemorgen',
    'goedemiddag',
    'goedenavond',
    'good morning',
    'good afternoon',
    'mijn leerteam',
    'my leerteam',
    'mijn startpagina',
    'my start page',
  ],
  example: '/start',
  help: 'help.start',
  parse: () => ({}),
  args: z.object({}),
  run: async (context) => {
    const { store, actor, say, stamp, today } = context;
    if (await store.people.welcomed(actor.id)) return home(context);
    await store.people.markWelcomed(stamp, actor.id, today);
    const { parts, asksDays } = await welcome(store, say, actor);
    // One question at a time: on which days somebody works comes before everything else.
    if (asksDays) return answer(null, [...parts, ...buttonsPart([homeButton(say, actor)])]);
    const page = await home(context);
    return answer(null, [
      ...parts,
      ...(page.title ? [{ kind: 'heading', text: page.title } as const] : []),
      ...page.parts,
    ]);
  },
  again: () => ({ name: 'start', args: {} }),
});
