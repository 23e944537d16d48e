import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { SCOPES } from '../adapters/slack/check/scopes.ts';
import type { Command } from '../src/bot/command.ts';
import { exampleFor } from '../src/bot/example.ts';
import { Registry } from '../src/bot/registry.ts';
import { say } from '../src/bot/text.ts';
import { tokens } from '../src/bot/tokens.ts';
import { localDate } from '../src/calendar/local-date.ts';
import { COMMANDS } from '../src/commands.ts';

type Manifest = {
  features: {
    app_home: Record<string, boolean>;
    shortcuts: { name: string; type: string; callback_id: string; description: string }[];
    slash_commands: {
      command: string;
      description: string;
      usage_hint?: string;
      should_escape: boolean;
      url?: string;
    }[];
  };
  oauth_config: { scopes: { bot: string[] } };
  settings: {
    event_subscriptions: { bot_events: string[]; request_url?: string };
    interactivity: { is_enabled: boolean; request_url?: string };
    socket_mode_enabled: boolean;
    token_rotation_enabled: boolean;
  };
};

const ROOT = resolve(import.meta.dirname, '..');
const text = readFileSync(join(ROOT, 'manifest.yml'), 'utf8');
const manifest = parse(text) as Manifest;
const commands = manifest.features.slash_commands;
const registry = new Registry(COMMANDS);

/** Other spellings of a command, which Slack need not know. */
const SPELLINGS = ['help', 'ikbener', 'welkom', 'hoi', 'hallo', 'stop'];

describe('the commands', () => {
  test('are exactly those of the registry', () => {
    const heads = registry.heads().filter((head) => !SPELLINGS.includes(head));
    expect(commands.map(({ command }) => command).sort()).toEqual(heads.map((head) => `/${head}`).sort());
  });

  test('another spelling means what a command of Slack means', () => {
    for (const spelling of SPELLINGS) {
      const owner = COMMANDS.find(({ words }) => words.includes(spelling))!;
      expect(commands.map(({ command }) => command)).toContain(`/${owner.words[0]}`);
    }
  });

  test.each(commands)('$command has the hint that its examples make', ({ command, usage_hint }) => {
    expect(usage_hint).toBe(hintOf(command));
  });

  test.each(commands.filter(({ usage_hint }) => usage_hint))(
    '$command understands every part of its hint',
    ({ command, usage_hint }) => {
      for (const part of usage_hint!.split(' | ')) {
        const { kind } = registry.match(tokens(`${command} ${part}`), localDate('2026-11-24'));
        expect(`${part}: ${kind}`).toBe(`${part}: intent`);
      }
    },
  );

  test('keep to what Slack takes', () => {
    for (const { command, description, usage_hint, should_escape } of commands) {
      expect(command).toMatch(/^\/[a-z-]{1,31}$/);
      expect(description.length).toBeLessThanOrEqual(80);
      expect((usage_hint ?? '').length).toBeLessThanOrEqual(HINT);
      expect(should_escape).toBe(true);
    }
  });
});

/** Slack shows one line above what is typed, and cuts it off at the edge of the window. In characters. */
const HINT = 80;
const EXAMPLES = 3;

/**
 * The first examples that `/hulp` lists behind the command, whole, at most three and as many as fit; where it lists the bare command only,
 * the first of all that can be typed. None without words behind it.
 */
function hintOf(command: string): string | undefined {
  const own = COMMANDS.filter(({ words }) => words.some((spelling) => `/${spelling}`.split(' ')[0] === command));
  const listed = behind(
    command,
    own.filter(({ help }) => help !== null),
  );
  const parts = listed.length > 0 ? listed : behind(command, own);
  const fitting = parts.filter((_, index) => index < EXAMPLES && parts.slice(0, index + 1).join(' | ').length <= HINT);
  return fitting.length > 0 ? fitting.join(' | ') : undefined;
}

function behind(command: string, own: readonly Command[]): readonly string[] {
  const examples = own.map(({ example }) => exampleFor(say('nl'), example));
  return [...new Set(examples)]
    .filter((line) => line.startsWith(`${command} `))
    .map((line) => line.slice(command.length + 1));
}

const sources = readdirSync(join(ROOT, 'adapters/slack'), { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => readFileSync(join(ROOT, 'adapters/slack', name), 'utf8'))
  .join('\n');

/** What each method of Slack's Web API asks of a bot token (docs.slack.dev/reference/methods). */
const NEEDED: Readonly<Record<string, readonly string[]>> = {
  'auth.test': [],
  'apps.connections.open': [],
  'chat.postMessage': ['chat:write'],
  'chat.postEphemeral': ['chat:write'],
  'chat.update': ['chat:write'],
  'chat.delete': ['chat:write'],
  'conversations.history': ['im:history'],
  'conversations.open': ['im:write'],
  'files.getUploadURLExternal': ['files:write'],
  'files.completeUploadExternal': ['files:write'],
  filesUploadV2: ['files:write'],
  'users.info': ['users:read'],
  'users.list': ['users:read'],
  'users.lookupByEmail': ['users:read.email'],
  'views.open': [],
  'views.publish': [],
  'views.update': [],
};

/** What each event asks (docs.slack.dev/reference/events). */
const NEEDED_BY_EVENT: Readonly<Record<string, readonly string[]>> = {
  app_home_opened: [],
  app_mention: ['app_mentions:read'],
  'message.im': ['im:history'],
};

/** The methods that the adapter names: `'users.info'`, or `client.users.info(`. */
function methodsCalled(): readonly string[] {
  const spaces =
    'admin|apps|assistant|auth|bookmarks|bots|canvases|chat|conversations|emoji|files|pins|reactions|reminders|search|team|usergroups|users|views';
  const named = [...sources.matchAll(new RegExp(`'((?:${spaces})\\.[A-Za-z.]+)'`, 'g'))].map((match) => match[1]!);
  const called = [...sources.matchAll(new RegExp(`\\.((?:${spaces})\\.[A-Za-z.]+)\\(`, 'g'))].map((match) => match[1]!);
  return [...new Set([...named, ...called, ...(sources.includes('filesUploadV2') ? ['filesUploadV2'] : [])])].sort();
}

describe('the scopes', () => {
  const asked = manifest.oauth_config.scopes.bot;

  test('are those that the adapter knows', () => expect(asked).toEqual(Object.keys(SCOPES)));

  test('are what the methods, events and commands need, and nothing more', () => {
    const methods = methodsCalled();
    expect(methods.filter((method) => !NEEDED[method])).toEqual([]);
    const needed = [
      'commands',
      ...methods.flatMap((method) => NEEDED[method]!),
      ...manifest.settings.event_subscriptions.bot_events.flatMap((event) => NEEDED_BY_EVENT[event]!),
      // An address in a profile is left out without it.
      ...(/profile\??\.email|profile: .*email/.test(sources) ? ['users:read.email'] : []),
    ];
    expect([...asked].sort()).toEqual([...new Set(needed)].sort());
  });
});

describe('what else is on', () => {
  test('Home and messages, buttons and forms, Socket Mode, a token that stays', () => {
    expect(manifest.features.app_home).toEqual({
      home_tab_enabled: true,
      messages_tab_enabled: true,
      messages_tab_read_only_enabled: false,
    });
    expect(manifest.settings).toMatchObject({
      interactivity: { is_enabled: true },
      socket_mode_enabled: true,
      token_rotation_enabled: false,
    });
  });

  test('the shortcut and the events are those that the adapter listens to', () => {
    expect(manifest.features.shortcuts).toMatchObject([{ type: 'message', callback_id: 'agenda_punt' }]);
    expect(sources).toContain("'agenda_punt'");
    expect(manifest.settings.event_subscriptions.bot_events).toEqual(['app_home_opened', 'app_mention', 'message.im']);
    const listened = [...sources.matchAll(/\.event\(\s*'([a-z_.]+)'/g)].map((match) => match[1]!);
    const messages = /\.message\(/.test(sources) ? ['message'] : [];
    expect([...new Set([...listened, ...messages])].sort()).toEqual(['app_home_opened', 'app_mention', 'message']);
  });
});

/** The line of the guide that makes a manifest for HTTP, carried out. */
function forHttp(): Manifest {
  const guide = readFileSync(join(ROOT, 'docs/slack.md'), 'utf8');
  const line = /```sh\n(sed [\s\S]*?)```/.exec(guide)![1]!.replace(/ > \S+\s*$/, '');
  const { status, stdout } = spawnSync('sh', ['-c', line], { cwd: ROOT, encoding: 'utf8' });
  expect(status).toBe(0);
  return parse(stdout) as Manifest;
}

test('the line of the guide makes it a manifest for HTTP', () => {
  const { features, settings } = forHttp();
  const address = settings.event_subscriptions.request_url;
  expect(address).toMatch(/^https:\/\/[a-z.]+\/slack\/events$/);
  expect(settings.interactivity).toEqual({ is_enabled: true, request_url: address });
  expect(settings.socket_mode_enabled).toBe(false);
  expect(features.slash_commands).toEqual(commands.map((command) => ({ ...command, url: address })));
});

describe.each(['1.0.0', '2.0.0'])('the schema of Slack, %s', (version) => {
  const file = join(ROOT, `../shared/schemas/slack-manifest.${version}.json`);
  test.runIf(existsSync(file)).each([
    ['as it is', () => manifest],
    ['for HTTP', forHttp],
  ])('%s', (_, made) => {
    const { $schema: _draft, ...schema } = JSON.parse(readFileSync(file, 'utf8'));
    const ajv = new Ajv({ strict: false, allErrors: true, logger: false });
    ajv.validate(schema, made());
    expect(ajv.errors ?? []).toEqual([]);
  });
});
