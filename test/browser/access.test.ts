import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openPretendSchool, type PretendSchool } from '../adapters/trial/pretend-school.ts';
import { openChromium, openPage, PHONE, say, wordsOf } from './chromium.ts';

let browser: Browser;
let school: PretendSchool;
beforeAll(async () => {
  browser = await openChromium();
});
afterAll(() => browser.close());
beforeEach(async () => {
  school = await openPretendSchool();
});
afterEach(() => school.close());

describe('without a mouse', () => {
  let page: Page;
  beforeEach(async () => {
    ({ page } = await openPage(browser, school.address));
  });
  afterEach(() => page.context().close());

  const focused = () => page.evaluate<string>('inPage.focused()');
  /** Presses Tab (or Shift+Tab) until this has the focus; nothing may stand in the way for ever. */
  const tabTo = async (wanted: string, key = 'Tab') => {
    const passed: string[] = [];
    for (let step = 0; step < 80; step++) {
      await page.keyboard.press(key);
      const now = await focused();
      if (now === wanted) return;
      passed.push(now);
    }
    throw new Error(`no way to ${wanted}, only to ${passed.join(' | ')}`);
  };

  test('from the first key to an answer, a button and a form', async () => {
    await page.keyboard.press('Tab');
    expect(await focused()).toBe('Ga naar het gesprek');
    await page.keyboard.press('Enter');
    expect(await focused()).toBe('message');
    await page.keyboard.type('alles');
    await page.keyboard.press('Enter');
    await page.getByText('Goedemorgen Sanne').waitFor();
    await tabTo('Met waarde…', 'Shift+Tab');
    await page.keyboard.press('Enter');
    // The form comes with the cursor in its first field.
    await expect.poll(() => page.evaluate<string>('document.activeElement.tagName')).toBe('SELECT');
    await page.keyboard.press('ArrowDown');
    await tabTo('Opslaan');
    await page.keyboard.press('Enter');
    await page.getByText('Opgeslagen:').waitFor();
    // The focus is on what took the place of the form.
    expect(await wordsOf(page.locator('article:focus'))).toContain('Opgeslagen:');
  });

  test('the clock keeps the focus while it runs', async () => {
    await tabTo('+1 week');
    await page.keyboard.press('Enter');
    await page.getByText('14 meldingen').waitFor();
    expect(await focused()).toBe('+1 week');
  });

  test('choosing a look, a moment and starting over', async () => {
    await tabTo('Ander moment');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    expect(await focused()).toBe('moment');
    await page.keyboard.press('Escape');
    expect(await focused()).toBe('Ander moment');
    await page.getByRole('radio', { name: 'Teams' }).focus();
    await page.keyboard.press('ArrowRight');
    expect(await page.getByRole('radio', { name: 'Slack' }).isChecked()).toBe(true);
    await tabTo('Opnieuw beginnen', 'Shift+Tab');
    await page.keyboard.press('Enter');
    expect(await focused()).toBe('Annuleren');
    await page.keyboard.press('Escape');
    expect(await focused()).toBe('Opnieuw beginnen');
  });

  test('a window of Slack gives the focus back', async () => {
    await page.getByRole('radio', { name: 'Slack' }).check();
    await say(page, 'formulier');
    await page.keyboard.press('Escape');
    expect(await focused()).toBe('message');
  });
});

describe('with a screen reader', () => {
  test('there are landmarks, one main heading, and a log that tells what is new', async () => {
    const { page } = await openPage(browser, school.address);
    for (const role of ['banner', 'main', 'complementary', 'log', 'status'] as const) {
      expect(await page.getByRole(role).count(), role).toBe(1);
    }
    expect(await page.getByRole('heading', { level: 1 }).count()).toBe(1);
    await expect.poll(() => page.getByRole('log').getAttribute('aria-live')).toBe('polite');
    expect(await page.getByRole('log').getAttribute('aria-label')).toBe('Gesprek van Sanne Proef met Leerteambot');
    await page.context().close();
  });

  test('everything that can be used has a name', async () => {
    const { page } = await openPage(browser, school.address);
    await say(page, 'alles');
    await say(page, 'formulier');
    for (const role of ['button', 'link', 'textbox', 'combobox', 'checkbox', 'radio', 'searchbox'] as const) {
      const all = await page.getByRole(role).count();
      const named = await page.getByRole(role, { name: /\p{L}|\p{N}/u }).count();
      expect([role, named]).toEqual([role, all]);
      expect(all, role).toBeGreaterThan(0);
    }
    const hint = await page.getByRole('textbox', { name: 'Waarde in %' }).getAttribute('aria-describedby');
    expect(await page.locator(`[id="${hint}"]`).textContent()).toBe('Alleen als je hebt gemeten.');
    await page.context().close();
  });

  test('pictures made of signs are not read out; their sentence is', async () => {
    const { page } = await openPage(browser, school.address);
    await say(page, 'alles');
    for (const look of ['Teams', 'Slack']) {
      await page.getByRole('radio', { name: look }).check();
      const tree = await page.getByRole('log').ariaSnapshot();
      expect(tree).toContain('In november zijn 5 doelen op koers');
      expect(tree).toContain('het doel is 40%');
      expect(tree).not.toMatch(/●●|▰▰|▲▲/);
    }
    await page.context().close();
  });
});

describe.each(['light', 'dark'] as const)('in %s', (colorScheme) => {
  test.each(['Teams', 'Slack'])('as in %s every text stands out from what is behind it', async (look) => {
    const { page } = await openPage(browser, school.address, { colorScheme });
    await page.getByRole('radio', { name: look }).check();
    await page.getByRole('button', { name: '+1 dag' }).click();
    await page.getByText('2 meldingen').waitFor();
    await say(page, 'formulier');
    expect(await page.evaluate('inPage.unreadable()')).toEqual([]);
    if (look === 'Slack') await page.keyboard.press('Escape');
    await page.getByRole('link', { name: 'Postvak' }).click();
    await page.getByRole('row').nth(1).waitFor();
    expect(await page.evaluate('inPage.unreadable()')).toEqual([]);
    await page.getByRole('button', { name: 'Opnieuw beginnen' }).click();
    expect(await page.evaluate('inPage.unreadable()')).toEqual([]);
    await page.context().close();
  });
});

describe('on a phone', () => {
  test.each(['Teams', 'Slack'])('as in %s nothing is wider than the screen', async (look) => {
    const { page } = await openPage(browser, school.address, { viewport: PHONE, hasTouch: true, isMobile: true });
    const tooWide = () => page.evaluate('inPage.tooWide()');
    await page.getByRole('radio', { name: look }).check();
    for (const line of ['alles', 'streken', 'streken formulier']) {
      await say(page, line);
      expect(await tooWide(), line).toEqual([]);
      if (await page.getByRole('dialog').isVisible()) await page.keyboard.press('Escape');
    }
    await page.getByText('Ander moment').click();
    expect(await tooWide(), 'clock').toEqual([]);
    await page.getByText('Ander moment').click();
    await page.getByRole('button', { name: '+1 week' }).click();
    await page.getByText('14 meldingen').waitFor();
    await page.getByRole('link', { name: 'Postvak' }).click();
    await page.getByRole('row').nth(1).waitFor();
    expect(await tooWide(), 'inbox').toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(PHONE.width);
    await page.context().close();
  });

  test('one chooses who one is from a list', async () => {
    const { page } = await openPage(browser, school.address, { viewport: PHONE, hasTouch: true, isMobile: true });
    expect(await page.getByRole('complementary').isVisible()).toBe(false);
    const choice = page.getByRole('combobox', { name: 'Wie ben je?' });
    expect(await choice.locator('optgroup').count()).toBe(3);
    await choice.selectOption('marieke@proefschool.example');
    await expect.poll(() => page.getByRole('log').getAttribute('aria-label')).toContain('Marieke van Voorbeeld');
    await page.context().close();
  });
});
