import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parse } from '@formatjs/icu-messageformat-parser';
import { describe, expect, test } from 'vitest';
import { en } from '../prompts/en/index.ts';
import { nl } from '../prompts/nl/index.ts';

type Node = { type: number; value?: unknown; children?: Node[]; options?: Record<string, { value: Node[] }> };

/** Names of parameters and tags in a sentence. */
function names(nodes: readonly Node[]): string[] {
  return nodes.flatMap((node) => {
    const inner = [...(node.children ?? []), ...Object.values(node.options ?? {}).flatMap((option) => option.value)];
    const own = node.type === 0 || node.type === 7 ? [] : [`${node.type === 8 ? '<>' : ''}${String(node.value)}`];
    return [...own, ...names(inner)];
  });
}

const unique = (message: string) => [...new Set(names(parse(message) as unknown as Node[]))].sort();

describe('every sentence exists in Dutch and English', () => {
  test('the same keys', () => expect(Object.keys(en).sort()).toEqual(Object.keys(nl).sort()));

  test.each(Object.keys(nl) as (keyof typeof nl)[])('%s has the same parameters', (key) => {
    expect(unique(en[key])).toEqual(unique(nl[key]));
  });

  test.each(Object.entries({ ...nl }))('%s uses known markup only', (_key, message) => {
    const tags = unique(message).filter((name) => name.startsWith('<>'));
    expect(tags.filter((tag) => !['<>b', '<>i', '<>c'].includes(tag))).toEqual([]);
  });

  test.each(Object.entries(nl))('%s keeps the voice: no row of exclamation marks', (_key, message) => {
    expect(message).not.toMatch(/!\s*!/);
  });
});

describe('no sentence waits for nobody', () => {
  const ROOT = resolve(import.meta.dirname, '..');
  const code = ['src', 'db', 'adapters']
    .flatMap((folder) =>
      readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).map((name) => join(ROOT, folder, name)),
    )
    .filter((name) => name.endsWith('.ts'))
    .map((name) => readFileSync(name, 'utf8'))
    .join('\n');
  /** Keys that are put together: `day.${day}`. */
  const starts = [...code.matchAll(/[`']([a-z][a-z.-]*[.-])\$\{/g)].map((match) => match[1]!);

  test.each(Object.keys(nl))('%s is said somewhere', (key) => {
    expect(code.includes(`'${key}'`) || starts.some((start) => key.startsWith(start))).toBe(true);
  });
});
