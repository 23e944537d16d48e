/** One tick of a school as of a moment, in a process of its own that a test can kill: `node loader.js one-tick.ts <database> <API> <bot token> <ISO instant>`. */
import { createSlackPlatform } from '../../../adapters/slack/index.ts';
import { openCore, withOpen } from '../../../src/core.ts';

const [file, apiUrl, botToken, at] = process.argv.slice(3) as [string, string, string, string];
const now = new Date(at);
const core = openCore(file, (_where, details, fault) => console.error(details, fault));

void withOpen(core, async ({ store: { people, controls }, tickThrough }) => {
  const platform = createSlackPlatform({
    config: { botToken, apiUrl, signingSecret: null, appToken: null },
    people,
    controls,
    clock: { now: () => now },
    wait: async () => {},
    log: () => {},
  });
  await tickThrough(platform).tick(now);
});
