/** What the monthly summary counts and lists: goals, never persons. */
import { addDays, type LocalDate } from '../src/calendar/local-date.ts';
import { instantAt, type LocalTime } from '../src/calendar/zone.ts';
import type { GoalId, GoalLine, GoalStatus } from '../src/goals/goal.ts';
import type { SchoolId, TeamId } from '../src/people/person.ts';
import type { StatusCounts, SummaryStore } from '../src/summary/summary.store.ts';
import { ACTIVE, CHECK_IN, type CheckInRow, checkInOf, SETS_STATUS } from './check-in.queries.ts';
import type { Database } from './database.ts';
import { CURRENT, linesWhere, NEWEST_FIRST } from './goal-lines.ts';

const OF_SCHOOL = 'g.school_id = :schoolId and (:teamId is null or g.team_id = :teamId)';

// A goal of an import (made by nobody) stood in the school's plan before it was entered here, so it counts all along.
// A pause or an end that is the last event holds, as no check-in follows it; else it goes by history as in `statusByHistory`.
const STATUSES_AT = `
  select status, count(*) as count from (
    select case
        when e.to_text in ('concept', 'gepauzeerd', 'behaald', 'gestopt') then e.to_text
        when c.id is null or s.at > c.at then coalesce(s.to_text, iif(e.id is null, m.to_text, null), 'nog geen meting')
        else c.status
      end as status
    from goal g
    left join goal_event m on m.goal_id = g.id and m.what = 'gemaakt' and m.by_id is null
    left join goal_event e on e.id = (
      select id from goal_event
      where goal_id = g.id and what in ('gemaakt', 'akkoord', 'status') and at < :end
      order by at desc, id desc limit 1)
    left join goal_event s on s.id = (
      select id from goal_event where goal_id = g.id and ${SETS_STATUS} and at < :end order by at desc, id desc limit 1)
    left join check_in c on c.id = (
      select c.id from check_in c
      where c.goal_id = g.id and c.withdrawn = 0 and c.at < :end
        and not exists (select 1 from check_in r where r.replaces = c.id and r.at < :end)
      order by ${NEWEST_FIRST} limit 1)
    where ${OF_SCHOOL} and (g.created_at < :end or m.id is not null))
  where status <> 'concept'
  group by status`;

const SUCCESSES = `
  select ${CHECK_IN}, g.title as goalTitle
  from goal g join check_in c on c.goal_id = g.id left join person b on b.id = c.by_id
  where ${OF_SCHOOL} and c.day between :from and :until and c.success = 1 and ${CURRENT}
  order by ${NEWEST_FIRST}`;

const ENDING = `
  select g.id, g.number, g.title, g.end_day as "end" from goal g
  where ${OF_SCHOOL} and g.end_day between :from and :until and g.status not in ('concept', 'behaald', 'gestopt')
  order by g.end_day, g.number`;

type Scope = { readonly schoolId: SchoolId; readonly teamId: TeamId | null };
type Lack = Awaited<ReturnType<SummaryStore['gaps']>>[number]['lacks'][number];

function lacksOf(goal: GoalLine, updatedSince: LocalDate): readonly Lack[] {
  const lacks: Lack[] = [];
  if (goal.owner === null) lacks.push('eigenaar');
  if (goal.end === null) lacks.push('einddatum');
  if (goal.indicator === '' || goal.instrument === '') lacks.push('meting');
  if (goal.last === null || goal.last.date < updatedSince) lacks.push('update');
  return lacks;
}

export function summaryQueries(database: Database): SummaryStore {
  return {
    statusesOn: (schoolId, teamId, day) =>
      database.read((): StatusCounts => {
        const end = instantAt(addDays(day, 1), '00:00' as LocalTime).getTime();
        const rows = database
          .statement<Scope & { end: number }, { status: GoalStatus; count: number }>(STATUSES_AT)
          .all({ schoolId, teamId, end });
        return Object.fromEntries(rows.map((row) => [row.status, row.count]));
      }),

    successes: (schoolId, teamId, from, until) =>
      database.read(() =>
        database
          .statement<Scope & { from: LocalDate; until: LocalDate }, CheckInRow & { goalTitle: string }>(SUCCESSES)
          .all({ schoolId, teamId, from, until })
          .map(({ goalTitle, ...row }) => ({ ...checkInOf(row), goalTitle })),
      ),

    ending: (schoolId, teamId, from, until) =>
      database.read(() =>
        database
          .statement<
            Scope & { from: LocalDate; until: LocalDate },
            { id: GoalId; number: number; title: string; end: LocalDate }
          >(ENDING)
          .all({ schoolId, teamId, from, until }),
      ),

    gaps: (schoolId, teamId, updatedSince) =>
      database.read(() =>
        linesWhere(database, `${OF_SCHOOL} and g.status in (${ACTIVE})`, { schoolId, teamId })
          .map((goal) => ({ goal, lacks: lacksOf(goal, updatedSince) }))
          .filter(({ lacks }) => lacks.length > 0),
      ),
  };
}
