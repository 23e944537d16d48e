/** "Nog even checken": the realiteitscheck as it stands in an answer, with [Aanpassen] and [Zo laten]. */
import type { Context } from '../bot/command.ts';
import { buttonsPart, textPart } from '../bot/notice.ts';
import type { Part, RichText, Row } from '../bot/reply.ts';
import type { Say } from '../bot/text.ts';
import { type Goal, isActive } from './goal.ts';
import { subjectOf } from './goal-access.ts';
import { goalButton } from './goal-names.ts';
import { type Finding, isFine, MOST_GOALS, realityCheck } from './reality-check.ts';

/** What there is to say about this goal as it is stored now, and what can be done with it. */
export async function realityAnswer(context: Context, goal: Goal): Promise<readonly Part[]> {
  const { say, store, today } = context;
  const openActions = (await store.goals.openActions(goal.id)).length;
  const findings = realityCheck(goal, { openActions, otherActiveInTeam: await otherActive(context, goal), today });
  const rows = findings.map((finding) => row(finding, say));
  if (findings.every(isFine)) {
    return [
      textPart(say('check.all-fine')),
      ...buttonsPart([goalButton(say.plain('goals.button.show'), 'doel.status', goal)]),
    ];
  }
  return [
    textPart(say('check.intro')),
    { kind: 'list', rows },
    ...buttonsPart([
      goalButton(say.plain('check.button.change'), 'doel.wijzig', goal),
      goalButton(say.plain('check.button.leave'), 'doel.laten', goal),
    ]),
  ];
}

/** The focus warning alone, for when a goal of a team becomes active; nothing when the team has few. */
export async function focusWarning(context: Context, goal: Goal): Promise<readonly Part[]> {
  const others = await otherActive(context, goal);
  if (!isActive(goal.status) || others === null || others + 1 <= MOST_GOALS) return [];
  return [{ kind: 'list', rows: [row({ kind: 'focus', count: others + 1 }, context.say)] }];
}

async function otherActive({ store }: Context, goal: Goal): Promise<number | null> {
  const { teamId } = subjectOf(goal);
  return teamId ? store.goals.activeInTeam(teamId, goal.id) : null;
}

function row(finding: Finding, say: Say): Row {
  const state = isFine(finding)
    ? ({ symbol: '●', word: say.plain('check.fine'), tone: 'good' } as const)
    : ({ symbol: '▲', word: say.plain('check.think'), tone: 'attention' } as const);
  return { title: words(finding, say), state, lines: [] };
}

function words(finding: Finding, say: Say): RichText {
  switch (finding.kind) {
    case 'vague':
      return say(`check.vague.${finding.question}`, { word: finding.word });
    case 'ambition':
      return finding.ok ? say('check.ambition') : say('check.no-ambition');
    case 'measure':
      return say(`check.missing.${finding.missing}`);
    case 'date':
      return say(`check.${finding.found}`);
    case 'activities':
      return say('check.activities', { count: finding.count });
    case 'focus':
      return say('check.focus', { count: finding.count });
  }
}
