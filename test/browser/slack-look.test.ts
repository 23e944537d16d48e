/** The look of Slack: what the Slack adapter really makes of a reply, also where it is more than Slack takes at once. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { ADDRESS, LONG_WORDS, ROWS } from '../adapters/trial/large-replies.ts';
import { openPretendSchool, type PretendSchool } from '../adapters/trial/pretend-school.ts';
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
  ({ page, complaints } = await openPage(browser, school.address));
  await page.getByRole('radio', { name: 'Slack' }).check();
});
afterEach(async () => {
  await page.context().close();
  await school.close();
  expect(complaints).toEqual([]);
  expect(school.faults).toEqual([]);
});

const lastSaid = () => school.requests.at(-1)!.said;
const pressed = async (name: string) => {
  const before = school.requests.length;
  await page.getByRole('button', { name, exact: true }).click();
  await expect.poll(() => school.requests.length).toBe(before + 1);
};

test('a long answer is several messages under one name, and the button that fits nowhere still works', async () => {
  await say(page, 'heel veel');
  const answer = page.locator('article').last();
  expect(await answer.locator('.slack-blocks').count()).toBeGreaterThan(1);
  expect(await answer.getByRole('button').count()).toBe(ROWS);
  await pressed('Update: Doel 7');
  expect(lastSaid()).toEqual({ kind: 'intent', intent: { name: 'doel.fase', args: { doel: '7', zin: '' } } });
});

test('so does the button whose words Slack would only get the name of', async () => {
  await say(page, 'heel veel');
  await pressed(`Update: Doel ${ROWS}`);
  expect(lastSaid()).toMatchObject({ intent: { args: { doel: String(ROWS), zin: LONG_WORDS } } });
  expect(school.requests.at(-1)!.once).toBe(`key-${ROWS}`);
});

test('an address is a link that shows where it leads; a picture of signs is for the eye only', async () => {
  await say(page, 'heel veel');
  const link = page.locator('article').getByRole('link');
  expect(await link.count()).toBe(1);
  expect(await link.getAttribute('href')).toBe(ADDRESS);
  expect(await link.innerText()).toBe(ADDRESS);
  expect(await page.locator('pre').innerText()).toContain('Meer reeksen dan Slack tekent');
  expect(await page.getByRole('log').ariaSnapshot()).not.toContain('Meer reeksen dan Slack tekent');
});

test('a chart has bars in groups, as high as what they stand for, and a name to each', async () => {
  await say(page, 'alles');
  const chart = page.getByRole('figure', { name: 'Doelen per maand' });
  const groups = chart.locator('.slack-group');
  expect(await groups.locator('.slack-category').allInnerTexts()).toEqual(['sept', 'okt', 'nov']);
  const heights = await groups
    .last()
    .locator('.slack-bar')
    .evaluateAll((bars) => bars.map((bar) => Math.round(bar.getBoundingClientRect().height)));
  expect(heights.map((height) => Math.round((height / heights[0]!) * 5))).toEqual([5, 2, 0, 1]);
  expect(await wordsOf(chart.locator('.slack-legend'))).toContain('▲ aandacht nodig');
});

test('a form with long menus begins with what is chosen, demands what must be, and sends all', async () => {
  await say(page, 'veel keuze');
  const dialog = page.getByRole('dialog');
  expect(await wordsOf(dialog.getByRole('heading'))).toMatch(/^Een titel .*…$/);
  expect(await wordsOf(dialog)).toContain('Een titel die langer is dan Slack boven een venster zet');
  const who = dialog.getByRole('combobox', { name: 'Wie' });
  expect(await who.inputValue()).toBe('110');
  expect(await who.locator('optgroup').count()).toBe(2);
  await who.selectOption('keuze 3');
  const before = school.requests.length;
  await dialog.getByRole('button', { name: 'Opslaan' }).click();
  const day = dialog.getByRole('group', { name: 'Dagen' }).getByRole('checkbox', { name: 'keuze 4' });
  expect(await page.evaluate('document.activeElement.validationMessage')).toBe('Vul dit in.');
  expect(school.requests.length).toBe(before);
  await day.check();
  await dialog.getByRole('group', { name: 'Leden' }).getByRole('checkbox', { name: 'keuze 2', exact: true }).uncheck();
  await pressed('Opslaan');
  expect(lastSaid()).toEqual({
    kind: 'intent',
    intent: { name: 'leerteam.leden', args: { leerteam: '1', wie: '3', dagen: '4', leden: '11' } },
  });
  await expect.poll(() => dialog.count()).toBe(0);
});

test('the window begins in its first field, says what needs no answer, and closes with its own button', async () => {
  await say(page, 'formulier');
  const dialog = page.getByRole('dialog', { name: 'Update van doel 1' });
  expect(await page.evaluate('document.activeElement.labels[0].textContent')).toBe('Status');
  expect(await dialog.getByText('(niet verplicht)').count()).toBe(6);
  await dialog.getByRole('button', { name: 'Annuleren' }).click();
  expect(await dialog.count()).toBe(0);
  expect(school.requests.filter(({ said }) => said.kind === 'intent')).toEqual([]);
});

test('what the server cannot do is said in the window, with everything still filled in', async () => {
  await say(page, 'formulier');
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('combobox', { name: 'Status' }).selectOption('● Op koers');
  await page.route('**/api/doe', (route) => route.abort());
  await dialog.getByRole('button', { name: 'Opslaan' }).click();
  await dialog.getByRole('alert').filter({ hasText: 'De server antwoordt niet.' }).waitFor();
  await page.unroute('**/api/doe');
  await pressed('Opslaan');
  expect(lastSaid()).toMatchObject({ intent: { args: { status: 'op koers' } } });
  await expect.poll(() => dialog.count()).toBe(0);
  // The browser itself also notes that it could not reach the server.
  (complaints as string[]).splice(0);
});

test('a question about what was filled in takes the place of the form, and brings it back', async () => {
  await say(page, 'formulier');
  const dialog = page.getByRole('dialog', { name: 'Update van doel 1' });
  await dialog.getByRole('combobox', { name: 'Status' }).selectOption('● Op koers');
  await dialog.getByLabel('Waarde in %').fill('100');
  await pressed('Opslaan');
  await dialog.getByRole('alert').getByText('Klopt het?').waitFor();
  expect(await dialog.getByLabel('Waarde in %').count()).toBe(0);
  expect(await dialog.getByRole('button').allInnerTexts()).toEqual(['Het klopt', 'Verder invullen', 'Annuleren']);
  await dialog.getByRole('button', { name: 'Verder invullen' }).click();
  await dialog.getByLabel('Waarde in %').waitFor();
  await dialog.getByRole('button', { name: 'Annuleren' }).click();
});

test('on a phone a window of any length keeps its title and its buttons on screen', async () => {
  await page.setViewportSize(PHONE);
  await say(page, 'formulier');
  for (const part of [page.getByRole('dialog').getByRole('heading'), page.getByRole('button', { name: 'Opslaan' })]) {
    const box = (await part.boundingBox())!;
    expect(box.y).toBeGreaterThanOrEqual(0);
    expect(box.y + box.height).toBeLessThanOrEqual(PHONE.height);
  }
  expect(await page.evaluate('inPage.tooWide()')).toEqual([]);
});
