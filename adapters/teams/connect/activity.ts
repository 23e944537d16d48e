/** What every activity must have before it is looked at, and of which organisations it may be. */
import type { Activity } from 'botbuilder';
import { z } from 'zod';
import type { TeamsConfig } from '../../../src/config.ts';
import { isLoopback, isPrivateWay } from '../../../src/loopback.ts';
import type { MicrosoftService } from '../options.ts';
import { Refused } from './refused.ts';

/** As far as signatures and answers depend on it: botbuilder does not compare the address in the token with an address that is left out. */
const ACTIVITY = z.looseObject({
  type: z.string().min(1),
  channelId: z.string(),
  serviceUrl: z.url(),
  conversation: z.looseObject({ id: z.string().min(1) }),
  from: z.looseObject({ id: z.string().min(1) }),
  recipient: z.looseObject({ id: z.string().min(1) }),
});

const TENANTS = z.object({
  conversation: z.object({ tenantId: z.string().nullish() }),
  channelData: z.object({ tenant: z.object({ id: z.string() }).nullish() }).nullish(),
});

type Known = { readonly config: Pick<TeamsConfig, 'app'>; readonly microsoft?: MicrosoftService };

/** Throws a Refused when it is nothing that Teams sends, or would have us answer somewhere else. */
export function checkedActivity(body: unknown, { config, microsoft }: Known): Activity {
  const read = ACTIVITY.safeParse(body);
  if (!read.success) throw new Refused(400, 'malformed');
  const { channelId, serviceUrl } = read.data;
  // botbuilder takes tokens of other kinds for some other channels.
  if (channelId !== 'msteams') throw new Refused(403, 'another channel');
  const url = new URL(serviceUrl);
  if (config.app === null && !isLoopback(url.hostname))
    throw new Refused(403, 'unsigned, and answers would leave this machine');
  const isTest = microsoft !== undefined || config.app === null;
  if (isTest ? !isPrivateWay(url) : url.protocol !== 'https:') throw new Refused(403, 'answers would go unencrypted');
  return body as Activity;
}

/**
 * The Connector signs for every organisation in the world that has the app: only the activity says which one it is. Throws a Refused
 * unless all that it says is of `tenants`.
 */
export function checkTenant(activity: Activity, tenants: TeamsConfig['tenants']): void {
  const read = TENANTS.safeParse(activity);
  if (!read.success) throw new Refused(400, 'malformed');
  const { conversation, channelData } = read.data;
  const named = [conversation.tenantId, channelData?.tenant?.id].filter((tenant) => typeof tenant === 'string');
  if (named.length === 0) throw new Refused(403, 'of no organisation');
  for (const tenant of named)
    if (!tenants.includes(tenant.toLowerCase())) throw new Refused(403, 'another organisation', wherePlain(tenant));
}

/** So that whoever runs the server can allow it. */
function wherePlain(tenant: string): Refused['details'] {
  return z.guid().safeParse(tenant).success ? { tenant } : {};
}
