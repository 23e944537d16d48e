/** Goals that ask for the director's attention: behind, in need of it, or without owner, date, measure or recent update (PRODUCT 7). */
import type { RichText } from '../bot/reply.ts';
import { joinText, quoted } from '../bot/rich-text.ts';
import { type LocalDate, localDate } from '../calendar/local-date.ts';
import { localDateOf } from '../calendar/zone.ts';
import { goalSubject } from '../delivery/subject.ts';
import { firstOf, monthOf, type Period, previousMonth } from '../summary/period.ts';
import type { Exception, SummaryContext } from '../summary/section.ts';
import type { GoalLine, GoalStatus } from './goal.ts';
import { goalLineRow } from './summary-rows.ts';

/** What a goal may lack, as the store names it. */
type Lack = Awaited<ReturnType<SummaryContext['store']['summary']['gaps']>>[number]['lacks'][number];

export async function goalExceptions(context: SummaryContext): Promise<readonly Exception[]> {
  const { store, school, team, period } = context;
  const since = updatedSince(period);
  const [lines, gaps] = await Promise.all([
    store.goals.lines({ schoolIds: [school.id] }),
    store.summary.gaps(school.id, team?.id ?? null, since),
  ]);
  const own = lines.filter(({ owner }) => team === null || (owner?.kind === 'team' && owner.teamId === team.id));
  const stale = new Set(gaps.filter(({ lacks }) => lacks.includes('update')).map(({ goal }) => goal.id));
  const withStatus = (status: GoalStatus) => own.filter((goal) => goal.status === status);
  return [
    ...[...withStatus('loopt achter'), ...withStatus('aandacht nodig')].map((goal) =>
      exception(context, goal, lastWords(context, goal, stale.has(goal.id) && isFair('update', goal, since))),
    ),
    ...gaps.flatMap(({ goal, lacks }) => {
      const lines = lackWords(
        context,
        goal,
        lacks.filter((lack) => isFair(lack, goal, since)),
      );
      return lines.length > 0 ? [exception(context, goal, lines)] : [];
    }),
  ];
}

function exception({ say }: SummaryContext, goal: GoalLine, lines: readonly RichText[]): Exception {
  return { subject: goalSubject(goal.id), row: goalLineRow(say, goal, lines) };
}

/** The month before the period counts as recent; at the start of a school year everything since May does. */
function updatedSince({ kind, from }: Period): LocalDate {
  return kind === 'year-so-far' ? localDate(`${from.slice(0, 4)}-05-01`) : firstOf(previousMonth(monthOf(from)));
}

/** A goal that was made or began since then cannot be late, and a criterion is the measure of a goal without numbers (PRODUCT 4). */
function isFair(lack: Lack, goal: GoalLine, since: LocalDate): boolean {
  if (lack === 'update') return localDateOf(goal.createdAt) <= since && (goal.start === null || goal.start <= since);
  return lack !== 'meting' || goal.criterion === '';
}

/** Of a goal without a recent update the date is said where that is told. */
function lastWords({ say, today }: SummaryContext, { last }: GoalLine, isStale: boolean): readonly RichText[] {
  if (last === null) return [];
  const words = joinText([
    last.sentence ? quoted(last.sentence) : [],
    isStale ? [] : say('summary.updated', { date: say.dayMonth(last.date, today) }),
  ]);
  return words.length > 0 ? [words] : [];
}

function lackWords({ say, today }: SummaryContext, { last }: GoalLine, lacks: readonly Lack[]): readonly RichText[] {
  const missing = lacks.flatMap((lack) => (lack === 'update' ? [] : [say.plain(`summary.lack.${lack}`)]));
  const update = last
    ? say('summary.no-update-since', { date: say.dayMonth(last.date, today) })
    : say('summary.no-update-yet');
  return [
    ...(missing.length > 0 ? [say('summary.lacks', { what: say.list(missing) })] : []),
    ...(lacks.includes('update') ? [update] : []),
  ];
}
