/** Advice to the MT and its answers. */
import type { AdviceStore } from '../src/advice/advice.store.ts';
import type { Database } from './database.ts';

export function adviceQueries(_database: Database): AdviceStore {
  return {} as AdviceStore;
}
