import { describe, expect, test } from 'vitest';
import { ConfigError, readConfig } from '../src/config.ts';
import { isLoopback, isPrivateWay } from '../src/loopback.ts';

describe('the environment', () => {
  test('needs nothing', () => {
    expect(readConfig({})).toEqual({
      port: 3000,
      host: '127.0.0.1',
      database: './data/leerteam.db',
      databaseGiven: false,
      trialDatabase: './data/proefschool.db',
      logLevel: 'info',
      metricsToken: null,
      production: false,
      slack: null,
      teams: null,
      platforms: [],
    });
  });

  test('an empty value counts as not set', () => {
    expect(readConfig({ PORT: '', DATABASE_URL: '', SLACK_BOT_TOKEN: '' })).toEqual(readConfig({}));
  });

  test('is read', () => {
    const config = readConfig({
      PORT: '3100',
      DATABASE_URL: 'file:/srv/bestuur.db',
      LOG_LEVEL: 'warn',
      TEAMS_ANONYMOUS: '1',
      SLACK_BOT_TOKEN: 'xoxb-1',
      SLACK_SIGNING_SECRET: 'secret',
    });
    expect(config).toMatchObject({
      port: 3100,
      database: '/srv/bestuur.db',
      databaseGiven: true,
      logLevel: 'warn',
      platforms: ['slack', 'teams'],
    });
  });

  const bot = { SLACK_BOT_TOKEN: 'xoxb-1' };
  const usual = { botToken: 'xoxb-1', signingSecret: null, appToken: null, apiUrl: 'https://slack.com/api/' };

  test.each([
    ['HTTP', { ...bot, SLACK_SIGNING_SECRET: 's' }, { ...usual, signingSecret: 's' }],
    ['Socket Mode', { ...bot, SLACK_APP_TOKEN: 'xapp-1' }, { ...usual, appToken: 'xapp-1' }],
    [
      'both ways in',
      { ...bot, SLACK_SIGNING_SECRET: 's', SLACK_APP_TOKEN: 'xapp-1' },
      { ...usual, signingSecret: 's', appToken: 'xapp-1' },
    ],
    [
      'another API, which gets its slash',
      { ...bot, SLACK_SIGNING_SECRET: 's', SLACK_API_URL: 'http://127.0.0.1:4000/api' },
      { ...usual, signingSecret: 's', apiUrl: 'http://127.0.0.1:4000/api/' },
    ],
  ])('Slack by %s', (_, given, slack) => {
    expect(readConfig(given)).toMatchObject({ slack, platforms: ['slack'] });
  });

  const whole = { ...bot, SLACK_SIGNING_SECRET: 's' };
  test.each<[Record<string, string>, RegExp]>([
    [{ ...whole, SLACK_BOT_TOKEN: 'xoxp-1' }, /^SLACK_BOT_TOKEN moet beginnen met xoxb-/],
    [{ ...whole, SLACK_APP_TOKEN: 'xoxb-1' }, /^SLACK_APP_TOKEN moet beginnen met xapp-/],
    [bot, /^Voor Slack ontbreekt SLACK_APP_TOKEN .* of SLACK_SIGNING_SECRET/],
    [{ SLACK_SIGNING_SECRET: 's' }, /^Voor Slack ontbreekt SLACK_BOT_TOKEN/],
    [{ SLACK_APP_TOKEN: 'xapp-1' }, /^Voor Slack ontbreekt SLACK_BOT_TOKEN/],
    ...['http://slack.example/api/', 'ftp://127.0.0.1/', 'slack.com', 'https://slack.com/api/?x=1'].map(
      (url): [Record<string, string>, RegExp] => [
        { ...whole, SLACK_API_URL: url },
        /^SLACK_API_URL moet beginnen met https/,
      ],
    ),
  ])('%j is refused in words', (given, words) => {
    expect(() => readConfig(given)).toThrow(words);
  });

  test.each(['http://localhost:1/api/', 'http://[::1]:1/api/', 'https://slack-gov.com/api/'])(
    '%s is an address for the API',
    (url) => {
      expect(readConfig({ ...whole, SLACK_API_URL: url }).slack?.apiUrl).toBe(url);
    },
  );

  const ID = '1b2c3d4e-0000-4000-8000-00000000aa01';
  const TENANT = '1b2c3d4e-0000-4000-8000-00000000bb02';
  const OTHER = '1b2c3d4e-0000-4000-8000-00000000cc03';
  const teams = {
    MicrosoftAppId: ID,
    MicrosoftAppType: 'SingleTenant',
    MicrosoftAppTenantId: TENANT,
    MicrosoftAppPassword: 'zeer~geheim',
  };
  const app = { id: ID, tenant: TENANT, type: 'SingleTenant', password: 'zeer~geheim' };
  const { MicrosoftAppPassword: _, ...withoutSecret } = teams;

  test.each<[string, Record<string, string>, object]>([
    ['with a secret', teams, { app, tenants: [TENANT] }],
    [
      'for more organisations',
      { ...teams, TEAMS_ALLOWED_TENANTS: `${TENANT}, ${OTHER}` },
      { app, tenants: [TENANT, OTHER] },
    ],
    [
      'with capitals, as some portals write ids',
      { ...teams, MicrosoftAppId: ID.toUpperCase(), MicrosoftAppTenantId: TENANT.toUpperCase() },
      { app, tenants: [TENANT] },
    ],
    [
      'with a managed identity',
      { ...withoutSecret, MicrosoftAppType: 'UserAssignedMSI' },
      { app: { ...app, type: 'UserAssignedMSI', password: null }, tenants: [TENANT] },
    ],
    ['in production', { ...teams, NODE_ENV: 'production', HOST: '0.0.0.0' }, { app, tenants: [TENANT] }],
    ['to try it out', { TEAMS_ANONYMOUS: '1' }, { app: null, tenants: [] }],
    ['to try it out, on a name of this machine', { TEAMS_ANONYMOUS: '1', HOST: '::1' }, { app: null, tenants: [] }],
  ])('Teams %s', (_name, given, expected) => {
    expect(readConfig(given)).toMatchObject({ teams: expected, platforms: ['teams'] });
  });

  test('without id or flag there is no Teams', () => {
    expect(readConfig({ TEAMS_ANONYMOUS: '0', NODE_ENV: 'production' })).toMatchObject({ teams: null, platforms: [] });
  });

  const tried = { TEAMS_ANONYMOUS: '1' };
  const MISSING: readonly RegExp[] = [
    /ontbreekt MicrosoftAppId/,
    /ontbreekt MicrosoftAppType/,
    /ontbreekt MicrosoftAppTenantId/,
    /ontbreekt MicrosoftAppPassword/,
  ];
  test.each<[Record<string, string>, readonly RegExp[]]>([
    [{ ...teams, MicrosoftAppId: 'leerteambot' }, [/^MicrosoftAppId is een reeks als/]],
    [{ ...teams, MicrosoftAppTenantId: 'school.example' }, [/^MicrosoftAppTenantId is een reeks als/]],
    [{ ...teams, MicrosoftAppType: 'MultiTenant' }, [/^MicrosoftAppType kan SingleTenant of UserAssignedMSI zijn/]],
    [{ ...teams, MicrosoftAppType: 'singletenant' }, [/^MicrosoftAppType kan/]],
    [{ ...teams, MicrosoftAppPassword: OTHER }, [/^In MicrosoftAppPassword staat het id van het geheim/]],
    [{ ...teams, TEAMS_ALLOWED_TENANTS: `${TENANT},school.example` }, [/^TEAMS_ALLOWED_TENANTS is een lijst/]],
    [{ ...teams, TEAMS_ALLOWED_TENANTS: ',' }, [/^TEAMS_ALLOWED_TENANTS is een lijst/]],
    [{ ...teams, MicrosoftAppType: 'UserAssignedMSI' }, [/hoort geen MicrosoftAppPassword/]],
    [withoutSecret, [/ontbreekt MicrosoftAppPassword/]],
    [{ MicrosoftAppId: ID }, MISSING.slice(1)],
    [{ MicrosoftAppId: ID, NODE_ENV: 'production' }, MISSING.slice(1)],
    [{ MicrosoftAppPassword: 'zeer~geheim' }, MISSING.slice(0, 3)],
    [{ MicrosoftAppTenantId: TENANT }, MISSING.filter((_, index) => index !== 2)],
    [{ MicrosoftAppType: 'SingleTenant' }, MISSING.filter((_, index) => index !== 1)],
    // A managed identity has no secret.
    [{ MicrosoftAppType: 'UserAssignedMSI' }, [MISSING[0]!, MISSING[2]!]],
    [{ TEAMS_ALLOWED_TENANTS: TENANT }, MISSING],
    [{ TEAMS_ANONYMOUS: 'ja' }, [/^TEAMS_ANONYMOUS kan 1 of 0 zijn/]],
    [{ ...tried, ...teams }, [/^TEAMS_ANONYMOUS=1 kan niet samen met MicrosoftAppId/]],
    [{ ...tried, HOST: '0.0.0.0' }, [/Zet HOST op 127\.0\.0\.1/]],
    [{ ...tried, HOST: '192.168.1.4', NODE_ENV: 'production' }, [/Zet HOST op/, /NODE_ENV is production/]],
  ])('Teams: %j is refused in words', (given, words) => {
    const problems = problemsOf(given);
    expect(problems).toEqual(words.map((each) => expect.stringMatching(each)));
  });

  test('no problem shows a token', () => {
    const secret = 'zeergeheim';
    const given = {
      SLACK_BOT_TOKEN: secret,
      SLACK_APP_TOKEN: secret,
      SLACK_API_URL: `http://${secret}`,
      MicrosoftAppPassword: secret,
    };
    expect(() => readConfig(given)).toThrow(ConfigError);
    expect(() => readConfig(given)).not.toThrow(secret);
  });

  test('every problem is told at once, of the values and of how they go together', () => {
    const whole = { PORT: 'drie', DATABASE_URL: 'postgres://x', LOG_LEVEL: 'luid', METRICS_TOKEN: 'kort' };
    const problems = problemsOf({ ...whole, SLACK_APP_TOKEN: 'xapp-1', MicrosoftAppId: ID, TEAMS_ANONYMOUS: '1' });
    expect(problems.map((problem) => /\b([A-Z]+(?:_[A-Z]+)+|PORT|Microsoft\w+)/.exec(problem)?.[1])).toEqual([
      'PORT',
      'DATABASE_URL',
      'LOG_LEVEL',
      'METRICS_TOKEN',
      'SLACK_BOT_TOKEN',
      'MicrosoftAppType',
      'MicrosoftAppTenantId',
      'MicrosoftAppPassword',
      'TEAMS_ANONYMOUS',
    ]);
  });

  test.each([
    ['127.0.0.1', true],
    ['localhost', true],
    ['::1', true],
    ['0.0.0.0', false],
    ['192.168.1.4', false],
    ['[::1]', true],
    ['127.0.0.1.example', false],
  ])('%s is this machine only: %s', (host, expected) => expect(isLoopback(host)).toBe(expected));

  test.each([
    ['https://smba.example/emea/', true],
    ['http://[::1]:3978/', true],
    ['http://smba.example/emea/', false],
    ['ws://127.0.0.1/', false],
  ])('nobody reads along on the way to %s: %s', (url, expected) => expect(isPrivateWay(new URL(url))).toBe(expected));
});

function problemsOf(given: Record<string, string>): readonly string[] {
  try {
    readConfig(given);
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
  return [];
}
