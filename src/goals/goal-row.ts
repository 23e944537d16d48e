/** "1 Meer leerlingen op 1S rekenen · ● op koers": one goal as a row of a list. */
import type { Context } from '../bot/command.ts';
import type { RichText, Row } from '../bot/reply.ts';
import { joinText, quoted } from '../bot/rich-text.ts';
import { literal } from '../bot/text.ts';
import { isMeasured, progressWords, sparkline } from './figures.ts';
import type { GoalLine } from './goal.ts';
import { sees } from './goal-access.ts';
import { phaseWord } from './phase.ts';
import { stateOf } from './status.ts';

/** As much of the goal as this person may see: the board gets title and status only. */
export function goalRow(context: Context, goal: GoalLine): Row {
  const title = literal(`${goal.number} ${goal.title}`, 'bold');
  const state = stateOf(goal.status, context.say);
  return { title, state, lines: sees(context.actor, goal) === 'all' ? [howItGoes(context, goal)] : [] };
}

/** Phase, numbers with their trend (or the last sentence), and the last update. */
function howItGoes({ say, today }: Context, goal: GoalLine): RichText {
  const trend = sparkline(goal.trend);
  const sentence = !isMeasured(goal) && goal.last?.sentence ? quoted(goal.last.sentence) : [];
  return joinText([
    literal(phaseWord(goal.phase, say)),
    progressWords(goal, say, today),
    trend ? literal(trend) : [],
    sentence,
    lastUpdate({ say, today }, goal),
  ]);
}

/** `update van 27 oktober door Nadia`, or what is missing. */
function lastUpdate({ say, today }: Pick<Context, 'say' | 'today'>, goal: GoalLine): RichText {
  if (goal.status === 'concept') return say('goals.waits-for-agreement');
  if (!goal.last) return say('goals.no-update-yet');
  const date = say.dayMonth(goal.last.date, today);
  const name = goal.last.byName;
  return name ? say('goals.updated', { date, name }) : say('goals.updated-by-nobody', { date });
}
