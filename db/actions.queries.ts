/** Actions: what, one owner, a date. */
import type { ActionsStore } from '../src/actions/actions.store.ts';
import type { Database } from './database.ts';

export function actionQueries(_database: Database): ActionsStore {
  return {} as ActionsStore;
}
