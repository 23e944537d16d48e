/** `/advies 3`: one advice with its history. */
import { z } from 'zod';
import { command } from '../bot/command.ts';
import { wordsOf } from '../bot/tokens.ts';
import { advicePage } from './advice-page.ts';
import { adviceNumber, findAdvice } from './find-advice.ts';

export const showAdvice = command({
  intent: 'advies.toon',
  words: ['advies'],
  example: '/advies 3',
  help: null,
  parse: (rest) => {
    const typed = wordsOf(rest);
    return adviceNumber(typed) === null ? null : { advies: typed };
  },
  args: z.object({ advies: z.string().optional() }),
  run: async (context, { advies }) => advicePage(context, await findAdvice(context, advies, () => true)),
});

/** Shows what an act made or changed, when it is done again; a decision has no page of its own. */
export function showSaved(subject: string) {
  const id = /^advice:(\d+)$/.exec(subject);
  return id ? { name: 'advies.toon', args: { advies: `id:${id[1]}` } } : { name: 'advies.lijst', args: {} };
}
