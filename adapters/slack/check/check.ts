/** `controleer`, with Slack: is the token good, may the app do what it must, can Slack be reached, and has everybody an account? */
import type { RichText } from '../../../src/bot/reply.ts';
import type { Say } from '../../../src/bot/text.ts';
import type { LocalDate } from '../../../src/calendar/local-date.ts';
import type { Looked } from '../../../src/checkup/checkup.ts';
import type { SlackConfig } from '../../../src/config.ts';
import type { PeopleStore } from '../../../src/people/people.store.ts';
import type { PersonId } from '../../../src/people/person.ts';
import { type Asked, asking, isReachable, type Patience } from './check-api.ts';
import { checkPeople } from './check-people.ts';
import { SCOPES } from './scopes.ts';

export type CheckOptions = Patience & {
  readonly config: SlackConfig;
  readonly people: PeopleStore;
  readonly today: LocalDate;
  readonly say: Say;
  /** Who needs no account in Slack, as another platform reaches them. */
  readonly reachedOtherwise: ReadonlySet<PersonId>;
};

/** As Slack makes them. */
const SIGNING_SECRET = /^[0-9a-f]{32}$/;

/** One line for each thing that was looked at. Nothing is sent to anybody, and no connection of a running server is taken over. Never throws. */
export async function checkSlack(options: CheckOptions): Promise<readonly Looked[]> {
  const { config, say } = options;
  const ask = asking(config.apiUrl, config.botToken, options);
  const identity = await ask('auth.test');
  const token = tokenOf(identity, say);
  if (identity.outcome === 'unreachable') return [token];
  const connection = await connectionOf(options);
  if (identity.outcome === 'refused' || token.mend !== null) return [token, ...connection];
  const teamId = String(identity.answer.team_id);
  return [token, ...scopesOf(identity.scopes, say), ...connection, ...(await checkPeople(options, ask, teamId))];
}

function tokenOf(identity: Asked, say: Say): Looked {
  switch (identity.outcome) {
    case 'unreachable':
      return attention(
        say('checkup.slack-unreachable', { reason: identity.reason }),
        say('checkup.slack-unreachable-mend'),
      );
    case 'refused':
      return attention(say('checkup.slack-token', { reason: identity.reason }), say('checkup.slack-token-mend'));
    case 'answered': {
      const { team, bot_id: bot } = identity.answer;
      return bot
        ? fine(say('checkup.slack', { workspace: String(team) }))
        : attention(say('checkup.slack-not-a-bot'), say('checkup.slack-token-mend'));
    }
  }
}

/** `given`: null when Slack did not say. */
function scopesOf(given: readonly string[] | null, say: Say): readonly Looked[] {
  if (given === null) return [];
  const wanted: readonly string[] = Object.keys(SCOPES);
  const missing = wanted.filter((scope) => !given.includes(scope));
  const extra = given.filter((scope) => !wanted.includes(scope));
  const found: Looked[] = [];
  if (missing.length > 0)
    found.push(
      attention(
        say('checkup.slack-scopes-missing', { scopes: missing.join(', ') }),
        say('checkup.slack-scopes-missing-mend'),
      ),
    );
  if (extra.length > 0)
    found.push(
      attention(
        say('checkup.slack-scopes-extra', { scopes: extra.join(', ') }),
        say('checkup.slack-scopes-extra-mend'),
      ),
    );
  return found.length > 0 ? found : [fine(say('checkup.slack-scopes'))];
}

async function connectionOf({ config, say, ...patience }: CheckOptions): Promise<readonly Looked[]> {
  if (config.appToken === null) return httpOf(config, say);
  // It only hands out an address: connecting to it could take what people do away from the running server.
  const opened = await asking(config.apiUrl, config.appToken, patience)('apps.connections.open');
  if (opened.outcome === 'refused')
    return [attention(say('checkup.slack-app-token', { reason: opened.reason }), say('checkup.slack-app-token-mend'))];
  if (opened.outcome === 'unreachable')
    return [
      attention(say('checkup.slack-unreachable', { reason: opened.reason }), say('checkup.slack-unreachable-mend')),
    ];
  const address = new URL(String(opened.answer.url));
  const reached = await isReachable(address);
  if (reached === true) return [fine(say('checkup.slack-socket'))];
  return [
    attention(
      say('checkup.slack-socket-unreachable', { reason: reached }),
      say('checkup.slack-socket-unreachable-mend', { host: address.hostname }),
    ),
  ];
}

function httpOf({ signingSecret }: SlackConfig, say: Say): readonly Looked[] {
  const called = fine(say('checkup.slack-http'));
  if (signingSecret !== null && SIGNING_SECRET.test(signingSecret)) return [called];
  return [called, attention(say('checkup.slack-signing-secret'), say('checkup.slack-signing-secret-mend'))];
}

function fine(what: RichText): Looked {
  return { what, mend: null };
}

function attention(what: RichText, mend: RichText): Looked {
  return { what, mend };
}
