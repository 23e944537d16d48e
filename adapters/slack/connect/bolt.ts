/** Bolt itself, loaded when Slack is let in: it takes a quarter of a second, for which no other command should wait. */
import { createRequire } from 'node:module';
import type * as Bolt from '@slack/bolt';

let loaded: typeof Bolt | undefined;

export function bolt(): typeof Bolt {
  loaded ??= createRequire(import.meta.url)('@slack/bolt') as typeof Bolt;
  return loaded;
}
