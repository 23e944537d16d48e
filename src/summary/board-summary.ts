/** `/overzicht` of the board: all schools, goals only. No sentences, no owners (PRODUCT 2). */

import type { Context } from '../bot/command.ts';
import { UserError } from '../bot/errors.ts';
import { answer, textPart } from '../bot/notice.ts';
import type { Button, Notice, RichText, Row } from '../bot/reply.ts';
import { joinText } from '../bot/rich-text.ts';
import { literal } from '../bot/text.ts';
import { GOAL_STATUSES, type GoalStatus } from '../goals/goal.ts';
import { goalButton } from '../goals/goal-names.ts';
import type { GoalCounts } from '../goals/goals.store.ts';
import { stateOf } from '../goals/status.ts';
import { countsLine } from '../goals/status-counts.ts';
import type { SchoolId } from '../people/person.ts';
import { isOver, type Month, periodOf } from './period.ts';
import type { StatusCounts } from './summary.store.ts';
import { periodName } from './summary.ts';

type Schools = ReadonlyMap<SchoolId, { readonly name: string; readonly counts: StatusCounts }>;

const PAGE = 20;

/** Counts of all schools together and of each, now or at the end of a month; `from` is the number of schools before this page. */
export async function boardSummary(context: Context, month: Month | null, from: number): Promise<Notice> {
  const { store, say } = context;
  const now = bySchool(await store.goals.counts());
  const schools = month === null ? now : await atTheEnd(context, now, month);
  const ofMonth = month === null ? {} : { maand: month };
  const rows = [...schools].slice(from, from + PAGE).map(
    ([id, { name, counts }]): Row => ({
      title: literal(name, 'bold'),
      lines: [countsLine(say, counts)],
      buttons: [
        {
          label: say.plain('summary.see-school'),
          intent: { name: 'overzicht', args: { school: String(id), ...ofMonth } },
        },
      ],
    }),
  );
  if (rows.length === 0) return answer(say('summary.no-goals'));
  const total = countsLine(say, sum([...schools.values()].map(({ counts }) => counts)));
  return answer(titled(context, say('summary.board', { schools: schools.size }), month), [
    textPart(total),
    { kind: 'list', rows, ...more({ say }, schools.size, from, ofMonth) },
    { kind: 'small', text: say('summary.about-goals') },
  ]);
}

/** Titles and statuses of one school as they are now, and with a month the counts at its end; `from` is the number of goals before this page. */
export async function boardSchoolSummary(
  context: Context,
  schoolId: SchoolId,
  month: Month | null,
  from: number,
): Promise<Notice> {
  const { store, say, today } = context;
  const school = await store.people.school(schoolId);
  if (!school) throw new UserError(say('summary.refused'));
  const title = titled(context, literal(school.name, 'bold'), month);
  const goals = (await store.goals.lines({ schoolIds: [schoolId] })).filter(({ status }) => status !== 'concept');
  const rows = goals.slice(from, from + PAGE).map(
    (goal): Row => ({
      state: stateOf(goal.status, say),
      title: literal(`${goal.number} ${goal.title}`),
      lines: [],
      buttons: [goalButton(say.plain('summary.see-goal'), 'doel.status', goal)],
    }),
  );
  if (rows.length === 0) return answer(title, [textPart(say('summary.no-goals'))]);
  const period = month === null ? null : periodOf(month, today);
  const counts = period
    ? await store.summary.statusesOn(schoolId, null, period.until)
    : sum(goals.map(({ status }) => ({ [status]: 1 })));
  const args = { school: String(schoolId), ...(month === null ? {} : { maand: month }) };
  return answer(title, [
    textPart(countsLine(say, counts)),
    ...(period && isOver(period, today) ? [{ kind: 'heading', text: say('summary.board-now') } as const] : []),
    { kind: 'list', rows, ...more({ say }, goals.length, from, args) },
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

function titled({ say, today }: Context, title: RichText, month: Month | null): RichText {
  return month === null ? title : joinText([title, periodName(say, periodOf(month, today), today)]);
}

/** The same schools, with their counts at the end of the month or, in this month, of today. */
async function atTheEnd({ store, today }: Context, schools: Schools, month: Month): Promise<Schools> {
  const { until } = periodOf(month, today);
  const counted = [...schools].map(async ([id, { name }]) => {
    return [id, { name, counts: await store.summary.statusesOn(id, null, until) }] as const;
  });
  return new Map(await Promise.all(counted));
}

function bySchool(counts: readonly GoalCounts[]): Schools {
  const schools = new Map<SchoolId, { name: string; counts: StatusCounts }>();
  for (const { schoolId, schoolName, status, count } of counts) {
    const known = schools.get(schoolId)?.counts ?? {};
    schools.set(schoolId, { name: schoolName, counts: { ...known, [status]: count } });
  }
  return schools;
}

function sum(counts: readonly StatusCounts[]): StatusCounts {
  const total: Partial<Record<GoalStatus, number>> = {};
  for (const each of counts) {
    for (const status of GOAL_STATUSES) total[status] = (total[status] ?? 0) + (each[status] ?? 0);
  }
  return total;
}
