/** Points that the program puts on an agenda itself, and what takes them off again. Call within an act or a change. */
import type { ActionId } from '../src/actions/action.ts';
import type { AdviceId } from '../src/advice/advice.ts';
import type { ItemCause, ItemKind } from '../src/agenda/agenda-item.ts';
import type { LocalDate } from '../src/calendar/local-date.ts';
import { localDateOf } from '../src/calendar/zone.ts';
import type { PointDraft } from '../src/delivery/nudge.ts';
import type { GoalId } from '../src/goals/goal.ts';
import type { SchoolId, TeamId } from '../src/people/person.ts';
import { hasCheckInSince } from './check-in.queries.ts';
import type { Database } from './database.ts';
import { markAgendaChanged } from './meeting-rows.ts';

/** What the program puts on an agenda; one of the three ids is known. */
export type Point = {
  readonly key: string;
  readonly schoolId: SchoolId;
  readonly teamId: TeamId | null;
  readonly cause: ItemCause;
  readonly goalId?: GoalId;
  readonly actionId?: ActionId;
  readonly adviceId?: AdviceId;
  readonly madeOn: LocalDate;
};

const KINDS: Readonly<Record<ItemCause, ItemKind>> = {
  'doel zonder update': 'doel',
  'actie te laat': 'actie',
  'advies aan het MT': 'advies',
  'antwoord van het MT': 'advies',
  'advies wacht': 'advies',
  'concept-advies': 'advies',
};

// What waits on that agenda for the same reason already is not put there again. The plus signs keep SQLite to the index of one agenda: of the
// others it would read every row without a goal.
const ADD = `
  insert into agenda_item (key, school_id, team_id, kind, cause, goal_id, action_id, advice_id, made_on)
  select :key, :schoolId, :teamId, :kind, :cause, :goalId, :actionId, :adviceId, :madeOn
  where not exists (
    select 1 from agenda_item
    where school_id = :schoolId and team_id is :teamId and state = 'open' and cause = :cause
      and +goal_id is :goalId and +action_id is :actionId and +advice_id is :adviceId)
  on conflict (key) do nothing`;

const ACTION_WAITS = "select 1 from action where id = :actionId and state = 'open' and due = :due";
const ADVICE_WAITS = "select 1 from advice where id = :adviceId and state in ('ingediend', 'in behandeling')";

export function putPoint(database: Database, point: Point): void {
  const { goalId = null, actionId = null, adviceId = null, teamId, madeOn } = point;
  const { changes } = database.statement(ADD).run({ ...point, goalId, actionId, adviceId, kind: KINDS[point.cause] });
  if (changes === 1 && teamId !== null) markAgendaChanged(database, teamId, madeOn);
}

/** Puts it there when its cause still holds. */
export function addPoint(database: Database, draft: PointDraft): void {
  const { key, schoolId, teamId, madeOn } = draft;
  const point = { key, schoolId, teamId, madeOn, cause: draft.cause };
  const holds = (text: string) => database.statement(text).get(draft) !== undefined;
  switch (draft.cause) {
    case 'doel zonder update':
      if (!hasCheckInSince(database, draft.goalId, draft.unlessUpdatedSince)) {
        putPoint(database, { ...point, goalId: draft.goalId });
      }
      break;
    case 'actie te laat':
      if (holds(ACTION_WAITS)) putPoint(database, { ...point, actionId: draft.actionId });
      break;
    case 'advies wacht':
      if (holds(ADVICE_WAITS)) putPoint(database, { ...point, adviceId: draft.adviceId });
      break;
  }
}

const LAPSE = (column: 'action_id' | 'advice_id') => `
  update agenda_item set state = 'vervallen', closed_at = :at
  where ${column} = :id and state = 'open' and cause is not null
    and (:cause is null or cause = :cause)
  returning team_id as teamId`;

/** The cause of these points is gone. Null: all that the program made about it. */
export function lapsePoints(
  database: Database,
  about: { readonly actionId: ActionId } | { readonly adviceId: AdviceId },
  cause: ItemCause | null,
  at: Date,
): void {
  const [column, id] =
    'actionId' in about ? (['action_id', about.actionId] as const) : (['advice_id', about.adviceId] as const);
  const lapsed = database
    .statement<object, { teamId: TeamId | null }>(LAPSE(column))
    .all({ id, cause, at: at.getTime() });
  for (const { teamId } of lapsed) if (teamId !== null) markAgendaChanged(database, teamId, localDateOf(at));
}

const RESTORE = `
  update agenda_item set state = 'open', closed_at = null
  where action_id = :actionId and state = 'vervallen' and cause = :cause and closed_at = :at`;

/** Takes `lapsePoints` of this moment back. */
export function restorePoints(database: Database, actionId: ActionId, cause: ItemCause, at: Date): void {
  database.statement(RESTORE).run({ actionId, cause, at: at.getTime() });
}
