import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { SchoolId } from '../../src/people/person.ts';
import { openPretendSchool, type PretendSchool, START } from '../adapters/trial/pretend-school.ts';
import { gallery } from '../support/gallery.ts';
import { openChromium, openPage } from './chromium.ts';

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

test('what everybody sees stays; what only you see says so, and is gone after a reload', async () => {
  await openChannel();
  await type('iedereen');
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
});
