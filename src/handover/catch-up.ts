/** What somebody needs to be up to date again: goals, open actions, decisions and the next meeting. */

import { actionButton, numberedAction } from '../actions/action-names.ts';
import type { ActionLine } from '../actions/actions.store.ts';
import { short } from '../bot/command.ts';
import { listPart } from '../bot/notice.ts';
import type { Part, RichText, Row } from '../bot/reply.ts';
import { joinText } from '../bot/rich-text.ts';
import { literal, type Say } from '../bot/text.ts';
import type { LocalDate } from '../calendar/local-date.ts';
import { type GoalLine, isActive } from '../goals/goal.ts';
import { goalButton } from '../goals/goal-names.ts';
import { stateOf } from '../goals/status.ts';
import type { Decision } from '../minutes/minutes.store.ts';

const MOST_ROWS = 8;

/** A heading with rows; nothing at all without a row. */
export function catchUpList(heading: RichText, rows: readonly Row[]): readonly Part[] {
  return listPart(heading, rows, MOST_ROWS);
}

type Voice = { readonly say: Say; readonly today: LocalDate };

/** Those that people work on now, with how they stand. */
export function goalRows({ say }: Voice, goals: readonly GoalLine[]): readonly Row[] {
  return goals
    .filter(({ status }) => isActive(status))
    .map((goal) => ({
      state: stateOf(goal.status, say),
      title: say('handover.catch-up.goal', { number: goal.number, title: goal.title }),
      lines: [literal(goal.ownerName)],
      buttons: [goalButton(say.plain('goals.button.show'), 'doel.status', goal)],
    }));
}

/** With their owner, unless they are the reader's own. A date that is past is told as it was, without blame. */
export function actionRows({ say, today }: Voice, actions: readonly ActionLine[], isOwn: boolean): readonly Row[] {
  return actions.map((action) => {
    const date = say.dayMonth(action.due, today);
    const due = action.due < today ? say('handover.catch-up.was-due', { date }) : say('actions.due', { date });
    return {
      title: numberedAction(say, { ...action, what: short(action.what, 120) }),
      lines: [isOwn ? due : joinText([literal(action.ownerName), due])],
      buttons: isOwn
        ? [
            actionButton(say.plain('actions.button.done'), 'actie.klaar', action),
            actionButton(say.plain('actions.button.due'), 'actie.datum', action),
          ]
        : [actionButton(say.plain('actions.button.show'), 'actie.toon', action)],
    };
  });
}

export function decisionRows({ say, today }: Voice, decisions: readonly Decision[], team: string): readonly Row[] {
  return decisions.map(({ text, date }) => ({
    title: literal(short(text, 200)),
    lines: [joinText([literal(team), literal(say.dayMonth(date, today))])],
  }));
}
