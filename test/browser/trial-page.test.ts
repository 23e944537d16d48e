import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { say as sayIn } from '../../src/bot/text.ts';
import { JOHN, openPretendSchool, type PretendSchool } from '../adapters/trial/pretend-school.ts';
import { MISCHIEF } from '../support/gallery.ts';
import { openChromium, openPage, say, wordsOf } from './chromium.ts';

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

const articles = () => page.locator('article');
const texts = async () => (await articles().allInnerTexts()).map((text) => text.replace(/\s+/g, ' '));
const lastAsked = () => school.requests.at(-1)!;
/** Waits until the bot was asked `count` things in all. */
const asked = (count: number) => expect.poll(() => school.requests.length).toBe(count);
const look = (name: 'Teams' | 'Slack') => page.getByRole('radio', { name }).check();

describe('the chat', () => {
  test('answers what was typed, and keeps it over a reload', async () => {
    await say(page, '/doel stauts');
    expect(await texts()).toEqual(['07:30 /doel stauts', 'L Leerteambot 07:30 Ik ken /doel stauts niet.']);
    expect(await page.getByRole('textbox', { name: 'Bericht aan Leerteambot' }).inputValue()).toBe('');
    await page.reload();
    await articles().nth(1).waitFor();
    expect(await texts()).toHaveLength(2);
  });

  test.each(['Teams', 'Slack'] as const)(
    'as in %s: a button does its intent once, and its answer takes the place of the message',
    async (name) => {
      await look(name);
      await say(page, 'alles');
      await page.getByRole('button', { name: 'Stoppen' }).dblclick();
      await page.getByText('Opgeslagen:').waitFor();
      expect(lastAsked()).toMatchObject({
        said: { kind: 'intent', intent: { name: 'doel.stop', args: { doel: '1' } } },
        once: 'key-doel.stop-Stoppen',
      });
      expect(await articles().count()).toBe(2);
      expect(school.requests.filter((request) => request.said.kind === 'intent')).toHaveLength(1);
    },
  );

  test.each(['Teams', 'Slack'] as const)(
    'as in %s: a form asks for what is missing and sends everything',
    async (name) => {
      await look(name);
      await say(page, 'formulier');
      const before = school.requests.length;
      await page.getByRole('button', { name: 'Opslaan' }).click();
      expect(school.requests.length).toBe(before);
      const status = page.getByRole('combobox', { name: 'Status' });
      expect(await page.evaluate('document.activeElement.tagName')).toBe('SELECT');
      await status.selectOption('● Op koers');
      await page.getByRole('textbox', { name: 'Waarde in %' }).fill('23.5');
      await page.getByRole('textbox', { name: 'Wat zie je in de klas?' }).fill('Ze *rekenen* <b>samen</b>.');
      await page.getByRole('checkbox', { name: 'groep 7' }).check();
      // In Slack the box stands below the label.
      const success = page.getByRole('group', { name: 'Succes om te delen' }).getByRole('checkbox');
      await (name === 'Slack' ? success : page.getByRole('checkbox', { name: 'Succes om te delen' })).check();
      await page.getByRole('button', { name: 'Opslaan' }).click();
      await page.getByText('Opgeslagen:').waitFor();
      expect(lastAsked()).toMatchObject({
        said: {
          intent: {
            name: 'doel.update',
            args: {
              doel: '1',
              status: 'op koers',
              waarde: '23.5',
              zin: 'Ze *rekenen* <b>samen</b>.',
              titel: 'Meer leerlingen op 1S rekenen',
              datum: '2026-11-23',
              tijd: '08:30',
              groepen: '6,7,8',
              succes: 'ja',
            },
          },
        },
        once: 'key-form',
      });
    },
  );

  test.each([
    ['Teams', sayIn('nl').plain('msteams.no-choice')],
    ['Slack', sayIn('nl').plain('slack.no-choice')],
  ] as const)('as in %s: what need not be chosen can be made empty again', async (name, none) => {
    await look(name);
    await say(page, 'keuze');
    const choice = page.getByRole('combobox', { name: 'Soort' });
    expect(await choice.inputValue()).toBe('besluit');
    await choice.selectOption(none);
    await page.getByRole('button', { name: 'Opslaan' }).click();
    await asked(3);
    const { said } = lastAsked();
    expect(said.kind === 'intent' && said.intent.args.soort?.trim()).toBe('');
  });

  test.each(['Teams', 'Slack'] as const)('as in %s: a form can be left and opened again', async (name) => {
    await look(name);
    await say(page, 'formulier');
    if (name === 'Slack') await page.keyboard.press('Escape');
    expect(await page.getByRole('dialog').count()).toBe(0);
    await say(page, 'hallo');
    await page.getByRole('button', { name: 'Formulier openen' }).click();
    expect(await page.getByRole('textbox', { name: 'Waarde in %' }).inputValue()).toBe('22,5');
  });

  test.each(['Teams', 'Slack'] as const)(
    'as in %s: a form with a mistake stays open with what was filled in, and closes once it is sent',
    async (name) => {
      await look(name);
      await say(page, 'formulier');
      const form = (name === 'Slack' ? page.getByRole('dialog') : articles()).filter({
        has: page.getByRole('textbox', { name: 'Waarde in %' }),
      });
      await page.getByRole('combobox', { name: 'Status' }).selectOption('● Op koers');
      await page.getByRole('textbox', { name: 'Waarde in %' }).fill('220');
      await page.getByRole('button', { name: 'Opslaan' }).click();
      await (name === 'Slack' ? form.getByRole('alert') : articles()).getByText('Dat is geen percentage.').waitFor();
      expect(await form.getByRole('textbox', { name: 'Waarde in %' }).inputValue()).toBe('220');
      await form.getByRole('textbox', { name: 'Waarde in %' }).fill('22');
      await form.getByRole('button', { name: 'Opslaan' }).click();
      await page.getByText('Opgeslagen:').waitFor();
      await expect.poll(() => form.count()).toBe(0);
    },
  );

  test('as it opens, the end of the last message is on screen', async () => {
    await say(page, 'alles');
    await page.reload();
    await page.locator('#examples-list button').first().waitFor();
    const log = page.locator('#log');
    await expect
      .poll(() => log.evaluate((node) => node.scrollHeight - node.clientHeight - node.scrollTop))
      .toBeLessThan(2);
  });

  test('a mark that turns the direction of text does not turn round what somebody typed', async () => {
    await say(page, 'van \u202Elinks naar rechts');
    expect(await page.locator('.bubble').textContent()).toBe('van links naar rechts');
  });

  test('what is wrong is said in words, and what was typed stays', async () => {
    await page.route('**/api/zeg', (route) => route.abort());
    await page.getByRole('textbox', { name: 'Bericht aan Leerteambot' }).fill('hallo');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').filter({ hasText: 'De server antwoordt niet.' }).waitFor();
    expect(await page.getByRole('textbox', { name: 'Bericht aan Leerteambot' }).inputValue()).toBe('hallo');
    await page.unroute('**/api/zeg');
    await say(page, 'hallo');
    expect(await page.getByRole('alert').count()).toBe(0);
    // The browser itself also notes that it could not reach the server.
    (complaints as string[]).splice(0);
  });

  test('an example is put on the line, to be changed or sent', async () => {
    await page.getByRole('button', { name: '/doel status' }).click();
    await page.keyboard.type(' 3');
    expect(await page.getByRole('textbox', { name: 'Bericht aan Leerteambot' }).inputValue()).toBe('/doel status 3');
  });

  test.each(['Teams', 'Slack'] as const)('as in %s: people’s words are never markup, link or picture', async (name) => {
    await look(name);
    await say(page, MISCHIEF);
    await say(page, 'streken');
    await say(page, 'streken formulier');
    const inside = page.locator('#log, dialog[open]');
    // The only link is the one that saves a file.
    for (const kind of ['img', 'a:not([download])', 'script', 'iframe', 'b', 'i']) {
      expect(await inside.locator(kind).count(), kind).toBe(0);
    }
    const shown = await wordsOf(inside.first());
    const literal = MISCHIEF.replace(/\s+/g, ' ');
    expect(shown.replaceAll('\u2060', '').split(literal).length).toBeGreaterThan(8);
  });
});

describe('the people', () => {
  test('stand per school with their role, and each has a chat of their own', async () => {
    await say(page, 'alles');
    const list = page.getByRole('navigation', { name: 'Wie ben je?' });
    expect(await list.getByRole('heading').allInnerTexts()).toEqual([
      'De Regenbui',
      'De Windwijzer',
      'Bestuur en beheer',
    ]);
    expect(await list.getByRole('link').allInnerTexts()).toContainEqual(
      expect.stringContaining('voorzitter Bovenbouw'),
    );
    await list.getByRole('link', { name: 'John Sample' }).first().click();
    await page.getByRole('heading', { name: 'John Sample' }).waitFor();
    await page.getByText('Nog geen berichten').waitFor();
    await say(page, 'alles');
    expect(lastAsked().sender).toEqual({ kind: 'machine', email: JOHN });
    expect(await page.locator('article .reply').last().getAttribute('lang')).toBe('en');
    await page.goBack();
    await page.getByRole('heading', { name: 'Sanne Proef' }).waitFor();
  });

  test('have the name of their school above them wherever the list is scrolled to', async () => {
    await page.setViewportSize({ width: 1280, height: 340 });
    const list = page.locator('#people-list');
    const alone = await list.evaluate((nav) => {
      const found: string[] = [];
      for (nav.scrollTop = 0; ; nav.scrollTop += 4) {
        const [top, before] = [nav.getBoundingClientRect().top, nav.scrollTop];
        for (const section of nav.querySelectorAll('section')) {
          const heading = section.querySelector('h3')!.getBoundingClientRect();
          if (Math.round(heading.top - top) !== 0) continue;
          const people = [...section.querySelectorAll('a')].map((person) => person.getBoundingClientRect().bottom);
          if (Math.max(...people) < heading.bottom + 20)
            found.push(`${section.querySelector('h3')!.textContent} ${before}`);
        }
        if (before + nav.clientHeight >= nav.scrollHeight - 1) return found;
      }
    });
    expect(alone).toEqual([]);
  });

  test('can be searched by name, role and school', async () => {
    const found = async (wanted: string) => {
      await page.getByRole('searchbox').fill(wanted);
      return page.getByRole('navigation', { name: 'Wie ben je?' }).locator('.person-name').allInnerTexts();
    };
    expect(await found('voorzitter')).toEqual(['Sanne Proef']);
    expect(await found('windwijzer')).toEqual(['John Sample', 'Marieke van Voorbeeld']);
    expect(await found('niemand')).toEqual([]);
    await page.getByText('Niemand gevonden.').waitFor();
  });
});

describe('the clock', () => {
  const now = () => wordsOf(page.locator('#now'));
  const news = () => wordsOf(page.locator('#clock-news'));

  test('moves by a day, a week, to the next message and to a moment, and tells what came', async () => {
    expect(await now()).toBe('dinsdag 24 november 2026, 07:30');
    await page.getByRole('button', { name: 'Naar de volgende melding' }).click();
    await expect.poll(now).toBe('dinsdag 24 november 2026, 08:00');
    await expect.poll(news).toContain('2 meldingen, voor John Sample en Sanne Proef.');
    await page.getByText('Kwam vanzelf, 24 nov 08:00').waitFor();
    await page.getByRole('button', { name: '+1 dag' }).click();
    await expect.poll(now).toBe('woensdag 25 november 2026, 08:00');
    await page.getByRole('button', { name: '+1 week' }).click();
    await expect.poll(now).toBe('woensdag 2 december 2026, 08:00');
    await page.getByText('Ander moment').click();
    await page.getByLabel('Vooruit naar').fill('2027-01-04T12:00');
    await page.getByRole('button', { name: 'Ga', exact: true }).click();
    await expect.poll(now).toBe('maandag 4 januari 2027, 12:00');
    await page.getByRole('button', { name: 'Naar de volgende melding' }).click();
    await expect.poll(news).toContain('Er komt voorlopig geen melding meer.');
    await page.reload();
    await expect.poll(now).toBe('maandag 4 januari 2027, 12:00');
  });

  test('goes forward only, and says so', async () => {
    await page.getByText('Ander moment').click();
    await page.getByLabel('Vooruit naar').evaluate((input) => input.removeAttribute('min'));
    await page.getByLabel('Vooruit naar').fill('2026-11-23T12:00');
    await page.getByRole('button', { name: 'Ga', exact: true }).click();
    await page.getByRole('alert').filter({ hasText: 'De klok kan alleen vooruit.' }).waitFor();
    (complaints as string[]).splice(0);
  });

  test('marks who got something, until their chat is opened', async () => {
    await page.getByRole('button', { name: '+1 week' }).click();
    const john = page
      .getByRole('navigation', { name: 'Wie ben je?' })
      .getByRole('link', { name: 'John Sample' })
      .first();
    await expect.poll(() => wordsOf(john)).toContain('7 nieuw');
    await john.click();
    await expect.poll(() => wordsOf(john)).not.toContain('nieuw');
  });
});

describe('the inbox', () => {
  test('shows what everybody got when, and leads to it', async () => {
    await page.getByRole('button', { name: '+1 week' }).click();
    await page.getByRole('link', { name: 'Postvak' }).click();
    const rows = page.getByRole('row');
    await expect.poll(() => rows.count()).toBe(15);
    expect(await wordsOf(rows.nth(1))).toMatch(/^ma 30 nov 08:00 John Sample Goedemorgen Sanne/);
    await rows.filter({ hasText: 'wo 25 nov 08:00' }).filter({ hasText: 'John' }).getByRole('link').click();
    await page.getByRole('heading', { name: 'John Sample' }).waitFor();
    const focused = page.locator('article:focus');
    await focused.waitFor();
    expect(await focused.getAttribute('aria-label')).toBe('Leerteambot, 25 nov 08:00');
  });
});

describe('the page itself', () => {
  test('shows the same message as in Teams and as in Slack, and remembers which', async () => {
    await say(page, 'alles');
    expect(await page.locator('.ac-adaptiveCard').count()).toBe(1);
    await look('Slack');
    expect(await page.locator('.ac-adaptiveCard').count()).toBe(0);
    expect(await page.locator('.slack-blocks').count()).toBe(1);
    await page.reload();
    await page.locator('.slack-blocks').waitFor();
    await look('Teams');
    await page.locator('.ac-adaptiveCard').waitFor();
  });

  test('speaks English when asked, also after a reload; what the bot said stays as it was', async () => {
    await say(page, 'alles');
    await page.getByRole('button', { name: 'English' }).click();
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    expect(await page.title()).toBe('Leerteambot trial school');
    expect(await wordsOf(page.locator('#now'))).toBe('Tuesday 24 November 2026, 07:30');
    await page.getByRole('button', { name: 'Send' }).waitFor();
    await page.getByText('Goedemorgen Sanne').waitFor();
    expect(await page.locator('article .reply').getAttribute('lang')).toBe('nl');
    await page.reload();
    await page.getByRole('heading', { name: 'Who are you?' }).waitFor();
  });

  test('starts over after asking', async () => {
    await say(page, 'alles');
    await page.getByRole('button', { name: '+1 week' }).click();
    await page.getByText('14 meldingen').waitFor();
    await page.getByRole('button', { name: 'Opnieuw beginnen' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Annuleren' }).click();
    expect(await articles().count()).toBe(9);
    await page.getByRole('button', { name: 'Opnieuw beginnen' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Ja, opnieuw beginnen' }).click();
    await page.getByText('De proefschool staat weer aan het begin.').waitFor();
    expect(await wordsOf(page.locator('#now'))).toBe('dinsdag 24 november 2026, 07:30');
    expect(await articles().count()).toBe(0);
  });

  test('a typed line is not sent while another is answered', async () => {
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    await page.route('**/api/zeg', async (route) => {
      await held;
      await route.continue();
    });
    const before = school.requests.length;
    await page.getByRole('textbox', { name: 'Bericht aan Leerteambot' }).fill('hallo');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    release();
    await articles().nth(1).waitFor();
    await asked(before + 1);
    expect(await articles().count()).toBe(2);
  });
});
