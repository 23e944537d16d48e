/** "Opgeslagen: doel 1 loopt achter, 18% (was 22%). Wat zie je in de klas?" */
import type { Context } from '../bot/command.ts';
import { answer, buttonsPart, textPart } from '../bot/notice.ts';
import type { Notice, RichText } from '../bot/reply.ts';
import { joinText, quoted } from '../bot/rich-text.ts';
import type { CheckIn, CheckInStatus, GoalLine } from './goal.ts';
import { goalButton, numberedName } from './goal-names.ts';

const HOW_IT_GOES = {
  'op koers': 'goals.goes.on-track',
  'aandacht nodig': 'goals.goes.attention',
  'loopt achter': 'goals.goes.behind',
} as const satisfies Record<CheckInStatus, string>;

/** After a check-in; `before` is the goal as it was. */
export async function savedUpdate(context: Context, before: GoalLine, checkIn: CheckIn): Promise<Notice> {
  const { say } = context;
  const saved = say('goals.saved', {
    goal: await numberedName(context, before, 'within'),
    facts: factWords(context, before, checkIn),
  });
  return checkInNotice(context, before, checkIn, saved);
}

/** What is stored, the question that is still open, and what can be done with it. */
export function checkInNotice(context: Context, goal: GoalLine, checkIn: CheckIn, title: RichText): Notice {
  const { say } = context;
  const args = { update: String(checkIn.id) };
  const key = checkIn.sentence ? 'goals.button.change-sentence' : 'goals.button.add-sentence';
  return answer(title, [
    ...(checkIn.sentence ? [textPart(quoted(checkIn.sentence))] : []),
    ...(checkIn.success ? [textPart(say('goals.saved-success'))] : []),
    ...(checkIn.sentence ? [] : [textPart(say('goals.what-do-you-see'))]),
    ...buttonsPart([
      goalButton(say.plain(key), 'doel.zin', goal, args),
      goalButton(say.plain('goals.button.undo'), 'doel.ongedaan', goal, args),
    ]),
  ]);
}

function factWords({ say }: Context, before: GoalLine, { status, value }: CheckIn): RichText {
  const { unit, now } = before;
  const figure = value === null ? [] : [{ text: say.value(value, unit) }];
  const was = value === null || now === null ? [] : say('goals.was', { value: say.value(now, unit) });
  return joinText([say(HOW_IT_GOES[status]), joinText([figure, was], ' ')], ', ');
}
