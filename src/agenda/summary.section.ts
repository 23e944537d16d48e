/** Points that no leerteam's agenda takes, because they have no team: the director sees them (PRODUCT 4). */
import { seesAction } from '../actions/action-access.ts';
import { waitingRow } from '../advice/waiting.section.ts';
import type { Row } from '../bot/reply.ts';
import { actionSubject, adviceSubject, goalSubject } from '../delivery/subject.ts';
import { stateOf } from '../goals/status.ts';
import { goalLineRow } from '../goals/summary-rows.ts';
import { standsAt } from '../people/permissions.ts';
import { type Exception, NOTHING_TO_SAY, type SummaryContext, type SummarySection } from '../summary/section.ts';
import type { AgendaItem } from './agenda-item.ts';

export const pointsSection: SummarySection = {
  write: async (context) => {
    const { store, school, team } = context;
    const points = team ? [] : await store.agenda.openItems(school.id, null);
    const exceptions = await Promise.all(points.map((point) => exceptionOf(context, point)));
    return { ...NOTHING_TO_SAY, exceptions: exceptions.filter((each) => each !== null) };
  },
};

async function exceptionOf(
  context: SummaryContext,
  { goalId, actionId, adviceId }: AgendaItem,
): Promise<Exception | null> {
  const { store, say } = context;
  const goal = goalId === null ? null : await store.goals.line(goalId);
  if (goal) return { subject: goalSubject(goal.id), row: goalLineRow(say, goal, [say('summary.asked-often')]) };
  if (actionId !== null) {
    const row = await actionRow(context, actionId);
    return row && { subject: actionSubject(actionId), row };
  }
  const advice = adviceId === null ? null : await store.advice.advice(adviceId);
  if (!advice) return null;
  const row = waitingRow(context, advice);
  return { subject: adviceSubject(advice.id), row: { ...row, lines: [say('summary.advice-asked-often')] } };
}

/** What it is (to the director, whose it is to solve; to a quality coach its number alone) and since when it is late, not whose it is. */
async function actionRow(
  { store, say, today, viewer }: SummaryContext,
  id: NonNullable<AgendaItem['actionId']>,
): Promise<Row | null> {
  const action = await store.actions.line(id);
  if (!action) return null;
  const intent = { name: 'actie.toon', args: { actie: `id:${id}` } };
  const number = String(action.number);
  const isTold = seesAction(viewer, action) || standsAt(viewer, 'director', action.schoolId);
  return {
    state: stateOf('aandacht nodig', say),
    title: isTold
      ? say('summary.late-action', { number, what: action.what })
      : say('summary.late-action-number', { number }),
    lines: [say('summary.late-action-due', { date: say.dayMonth(action.due, today) })],
    ...(seesAction(viewer, action) ? { buttons: [{ label: say.plain('summary.see-action'), intent }] } : {}),
  };
}
