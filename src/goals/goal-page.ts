/** `/doel status 3`: everything about one goal, as far as this person may see it. */
import type { Context } from '../bot/command.ts';
import { answer, buttonsPart, textPart } from '../bot/notice.ts';
import type { Button, Notice, Part, RichText, Row } from '../bot/reply.ts';
import { joinText, quoted } from '../bot/rich-text.ts';
import { literal } from '../bot/text.ts';
import { may } from '../people/permissions.ts';
import { isMeasured, progressWords, sparkline } from './figures.ts';
import { type GoalLine, isActive } from './goal.ts';
import { mayChange, sees, subjectOf } from './goal-access.ts';
import { fullName, goalArgument, goalButton } from './goal-names.ts';
import { byLine, history } from './history.ts';
import { nextCheckIn } from './next-check-in.ts';
import { phaseWord } from './phase.ts';
import { statusWords } from './status.ts';

/** How much of the history one page shows. */
const HISTORY_PAGE = 8;

export async function goalPage(context: Context, goal: GoalLine): Promise<Notice> {
  const { say, actor } = context;
  const title = literal(await fullName(context, goal), 'bold');
  const status = { label: say.plain('goals.field.status'), value: literal(statusWords(goal.status, say)) };
  if (sees(actor, goal) === 'title') {
    return answer(title, [
      { kind: 'facts', facts: [status] },
      { kind: 'small', text: say('goals.title-only') },
    ]);
  }
  const facts = [status, ...(await factsOf(context, goal))].filter(({ value }) => value.length > 0);
  return answer(title, [
    ...progressPart(context, goal),
    { kind: 'facts', facts },
    ...(await actionsPart(context, goal)),
    ...historyPart(context, goal, await history(context, goal), 0),
    ...buttonsPart(await buttonsOf(context, goal)),
  ]);
}

/** A later page of the history alone. */
export async function historyPage(context: Context, goal: GoalLine, from: number): Promise<Notice> {
  const rows = await history(context, goal);
  const parts = historyPart(context, goal, rows, from < rows.length ? from : 0);
  return answer(literal(await fullName(context, goal), 'bold'), parts);
}

function progressPart({ say, today }: Context, goal: GoalLine): readonly Part[] {
  if (!isMeasured(goal)) return [];
  const trend = sparkline(goal.trend);
  const sentence = joinText([progressWords(goal, say, today), trend ? literal(trend) : []]);
  if (goal.target === null) return [textPart(sentence)];
  return [{ kind: 'progress', baseline: goal.baseline, now: goal.now, target: goal.target, sentence }];
}

async function factsOf(context: Context, goal: GoalLine): Promise<readonly { label: string; value: RichText }[]> {
  const { say, today } = context;
  const sentence = goal.phaseSentences[goal.phase];
  const next = await nextCheckIn(context, goal);
  const text = (words: string): RichText => (words ? literal(words) : []);
  const { last } = goal;
  const latest = last
    ? joinText([byLine(say.dayMonth(last.date, today), last.byName, say), last.sentence ? quoted(last.sentence) : []])
    : say('goals.no-update-yet');
  return [
    {
      label: say.plain('goals.field.phase'),
      value: joinText([literal(phaseWord(goal.phase, say)), text(sentence)], ': '),
    },
    { label: say.plain('goals.fact.owner'), value: text(goal.ownerName || say.plain('goals.no-owner')) },
    { label: say.plain('goals.field.theme'), value: text(goal.theme) },
    { label: say.plain('goals.field.ambition'), value: text(goal.ambition) },
    { label: say.plain('goals.field.criterion'), value: text(goal.criterion) },
    { label: say.plain('goals.field.indicator'), value: text(goal.indicator) },
    { label: say.plain('goals.field.instrument'), value: text(goal.instrument) },
    { label: say.plain('goals.fact.period'), value: period(context, goal) },
    { label: say.plain('goals.fact.rhythm'), value: rhythmWords(context, goal) },
    { label: say.plain('goals.fact.last'), value: latest },
    { label: say.plain('goals.fact.next'), value: next ? literal(say.date(next, today)) : [] },
  ];
}

function period({ say, today }: Context, { start, end }: GoalLine): RichText {
  if (start && end) {
    return say('goals.from-until', { from: say.dayMonth(start, today), until: say.dayMonth(end, today) });
  }
  if (start) return say('goals.from', { from: say.dayMonth(start, today) });
  return end ? say('goals.until', { until: say.dayMonth(end, today) }) : [];
}

function rhythmWords({ say }: Context, { rhythm }: GoalLine): RichText {
  return rhythm === 'blok' ? say('goals.rhythm.blok') : say('goals.rhythm.weeks', { weeks: rhythm });
}

/** Whose actions they are is for the own team (and for oneself) only (PRODUCT 2). */
async function actionsPart(context: Context, goal: GoalLine): Promise<readonly Part[]> {
  const { say, today, actor, store } = context;
  const actions = await store.goals.openActions(goal.id);
  if (actions.length === 0) return [];
  const rows = actions.map((action): Row => {
    const teamId = action.teamId ?? subjectOf(goal).teamId ?? null;
    const seesOwner = action.ownerId === actor.id || may(actor, 'agenda.see', { schoolId: action.schoolId, teamId });
    const due = say('goals.action-due', { date: say.dayMonth(action.due, today) });
    return {
      title: literal(`${action.number} ${action.what}`),
      lines: [joinText([seesOwner ? literal(action.ownerName) : [], due])],
    };
  });
  return [
    { kind: 'heading', text: say('goals.actions') },
    { kind: 'list', rows },
  ];
}

function historyPart({ say }: Context, goal: GoalLine, rows: readonly Row[], from: number): readonly Part[] {
  if (rows.length === 0) return [];
  const until = from + HISTORY_PAGE;
  const args = { doel: goalArgument(goal), vanaf: String(until) };
  const more: Button = { label: say.plain('bot.more'), intent: { name: 'doel.status', args } };
  return [
    { kind: 'heading', text: say('goals.history') },
    { kind: 'list', rows: rows.slice(from, until), ...(rows.length > until ? { more } : {}) },
  ];
}

async function buttonsOf(context: Context, goal: GoalLine): Promise<readonly Button[]> {
  const { say, actor } = context;
  const changes = await mayChange(context, goal);
  const allowed = (isAllowed: boolean, key: 'update' | 'phase' | 'change' | 'agree' | 'resume', intent: string) =>
    isAllowed ? [goalButton(say.plain(`goals.button.${key}`), intent, goal)] : [];
  if (isActive(goal.status)) {
    return [
      ...allowed(may(actor, 'goal.check-in', subjectOf(goal)), 'update', 'doel.update'),
      ...allowed(changes, 'phase', 'doel.fase'),
      ...allowed(changes, 'change', 'doel.wijzig'),
    ];
  }
  if (goal.status !== 'concept') return allowed(changes, 'resume', 'doel.verder');
  const agrees = may(actor, 'goal.change', subjectOf(goal));
  return [...allowed(agrees, 'agree', 'doel.akkoord'), ...allowed(changes, 'change', 'doel.wijzig')];
}
