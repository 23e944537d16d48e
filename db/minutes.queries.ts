/** What became of a meeting. */
import type { MinutesStore } from '../src/agenda/minutes.store.ts';
import type { Database } from './database.ts';

export function minutesQueries(_database: Database): MinutesStore {
  return {} as MinutesStore;
}
