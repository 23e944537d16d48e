import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { pageFiles } from '../../../adapters/trial/page-files.ts';
import { pageTexts } from '../../../adapters/trial/page-texts.ts';
import { ask } from './ask.ts';
import { openPretendSchool, type PretendSchool } from './pretend-school.ts';

const FOLDER = new URL('../../../adapters/trial/page/', import.meta.url);
const names = readdirSync(FOLDER);
const sourceOf = (name: string) => readFileSync(new URL(name, FOLDER), 'utf8');
const scripts = names.filter((name) => name.endsWith('.js'));
const html = sourceOf('index.html');

let school: PretendSchool;
beforeAll(async () => {
  school = await openPretendSchool();
});
afterAll(() => school.close());

describe('files', () => {
  test('every file of the page is served, and nothing else', () => {
    const served = [...pageFiles().keys()].filter((path) => !['/', '/page/adaptivecards.min.js'].includes(path));
    expect(served.sort()).toEqual(names.map((name) => `/page/${name}`).sort());
  });

  test.each([
    ['/', 'text/html; charset=utf-8'],
    ['/page/page.css', 'text/css; charset=utf-8'],
    ['/page/app.js', 'text/javascript; charset=utf-8'],
    ['/page/icon.svg', 'image/svg+xml'],
    ['/page/adaptivecards.min.js', 'text/javascript; charset=utf-8'],
  ])('%s is %s', async (path, type) => {
    const { status, headers, body } = await ask(school.address, path);
    expect([status, headers['content-type']]).toEqual([200, type]);
    expect(body.length).toBeGreaterThan(100);
  });

  test('everything the page asks for is there', () => {
    const asked = [...html.matchAll(/(?:src|href)="(\/[^"]*)"/g)].map((match) => match[1]!);
    const imported = scripts.flatMap((name) =>
      [...sourceOf(name).matchAll(/from '\.\/([^']+)'/g)].map((match) => `/page/${match[1]}`),
    );
    expect(asked.length).toBeGreaterThan(5);
    expect([...asked, ...imported].filter((path) => !pageFiles().has(path))).toEqual([]);
  });

  test.each(names.filter((name) => name !== 'icon.svg'))('%s asks nothing of the internet', (name) => {
    expect(sourceOf(name)).not.toMatch(/https?:\/\/|\/\/cdn|@import/);
  });

  test.each(scripts)('%s makes no markup from words and keeps to the content policy', (name) => {
    expect(sourceOf(name)).not.toMatch(
      /innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function|setAttribute\('style'/,
    );
  });

  test('the HTML has no script, style or handler of its own', () => {
    expect(html).not.toMatch(/<script>|<style|\sstyle=|\son\w+=/);
  });
});

describe('texts', () => {
  const keysOf = (texts: object, before = ''): string[] =>
    Object.entries(texts).flatMap(([key, value]) =>
      typeof value === 'string' ? [before + key] : keysOf(value, `${before}${key}.`),
    );
  const keys = keysOf(pageTexts.nl);

  const inHtml = [...html.matchAll(/data-(?:text|label|placeholder)="([^"]+)"/g)].map((match) => match[1]!);
  const inScripts = scripts.flatMap((name) =>
    [
      ...sourceOf(name).matchAll(/\btext(?:In)?\((?:[\w.]+, )?(?:\w+ === \d \? )?'([\w.-]+)'(?: : '([\w.-]+)')?/g),
    ].flatMap((match) => [match[1]!, match[2]].filter((key) => key !== undefined)),
  );

  test('every text that is asked for is there', () => {
    expect(inHtml.length).toBeGreaterThan(20);
    expect(inScripts.length).toBeGreaterThan(15);
    expect([...inHtml, ...inScripts].filter((key) => !keys.includes(key))).toEqual([]);
  });

  test('no text is there for nothing', () => {
    const composed = /^(errors|fileKind|role|weekday)\./;
    const elsewhere = ['required', 'none', 'noConnection'];
    const used = new Set([...inHtml, ...inScripts, ...elsewhere]);
    expect(keys.filter((key) => !used.has(key) && !composed.test(key))).toEqual([]);
  });

  test('both languages fill in the same values', () => {
    const textOf = (texts: object, key: string) =>
      key.split('.').reduce<unknown>((level, name) => (level as Record<string, unknown>)[name], texts) as string;
    const names = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]).sort();
    expect(keysOf(pageTexts.en)).toEqual(keys);
    for (const key of keys)
      expect([key, names(textOf(pageTexts.en, key))]).toEqual([key, names(textOf(pageTexts.nl, key))]);
  });
});
