/** One tick of a school as of a moment, in a process of its own that a test can kill: `node loader.js one-tick.ts <database> <fake as JSON> <ISO instant>`. */
import { randomUUID } from 'node:crypto';
import { createTeamsPlatform } from '../../../adapters/teams/index.ts';
import { openCore, withOpen } from '../../../src/core.ts';
import type { FakeTeams } from './fake-types.ts';

const [file, fake, at] = process.argv.slice(3) as [string, string, string];
const { app, microsoft } = JSON.parse(fake) as Pick<FakeTeams, 'app' | 'microsoft'>;
const { id, password, tenant } = app;
let now = new Date(at);
const core = openCore(file, (_where, details, fault) => console.error(details, fault));

void withOpen(core, async ({ store: { people, conversations, controls }, tickThrough }) => {
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
  await tickThrough(platform).tick(now);
});
