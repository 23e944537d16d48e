import { describe, expect, test } from 'vitest';
import { ConfigError, isLoopback, readConfig } from '../src/config.ts';

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
      MicrosoftAppId: 'x',
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

  test('no problem shows a token', () => {
    const secret = 'zeergeheim';
    const given = { SLACK_BOT_TOKEN: secret, SLACK_APP_TOKEN: secret, SLACK_API_URL: `http://${secret}` };
    expect(() => readConfig(given)).toThrow(ConfigError);
    expect(() => readConfig(given)).not.toThrow(secret);
  });

  test('every problem is told at once', () => {
    const problems = () =>
      readConfig({ PORT: 'drie', DATABASE_URL: 'postgres://x', LOG_LEVEL: 'luid', METRICS_TOKEN: 'kort' });
    expect(problems).toThrow(ConfigError);
    try {
      problems();
    } catch (error) {
      expect((error as ConfigError).problems).toHaveLength(4);
      expect((error as ConfigError).message).toMatch(/PORT.*DATABASE_URL.*LOG_LEVEL.*METRICS_TOKEN/s);
    }
  });

  test.each([
    ['127.0.0.1', true],
    ['localhost', true],
    ['::1', true],
    ['0.0.0.0', false],
    ['192.168.1.4', false],
  ])('%s is this machine only: %s', (host, expected) => expect(isLoopback(host)).toBe(expected));
});
