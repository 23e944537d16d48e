/** [Ongedaan maken], [Klopt niet]: a step is open again: "klaar" by the person, a talk by either side. */
import { z } from 'zod';
import { command } from '../bot/command.ts';
import { UserError } from '../bot/errors.ts';
import { answer, buttonsPart } from '../bot/notice.ts';
import { findPop, talkPartner } from './find-pop.ts';
import { talkOf } from './open-talk.ts';
import { TALKS } from './pop.ts';
import { popButton, showPop, talkName } from './pop-names.ts';
import { popKey } from './pop-view.ts';
import { talkButtons } from './step-rows.ts';
import { heldTell } from './talk-tells.ts';

export const reopen = command({
  intent: 'pop.open',
  words: [],
  example: '/pop',
  help: null,
  parse: () => null,
  args: z.object({
    stap: z.enum(['klaar', ...TALKS]),
    persoon: z.string().optional(),
    school: z.string().optional(),
  }),
  run: async (context, { stap, ...whose }) => {
    const { say, store, stamp, today, actor } = context;
    const view = await findPop(context, whose);
    if (stap === 'klaar') {
      if (!view.isOwn) throw new UserError(say('pop.ready.of-other', { name: view.person.name }));
      if (view.person.pop.readyOn === null) throw new UserError(say('pop.ready.was-open'));
      await store.pop.setReady(stamp, popKey(view), null);
      const ready = popButton(say.plain('pop.button.ready'), 'pop.klaar', view);
      return answer(say('pop.ready.reopened'), buttonsPart([ready]));
    }
    const { id: receiver, name } = await talkPartner(context, view);
    const talk = talkOf(view.person.pop, stap);
    const words = { talk: talkName(say, stap), name };
    if (talk.heldOn === null) throw new UserError(say('pop.held.was-open', words));
    const told = { receiver, by: actor.id, schoolId: view.school.id, today };
    await store.pop.setHeld(stamp, popKey(view), stap, null, heldTell(told, false));
    const open = { ...talk, heldOn: null, version: talk.version + 1 };
    return answer(say('pop.held.reopened', words), buttonsPart(talkButtons(context, view, open, true)));
  },
  again: showPop,
});
