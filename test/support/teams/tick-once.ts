/** One tick of a school on Teams as of a moment (ISO instant), by a server that has just been started. Waiting moves its clock. */
import { randomUUID } from 'node:crypto';
import { createTeamsPlatform } from '../../../adapters/teams/index.ts';
import { openCore, withOpen } from '../../../src/core.ts';
import type { FakeTeams } from './fake-types.ts';

export function tickOnce(file: string, { app, microsoft }: Pick<FakeTeams, 'app' | 'microsoft'>, at: string) {
  const { id, password, tenant } = app;
  let now = new Date(at);
  const core = openCore(file, (_where, details, fault) => console.error(details, fault));
  return withOpen(core, ({ store: { people, conversations, controls }, tickThrough }) => {
    const platform = createTeamsPlatform({
      config: { app: { id, password, tenant, type: 'SingleTenant' }, tenants: [tenant] },
      microsoft,
      people,
      conversations,
      controls,
      clock: { now: () => now },
      wait: async (milliseconds) => {
        now = new Date(now.getTime() + milliseconds);
      },
      newKey: randomUUID,
      log: () => {},
    });
    return tickThrough(platform).tick(now);
  });
}
