/** A person with a row per school: who they are goes into one row, where they work into another. */

import type { StaffRow } from '../src/import/book.ts';
import type { Change } from '../src/import/change.ts';
import { keyOf } from '../src/import/stored-index.ts';
import { markColumns } from './column-marks.ts';
import type { Database } from './database.ts';
import { idOf, type RunningImport, touch } from './import-ids.ts';
import { allOf, type ByColumn, changedOf, flag, insertRow, json, updateRow } from './import-rows.ts';

type StaffChange = Extract<Change, { kind: 'staff' }>;

/** Adds or changes the person; gives the id. Somebody with another address is known by the one before it. */
export function putPerson({ database, ids }: RunningImport, { row, changed }: StaffChange): number {
  const columns: ByColumn = {
    naam: { name: row.name },
    email: { email: row.email },
    taal: { language: row.language },
  };
  const previous = row.previousEmail === null ? undefined : ids.people.get(row.previousEmail);
  const known = ids.people.get(row.email) ?? previous;
  const id = known ?? insertRow(database, 'person', allOf(columns));
  if (known !== undefined) {
    if (!changed || changed.some(({ column }) => column === 'naam'))
      renameInHistory(database, ids.names.get(id)!, row.name);
    updateRow(database, 'person', id, changed ? changedOf(columns, changed) : allOf(columns));
  }
  if (!changed || changed.some(({ column }) => column.includes('email'))) putAddresses(database, id, row);
  ids.people.set(row.email, id);
  ids.names.set(id, row.name);
  return id;
}

/** The history of a goal holds the names of its owners: a name that nobody has any more would be found by no removal. */
function renameInHistory(database: Database, before: string, name: string): void {
  if (before === name) return;
  for (const column of ['from_text', 'to_text']) {
    database
      .statement<{ before: string; name: string }, never>(
        `update goal_event set ${column} = :name where what = 'eigenaar' and ${column} = :before
           and (select count(*) from person p where p.name = :before) = 1`,
      )
      .run({ before, name });
  }
}

function putAddresses(database: Database, id: number, row: StaffRow): void {
  database
    .statement<{ id: number; email: string }, never>('delete from address where person_id = :id or email = :email')
    .run({ id, email: row.email });
  const statement = database.statement<{ id: number; email: string; kind: string }, never>(
    `insert into address (email, person_id, kind) values (:email, :id, :kind)
     on conflict (email) do update set person_id = :id, kind = :kind`,
  );
  if (row.previousEmail !== null) statement.run({ id, email: row.previousEmail, kind: 'previous' });
  for (const email of row.otherEmails) statement.run({ id, email, kind: 'other' });
}

export function putEmployment(
  { database, orm, ids, stamp }: RunningImport,
  { row, changed }: StaffChange,
  person: number,
): void {
  const columns: ByColumn = {
    rol: { roles: json(row.roles) },
    werkdagen: { working_days: json(row.workingDays) },
    leidinggevende: { lead_id: row.lead === null ? null : idOf(ids.people, row.lead) },
    pop: { pop: flag(row.pop) },
    van: { from_day: row.from },
    tot: { until_day: row.until },
  };
  const school = row.school === null ? null : touch(ids, row.school);
  if (changed) {
    const id = idOf(ids.employments, person, school);
    updateRow(database, 'employment', id, changedOf(columns, changed));
    const own = changed.map(({ column }) => column).filter((column) => column in columns);
    markColumns(orm, stamp, `employment:${id}`, own);
  } else {
    const id = insertRow(database, 'employment', { person_id: person, school_id: school, ...allOf(columns) });
    ids.employments.set(keyOf(person, school), id);
  }
}
