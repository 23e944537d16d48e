/** The clock of the trial school: one setting. */
import { eq } from 'drizzle-orm';
import type { TrialStore } from '../src/trial/trial.store.ts';
import type { Database } from './database.ts';
import { setting } from './schema.ts';

const NAME = 'trial.clock';

export function trialClockQueries(database: Database): TrialStore {
  return {
    clock: () =>
      database.read((orm) => {
        const row = orm.select({ value: setting.value }).from(setting).where(eq(setting.name, NAME)).get();
        return row ? new Date(Number(row.value)) : null;
      }),
    moveClock: (to) =>
      database.change((orm) => {
        const value = String(to.getTime());
        orm
          .insert(setting)
          .values({ name: NAME, value })
          .onConflictDoUpdate({ target: setting.name, set: { value } })
          .run();
      }),
  };
}
