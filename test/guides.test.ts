/** The guides: what they link to is there, and what they tell to put into `.env` works. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { parseEnv } from 'node:util';
import { describe, expect, test } from 'vitest';
import { readConfig } from '../src/config.ts';

const ROOT = resolve(import.meta.dirname, '..');
const guides = ['README.md', 'CONTRIBUTING.md', ...markdownIn('docs')];

function markdownIn(folder: string): readonly string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => join(folder, name));
}

function textOf(guide: string): string {
  return readFileSync(join(ROOT, guide), 'utf8');
}

/** As GitHub makes them from headings. */
function anchorsIn(guide: string): readonly string[] {
  return [...textOf(guide).matchAll(/^#+ (.*)$/gm)].map(([, heading]) =>
    heading!
      .toLowerCase()
      .replace(/[^\p{L}\p{N} -]/gu, '')
      .replaceAll(' ', '-'),
  );
}

test.each(guides)('%s links to what is there', (guide) => {
  const links = [...textOf(guide).matchAll(/\]\(([^)\s]+)\)/g)].map(([, link]) => link!);
  const broken = links.filter((link) => {
    if (/^https?:/.test(link)) return false;
    const [path = '', anchor] = link.split('#');
    const file = path === '' ? guide : relative(ROOT, resolve(ROOT, dirname(guide), path));
    if (!existsSync(join(ROOT, file))) return true;
    return anchor !== undefined && !anchorsIn(file).includes(anchor);
  });
  expect(broken).toEqual([]);
});

describe('what goes into .env', () => {
  const GUID = '5f1b7f6e-2c1d-4c58-9d0a-6f1f0b6a7c11';
  const GIVEN: Readonly<Record<string, string>> = {
    MicrosoftAppId: GUID,
    MicrosoftAppTenantId: GUID,
    MicrosoftAppPassword: 'a-secret',
    SLACK_BOT_TOKEN: 'xoxb-1',
    SLACK_APP_TOKEN: 'xapp-1',
    SLACK_SIGNING_SECRET: '0123456789abcdef0123456789abcdef',
  };
  const blocks = guides.flatMap((guide) =>
    [...textOf(guide).matchAll(/^ *```\n((?: *[A-Za-z_]+=.*\n)+) *```/gm)].map(([, lines]) => ({
      guide,
      settings: parseEnv(lines!.replace(/^ +/gm, '')),
    })),
  );

  test('is told for Teams and for Slack', () => {
    const names = blocks.flatMap(({ settings }) => Object.keys(settings));
    expect(names).toEqual(expect.arrayContaining(Object.keys(GIVEN)));
  });

  test.each(blocks)('by $guide: $settings', ({ settings }) => {
    const filled = Object.fromEntries(
      Object.entries(settings).map(([name, value]) => [name, value?.endsWith('...') ? GIVEN[name] : value]),
    );
    expect(readConfig(filled).platforms).toHaveLength(1);
  });
});
