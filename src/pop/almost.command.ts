/** [Bijna] under "Lukt dat?": nothing is stored, the question comes back by itself. */
import { z } from 'zod';
import { command } from '../bot/command.ts';
import { answer, buttonsPart } from '../bot/notice.ts';
import { findOwnPop } from './find-pop.ts';
import { popButton } from './pop-names.ts';

export const almost = command({
  intent: 'pop.bijna',
  words: [],
  example: '/pop',
  help: null,
  parse: () => null,
  args: z.object({ school: z.string().optional() }),
  run: async (context, { school }) => {
    const { say, today } = context;
    const view = await findOwnPop(context, school);
    const { readyOn } = view.person.pop;
    if (readyOn) return answer(say('pop.ready.was', { date: say.dayMonth(readyOn, today) }));
    const discuss = view.lead ? [popButton(say.plain('pop.button.discuss'), 'pop.overleg', view)] : [];
    const done = popButton(say.plain('pop.button.ready'), 'pop.klaar', view);
    return answer(say('pop.almost'), buttonsPart([done, ...discuss]));
  },
});
