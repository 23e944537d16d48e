/** Files under a message: somebody saves them, with the mouse or with the keyboard, in either look. */
import { readFile } from 'node:fs/promises';
import type { Browser, Download, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openPretendSchool, type PretendSchool } from '../adapters/trial/pretend-school.ts';
import { gallery, MISCHIEF } from '../support/gallery.ts';
import { openChromium, openPage, PHONE, say, wordsOf } from './chromium.ts';

let browser: Browser;
let school: PretendSchool;
let page: Page;
let complaints: readonly string[];

beforeAll(async () => {
  browser = await openChromium();
});
afterAll(() => browser.close());
beforeEach(async () => {
  school = await openPretendSchool();
  ({ page, complaints } = await openPage(browser, school.address, { acceptDownloads: true }));
});
afterEach(async () => {
  await page.context().close();
  await school.close();
  expect(complaints).toEqual([]);
});

const SENT = gallery.everyPart.parts.flatMap((part) => (part.kind === 'file' ? [part.file] : []))[0]!;
const saved = async (act: () => Promise<unknown>): Promise<Download> => {
  const coming = page.waitForEvent('download');
  await act();
  return coming;
};
const contentOf = async (download: Download) => readFile(await download.path(), 'utf8');
const link = (name: string) => page.getByRole('link', { name: `${name} bewaren` });

describe.each(['Teams', 'Slack'] as const)('as in %s', (look) => {
  beforeEach(async () => {
    await page.getByRole('radio', { name: look }).check();
  });

  test('a row says which file, and what it is', async () => {
    await say(page, 'alles');
    expect(await wordsOf(page.locator('.file'))).toBe('pop-gesprek.ics voor je agenda Bewaren');
    expect(await page.getByText('Je gesprek met Marieke voor in je agenda.').isVisible()).toBe(true);
    expect(await page.evaluate('inPage.unreadable()')).toEqual([]);
    await page.setViewportSize(PHONE);
    expect(await page.evaluate('inPage.tooWide()')).toEqual([]);
  });

  test('a click saves it as it was sent', async () => {
    await say(page, 'alles');
    const download = await saved(() => link(SENT.name).click());
    expect(download.suggestedFilename()).toBe('pop-gesprek.ics');
    expect(await contentOf(download)).toBe(SENT.content);
    // The page stays where it was.
    expect(await page.locator('article').count()).toBe(2);
  });

  test('so does the Enter key, also after the look was changed and the page loaded again', async () => {
    await say(page, 'alles');
    await page.getByRole('radio', { name: look === 'Teams' ? 'Slack' : 'Teams' }).check();
    await page.reload();
    await link(SENT.name).focus();
    const download = await saved(() => page.keyboard.press('Enter'));
    expect(await contentOf(download)).toBe(SENT.content);
  });

  test('people’s words in name and content stay words', async () => {
    await say(page, 'streken');
    const row = page.locator('.file');
    expect(await row.locator('.file-name').textContent()).toBe(`${MISCHIEF}.txt`);
    expect(await page.locator('article img').count()).toBe(0);
    const download = await saved(() => row.getByRole('link').click());
    expect(await contentOf(download)).toBe(MISCHIEF);
    expect(download.suggestedFilename()).not.toMatch(/[/\\<>|:"?*]/);
  });
});
