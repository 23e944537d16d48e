/** A server that a test can kill: `node loader.js one-tick.ts <database> <fake as JSON> <ISO instant>` ticks once, in a process of its own. */
import { tickOnce } from './tick-once.ts';

const [file, fake, at] = process.argv.slice(3) as [string, string, string];
void tickOnce(file, JSON.parse(fake), at);
