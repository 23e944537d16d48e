/** `/pop klaar`: my POP is ready. What it says is not asked. */
import { z } from 'zod';
import { command } from '../bot/command.ts';
import { answer, buttonsPart } from '../bot/notice.ts';
import { findOwnPop } from './find-pop.ts';
import { hasPop } from './has-pop.ts';
import { openTalk } from './open-talk.ts';
import { popButton, showPop } from './pop-names.ts';
import { popKey } from './pop-view.ts';

export const ready = command({
  intent: 'pop.klaar',
  words: ['pop klaar'],
  example: '/pop klaar',
  unfit: 'unfit.pop-ready',
  help: 'help.pop.ready',
  listedFor: hasPop,
  parse: (rest) => (rest.length === 0 ? {} : null),
  args: z.object({ school: z.string().optional() }),
  run: async (context, { school }) => {
    const { say, store, stamp, today } = context;
    const view = await findOwnPop(context, school);
    const { readyOn } = view.person.pop;
    const undo = popButton(say.plain('pop.button.undo'), 'pop.open', view, { stap: 'klaar' });
    if (readyOn) return answer(say('pop.ready.was', { date: say.dayMonth(readyOn, today) }), buttonsPart([undo]));
    await store.pop.setReady(stamp, popKey(view), today);
    const talk = view.lead && openTalk(view);
    const plan =
      talk && talk.planned === null
        ? [
            popButton(
              say.plain('pop.button.plan-next', { talk: say.plain(`pop.talk.${talk.talk}`) }),
              'pop.gesprek',
              view,
            ),
          ]
        : [];
    return answer(say('pop.ready.saved'), buttonsPart([...plan, undo]));
  },
  again: showPop,
});
