/** `controleer`, with Teams: does Microsoft take the id and the secret, whose people are helped, does anything come in, and has everybody the app? */
import type { RichText } from '../../../src/bot/reply.ts';
import type { Say } from '../../../src/bot/text.ts';
import { daysBetween, type LocalDate } from '../../../src/calendar/local-date.ts';
import { localDateOf } from '../../../src/calendar/zone.ts';
import type { Looked } from '../../../src/checkup/checkup.ts';
import type { Clock } from '../../../src/clock.ts';
import type { TeamsConfig } from '../../../src/config.ts';
import type { ConversationsStore } from '../../../src/people/conversations.store.ts';
import type { PeopleStore } from '../../../src/people/people.store.ts';
import { createTeamsApi } from '../api/api.ts';
import { isOfTheToken, TeamsError, troubleWord } from '../errors.ts';
import type { MicrosoftService } from '../options.ts';
import { checkPeople } from './check-people.ts';

export type CheckOptions = {
  readonly config: TeamsConfig;
  /** Microsoft's own when left out. */
  readonly microsoft?: Pick<MicrosoftService, 'login'>;
  readonly people: PeopleStore;
  readonly conversations: ConversationsStore;
  readonly today: LocalDate;
  readonly say: Say;
  readonly clock: Clock;
  /** Waits this many milliseconds. */
  readonly wait: (milliseconds: number) => Promise<void>;
  /** No other platform reaches people: who has no app hears nothing. */
  readonly onlyWay: boolean;
};

/** Longer than any vacation: then it is not that everybody is away. In days. */
const LONG_SILENCE = 56;

/** One line for each thing that was looked at. Nothing is sent to anybody. Never throws on what Microsoft or the network does. */
export async function checkTeams(options: CheckOptions): Promise<readonly Looked[]> {
  const { config, say } = options;
  if (config.app === null) return [attention(say('checkup.teams-anonymous'), say('checkup.teams-anonymous-mend'))];
  return [
    await tokenOf(config.app, options),
    ...tenantsOf(config.app, options),
    await addressOf(options),
    ...(await checkPeople(options)),
  ];
}

type App = NonNullable<TeamsConfig['app']>;

async function tokenOf(app: App, { config, microsoft, clock, wait, say }: CheckOptions): Promise<Looked> {
  const { checkToken } = createTeamsApi({ config, ...(microsoft && { microsoft }), clock, wait, log: () => {} });
  try {
    await checkToken();
  } catch (error) {
    return refusalOf(app, error, say);
  }
  const { tenant } = app;
  return fine(app.password === null ? say('checkup.teams-identity', { tenant }) : say('checkup.teams', { tenant }));
}

/** Entra says in one word what it does not take (RFC 6749); which of two it is, its number would tell, and that may change. */
function refusalOf({ id, tenant, password }: App, error: unknown, say: Say): Looked {
  const reason = troubleWord(error);
  if (!(error instanceof TeamsError && isOfTheToken(error)))
    return attention(say('checkup.teams-unreachable', { reason }), say('checkup.teams-unreachable-mend'));
  if (password === null)
    return attention(say('checkup.teams-no-identity', { reason }), say('checkup.teams-no-identity-mend', { id }));
  switch (error.code) {
    case 'unauthorized_client':
      return attention(say('checkup.teams-id', { reason, id, tenant }), say('checkup.teams-id-mend'));
    case 'invalid_request':
      return attention(say('checkup.teams-tenant', { reason, tenant }), say('checkup.teams-tenant-mend'));
    default:
      return attention(say('checkup.teams-secret', { reason }), say('checkup.teams-secret-mend'));
  }
}

function tenantsOf({ tenant }: App, { config, say }: CheckOptions): readonly Looked[] {
  if (!config.tenants.includes(tenant))
    return [attention(say('checkup.teams-own-tenant', { tenant }), say('checkup.teams-own-tenant-mend', { tenant }))];
  if (config.tenants.length === 1) return [];
  return [fine(say('checkup.teams-tenants', { count: config.tenants.length, tenants: say.list(config.tenants) }))];
}

/** Only what came in tells whether Teams finds the way: from here the address on the internet cannot be seen. */
async function addressOf({ conversations, today, say }: CheckOptions): Promise<Looked> {
  const seen = await conversations.lastSeen();
  if (seen === null) return attention(say('checkup.teams-never'), say('checkup.teams-address-mend'));
  const day = localDateOf(seen);
  if (daysBetween(day, today) <= LONG_SILENCE) return fine(say('checkup.teams-seen', { day: say.date(day, today) }));
  return attention(say('checkup.teams-silent', { day: say.date(day, today) }), say('checkup.teams-address-mend'));
}

function fine(what: RichText): Looked {
  return { what, mend: null };
}

function attention(what: RichText, mend: RichText): Looked {
  return { what, mend };
}
