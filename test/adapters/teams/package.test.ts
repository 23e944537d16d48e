/** `teams-pakket <file.zip>`: what the admin of Teams uploads, held against Microsoft's own schemas. */
import { execFile } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { Ajv } from 'ajv';
import { strFromU8, unzipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { englishTexts, SCHEMA, teamsManifest } from '../../../adapters/teams/package/manifest.ts';
import { teamsPackage } from '../../../adapters/teams/package/package.ts';
import { Registry } from '../../../src/bot/registry.ts';
import { tokens } from '../../../src/bot/tokens.ts';
import { localDate } from '../../../src/calendar/local-date.ts';
import { COMMANDS } from '../../../src/commands.ts';
import { readPng } from '../../support/read-png.ts';

const APP = '5f1b7f6e-2c1d-4c58-9d0a-6f1f0b6a7c11';
const OPTIONS = { appId: APP, website: null, commands: COMMANDS, version: null };
const manifest = teamsManifest({ ...OPTIONS, version: '1.2.3' });
const parts = unzipSync(teamsPackage(OPTIONS));

const SCHEMAS = join(dirname(createRequire(import.meta.url).resolve('@microsoft/app-manifest')), 'json-schemas/teams');

/** What Microsoft's schema finds wrong. */
function mistakes(schemaFile: string, content: unknown): unknown {
  // Of draft 4, which ajv does not know by name.
  const { $schema: _draft, ...schema } = JSON.parse(readFileSync(join(SCHEMAS, `v${SCHEMA}`, schemaFile), 'utf8'));
  const ajv = new Ajv({ strict: false, allErrors: true, logger: false, unicodeRegExp: false });
  ajv.validate(schema, content);
  return ajv.errors ?? [];
}

describe('the schema of Microsoft', () => {
  test('is the newest that is published', () => {
    const versions = readdirSync(SCHEMAS).flatMap((name) => /^v1\.(\d+)$/.exec(name)?.[1] ?? []);
    expect(SCHEMA).toBe(`1.${Math.max(...versions.map(Number))}`);
  });

  test('takes the manifest, with and without a website', () => {
    expect(mistakes('MicrosoftTeams.schema.json', manifest)).toEqual([]);
    const website = 'https://bestuur.example/leerteambot';
    const other = teamsManifest({ ...OPTIONS, version: '1.2.3', website });
    expect(mistakes('MicrosoftTeams.schema.json', other)).toEqual([]);
    expect(other.developer).toMatchObject({ websiteUrl: website, privacyUrl: website, termsOfUseUrl: website });
  });

  test('takes the English texts', () => {
    expect(mistakes('MicrosoftTeams.Localization.schema.json', englishTexts(COMMANDS))).toEqual([]);
  });

  test('refuses what is wrong', () => {
    expect(mistakes('MicrosoftTeams.schema.json', { ...manifest, id: 'leerteambot' })).not.toEqual([]);
    expect(mistakes('MicrosoftTeams.Localization.schema.json', { 'name.long': 'Leerteambot' })).not.toEqual([]);
  });
});

const [bot] = manifest.bots;

describe('the commands', () => {
  const registry = new Registry(COMMANDS);
  const listed = bot.commandLists.flatMap(({ scopes, commands }) =>
    commands.map((command) => ({ scope: scopes[0], ...command })),
  );

  test('stand in one list for each place of the bot', () => {
    expect(bot.commandLists.flatMap(({ scopes }) => scopes)).toEqual([...bot.scopes]);
    for (const { commands } of bot.commandLists) {
      expect(commands.length).toBeLessThanOrEqual(12);
      expect(new Set(commands.map(({ title }) => title)).size).toBe(commands.length);
    }
  });

  test.each(listed)('$title ($scope) is read when it is chosen', ({ title, description }) => {
    expect(registry.match(tokens(title), localDate('2026-11-24')).kind).toBe('intent');
    expect(title).toMatch(/^[a-z][a-z -]{1,31}$/);
    expect(description.length).toBeLessThanOrEqual(128);
  });

  test('one that does not exist is a fault of ours', () => {
    const fewer = COMMANDS.filter(({ intent }) => intent !== 'agenda.punt');
    expect(() => teamsManifest({ ...OPTIONS, version: '1.2.3', commands: fewer })).toThrow(/agenda\.punt/);
  });
});

test('each English text takes the place of a Dutch one, and no description is left out', () => {
  const { $schema: _address, ...texts } = englishTexts(COMMANDS);
  const places = Object.keys(texts);
  for (const place of places) expect(`${place}: ${typeof at(manifest, place)}`).toBe(`${place}: string`);
  const wanted = bot.commandLists.flatMap(({ commands }, list) =>
    commands.map((_, index) => `bots[0].commandLists[${list}].commands[${index}].description`),
  );
  expect(places).toEqual(expect.arrayContaining(wanted));
});

/** `a[0].b` of it. */
function at(found: unknown, place: string): unknown {
  return place
    .split(/[.[\]]+/)
    .filter(Boolean)
    .reduce((inner, name) => (inner as Record<string, unknown>)[name], found);
}

test('nothing is asked that would let it read along', () => {
  const asked = [
    'permissions',
    'devicePermissions',
    'authorization',
    'webApplicationInfo',
    'validDomains',
    'staticTabs',
  ];
  expect(Object.keys(manifest).filter((name) => asked.includes(name))).toEqual([]);
  expect(bot).toMatchObject({ supportsTargetedMessages: false, supportsFiles: true, isNotificationOnly: false });
});

test('the message action is the one that the adapter listens to', () => {
  const [{ commands }] = manifest.composeExtensions;
  expect(commands).toMatchObject([{ id: 'agenda_punt', type: 'action', context: ['message'], fetchTask: true }]);
  const folder = join(import.meta.dirname, '../../../adapters/teams');
  const heard = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.startsWith('package'))
    .filter((name) => readFileSync(join(folder, name), 'utf8').includes("'agenda_punt'"));
  expect(heard).not.toEqual([]);
});

describe('the icons', () => {
  test('in colour: 192 by 192, no hole in it, and the drawing within the part that is never cut off', () => {
    const { width, height, pixels } = readPng(parts[manifest.icons.color]!);
    expect([width, height]).toEqual([192, 192]);
    expect(pixels.every(([, , , alpha]) => alpha === 255)).toBe(true);
    const background = [11, 90, 94];
    const drawn = pixels.flatMap((pixel, index) =>
      background.some((part, channel) => Math.abs(part - pixel[channel]!) > 2)
        ? [[index % 192, Math.floor(index / 192)]]
        : [],
    );
    expect(drawn.length).toBeGreaterThan(5_000);
    const edges = drawn.flat();
    expect(Math.min(...edges)).toBeGreaterThanOrEqual(36);
    expect(Math.max(...edges)).toBeLessThan(156);
  });

  test('the outline: 32 by 32, white and nothing else on a transparent ground', () => {
    const { width, height, pixels } = readPng(parts[manifest.icons.outline]!);
    expect([width, height]).toEqual([32, 32]);
    const seen = pixels.filter(([, , , alpha]) => alpha > 0);
    expect(seen.every(([red, green, blue]) => red === 255 && green === 255 && blue === 255)).toBe(true);
    expect(seen.length).toBeGreaterThan(100);
    expect(seen.length).toBeLessThan(32 * 32 * 0.4);
    const corners = [pixels[0], pixels[31], pixels[32 * 31], pixels[32 * 32 - 1]];
    expect(corners.every((pixel) => pixel![3] === 0)).toBe(true);
  });
});

describe('the zip', () => {
  test('has what the manifest names, and nothing else', () => {
    const { color, outline } = manifest.icons;
    const english = manifest.localizationInfo.additionalLanguages.map(({ file }) => file);
    expect(Object.keys(parts).sort()).toEqual(['manifest.json', color, outline, ...english].sort());
    const { version } = JSON.parse(readFileSync(join(import.meta.dirname, '../../../package.json'), 'utf8'));
    // Teams takes no other form of a version, whatever its schema says (microsoft-teams-app-schema#174).
    expect(version).toMatch(/^\d+\.\d+\.\d+$/);
    expect(JSON.parse(strFromU8(parts['manifest.json']!))).toEqual({ ...manifest, version });
    expect(JSON.parse(strFromU8(parts[english[0]!]!))).toEqual(englishTexts(COMMANDS));
  });

  test('is the same whenever and wherever it is made', () => {
    const zip = Buffer.from(teamsPackage(OPTIONS));
    expect(zip.equals(teamsPackage(OPTIONS))).toBe(true);
    // 1 January 1980, midnight, in the local header of the first file.
    expect([zip.readUInt16LE(10), zip.readUInt16LE(12)]).toEqual([0, 0x21]);
  });
});

describe('on the command line', () => {
  const LEERTEAM = join(import.meta.dirname, '../../../src/leerteam.js');
  const TEAMS = {
    MicrosoftAppId: APP,
    MicrosoftAppPassword: 'a-secret-that-is-nowhere-shown',
    MicrosoftAppType: 'SingleTenant',
    MicrosoftAppTenantId: '0c3b8a90-0f9f-4a8e-8a35-0a3d6a0f3c55',
  };
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'leerteam-package-'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  /** Both streams, and how it ended. */
  async function leerteam(words: readonly string[], settings: Readonly<Record<string, string>> = TEAMS) {
    const env = { PATH: process.env.PATH, LOG_LEVEL: 'silent', ...settings };
    const run = promisify(execFile)(process.execPath, [LEERTEAM, 'teams-pakket', ...words], { cwd: folder, env });
    return run.then(
      ({ stdout, stderr }) => ({ code: 0, stdout, stderr }),
      ({ code, stdout, stderr }) => ({ code: code as number, stdout: stdout as string, stderr: stderr as string }),
    );
  }

  test('makes the package, with or without a page of the board', async () => {
    expect(await leerteam(['leerteambot.zip'])).toEqual({
      code: 0,
      stderr: '',
      stdout: expect.stringMatching(/^Het pakket voor Teams staat in leerteambot\.zip\. .*\nLet op: .* --website /),
    });
    const zip = await readFile(join(folder, 'leerteambot.zip'));
    expect(zip.equals(teamsPackage(OPTIONS))).toBe(true);
    expect(zip.includes(TEAMS.MicrosoftAppPassword)).toBe(false);

    // Teams takes no second package with the same version.
    const website = 'https://bestuur.example/leerteambot';
    const withPage = await leerteam(['leerteambot.zip', '--website', website, '--versie', '7.0.12']);
    expect(withPage).toMatchObject({ code: 0, stdout: expect.not.stringContaining('Let op') });
    const again = await readFile(join(folder, 'leerteambot.zip'));
    expect(again.equals(teamsPackage({ ...OPTIONS, website, version: '7.0.12' }))).toBe(true);
    expect(JSON.parse(strFromU8(unzipSync(again)['manifest.json']!)).version).toBe('7.0.12');
  });

  test.each([
    ['without an app id', ['leerteambot.zip'], {}, /ontbreekt MicrosoftAppId/],
    ['another kind of file', ['leerteambot.txt'], TEAMS, /eindigt op \.zip/],
    [
      'a page that anybody could read along with',
      ['l.zip', '--website', 'http://bestuur.example'],
      TEAMS,
      /https:\/\//,
    ],
    ['a version that Teams does not take', ['l.zip', '--versie', '1.2.3-proef'], TEAMS, /nummer .* als 0\.1\.1/],
    ['in a folder that is not there', ['nergens/l.zip'], TEAMS, /ENOENT/],
    ['without a file', [], TEAMS, /ontbreekt iets: bestand/],
  ])('says in one line what is wrong: %s', async (_, words, settings, line) => {
    const { code, stdout, stderr } = await leerteam(words, settings);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toMatch(line);
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect(existsSync(join(folder, words[0] ?? ''))).toBe(words.length === 0);
  });
});
