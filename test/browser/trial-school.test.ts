/** The whole of it: `npm start` without any token, used in the browser. With SCREENSHOTS=1 it makes pictures for README and guide. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readCalendar } from '../support/calendar-app.ts';
import { openChromium, openPage, PHONE, say, wordsOf } from './chromium.ts';
import { goOn, openPerson, picture, type Server, startServer } from './running-school.ts';

let folder: string;
let browser: Browser;
let server: Server;
/** How many messages the chair has when the school opens: what came by itself since August. */
let atFirst: number;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'proefschool-'));
  browser = await openChromium();
  server = await startServer(folder);
});
afterAll(async () => {
  await browser.close();
  await server.stop();
  await rm(folder, { recursive: true });
});

/** Opens the chat of the chair of Bovenbouw. */
const openChair = () => openPerson(browser, server, 'voorzitter Bovenbouw De Regenbui');

// One story: every test goes on where the one before stopped.
describe('the trial school', () => {
  test('opens as the chair that the README tells of', async () => {
    const { page, complaints } = await openPage(browser, server.address);
    expect(await wordsOf(page.locator('#chat-title'))).toBe('Sanne Voorbeeld');
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  test('a chair sees the goals of the team, with number, status in words and figures', async () => {
    const { page, complaints } = await openChair();
    atFirst = await page.locator('article').count();
    await say(page, '/doel status');
    const answer = await wordsOf(page.locator('article.from-bot').last());
    expect(answer).toContain('Bovenbouw');
    expect(answer).toMatch(
      /\d+ .+ · [●▲■‖✓✕○] (op koers|aandacht nodig|loopt achter|gepauzeerd|behaald|gestopt|nog geen meting)/,
    );
    expect(answer).toMatch(/\d+% → \d+% → \d+%/);
    await picture(page, 'proefschool-teams');
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  test('a chair saves the meetings of the school year for their own calendar', async () => {
    const { page, complaints } = await openChair();
    await say(page, '/agenda kalender bovenbouw');
    const coming = page.waitForEvent('download');
    await page
      .getByRole('link', { name: /bewaren$/ })
      .last()
      .click();
    const download = await coming;
    expect(download.suggestedFilename()).toMatch(/^bovenbouw-\d{4}-\d{4}\.ics$/);
    const entries = readCalendar(await readFile(await download.path(), 'utf8'));
    expect(entries.length).toBeGreaterThan(30);
    expect(new Set(entries.map(({ title }) => title))).toEqual(new Set(['Leerteam Bovenbouw']));
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  test('the clock brings a digest, and its button makes an update', async () => {
    const { page, complaints } = await openChair();
    await goOn(page, 'Naar de volgende melding');
    await goOn(page, '+1 week');
    await page.getByRole('link', { name: 'Postvak' }).click();
    await page.getByRole('row').nth(1).waitFor();
    await picture(page, 'proefschool-postvak');
    await page.getByRole('row').filter({ hasText: 'Hoe staat het' }).first().getByRole('link').click();
    const digest = page.locator('article:focus');
    await digest.waitFor();
    expect(await wordsOf(digest)).toContain('Kwam vanzelf');
    await page.getByRole('radio', { name: 'Slack' }).check();
    // The week brought other messages after it.
    const asking = page
      .locator('article.by-itself')
      .filter({ has: page.getByRole('button', { name: /Op koers/ }) })
      .last();
    await asking.evaluate((article) => article.scrollIntoView());
    await picture(page, 'proefschool-slack');
    await asking
      .getByRole('button', { name: /Op koers/ })
      .first()
      .click();
    await page
      .getByText(/Opgeslagen/)
      .first()
      .waitFor();
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  test('a form is filled in and its answer comes', async () => {
    const { page, complaints } = await openChair();
    await say(page, '/instellingen');
    await page.getByRole('button', { name: 'Opslaan' }).click();
    await page
      .locator('article.from-bot')
      .last()
      .filter({ hasNot: page.locator('input') })
      .waitFor();
    await expect.poll(() => wordsOf(page.locator('article.from-bot').last())).toMatch(/opgeslagen|bewaard/i);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  test('fits on a phone', async () => {
    const { page, complaints } = await openPage(browser, server.address, {
      viewport: PHONE,
      isMobile: true,
      hasTouch: true,
    });
    await say(page, '/doel status');
    expect(await page.evaluate('inPage.tooWide()')).toEqual([]);
    await picture(page, 'proefschool-telefoon');
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  test('what is shared stands in the channel at once, with the clock where it was', async () => {
    const { page, complaints } = await openChair();
    const now = await wordsOf(page.locator('#now'));
    const posts = page.locator('#log article');
    const openPlace = async (number: number, named: RegExp) => {
      await page.locator('#places a').nth(number).click();
      await page.getByRole('log', { name: named }).waitFor();
      await posts.first().waitFor();
    };
    await openPlace(1, /^Kanaal/);
    const before = await posts.count();
    await openPlace(0, /^Gesprek/);
    await say(page, '/agenda delen');
    await openPlace(1, /^Kanaal/);
    expect(await posts.count()).toBe(before + 1);
    expect(await wordsOf(posts.last())).toMatch(/Leerteam Bovenbouw · (?!.*concept)/);
    expect(await wordsOf(page.locator('#now'))).toBe(now);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  test('with the mouse alone: a point for the agenda, an action for a colleague, the minutes', async () => {
    const { page, complaints, latest, press, pressed } = await openChair();

    await press(page.locator('#my-team'));
    expect(await wordsOf(latest)).toContain('Volgende bijeenkomst');
    await picture(page, 'proefschool-start');
    await pressed('Agenda');
    await pressed('Punt inbrengen');
    await latest.getByLabel('Waar gaat het over?').fill('Toetsdata van groep 6');
    await latest.getByRole('button', { name: 'Op de agenda' }).click();
    await expect.poll(() => wordsOf(latest)).toContain('Toetsdata van groep 6');

    await press(page.locator('#my-team'));
    await pressed('Nieuwe actie');
    await latest.getByLabel('Wat').first().fill('Ouderavond voorbereiden');
    await latest.getByLabel('Wie').first().selectOption({ label: 'Nadia Voorbeeld' });
    await latest.getByLabel(/^Wanneer/).fill('2026-12-11');
    await press(latest.getByRole('button').last());
    expect(
      await wordsOf(page.locator('#log article.from-bot').filter({ hasText: 'Ouderavond voorbereiden' }).last()),
    ).toContain('Nadia Voorbeeld');

    await goOn(page, '+1 week');
    const asked = page
      .locator('article.by-itself')
      .filter({ has: page.getByRole('button', { name: 'Verslag invullen' }) })
      .last();
    await press(asked.getByRole('button', { name: 'Verslag invullen' }).first());
    await latest.getByLabel('Besluiten').fill('We toetsen elke twee weken.');
    await picture(page, 'proefschool-verslag');
    await latest.getByRole('button', { name: 'Opslaan' }).click();
    await expect.poll(() => wordsOf(latest)).toContain('Opgeslagen: het verslag van Bovenbouw');
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  test('stays as it is when the server stops and starts, and begins again when asked', async () => {
    const before = await openChair();
    const now = await wordsOf(before.page.locator('#now'));
    const chat = await before.page.locator('article').count();
    expect(chat).toBeGreaterThan(atFirst);
    await before.page.context().close();
    await server.stop();
    server = await startServer(folder);
    const { page } = await openChair();
    await expect.poll(() => page.locator('article').count()).toBe(chat);
    expect(await wordsOf(page.locator('#now'))).toBe(now);
    await page.getByRole('button', { name: 'Opnieuw beginnen' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Ja, opnieuw beginnen' }).click();
    await page.getByText('De proefschool staat weer aan het begin.').waitFor({ timeout: 100_000 });
    expect(await wordsOf(page.locator('#now'))).toBe('dinsdag 24 november 2026, 07:55');
    expect(await page.locator('article').count()).toBe(atFirst);
    await page.context().close();
  });
});
