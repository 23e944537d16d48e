/** What is between somebody and the bot: the POP of a teacher and their lead, one's own settings, one's own data. With the mouse alone. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CalendarApp } from '../support/calendar-app.ts';
import { openChromium, say, wordsOf } from './chromium.ts';
import { goTo, openPerson, picture, type Server, startServer, type Visitor } from './running-school.ts';

let folder: string;
let browser: Browser;
let server: Server;

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

/** Uses the page as this person; the browser must not complain. */
async function as(search: string, use: (visitor: Visitor) => Promise<void>): Promise<void> {
  const visitor = await openPerson(browser, server, search);
  await use(visitor);
  expect(visitor.complaints).toEqual([]);
  await visitor.page.context().close();
}

async function saved(page: Page, link: Locator): Promise<{ readonly name: string; readonly content: string }> {
  const coming = page.waitForEvent('download');
  await link.click();
  const download = await coming;
  return { name: download.suggestedFilename(), content: await readFile(await download.path(), 'utf8') };
}

const fileIn = (message: Locator, ending = '.ics') => message.getByRole('link', { name: `${ending} bewaren` });
const cameByItself = (page: Page, words: string) => page.locator('article.by-itself').filter({ hasText: words }).last();

const TEACHER = 'Nico Bedacht';
const LEAD = 'Marieke Proef';
/** What each of them has in their own calendar. */
const teachers = new CalendarApp();
const leads = new CalendarApp();
const startsIn = (calendar: CalendarApp) => calendar.shown().map(({ start }) => start);

// One story: every test goes on where the one before stopped.
describe('the POP', () => {
  test('a teacher says that it is ready, and plans the talk on a day that is proposed', async () => {
    await as(TEACHER, async ({ page, latest, press, pressed }) => {
      await press(page.locator('#my-team'));
      await pressed('POP');
      await pressed('Klaar');
      expect(await wordsOf(latest)).toContain('Genoteerd: je POP is klaar.');
      await press(page.locator('#my-team'));
      await pressed('POP');
      await picture(page, 'proefschool-pop');
      await pressed('Datum kiezen');
      expect(await wordsOf(latest)).toContain('Jullie werken allebei op maandag en vrijdag.');
      await pressed('vr 27 november');
      expect(await wordsOf(latest)).toContain('Het POP-gesprek met Marieke Proef staat op vrijdag 27 november.');
      await picture(page, 'proefschool-pop-gesprek');
      const { name, content } = await saved(page, fileIn(latest));
      expect(name).toBe('pop-gesprek-marieke-proef.ics');
      teachers.open(content);
      expect(startsIn(teachers)).toEqual(['2026-11-27']);
    });
  });

  test('the lead hears it, sees who has no date yet, and moves the talk', async () => {
    await as(LEAD, async ({ page, latest, press, pressed }) => {
      await goTo(page, '2026-11-24T08:05');
      const told = cameByItself(page, 'Nico Bedacht heeft een POP-gesprek met je gepland op vrijdag 27 november.');
      leads.open((await saved(page, fileIn(told))).content);
      expect(startsIn(leads)).toEqual(['2026-11-27']);

      await press(page.locator('#my-team'));
      await pressed('Bekijken');
      expect(await wordsOf(latest)).toContain(
        '1 van 7 collega’s heeft nog geen datum voor het POP-gesprek: Sanne Voorbeeld.',
      );
      await picture(page, 'proefschool-pop-lijst');
      await press(latest.locator('xpath=.//*[text()="Nico Bedacht"]/following::button[1]'));
      expect(await wordsOf(latest)).toContain('De POP van Nico Bedacht');
      await pressed('Andere dag');
      await pressed('Andere dag');
      await latest.getByLabel('Dag').fill('2026-11-30');
      await latest.getByLabel('Tijd').fill('15:30');
      await latest.getByRole('button', { name: 'Plannen' }).click();
      await expect.poll(() => wordsOf(latest)).toContain('is verzet naar maandag 30 november, 15.30.');
      leads.open((await saved(page, fileIn(latest))).content);
      // In Dutch winter it is an hour earlier in UTC.
      expect(startsIn(leads)).toEqual(['2026-11-30T14:30:00Z']);
    });
  });

  test('the teacher hears that it was moved, and says on the day itself that it was held', async () => {
    await as(TEACHER, async ({ page, latest, press, pressed }) => {
      await goTo(page, '2026-11-27T08:05');
      const told = cameByItself(page, 'Marieke Proef heeft jullie POP-gesprek verzet');
      teachers.open((await saved(page, fileIn(told))).content);
      expect(startsIn(teachers)).toEqual(['2026-11-30T14:30:00Z']);

      await goTo(page, '2026-11-30T16:30');
      await press(page.locator('#my-team'));
      await pressed('Is geweest');
      expect(await wordsOf(latest)).toContain('Genoteerd: het POP-gesprek met Marieke Proef was op 30 november.');
    });
    await as(LEAD, async ({ page, latest, press, pressed }) => {
      await goTo(page, '2026-12-01T08:05');
      await cameByItself(page, 'Nico Bedacht zegt dat jullie POP-gesprek is geweest').waitFor();
      await press(page.locator('#my-team'));
      await pressed('Bekijken');
      expect(await wordsOf(latest)).toContain('POP-gesprek geweest op 30 november');
    });
  });
});

describe('what is mine', () => {
  test('settings are one form, and stay as somebody saved them', async () => {
    await as('Sanne Voorbeeld', async ({ page, latest, press, pressed }) => {
      const open = async () => {
        await press(page.locator('#my-team'));
        await pressed('Instellingen');
      };
      const time = latest.getByLabel('Hoe laat wil je het dagelijkse bericht?');
      const pop = latest.getByLabel('POP: de stappen en gesprekken van dit schooljaar');
      const agenda = latest.getByLabel('De agenda van je leerteam');
      await open();
      expect(await wordsOf(latest)).toContain('een POP-gesprek dat met je is gepland, verzet of afgezegd');
      expect(await pop.isChecked()).toBe(true);
      await latest.getByText('Welke berichten wil je krijgen?').evaluate((heading) => heading.scrollIntoView());
      await picture(page, 'proefschool-instellingen');
      await time.selectOption('12:00');
      await pop.uncheck();
      await latest.getByRole('button', { name: 'Opslaan' }).click();
      await expect.poll(() => wordsOf(latest)).toContain('Opgeslagen.');
      await open();
      expect(await time.inputValue()).toBe('12:00');
      expect(await pop.isChecked()).toBe(false);
      expect(await agenda.isChecked()).toBe(true);
    });
  });

  test('everything stored about me comes as two files; removal is asked for and taken back', async () => {
    await as('Sanne Voorbeeld', async ({ page, latest, pressed }) => {
      await say(page, '/mijngegevens');
      await picture(page, 'proefschool-mijngegevens');
      const readable = await saved(page, fileIn(latest, '.txt'));
      const machine = await saved(page, fileIn(latest, '.json'));
      expect([readable.name, machine.name]).toEqual(['mijn-gegevens-2026-12-01.txt', 'mijn-gegevens-2026-12-01.json']);
      const person = { name: 'Sanne Voorbeeld', email: 'sanne@proefschool.example', digestTime: '12:00' };
      expect(JSON.parse(machine.content)).toMatchObject({ product: 'Leerteambot', sections: { person: [person] } });
      for (const value of Object.values(person)) expect(readable.content).toContain(value);

      await pressed('Ik wil gewist worden');
      await pressed('Vraag het aan');
      expect(await wordsOf(latest)).toContain('Je vraag is opgeslagen. Axel Beheer krijgt bericht');
      await pressed('Toch niet wissen');
      expect(await wordsOf(latest)).toContain('Er wordt niets gewist.');
    });
  });
});
