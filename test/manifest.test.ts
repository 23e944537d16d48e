import { existsSync, readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { Registry } from '../src/bot/registry.ts';
import { COMMANDS } from '../src/commands.ts';

type Manifest = {
  features: { slash_commands: { command: string; description: string; usage_hint?: string; should_escape: boolean }[] };
  oauth_config: { scopes: { bot: string[] } };
};

const manifest = parse(readFileSync(new URL('../manifest.yml', import.meta.url), 'utf8')) as Manifest;
const commands = manifest.features.slash_commands;

/** Other spellings of a command, which Slack need not know. */
const SPELLINGS = ['help', 'ikbener', 'welkom', 'hoi', 'hallo'];

describe('manifest.yml', () => {
  test('has exactly the commands of the registry', () => {
    const heads = new Registry(COMMANDS).heads().filter((head) => !SPELLINGS.includes(head));
    expect(commands.map(({ command }) => command).sort()).toEqual(heads.map((head) => `/${head}`).sort());
  });

  test('keeps to what Slack takes', () => {
    for (const { command, description, usage_hint, should_escape } of commands) {
      expect(command).toMatch(/^\/[a-z-]{1,31}$/);
      expect(description.length).toBeLessThanOrEqual(80);
      expect((usage_hint ?? '').length).toBeLessThanOrEqual(1000);
      expect(should_escape).toBe(true);
    }
  });

  const SCHEMA = new URL('../../shared/schemas/slack-manifest.2.0.0.json', import.meta.url);
  test.runIf(existsSync(SCHEMA))('fits the schema of Slack', () => {
    const { $schema: _, ...schema } = JSON.parse(readFileSync(SCHEMA, 'utf8'));
    const ajv = new Ajv({ strict: false, allErrors: true, logger: false });
    const valid = ajv.validate(schema, manifest);
    expect(ajv.errors ?? []).toEqual([]);
    expect(valid).toBe(true);
  });
});
