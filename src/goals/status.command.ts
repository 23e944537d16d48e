/** `/doel`, `/doel status 3`, `/doel status rekenen`: how the goals that concern me go, or everything about one. */
import { z } from 'zod';
import { offsetArgument } from '../bot/arguments.ts';
import { command } from '../bot/command.ts';
import { plainWords } from '../bot/plain-words.ts';
import { wordsOf } from '../bot/tokens.ts';
import { hasRole } from '../people/permissions.ts';
import { findGoal } from './find-goal.ts';
import { sees, worksWithGoals } from './goal-access.ts';
import { goalList } from './goal-list.ts';
import { goalPage, historyPage } from './goal-page.ts';

export const status = command({
  intent: 'doel.status',
  words: ['doel', 'doel status'],
  sayings: ['doelen', 'mijn doelen', 'onze doelen', 'goals', 'my goals', 'goal status'],
  example: '/doel status',
  help: 'help.goal.status',
  listedFor: (actor) => worksWithGoals(actor) || hasRole(actor, 'bestuur', null),
  parse: (rest) => {
    if (rest.length === 0) return {};
    const words = wordsOf(rest);
    return ['alles', 'all'].includes(plainWords(words)) ? { welke: 'alles' } : { doel: words };
  },
  args: z.object({
    doel: z.string().optional(),
    welke: z.literal('alles').optional(),
    /** The first goal or change of the page, counted from 0. */
    vanaf: offsetArgument.optional(),
  }),
  run: async (context, { doel, welke, vanaf }) => {
    if (doel === undefined) return goalList(context, vanaf ?? 0, welke !== undefined);
    const { goal } = await findGoal(context, doel);
    // The page itself decides how much is shown; the history is only for who sees all of the goal.
    return vanaf && sees(context.actor, goal) === 'all' ? historyPage(context, goal, vanaf) : goalPage(context, goal);
  },
});
