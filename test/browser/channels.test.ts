import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { SchoolId } from '../../src/people/person.ts';
import { openPretendSchool, type PretendSchool, START } from '../adapters/trial/pretend-school.ts';
import { gallery } from '../support/gallery.ts';
import { openChromium, openPage, wordsOf } from './chromium.ts';

const PLACE = { schoolId: 1 as SchoolId, channel: 'bovenbouw-de-regenbui' };

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
});
afterEach(async () => {
  await page.context().close();
  await school.close();
  expect(complaints).toEqual([]);
  expect(school.faults).toEqual([]);
});

const places = () => page.getByRole('navigation', { name: 'Gesprek en kanalen' }).getByRole('link');
const articles = () => page.locator('article');
const openChannel = async () => {
  await places().nth(1).click();
  await page.getByRole('log', { name: 'Kanaal bovenbouw-de-regenbui' }).waitFor();
};
const type = async (text: string) => {
  await page.getByRole('textbox', { name: 'Bericht in kanaal bovenbouw-de-regenbui' }).fill(text);
  await page.keyboard.press('Enter');
};
const post = () =>
  school.options.mailbox.post(PLACE, { at: START, personId: null, content: JSON.stringify(gallery.everyPart) });

test('beside the chat stand the channels of the own teams, and going back leads to the chat again', async () => {
  expect(await places().allInnerTexts()).toEqual(['Met Leerteambot', '# bovenbouw-de-regenbui']);
  await openChannel();
  expect(await places().nth(1).getAttribute('aria-current')).toBe('true');
  await page.goBack();
  await page.getByRole('log', { name: 'Gesprek van Sanne Proef met Leerteambot' }).waitFor();
  await page.goForward();
  await openChannel();
  await page.reload();
  await page.getByRole('log', { name: 'Kanaal bovenbouw-de-regenbui' }).waitFor();
});

test.each([
  { width: 1280, height: 900 },
  { width: 390, height: 844 },
  { width: 390, height: 500 },
])('a tab can be clicked with the mouse, and the channel says where one is: $width x $height', async (size) => {
  for (let count = 0; count < 5; count++) await post();
  await page.setViewportSize(size);
  const middleOf = async (place: Locator) => {
    const box = (await place.boundingBox())!;
    expect(box.height).toBeGreaterThanOrEqual(30);
    expect(box.y + box.height).toBeLessThanOrEqual(size.height);
    return [box.x + Math.min(box.width, size.width - box.x) / 2, box.y + box.height / 2] as const;
  };
  const here = page.getByText('Kanaal # bovenbouw-de-regenbui van Bovenbouw. Je bent hier Sanne Proef.');
  expect(await here.count()).toBe(0);
  await page.mouse.click(...(await middleOf(places().nth(1))));
  await articles().nth(4).waitFor();
  expect(await here.isVisible()).toBe(true);
  expect((await page.locator('#log').boundingBox())!.height).toBeGreaterThan(80);
  await page.mouse.click(...(await middleOf(places().first())));
  await page.getByRole('log', { name: 'Gesprek van Sanne Proef met Leerteambot' }).waitFor();
  expect(await here.count()).toBe(0);
});

test('what an act sends to the channel, and what it changes there, is seen at once', async () => {
  const id = await post();
  school.afterAct = async () => {
    await post();
    await school.options.mailbox.replacePost(PLACE, id, JSON.stringify(gallery.replace.notice));
  };
  await openChannel();
  await articles().first().waitFor();
  await type('goedemorgen allemaal');
  await articles().nth(2).waitFor();
  expect(await wordsOf(articles().first())).toContain('Opgeslagen:');
  expect(await wordsOf(articles().nth(1))).toContain('goedemorgen allemaal');
  expect(await articles().count()).toBe(3);
});

test('the inbox names the channel, and its line leads to that message there', async () => {
  await post();
  await page.getByRole('button', { name: '+1 dag' }).click();
  await page.getByText(/2 meldingen/).waitFor();
  await page.getByRole('link', { name: 'Postvak' }).click();
  const row = page.getByRole('row').filter({ hasText: '#bovenbouw-de-regenbui' });
  expect(await wordsOf(row)).toMatch(/^di 24 nov 07:30 #bovenbouw-de-regenbui Goedemorgen Sanne/);
  await row.getByRole('link').click();
  await page.getByRole('log', { name: 'Kanaal bovenbouw-de-regenbui' }).waitFor();
  await page.locator('article:focus').waitFor();
  expect(await page.locator('article:focus').getAttribute('data-id')).toBe('1');
});

test('what everybody sees stays; what only you see says so, and is gone after a reload', async () => {
  await openChannel();
  await type('/iedereen');
  await articles().nth(1).waitFor();
  expect((await articles().first().innerText()).replace(/\s+/g, ' ')).toContain('Sanne Proef');
  await type('/hulp');
  await articles().nth(3).waitFor();
  const only = page.getByText('Alleen jij ziet dit');
  expect(await only.count()).toBe(2);
  await page.reload();
  await articles().nth(1).waitFor();
  expect(await articles().count()).toBe(2);
  expect(await only.count()).toBe(0);
});

describe.each(['Teams', 'Slack'] as const)('as in %s', (look) => {
  test('a button in a channel answers only who pressed it', async () => {
    await post();
    await page.getByRole('radio', { name: look }).check();
    await openChannel();
    await page.getByRole('button', { name: 'Stoppen' }).click();
    await page.getByText('Opgeslagen:').waitFor();
    expect(await articles().count()).toBe(2);
    expect(school.requests.at(-1)).toMatchObject({ place: { kind: 'channel', channel: PLACE.channel } });
    await page.reload();
    await articles().first().waitFor();
    expect(await articles().count()).toBe(1);
  });

  test('what is edited there is shown anew when one comes back', async () => {
    const id = await post();
    await page.getByRole('radio', { name: look }).check();
    await openChannel();
    await articles().first().waitFor();
    await school.options.mailbox.replacePost(PLACE, id, JSON.stringify(gallery.replace.notice));
    await page.getByRole('button', { name: '+1 dag' }).click();
    await page.getByText('Opgeslagen:').waitFor();
    expect(await articles().count()).toBe(1);
  });
});

test('"Mijn leerteam" is one click away', async () => {
  await page.getByRole('button', { name: 'Mijn leerteam' }).click();
  await articles().nth(1).waitFor();
  expect(school.requests.at(-1)).toMatchObject({ said: { kind: 'text', text: '/start' }, place: { kind: 'personal' } });
  await openChannel();
  expect(await page.getByRole('button', { name: 'Mijn leerteam' }).isVisible()).toBe(false);
});

test('somebody without a team has no channels', async () => {
  await page.getByRole('link', { name: 'Bea Bestuur' }).click();
  await page.getByRole('log', { name: 'Gesprek van Bea Bestuur met Leerteambot' }).waitFor();
  expect(await page.getByRole('navigation', { name: 'Gesprek en kanalen' }).isVisible()).toBe(false);
  expect(await page.getByRole('button', { name: 'Mijn leerteam' }).count()).toBe(0);
  await page.getByRole('button', { name: 'Mijn startpagina' }).click();
  await articles().nth(1).waitFor();
});
