/** [Zo laten] under a realiteitscheck: the goal stays as it is, and the questions go away. */
import { z } from 'zod';
import { command } from '../bot/command.ts';
import { answer, buttonsPart } from '../bot/notice.ts';
import { findGoal } from './find-goal.ts';
import { goalButton, numberedName } from './goal-names.ts';

export const leave = command({
  intent: 'doel.laten',
  words: [],
  example: '/doel status 3',
  help: null,
  parse: () => null,
  args: z.object({ doel: z.string() }),
  run: async (context, { doel }) => {
    const { say } = context;
    const { goal } = await findGoal(context, doel);
    const title = say('goals.left', { goal: await numberedName(context, goal, 'start'), title: goal.title });
    const buttons = buttonsPart([goalButton(say.plain('goals.button.show'), 'doel.status', goal)]);
    return { kind: 'replace', notice: answer(title, buttons) };
  },
});
