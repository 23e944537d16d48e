/** `/overzicht` of the board: all schools, goals only. No sentences, no owners (PRODUCT 2). */

import type { Context } from '../bot/command.ts';
import { UserError } from '../bot/errors.ts';
import { answer, textPart } from '../bot/notice.ts';
import type { Button, Notice, Row } from '../bot/reply.ts';
import { literal } from '../bot/text.ts';
import type { GoalStatus } from '../goals/goal.ts';
import { goalButton } from '../goals/goal-names.ts';
import type { GoalCounts } from '../goals/goals.store.ts';
import { stateOf } from '../goals/status.ts';
import { countsLine } from '../goals/status-counts.ts';
import type { SchoolId } from '../people/person.ts';
import type { StatusCounts } from './summary.store.ts';

const PAGE = 20;

/** Counts of all schools together and of each; `from` is the number of schools before this page. */
export async function boardSummary({ store, say }: Context, from: number): Promise<Notice> {
  const counts = await store.goals.counts();
  const schools = bySchool(counts);
  const rows = [...schools].slice(from, from + PAGE).map(
    ([id, { name, counts }]): Row => ({
      title: literal(name, 'bold'),
      lines: [countsLine(say, counts)],
      buttons: [
        { label: say.plain('summary.see-school'), intent: { name: 'overzicht', args: { school: String(id) } } },
      ],
    }),
  );
  if (rows.length === 0) return answer(say('summary.no-goals'));
  const total = countsLine(say, sum(counts));
  return answer(say('summary.board', { schools: schools.size }), [
    textPart(total),
    { kind: 'list', rows, ...more({ say }, schools.size, from, {}) },
    { kind: 'small', text: say('summary.about-goals') },
  ]);
}

/** Titles and statuses of one school; `from` is the number of goals before this page. */
export async function boardSchoolSummary({ store, say }: Context, schoolId: SchoolId, from: number): Promise<Notice> {
  const school = await store.people.school(schoolId);
  if (!school) throw new UserError(say('summary.refused'));
  const name = literal(school.name, 'bold');
  const goals = (await store.goals.lines({ schoolIds: [schoolId] })).filter(({ status }) => status !== 'concept');
  const rows = goals.slice(from, from + PAGE).map(
    (goal): Row => ({
      state: stateOf(goal.status, say),
      title: literal(`${goal.number} ${goal.title}`),
      lines: [],
      buttons: [goalButton(say.plain('summary.see-goal'), 'doel.status', goal)],
    }),
  );
  if (rows.length === 0) return answer(name, [textPart(say('summary.no-goals'))]);
  const counts = sum(goals.map(({ status }) => ({ status, count: 1 })));
  return answer(name, [
    textPart(countsLine(say, counts)),
    { kind: 'list', rows, ...more({ say }, goals.length, from, { school: String(schoolId) }) },
    { kind: 'small', text: say('summary.about-goals') },
  ]);
}

function more(
  { say }: Pick<Context, 'say'>,
  total: number,
  from: number,
  args: Readonly<Record<string, string>>,
): { readonly more?: Button } {
  if (from + PAGE >= total) return {};
  const intent = { name: 'overzicht', args: { ...args, vanaf: String(from + PAGE) } };
  return { more: { label: say.plain('bot.more'), intent } };
}

function bySchool(counts: readonly GoalCounts[]): ReadonlyMap<SchoolId, { name: string; counts: StatusCounts }> {
  const schools = new Map<SchoolId, { name: string; counts: StatusCounts }>();
  for (const { schoolId, schoolName, status, count } of counts) {
    const known = schools.get(schoolId)?.counts ?? {};
    schools.set(schoolId, { name: schoolName, counts: { ...known, [status]: count } });
  }
  return schools;
}

function sum(counts: readonly Pick<GoalCounts, 'status' | 'count'>[]): StatusCounts {
  const total: Partial<Record<GoalStatus, number>> = {};
  for (const { status, count } of counts) total[status] = (total[status] ?? 0) + count;
  return total;
}
