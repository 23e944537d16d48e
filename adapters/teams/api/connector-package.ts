/** botbuilder's own part for calling Teams, loaded when there is something to call: no other command should wait for it. */
import { createRequire } from 'node:module';
import type * as Connector from 'botframework-connector';

let loaded: typeof Connector | undefined;

export function connectorPackage(): typeof Connector {
  loaded ??= createRequire(import.meta.url)('botframework-connector') as typeof Connector;
  return loaded;
}
