/** [Ik wil overleggen]: the lead hears that somebody wants to talk it over, never what about. */
import { z } from 'zod';
import { command } from '../bot/command.ts';
import { answer, textPart } from '../bot/notice.ts';
import { findOwnPop, talkPartner } from './find-pop.ts';
import { showPop } from './pop-names.ts';
import { popKey } from './pop-view.ts';
import { discussTell } from './talk-tells.ts';

export const discuss = command({
  intent: 'pop.overleg',
  words: ['pop overleg'],
  example: '/pop overleg',
  unfit: 'unfit.pop-discuss',
  help: null,
  parse: (rest) => (rest.length === 0 ? {} : null),
  args: z.object({ school: z.string().optional() }),
  run: async (context, { school }) => {
    const { say, store, stamp, today, actor } = context;
    const view = await findOwnPop(context, school);
    const { id: receiver, name } = await talkPartner(context, view);
    const told = { receiver, by: actor.id, schoolId: view.school.id, today };
    await store.pop.ask(stamp, popKey(view), discussTell(told));
    return answer(say('pop.discuss.saved', { name }), [textPart(say('pop.plan.tells', { name }))]);
  },
  again: showPop,
});
