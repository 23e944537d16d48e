/** [Intrekken]: who may send advice takes it back; it leaves every agenda. Asks first, because it is for good. */
import { z } from 'zod';
import { type Context, command } from '../bot/command.ts';
import { UserError } from '../bot/errors.ts';
import { answer, buttonsPart, textPart } from '../bot/notice.ts';
import type { Notice } from '../bot/reply.ts';
import { quoted } from '../bot/rich-text.ts';
import { refusal } from '../goals/goal-access.ts';
import { type Advice, isWaiting } from './advice.ts';
import { mayWithdraw, subjectOf } from './advice-access.ts';
import { adviceButton } from './advice-names.ts';
import { pageParts } from './advice-page.ts';
import { findAdvice } from './find-advice.ts';
import { showSaved } from './show.command.ts';

export const withdrawAdvice = command({
  intent: 'advies.intrekken',
  words: ['advies intrekken'],
  example: '/advies intrekken 3',
  help: null,
  parse: ([typed, ...more]): Record<string, string> | null => {
    if (!typed) return {};
    return more.length === 0 && /^#?\d+$/.test(typed.text) ? { advies: typed.text } : null;
  },
  args: z.object({ advies: z.string().optional(), zeker: z.literal('ja').optional() }),
  run: async (context, { advies, zeker }) => {
    const { actor, store, stamp, say } = context;
    const isOpen = ({ state }: Advice) => state === 'concept' || isWaiting(state);
    const advice = await findAdvice(context, advies, (each) => isOpen(each) && mayWithdraw(actor, each));
    const number = String(advice.number);
    if (!mayWithdraw(actor, advice)) throw await refusal(context, 'advice.send', subjectOf(advice));
    if (advice.state === 'ingetrokken') throw new UserError(say('advice.is-withdrawn', { number }));
    if (!isOpen(advice)) throw new UserError(say('advice.is-answered', { number }), await pageParts(context, advice));
    if (!zeker) return ask(context, advice);
    await store.advice.withdraw(stamp, advice.id, advice.version);
    return answer(say('advice.withdrawn', { number }));
  },
  again: showSaved,
});

function ask({ say }: Context, advice: Advice): Notice {
  return answer(say('advice.withdraw-ask', { number: String(advice.number) }), [
    textPart(quoted(advice.text)),
    ...buttonsPart([
      {
        ...adviceButton(say.plain('advice.button.withdraw-yes'), 'advies.intrekken', advice, { zeker: 'ja' }),
        style: 'danger',
      },
      adviceButton(say.plain('advice.button.withdraw-no'), 'advies.toon', advice),
    ]),
  ]);
}
