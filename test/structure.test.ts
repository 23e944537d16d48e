import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';

const ROOT = resolve(import.meta.dirname, '..');
const files = ['src', 'adapters', 'db', 'prompts'].flatMap((folder) => sourcesIn(join(ROOT, folder)));
const ROOTS = [
  'src/core.ts',
  'src/main.ts',
  'src/school-platforms.ts',
  'src/school-server.ts',
  'src/trial-server.ts',
  'src/cli.ts',
  'src/leerteam.js',
];

function sourcesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(ts|js)$/.test(name))
    .map((name) => relative(ROOT, join(folder, name)));
}

/** What a file imports: paths within the project, or package names. */
function importsOf(file: string): string[] {
  const source = readFileSync(join(ROOT, file), 'utf8');
  const statements = /^(?:import|export)\s[^'"=;(]*?from\s+'([^']+)'|^import\s+'([^']+)'|\bimport\('([^']+)'\)/gm;
  const found = [...source.matchAll(statements)].map((match) => (match[1] ?? match[2] ?? match[3])!);
  return found.map((name) => (name.startsWith('.') ? relative(ROOT, resolve(ROOT, dirname(file), name)) : name));
}

/** What it imports, and what it requires when that is needed. */
function packagesOf(file: string): string[] {
  const source = readFileSync(join(ROOT, file), 'utf8');
  const required = [...source.matchAll(/\b(?:require|createRequire\([^)]*\))\('([^'.][^']*)'\)/g)].map(
    (match) => match[1]!,
  );
  return [...importsOf(file), ...required].filter((name) => !/^(src|adapters|db|prompts)\//.test(name));
}

/** `date-fns/addMinutes` is of `date-fns`. */
function packageOf(name: string): string {
  return name.split('/', name.startsWith('@') ? 2 : 1).join('/');
}

/** Packages that the core may use; a driver or a platform package is not among them. */
const CORE_PACKAGES = [
  '@date-fns/tz',
  'date-fns',
  'fastest-levenshtein',
  'ical-generator',
  'intl-messageformat',
  'zod',
];

describe('import boundaries', () => {
  test('there is something to check', () => expect(files.length).toBeGreaterThan(50));

  test.each(files.filter((file) => file.startsWith('src/') && !ROOTS.includes(file)))(
    '%s: the core knows no adapter, driver or platform',
    (file) => {
      const foreign = importsOf(file).filter(
        (name) =>
          !name.startsWith('src/') &&
          !name.startsWith('prompts/') &&
          !name.startsWith('node:') &&
          !CORE_PACKAGES.includes(packageOf(name)),
      );
      expect(foreign).toEqual([]);
    },
  );

  test.each(files.filter((file) => file.startsWith('adapters/')))(
    '%s: adapters know neither each other nor the database',
    (file) => {
      const own = file.split('/').slice(0, 2).join('/');
      const foreign = importsOf(file).filter(
        (name) => name.startsWith('db/') || (name.startsWith('adapters/') && !name.startsWith(`${own}/`)),
      );
      expect(foreign).toEqual([]);
    },
  );

  test.each([
    ['slack', /^@slack\//],
    ['teams', /^bot(builder|framework)/],
  ])('packages of %s are known to its adapter only', (name, packages) => {
    const knowing = files.filter((file) => packagesOf(file).some((each) => packages.test(each)));
    expect(knowing).not.toEqual([]);
    expect(knowing.filter((file) => !file.startsWith(`adapters/${name}/`))).toEqual([]);
  });

  test.each(files.filter((file) => file.startsWith('db/')))('%s: the database knows no adapter', (file) => {
    expect(importsOf(file).filter((name) => name.startsWith('adapters/'))).toEqual([]);
  });

  test.each(files.filter((file) => !ROOTS.includes(file)))('%s: nothing imports a composition root', (file) => {
    expect(importsOf(file).filter((name) => ROOTS.includes(name))).toEqual([]);
  });
});

describe('the platforms', () => {
  const roomsOf = (name: string) => readdirSync(join(ROOT, 'adapters', name)).sort();

  test('Slack and Teams have the same files and rooms; Teams has a package beside them', () => {
    expect(roomsOf('teams').filter((room) => room !== 'package')).toEqual(roomsOf('slack'));
  });

  test.each(['slack', 'teams', 'trial'])('%s has the files that every adapter has', (name) => {
    const shared = ['errors.ts', 'index.ts', 'options.ts', 'receive.ts', 'render.ts', 'send.ts'];
    expect(roomsOf(name).filter((room) => shared.includes(room))).toEqual(shared);
  });

  test.each([
    ['slack', 'Slack'],
    ['teams', 'Teams'],
  ])('%s gives the composition root the same things', (name, Name) => {
    const source = readFileSync(join(ROOT, `adapters/${name}/index.ts`), 'utf8');
    for (const made of [`create${Name}`, `create${Name}Platform`]) {
      expect(source).toMatch(new RegExp(`^export (async )?function ${made}\\b`, 'm'));
    }
    for (const type of [`${Name}State`, `${Name}Log`, `${Name}Options`])
      expect(source).toMatch(new RegExp(`^export (type ${type}\\b|type \\{[^}]*\\b${type}\\b)`, 'm'));
  });
});

describe('habits', () => {
  const clocked = files.filter(
    (file) => file.startsWith('src/') && !file.startsWith('src/calendar/') && file !== 'src/clock.ts',
  );

  test.each(clocked)('%s: asks no clock of its own', (file) => {
    expect(readFileSync(join(ROOT, file), 'utf8')).not.toMatch(/new Date\(\s*\)|Date\.now\(/);
  });

  const TEXTS = /^(prompts\/|db\/schema\.ts|src\/calendar\/vacations\.ts)/;
  test.each(files.filter((file) => !TEXTS.test(file)))('%s: fits in 300 lines', (file) => {
    expect(readFileSync(join(ROOT, file), 'utf8').split('\n').length).toBeLessThanOrEqual(301);
  });

  // leerteam.js requires everything, which is twice as fast as importing it through tsx.
  test.each(files.filter((file) => file.endsWith('.ts')))('%s: can be required', (file) => {
    expect(readFileSync(join(ROOT, file), 'utf8')).not.toMatch(/\bimport\(|^(?:await|(?:export )?const .* = await) /m);
  });

  test('no rooms without a name', () => {
    expect(files.filter((file) => /(^|\/)(utils?|helpers?|common|misc)(\/|\.)/.test(file))).toEqual([]);
  });
});
