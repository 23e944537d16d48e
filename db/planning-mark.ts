/** A change that may touch the planning of a school raises its version, so that the tick plans it again. */
import { eq, inArray, sql } from 'drizzle-orm';
import type { PersonId, SchoolId } from '../src/people/person.ts';
import type { Orm } from './database.ts';
import { employment, school } from './schema.ts';

export function planAgain(orm: Orm, schoolId: SchoolId): void {
  raise(orm, [schoolId]);
}

/** Every school where the person works, worked or will work. */
export function planSchoolsOfAgain(orm: Orm, personId: PersonId): void {
  const rows = orm.select({ id: employment.schoolId }).from(employment).where(eq(employment.personId, personId));
  raise(
    orm,
    rows.all().flatMap((row) => (row.id === null ? [] : [row.id])),
  );
}

function raise(orm: Orm, ids: readonly number[]): void {
  orm
    .update(school)
    .set({ version: sql`${school.version} + 1` })
    .where(inArray(school.id, [...ids]))
    .run();
}
