/** `/pop`: my POP steps this year, at each school where I have one; who leads others only gets their steps. */
import { z } from 'zod';
import { type Context, command } from '../bot/command.ts';
import { answer, buttonsPart, textPart } from '../bot/notice.ts';
import type { Part } from '../bot/reply.ts';
import { hasNoPop, leadWords, schoolsWithoutPop } from './find-pop.ts';
import { hasPop } from './has-pop.ts';
import { overviewOf } from './overview.command.ts';
import { popParts, popTitle } from './pop-page.ts';
import { type PopView, visiblePops } from './pop-view.ts';

export const mine = command({
  intent: 'pop',
  words: ['pop'],
  sayings: ['mijn pop', 'my pop'],
  example: '/pop',
  unfit: 'unfit.pop',
  help: 'help.pop',
  listedFor: hasPop,
  parse: (rest) => (rest.length === 0 ? {} : null),
  args: z.object({}),
  run: async (context) => {
    const { say, actor } = context;
    const views = await visiblePops(context);
    const own = views.filter(({ isOwn }) => isOwn);
    const led = views.filter(({ isOwn }) => !isOwn);
    if (own.length === 0) {
      if (led.length > 0) return overviewOf(context, led, 0);
      const none = await hasNoPop(context);
      return answer(none.text, none.parts);
    }
    const off = (await schoolsWithoutPop(context)).filter(({ id }) =>
      actor.employments.some(({ schoolId, pop }) => schoolId === id && pop),
    );
    const [first, ...more] = own;
    const parts: Part[] = [...(await pageOf(context, first!))];
    for (const view of more) {
      parts.push({ kind: 'heading', text: popTitle(context, view, true) }, ...(await pageOf(context, view)));
    }
    const others = { label: say.plain('pop.button.overview'), intent: { name: 'pop.overzicht', args: {} } };
    return answer(popTitle(context, first!, own.length > 1), [
      ...parts,
      ...off.map(({ name }) => textPart(say('pop.off', { school: name }))),
      ...buttonsPart(led.length > 0 ? [others] : []),
    ]);
  },
});

async function pageOf(context: Context, view: PopView): Promise<readonly Part[]> {
  const missing = view.lead ? [] : [textPart(await leadWords(context, view))];
  return [...popParts(context, view), ...missing];
}
