/** `/advies lijst`: the advice that concerns me, what is open first, in pages. */
import { z } from 'zod';
import { offsetArgument } from '../bot/arguments.ts';
import { type Context, command, short } from '../bot/command.ts';
import { answer, buttonsPart } from '../bot/notice.ts';
import type { Button, Notice, Part, RichText, Row } from '../bot/reply.ts';
import { joinText, quoted } from '../bot/rich-text.ts';
import { literal } from '../bot/text.ts';
import { needsSchoolName } from '../goals/goal-names.ts';
import { schoolName } from '../people/school-name.ts';
import { type Advice, isWaiting } from './advice.ts';
import { givesAdvice, mustSeeAdvice, visibleAdvice, worksWithAdvice } from './advice-access.ts';
import { adviceButton, adviceState } from './advice-names.ts';
import { adviceButtons } from './advice-page.ts';

const PAGE = 8;

export const adviceList = command({
  intent: 'advies.lijst',
  words: ['advies lijst'],
  sayings: ['adviezen', 'all advice'],
  example: '/advies lijst',
  help: 'help.advice.list',
  listedFor: worksWithAdvice,
  parse: (rest): Record<string, string> | null => (rest.length === 0 ? {} : null),
  args: z.object({ vanaf: offsetArgument.optional() }),
  run: async (context, { vanaf = 0 }): Promise<Notice> => {
    mustSeeAdvice(context);
    const { say } = context;
    const all = openFirst(await visibleAdvice(context));
    const from = vanaf < all.length ? vanaf : 0;
    const shown = all.slice(from, from + PAGE);
    const make: Button = { label: say.plain('advice.button.new'), intent: { name: 'advies', args: {} } };
    const under = buttonsPart(givesAdvice(context.actor) ? [make] : []);
    if (shown.length === 0) return answer(say('advice.none'), under);
    const until = from + shown.length;
    const rows = await Promise.all(shown.map((advice) => adviceRow(context, advice)));
    const intent = { name: 'advies.lijst', args: { vanaf: String(until) } };
    const more = until < all.length ? { more: { label: say.plain('bot.more'), intent } } : {};
    const page: readonly Part[] =
      shown.length < all.length
        ? [{ kind: 'small', text: say('advice.page', { from: from + 1, until, total: all.length }) }]
        : [];
    return answer(say('advice.list'), [{ kind: 'list', rows, ...more }, ...page, ...under]);
  },
});

/** Drafts and what waits for an answer come first; within both the newest. Pure. */
function openFirst(list: readonly Advice[]): readonly Advice[] {
  const isOpen = ({ state }: Advice) => state === 'concept' || isWaiting(state);
  return [...list.filter(isOpen), ...list.filter((advice) => !isOpen(advice))];
}

async function adviceRow(context: Context, advice: Advice): Promise<Row> {
  const { say } = context;
  const sender = advice.teamName || advice.byName;
  const from = needsSchoolName(context) ? `${sender} (${await schoolName(context, advice.schoolId)})` : sender;
  const first = adviceButtons(context, advice)
    .filter(({ intent }) => intent.name !== 'advies.intrekken')
    .slice(0, 1);
  return {
    state: adviceState(advice.state, say),
    title: literal(`${advice.number} ${short(advice.text, 120)}`),
    lines: [
      joinText([literal(from), ...whenWords(context, advice)]),
      ...(advice.answer ? [quoted(advice.answer)] : []),
    ],
    buttons: [adviceButton(say.plain('advice.button.show'), 'advies.toon', advice), ...first],
  };
}

function whenWords({ say, today }: Context, { sentOn, answeredOn }: Advice): readonly RichText[] {
  return [
    ...(sentOn ? [say('advice.sent-on', { date: say.dayMonth(sentOn, today) })] : []),
    ...(answeredOn ? [say('advice.answered-on', { date: say.dayMonth(answeredOn, today) })] : []),
  ];
}
