/** Before the trial school opens: does this board have plans of its own, for which somebody perhaps meant to start? */
import { existsSync } from 'node:fs';
import { openAsItIs } from './database.ts';
import { isOfDatabase } from './database-error.ts';
import { school } from './schema.ts';
import { trialClockQueries } from './trial-clock.queries.ts';

/** False as well for a trial school, and for what cannot be read. Nothing is made or brought up to date. */
export async function hasOwnSchools(file: string): Promise<boolean> {
  if (!existsSync(file)) return false;
  try {
    const database = openAsItIs(file);
    try {
      const some = await database.read((orm) => orm.select({ id: school.id }).from(school).limit(1).get());
      return some !== undefined && (await trialClockQueries(database).clock()) === null;
    } finally {
      database.close();
    }
  } catch (error) {
    if (isOfDatabase(error)) return false;
    throw error;
  }
}
