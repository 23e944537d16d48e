/** Carries out the changes of an import, one by one; the caller sees to it that it is all or nothing. */
import { localDateOf } from '../src/calendar/zone.ts';
import type { Change } from '../src/import/change.ts';
import { markColumns } from './column-marks.ts';
import type { Database } from './database.ts';
import { putAction, putGoal } from './import-goals.ts';
import { loadIds, type RunningImport, touch } from './import-ids.ts';
import { putMembers } from './import-members.ts';
import { allOf, type ByColumn, changedOf, flag, insertRow, json, updateRow } from './import-rows.ts';
import { putEmployment, putPerson } from './import-staff.ts';
import { putTeam } from './import-teams.ts';
import { removedAmong } from './removed-addresses.ts';

type ChangeOf<Kind extends Change['kind']> = Extract<Change, { kind: Kind }>;

/** How often `progress` hears how many changes are done. */
const STRIDE = 250;

export function applyChanges(
  start: Omit<RunningImport, 'ids'>,
  changes: readonly Change[],
  progress?: (done: number) => void,
): void {
  refuseRemoved(start.database, changes);
  const running = { ...start, ids: loadIds(start.database) };
  // Before all else: a lead may stand on a later line than the people they lead.
  const people = new Map(
    changes.flatMap((change) => (change.kind === 'staff' ? [[change, putPerson(running, change)] as const] : [])),
  );
  changes.forEach((change, index) => {
    if (change.kind === 'staff') putEmployment(running, change, people.get(change)!);
    else put(running, change);
    const done = index + 1;
    if (done % STRIDE === 0 || done === changes.length) progress?.(done);
  });
  planAgain(running);
}

/** Somebody may have been removed since the sheets were checked. */
function refuseRemoved(database: Database, changes: readonly Change[]): void {
  const addresses = changes.flatMap((change) =>
    change.kind === 'staff'
      ? [
          change.row.email,
          ...(change.row.previousEmail === null ? [] : [change.row.previousEmail]),
          ...change.row.otherEmails,
        ]
      : [],
  );
  if (removedAmong(database, addresses).size > 0) throw new Error('an import names somebody who was removed meanwhile');
}

function put(running: RunningImport, change: Exclude<Change, { kind: 'staff' }>): void {
  switch (change.kind) {
    case 'school':
      putSchool(running, change);
      break;
    case 'calendar':
      putCalendar(running, change);
      break;
    case 'team':
      putTeam(running, change);
      break;
    case 'members':
      putMembers(running, change);
      break;
    case 'goal':
      putGoal(running, change);
      break;
    case 'action':
      putAction(running, change);
      break;
  }
}

function putSchool({ database, orm, ids, stamp }: RunningImport, { row, changed }: ChangeOf<'school'>): void {
  const columns: ByColumn = {
    school: { name: row.school },
    regio: { region: row.region },
    goede_vrijdag_vrij: { good_friday_free: flag(row.goodFridayFree) },
    bevrijdingsdag_vrij: { liberation_day_free: flag(row.liberationDayFree) },
    blokken: { blok_starts: json(row.blokStarts) },
    pop_instemming: { pop_consent: row.popConsent },
  };
  if (changed) {
    const id = touch(ids, row.school);
    updateRow(database, 'school', id, changedOf(columns, changed));
    markColumns(
      orm,
      stamp,
      `school:${id}`,
      changed.map(({ column }) => column),
    );
    return;
  }
  const id = insertRow(database, 'school', { ...allOf(columns), created_on: localDateOf(stamp.at) });
  ids.schools.set(row.school, { id, nextGoal: 1, nextAction: 1, touched: true });
}

function putCalendar({ database, ids }: RunningImport, { school, rows }: ChangeOf<'calendar'>): void {
  const schoolId = touch(ids, school);
  database.statement<{ schoolId: number }, never>('delete from own_days where school_id = :schoolId').run({ schoolId });
  for (const { from, until, kind, name } of rows) {
    insertRow(database, 'own_days', { school_id: schoolId, from_day: from, until_day: until, kind, name });
  }
}

function planAgain({ database, ids }: RunningImport): void {
  const text = `
    update school set version = version + 1, next_goal_number = :nextGoal, next_action_number = :nextAction
    where id = :id`;
  const statement = database.statement<{ id: number; nextGoal: number; nextAction: number }, never>(text);
  for (const { id, nextGoal, nextAction, touched } of ids.schools.values()) {
    if (touched) statement.run({ id, nextGoal, nextAction });
  }
}
