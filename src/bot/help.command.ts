/** `/hulp`: what I can do here, by role, with an example each; made from the commands themselves. */
import { z } from 'zod';
import { command } from './command.ts';
import { exampleFor } from './example.ts';
import { bySubject } from './help-subjects.ts';
import { answer, buttonsPart } from './notice.ts';
import type { Part } from './reply.ts';
import { literal } from './text.ts';

export const help = command({
  intent: 'hulp',
  words: ['hulp', 'help'],
  sayings: ['?', 'wat kun je', 'wat kan je', 'wat kan ik hier', 'what can you do', 'what can i do here'],
  example: '/hulp',
  help: 'help.help',
  parse: () => ({}),
  args: z.object({}),
  run: async ({ say, commands, actor }) => {
    const listed = commands.filter((each) => each.help !== null && (each.listedFor?.(actor) ?? true));
    const parts = bySubject(listed).flatMap(({ subject, commands: own }): readonly Part[] => {
      const rows = own.map((each) => ({
        title: say(each.help!),
        lines: [literal(exampleFor(say, each.example), 'code')],
      }));
      const button = { label: say.plain(subject.label), intent: { name: subject.intent, args: {} } };
      return [
        { kind: 'heading', text: say(subject.label) },
        { kind: 'list', rows },
        ...buttonsPart(own.some(({ intent }) => intent === subject.intent) ? [button] : []),
      ];
    });
    return answer(say('help.title'), [...parts, { kind: 'small', text: say('help.small') }]);
  },
});
