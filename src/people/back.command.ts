/** `/ik-ben-er`: back from absence. */
import { z } from 'zod';
import { command } from '../bot/command.ts';
import { answer } from '../bot/notice.ts';

export const back = command({
  intent: 'ik-ben-er',
  words: ['ik-ben-er', 'ikbener'],
  example: '/ik-ben-er',
  help: 'help.back',
  parse: (rest) => (rest.length === 0 ? {} : null),
  args: z.object({}),
  run: async ({ store, stamp, actor, today, say }) => {
    const wasAbsent = await store.people.reportBack(stamp, actor.id, today);
    return answer(say(wasAbsent ? 'back.welcome' : 'back.was-not'));
  },
});
