/** Goals and actions of an import: each with its number, a goal with its history. */
import type { ActionId } from '../src/actions/action.ts';
import type { GoalId } from '../src/goals/goal.ts';
import { isActive } from '../src/goals/goal.ts';
import type { ActionRow, GoalRow } from '../src/import/book.ts';
import type { Change, ColumnChange } from '../src/import/change.ts';
import { keyOf } from '../src/import/stored-index.ts';
import type { PersonId } from '../src/people/person.ts';
import { addActionEvent } from './action-rows.ts';
import { lapsePoints } from './agenda-points.ts';
import { closePoints } from './check-in.queries.ts';
import { type Ids, idOf, type RunningImport, touch } from './import-ids.ts';
import { allOf, type ByColumn, changedOf, insertRow, json, updateRow } from './import-rows.ts';

type ChangeOf<Kind extends Change['kind']> = Extract<Change, { kind: Kind }>;

export function putGoal(running: RunningImport, { row, changed }: ChangeOf<'goal'>): void {
  const { database, ids, stamp } = running;
  const schoolId = touch(ids, row.school);
  const columns = goalColumns(row, ids);
  if (changed) {
    const id = idOf(ids.goals, row.school, row.number);
    updateRow(database, 'goal', id, changedOf(columns, changed));
    database.statement<{ id: number }, never>('update goal set version = version + 1 where id = :id').run({ id });
    for (const change of changed) addEvent(running, id, readable(change, ids));
    if (changed.some(({ column }) => column === 'status') && !isActive(row.status)) {
      closePoints(running.orm, id as GoalId, stamp.at);
    }
    return;
  }
  const number = nextNumber(ids, row, 'nextGoal');
  const created = { school_id: schoolId, number, created_at: stamp.at.getTime() };
  const id = insertRow(database, 'goal', { ...allOf(columns), ...created });
  ids.goals.set(keyOf(row.school, number), id);
  ids.goalTitles.set(keyOf(row.school, row.title), id);
  addEvent(running, id, { column: 'gemaakt', from: '', to: row.status });
}

export function putAction(running: RunningImport, { row, changed }: ChangeOf<'action'>): void {
  const { database, ids, stamp } = running;
  const schoolId = touch(ids, row.school);
  const columns: ByColumn = {
    actie: { what: row.what },
    eigenaar: { owner_id: idOf(ids.people, row.owner) },
    datum: { due: row.due },
    leerteam: { team_id: row.team === null ? null : idOf(ids.teams, row.school, row.team) },
    doel: { goal_id: row.goal === null ? null : goalId(row.school, row.goal, ids) },
    status: { state: row.state },
  };
  if (changed) {
    const id = idOf(ids.actions, row.school, row.number) as ActionId;
    updateRow(database, 'action', id, changedOf(columns, changed));
    recordAction(running, id, changed);
    return;
  }
  const number = nextNumber(ids, row, 'nextAction');
  const created = { school_id: schoolId, number, created_at: stamp.at.getTime() };
  const id = insertRow(database, 'action', { ...allOf(columns), ...created });
  ids.actions.set(keyOf(row.school, number), id);
}

/** Its history tells what the import changed. Another owner or state answers what somebody was asked, another date or state ends "te laat". */
function recordAction(
  { database, orm, ids, stamp }: RunningImport,
  id: ActionId,
  changed: readonly ColumnChange[],
): void {
  const columns = changed.map(({ column }) => column);
  database.statement<{ id: number }, never>('update action set version = version + 1 where id = :id').run({ id });
  for (const { column, from, to } of changed) {
    if (column === 'eigenaar') {
      const person = (email: string) => idOf(ids.people, email) as PersonId;
      addActionEvent(orm, stamp, id, { what: 'import', fromPersonId: person(from), toPersonId: person(to) });
    } else if (column === 'datum' || column === 'status') {
      addActionEvent(orm, stamp, id, { what: 'import', from, to });
    }
  }
  if (columns.includes('eigenaar') || columns.includes('status')) {
    updateRow(database, 'action', id, { offered_to_id: null, offered_on: null, agreed: 0 });
  }
  if (columns.includes('datum') || columns.includes('status')) {
    lapsePoints(database, { actionId: id }, 'actie te laat', stamp.at);
  }
}

function goalColumns(row: GoalRow, ids: Ids): ByColumn {
  const sentences = { phase_sentences: json(row.phaseSentences) };
  return {
    doel: { title: row.title },
    leerteam: { team_id: row.team === null ? null : idOf(ids.teams, row.school, row.team) },
    eigenaar: { person_id: row.owner === null ? null : idOf(ids.people, row.owner) },
    thema: { theme: row.theme },
    ambitie: { ambition: row.ambition },
    succescriterium: { criterion: row.criterion },
    indicator: { indicator: row.indicator },
    eenheid: { unit: row.unit },
    nulmeting: { baseline: row.baseline },
    streefwaarde: { target: row.target },
    meetinstrument: { instrument: row.instrument },
    startdatum: { start_day: row.start },
    einddatum: { end_day: row.end },
    ritme: { rhythm: String(row.rhythm) },
    fase: { phase: row.phase },
    status: { status: row.status },
    aanloop: sentences,
    op_pad: sentences,
    onderweg: sentences,
    op_stoom: sentences,
  };
}

/** The number of the row, or the next of the school. No number is ever used again. */
function nextNumber(ids: Ids, row: GoalRow | ActionRow, counter: 'nextGoal' | 'nextAction'): number {
  const school = idOf(ids.schools, row.school);
  const number = row.number ?? school[counter];
  school[counter] = Math.max(school[counter], number + 1);
  return number;
}

function goalId(school: string, goal: NonNullable<ActionRow['goal']>, ids: Ids): number {
  return 'number' in goal ? idOf(ids.goals, school, goal.number) : idOf(ids.goalTitles, school, goal.title);
}

/** History shows names and days as people write them. */
function readable(change: ColumnChange, ids: Ids): ColumnChange {
  const words = (text: string): string => {
    if (text === '') return text;
    if (change.column === 'eigenaar') return ids.names.get(idOf(ids.people, text))!;
    return change.column.endsWith('datum') ? text.split('-').reverse().join('-') : text;
  };
  return { column: change.column, from: words(change.from), to: words(change.to) };
}

function addEvent({ database, stamp }: RunningImport, goal: number, { column, from, to }: ColumnChange): void {
  insertRow(database, 'goal_event', {
    goal_id: goal,
    at: stamp.at.getTime(),
    by_id: stamp.by,
    what: column,
    from_text: from,
    to_text: to,
  });
}
