/** Leerteams of an import; one that will meet at another time keeps the meetings it had (as `/leerteam wijzig` does). */
import type { Change, ColumnChange } from '../src/import/change.ts';
import { keyOf } from '../src/import/stored-index.ts';
import type { PersonId, TeamId } from '../src/people/person.ts';
import { idOf, type RunningImport, touch } from './import-ids.ts';
import { allOf, type ByColumn, changedOf, insertRow, updateRow } from './import-rows.ts';
import { teamById, tellNewLeaders } from './team-changes.queries.ts';
import { addTeamEvent } from './team-events.ts';
import { followRhythm, keepMeetings } from './team-rhythm.ts';

type TeamChange = Extract<Change, { kind: 'team' }>;

/** The columns that decide when a team meets. */
const RHYTHM: readonly string[] = ['dag', 'tijd', 'duur', 'ritme', 'eerste_datum'];

export function putTeam(running: RunningImport, { row, changed }: TeamChange): void {
  const { database, ids } = running;
  const columns: ByColumn = {
    leerteam: { name: row.team },
    soort: { kind: row.kind },
    voorzitter: { chair_id: idOf(ids.people, row.chair) },
    vervanger: { deputy_id: row.deputy === null ? null : idOf(ids.people, row.deputy) },
    dag: { day: row.day },
    tijd: { time: row.time },
    duur: { duration: row.duration },
    ritme: { rhythm: row.rhythm },
    eerste_datum: { first_date: row.firstDate },
    // Another method begins with its own first phase.
    methode: { method: row.method, phase: '' },
    kanaal: { channel: row.channel },
    van: { from_day: row.from },
    tot: { until_day: row.until },
  };
  const schoolId = touch(ids, row.school);
  if (changed) changeTeam(running, idOf(ids.teams, row.school, row.team) as TeamId, columns, changed);
  else {
    const id = insertRow(database, 'team', { school_id: schoolId, ...allOf(columns) });
    ids.teams.set(keyOf(row.school, row.team), id);
  }
}

function changeTeam(
  { database, orm, ids, stamp }: RunningImport,
  id: TeamId,
  columns: ByColumn,
  changed: readonly ColumnChange[],
): void {
  const before = teamById(orm, id);
  const meetsOtherwise = changed.some(({ column }) => RHYTHM.includes(column));
  if (meetsOtherwise) keepMeetings(database, orm, before, stamp.at);
  updateRow(database, 'team', id, changedOf(columns, changed));
  database.statement<{ id: number }, never>('update team set version = version + 1 where id = :id').run({ id });
  const personOf = (email: string) => (email === '' ? null : (idOf(ids.people, email) as PersonId));
  for (const { column: what, from, to } of changed) {
    const isPerson = what === 'voorzitter' || what === 'vervanger';
    addTeamEvent(
      orm,
      stamp,
      id,
      isPerson ? { what, fromPerson: personOf(from), toPerson: personOf(to) } : { what, from, to },
    );
  }
  const after = teamById(orm, id);
  tellNewLeaders(database, stamp, before, after);
  if (meetsOtherwise) followRhythm(database, orm, before, after);
}
