/** The trial school in the look of Slack: all that it ever says can be drawn there. With SCREENSHOTS=1 it makes the pictures of docs/slack.md. */
import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { slackHome } from '../../adapters/slack/render/home.ts';
import type { SlackPreview } from '../../adapters/slack/render/preview.ts';
import type { Notice } from '../../src/bot/reply.ts';
import { say as sayIn } from '../../src/bot/text.ts';
import { COMMANDS } from '../../src/commands.ts';
import type { TrialPerson } from '../../src/trial/trial-person.ts';
import { get, post } from '../adapters/trial/ask.ts';
import { openChromium, say, wordsOf } from './chromium.ts';
import { goOn, openPerson, picture, type Server, startServer } from './running-school.ts';

const PROGRAM = resolve(import.meta.dirname, '../../src/leerteam.js');
const CHAIR = 'voorzitter Bovenbouw De Regenbui';

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

/** The chat of the chair of Bovenbouw; the browser must not complain. */
async function asChair(use: (page: Page) => Promise<void>): Promise<void> {
  const { page, complaints } = await openPerson(browser, server, CHAIR, { viewport: { width: 1100, height: 2000 } });
  await page.getByRole('radio', { name: 'Slack' }).check();
  await use(page);
  expect(complaints).toEqual([]);
  await page.context().close();
}

/** What the bot says to this person from now on, as the command line prints it. */
async function replyTo(email: string, intent: string): Promise<Notice> {
  const line = [PROGRAM, 'zeg', '--db', join(folder, 'data/proefschool.db'), '--als', email, '--doe', intent, '--json'];
  const { stdout } = await promisify(execFile)(process.execPath, line, { cwd: folder });
  return JSON.parse(stdout) as Notice;
}

const peopleOf = async () =>
  (await get<{ people: readonly TrialPerson[] }>(server.address, '/api/state')).content.people;

type Messages = { readonly messages: readonly { readonly slack?: SlackPreview }[] };
const looksIn = ({ messages }: Messages) => messages.flatMap(({ slack }) => slack ?? []);
const drawn = (page: Page, looks: readonly SlackPreview[]) =>
  page.evaluate<number>(`inPage.drawSlack(${JSON.stringify(looks)})`);

// One story: every test goes on where the one before stopped.
describe('in the look of Slack', () => {
  test('a digest, and the window of one of its buttons', () =>
    asChair(async (page) => {
      await goOn(page, 'Naar de volgende melding');
      const digest = page
        .locator('article.by-itself')
        .filter({ has: page.getByRole('button', { name: /Op koers/ }) })
        .last();
      await digest.scrollIntoViewIfNeeded();
      expect(await wordsOf(digest)).toContain('Goedemorgen Sanne');
      // Slack does not say so.
      await digest.locator('.itself').evaluate((mark) => mark.remove());
      await picture(page, 'slack-dagbericht', digest);
      await digest
        .getByRole('button', { name: /waarde/ })
        .first()
        .click();
      const dialog = page.getByRole('dialog');
      await dialog.waitFor();
      await dialog.getByRole('combobox', { name: 'Hoe staat het ermee?' }).selectOption('aandacht nodig');
      await dialog.getByRole('textbox', { name: 'Wat zie je in de klas?' }).fill('Groep 6 rekent vaker hardop.');
      await picture(page, 'slack-formulier', dialog);
      await dialog.getByRole('button', { name: 'Opslaan' }).click();
      await page
        .getByText(/^Opgeslagen/)
        .first()
        .waitFor();
    }));

  test('the agenda that is shared in the channel', () =>
    asChair(async (page) => {
      await say(page, '/agenda delen');
      await page.locator('#places a').nth(1).click();
      await page.getByRole('log', { name: /^Kanaal/ }).waitFor();
      const shared = page.locator('#log article').last();
      await expect.poll(() => wordsOf(shared)).toMatch(/Leerteam Bovenbouw · (?!.*concept)/);
      await picture(page, 'slack-kanaal', shared);
    }));

  test('the Home page of the app', () =>
    asChair(async (page) => {
      const { email } = (await peopleOf()).find(({ name }) => name === 'Sanne Voorbeeld')!;
      const { blocks } = slackHome(await replyTo(email, 'start'), sayIn('nl'));
      await page.evaluate(`inPage.showHome(${JSON.stringify(blocks)})`);
      const home = page.locator('#home');
      expect(await wordsOf(home)).toContain('Volgende bijeenkomst');
      expect(await home.getByRole('button').count()).toBeGreaterThan(3);
      await picture(page, 'slack-mijn-leerteam', home);
    }));

  test('everything that anybody got since August', () =>
    asChair(async (page) => {
      const people = await peopleOf();
      const chats = await Promise.all(
        people.map(({ email }) =>
          get<Messages>(server.address, `/api/berichten?als=${encodeURIComponent(email)}&na=0`),
        ),
      );
      const looks = chats.flatMap(({ content }) => looksIn(content));
      expect(looks.length).toBeGreaterThan(people.length);
      expect(await drawn(page, looks)).toBeGreaterThanOrEqual(looks.length);
    }));

  test.each(['leerkracht', 'directeur', 'ib', 'bestuur', 'beheerder'])('every command of %s', (role) =>
    asChair(async (page) => {
      const { email } = (await peopleOf()).find(({ places }) => places.some(({ roles }) => `${roles}`.includes(role)))!;
      const looks: SlackPreview[] = [];
      for (const words of COMMANDS.flatMap((command) => command.words.slice(0, 1))) {
        const { status, content } = await post<Messages>(server.address, '/api/zeg', {
          als: email,
          tekst: `/${words}`,
        });
        expect([words, status]).toEqual([words, 200]);
        looks.push(...looksIn(content));
      }
      expect(looks.filter((look) => 'view' in look).length).toBeGreaterThan(0);
      expect(await drawn(page, looks)).toBeGreaterThanOrEqual(looks.length);
    }),
  );
});
