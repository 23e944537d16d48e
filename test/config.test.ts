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
      SLACK_BOT_TOKEN: 'y',
    });
    expect(config).toMatchObject({
      port: 3100,
      database: '/srv/bestuur.db',
      databaseGiven: true,
      logLevel: 'warn',
      platforms: ['slack', 'teams'],
    });
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
