/** The environment for Teams, with botbuilder's own names: `MicrosoftAppId` and what belongs to it, or TEAMS_ANONYMOUS to try it out. */
import { z } from 'zod';
import { say as voice } from './bot/text.ts';
import { isLoopback } from './loopback.ts';

const say = voice('nl');

export type TeamsConfig = {
  /** The bot as Entra knows it. Null: activities come unsigned, from this machine only (TEAMS_ANONYMOUS). */
  readonly app: {
    readonly id: string;
    readonly tenant: string;
    readonly type: 'SingleTenant' | 'UserAssignedMSI';
    /** Null for a managed identity, which needs none. */
    readonly password: string | null;
  } | null;
  /** Whose people are helped, in lower case; of another tenant nobody is. Empty when unsigned: then there is no tenant to trust. */
  readonly tenants: readonly string[];
};

const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

const APP_SETTINGS = [
  'MicrosoftAppPassword',
  'MicrosoftAppType',
  'MicrosoftAppTenantId',
  'TEAMS_ALLOWED_TENANTS',
] as const;

/** What each value must look like; how they go together is `problemsOfTeams`. */
export const TEAMS_SETTINGS = {
  MicrosoftAppId: z.string().regex(GUID, say.plain('config.teams-id')).toLowerCase().optional(),
  // Whoever copies from the portal often takes the id of the secret, which stands beside it.
  MicrosoftAppPassword: z
    .string()
    .refine((text) => !GUID.test(text), say.plain('config.teams-secret-id'))
    .optional(),
  MicrosoftAppType: z.enum(['SingleTenant', 'UserAssignedMSI'], { error: say.plain('config.teams-type') }).optional(),
  MicrosoftAppTenantId: z.string().regex(GUID, say.plain('config.teams-tenant')).toLowerCase().optional(),
  TEAMS_ALLOWED_TENANTS: z
    .string()
    .transform((text) => text.split(',').map((tenant) => tenant.trim().toLowerCase()))
    .refine((tenants) => tenants.every((tenant) => GUID.test(tenant)), say.plain('config.teams-tenants'))
    .optional(),
  TEAMS_ANONYMOUS: z.enum(['0', '1'], { error: say.plain('config.teams-anonymous') }).optional(),
};

type Settings = z.infer<z.ZodObject<typeof TEAMS_SETTINGS>>;

/** Half a set is a mistake: somebody wanted Teams. Unsigned is for trying on one's own machine only. `given`: as it stands in the environment, without what is empty. */
export function problemsOfTeams(given: Readonly<Record<string, string | undefined>>): readonly string[] {
  const isAnonymous = given.TEAMS_ANONYMOUS === '1';
  if (given.MicrosoftAppId === undefined) {
    const hasHalf = APP_SETTINGS.some((name) => given[name] !== undefined);
    if (isAnonymous) return problemsOfAnonymous(given);
    return hasHalf ? [say.plain('config.teams-no-id'), ...problemsOfApp(given)] : [];
  }
  const problems = problemsOfApp(given);
  return isAnonymous ? [...problems, say.plain('config.teams-anonymous-app')] : problems;
}

function problemsOfApp(given: Readonly<Record<string, string | undefined>>): readonly string[] {
  const { MicrosoftAppType: type, MicrosoftAppTenantId: tenant, MicrosoftAppPassword: password } = given;
  return [
    ...(type === undefined ? [say.plain('config.teams-no-type')] : []),
    ...(tenant === undefined ? [say.plain('config.teams-no-tenant')] : []),
    ...(type !== 'UserAssignedMSI' && password === undefined ? [say.plain('config.teams-no-secret')] : []),
    ...(type === 'UserAssignedMSI' && password !== undefined ? [say.plain('config.teams-secret-of-none')] : []),
  ];
}

/** Whoever reaches the port would be whoever they say they are. */
function problemsOfAnonymous({ HOST: host, NODE_ENV: environment }: Readonly<Record<string, string | undefined>>) {
  return [
    ...(host !== undefined && !isLoopback(host) ? [say.plain('config.teams-anonymous-host')] : []),
    ...(environment === 'production' ? [say.plain('config.teams-anonymous-production')] : []),
  ];
}

/** Null: nobody wants Teams. Of settings without a problem. */
export function teamsOf(settings: Settings): TeamsConfig | null {
  const { MicrosoftAppId: id, MicrosoftAppTenantId: tenant, MicrosoftAppType: type } = settings;
  if (id !== undefined && tenant !== undefined && type !== undefined)
    return {
      app: { id, tenant, type, password: settings.MicrosoftAppPassword ?? null },
      tenants: settings.TEAMS_ALLOWED_TENANTS ?? [tenant],
    };
  return settings.TEAMS_ANONYMOUS === '1' ? { app: null, tenants: [] } : null;
}
