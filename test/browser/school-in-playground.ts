/** A school with Teams as `npm start` runs it with TEAMS_ANONYMOUS=1, in Microsoft's playground, and somebody who uses it with the mouse. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Browser, Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { createTeamsPlatform } from '../../adapters/teams/index.ts';
import { createBot } from '../../src/bot/bot.ts';
import { systemClock } from '../../src/clock.ts';
import { COMMANDS } from '../../src/commands.ts';
import { readConfig } from '../../src/config.ts';
import { createLog, openCore, reportTo, withOpen } from '../../src/core.ts';
import { startSchoolServer } from '../../src/school-server.ts';
import { TRIAL_DRAFT } from '../support/chat/trial-school.ts';
import { openStore } from '../support/store.ts';
import { DESKTOP, wordsOf } from './chromium.ts';
import { startPlayground } from './running-playground.ts';

const PLACES = { group: 'Rekengroep', team: 'De Regenbui', channel: 'bovenbouw-regenbui' } as const;
const OTHERS = ['Nadia Voorbeeld', 'Piet Proef', 'Marieke Proef', 'Joost Verzonnen', 'John Example'];

export type SchoolInPlayground = {
  readonly address: string;
  /** It becomes this ISO instant, from which time runs on, and what is due then is sent. */
  comes(at: string): Promise<void>;
  stop(): Promise<void>;
};

/** The people and plans of the trial school; `name` uses the playground. `at`: an ISO instant. */
export async function openSchool(name: string, at: string): Promise<SchoolInPlayground> {
  const folder = await mkdtemp(join(tmpdir(), 'leerteam-playground-'));
  const file = join(folder, 'bestuur.db');
  const addresses = await fill(file);
  const config = readConfig({ TEAMS_ANONYMOUS: '1', PORT: '0', DATABASE_URL: `file:${file}` });
  const log = createLog('silent');
  let ahead = 0;
  const clock = { now: () => new Date(systemClock.now().getTime() + ahead) };
  const moveTo = (moment: string) => {
    ahead = Date.parse(moment) - systemClock.now().getTime();
  };
  moveTo(at);
  const server = await startSchoolServer({ config, log, clock, onFatal: () => {} });
  const known = (each: string) => ({ name: each, email: addresses.get(each)! });
  const playground = await startPlayground(`http://127.0.0.1:${server.port}/api/messages`, folder, {
    ...PLACES,
    person: known(name),
    others: OTHERS.map(known),
  });
  return {
    address: playground.address,
    comes: async (moment) => {
      moveTo(moment);
      // Beside the server, which looks at its clock once a minute.
      await withOpen(openCore(file, reportTo(log)), async ({ store, tickThrough }) => {
        const newKey = () => crypto.randomUUID();
        const platform = createTeamsPlatform({
          ...store,
          ...{ config: config.teams!, clock, wait, newKey, log: () => {} },
        });
        await tickThrough(platform).tick(clock.now());
      });
    },
    stop: async () => {
      await playground.stop();
      await server.stop();
      await rm(folder, { recursive: true });
    },
  };
}

/** Gives the addresses of all people by name. */
async function fill(file: string): Promise<ReadonlyMap<string, string>> {
  const opened = await openStore(file);
  const onFault = (_reference: string, _intent: string, fault: unknown) => {
    throw fault;
  };
  const bot = createBot({ store: opened.store, commands: COMMANDS, newKey: () => crypto.randomUUID(), onFault });
  const people = await TRIAL_DRAFT.fill!(opened, bot);
  opened.close();
  return new Map(people.map(({ name, email }) => [name, email]));
}

export class InPlayground {
  readonly page: Page;

  /** Where something is typed to others; the fields of a form are text boxes too. */
  get #line(): Locator {
    return this.page.locator('[role=textbox][contenteditable=true]').first();
  }

  private constructor(page: Page) {
    this.page = page;
  }

  static async open(browser: Browser, address: string): Promise<InPlayground> {
    const context = await browser.newContext({ viewport: { ...DESKTOP, height: 1_400 }, locale: 'nl-NL' });
    const page = await context.newPage();
    await page.goto(address);
    await page.getByRole('treeitem').first().waitFor();
    return new InPlayground(page);
  }

  /** What stands where they are, oldest first. */
  get cards(): Locator {
    return this.page.locator('.ac-adaptiveCard');
  }

  /** The one that stands there now; it stays the same one when others come. */
  async latest(): Promise<Locator> {
    await this.cards.first().waitFor();
    return this.cards.nth((await this.cards.count()) - 1);
  }

  async goTo(place: 'Personal Chat' | keyof typeof PLACES): Promise<void> {
    const name = place === 'Personal Chat' ? place : PLACES[place];
    await this.page.getByRole('treeitem', { name }).first().click();
    await this.#line.waitFor();
  }

  /** In a chat. */
  async types(words: string): Promise<void> {
    await this.#line.click();
    await this.page.keyboard.type(words);
    await this.page.getByRole('button', { name: 'Send Message' }).click();
  }

  /** Each name that begins with `@` is picked from the list. In a channel it is a new post. */
  async mentions(...words: readonly string[]): Promise<void> {
    await this.#line.click();
    for (const each of ['@Leerteambot', ...words]) {
      await this.page.keyboard.type(each[0] === '@' ? '@' : ` ${each} `);
      if (each[0] === '@') await this.page.getByRole('menuitem', { name: each.slice(1) }).click();
    }
    await this.page
      .getByRole('button', { name: /^(Send Message|Post)$/ })
      .first()
      .click();
  }

  /** Does it, waits for one card more, and gives that. */
  async gets(act: () => Promise<void>): Promise<Locator> {
    const before = await this.cards.count();
    await act();
    await expect.poll(() => this.cards.count(), { timeout: 30_000 }).toBe(before + 1);
    return this.cards.nth(before);
  }

  async presses(card: Locator, name: string | RegExp): Promise<void> {
    await card.getByRole('button', { name }).first().click();
  }

  /** Takes an option of a choice. */
  async chooses(card: Locator, field: string | RegExp, option: string | RegExp): Promise<void> {
    await card.getByRole('combobox', { name: field }).click();
    await this.page.getByRole('option', { name: option }).click();
  }

  /** The words that stand where they are. */
  words(): Promise<string> {
    return wordsOf(this.page.locator('body'));
  }
}
