/** "Mijn leerteam": the Home page of the app is what `/start` answers, the first time with the welcome above it. */

import type { Tools } from '../receive.ts';
import { slackHome } from '../render.ts';
import { ask } from './ask.ts';
import { HOME } from './origin.ts';

/** Puts the page there as it is now. Throws what `@slack/web-api` throws. */
export async function publishHome(tools: Tools, account: string): Promise<void> {
  const said = { kind: 'intent', intent: { name: 'start', args: {} } } as const;
  const reply = await ask(tools, { account, said, once: null, origin: HOME });
  if (reply.kind === 'form') return;
  const view = slackHome(reply.kind === 'replace' ? reply.notice : reply, await tools.voices.of(account));
  await tools.api.apiCall('views.publish', { user_id: account, view });
}
