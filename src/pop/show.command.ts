/** `/pop toon @Nico`, `/pop @Nico`: a lead sees the steps of one of the people they lead. */
import { z } from 'zod';
import { command } from '../bot/command.ts';
import { answer, buttonsPart } from '../bot/notice.ts';
import type { Button } from '../bot/reply.ts';
import { findPop } from './find-pop.ts';
import { popParts, popTitle } from './pop-page.ts';
import { visiblePops } from './pop-view.ts';
import { readPerson } from './read-talk.ts';

export const show = command({
  intent: 'pop.toon',
  words: ['pop toon', 'pop'],
  example: '/pop toon @Nico',
  help: null,
  parse: readPerson,
  args: z.object({ persoon: z.string().optional(), school: z.string().optional() }),
  run: async (context, whose) => {
    const view = await findPop(context, whose);
    const views = await visiblePops(context);
    const isAtSeveral = views.filter(({ person }) => person.id === view.person.id).length > 1;
    const all: Button = {
      label: context.say.plain('pop.button.overview'),
      intent: { name: 'pop.overzicht', args: {} },
    };
    return answer(popTitle(context, view, isAtSeveral), [
      ...popParts(context, view),
      ...buttonsPart(view.isOwn ? [] : [all]),
    ]);
  },
});
