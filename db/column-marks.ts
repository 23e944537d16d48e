/** Which columns of the import sheets people changed in chat: rows of the audit that name the column, never what is in it. */
import type { Stamp } from '../src/stamp.ts';
import type { Orm } from './database.ts';
import { audit } from './schema.ts';

/** Of a row without a history of its own. A leerteam has one (`team_event`). */
export type MarkedRow = `school:${number}` | `employment:${number}`;

/** Call within the act that changes them. */
export function markColumns(orm: Orm, stamp: Stamp, row: MarkedRow, columns: readonly string[]): void {
  for (const column of columns) {
    orm
      .insert(audit)
      .values({ at: stamp.at.getTime(), byId: stamp.by, act: stamp.act, subject: `${row}:${column}` })
      .run();
  }
}
