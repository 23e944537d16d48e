/** What controls carry that their platform has no room for. */
import type { ControlsStore } from '../src/bot/controls.store.ts';
import type { Database } from './database.ts';

const KEEP = `
  insert into kept_control (key, at, content) values (:key, :at, :content) on conflict (key) do nothing`;
const KEPT = 'select content from kept_control where key = :key';

export function controlQueries(database: Database): ControlsStore {
  return {
    keep: async (controls, now) => {
      if (controls.length === 0) return;
      await database.change(() => {
        const keep = database.statement(KEEP);
        for (const control of controls) keep.run({ ...control, at: now.getTime() });
      });
    },

    kept: (key) =>
      database.read(() => database.statement<{ key: string }, { content: string }>(KEPT).get({ key })?.content ?? null),
  };
}
