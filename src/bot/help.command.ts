/** `/hulp`: what I can do here, by role, with an example each; made from the commands themselves. */
import { z } from 'zod';
import { command } from './command.ts';
import { answer } from './notice.ts';
import { literal } from './text.ts';

export const help = command({
  intent: 'hulp',
  words: ['hulp', 'help'],
  example: '/hulp',
  help: 'help.help',
  parse: () => ({}),
  args: z.object({}),
  run: async ({ say, commands, actor }) => {
    const rows = commands
      .filter((each) => each.help !== null && (each.listedFor?.(actor) ?? true))
      .map((each) => ({ title: say(each.help!), lines: [literal(each.example, 'code')] }));
    return answer(say('help.title'), [
      { kind: 'list', rows },
      { kind: 'small', text: say('help.small') },
    ]);
  },
});
