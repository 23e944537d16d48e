/** The trial school as `npm start` runs it, in a folder of its own, and somebody who uses it with the mouse. With SCREENSHOTS=1 it makes pictures. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { openPage, wordsOf } from './chromium.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const PICTURES = join(ROOT, 'docs/pictures');

export type Server = { readonly address: string; stop(): Promise<void> };

/** On a free port; ready when it says on which. */
export async function startServer(folder: string): Promise<Server> {
  const environment = { PATH: process.env.PATH, PORT: '0', LOG_LEVEL: 'info' };
  const child = spawn(process.execPath, [join(ROOT, 'src/leerteam.js'), 'start'], { cwd: folder, env: environment });
  const port = await portOf(child);
  const stopped = new Promise<void>((done) => child.once('exit', () => done()));
  return {
    address: `http://localhost:${port}`,
    stop: () => {
      child.kill('SIGTERM');
      return stopped;
    },
  };
}

function portOf(child: ChildProcess): Promise<number> {
  return new Promise((found, failed) => {
    let said = '';
    const hear = (chunk: Buffer) => {
      said += chunk.toString('utf8');
      const port = /"port":(\d+)/.exec(said);
      if (port) found(Number(port[1]));
    };
    child.stdout!.on('data', hear);
    child.stderr!.on('data', hear);
    child.once('exit', () => failed(new Error(`the server did not start: ${said}`)));
  });
}

/** What somebody sees of the page and does with it; `complaints` are those of the browser. */
export type Visitor = {
  readonly page: Page;
  readonly complaints: readonly string[];
  /** The latest answer. */
  readonly latest: Locator;
  /** Presses it, and waits for what the bot says. */
  press(button: Locator): Promise<void>;
  /** Presses the first button of this name in the latest answer. */
  pressed(name: string): Promise<void>;
};

/** Opens the chat of the first person whom this search finds. */
export async function openPerson(
  browser: Browser,
  { address }: Server,
  search: string,
  options: BrowserContextOptions = {},
): Promise<Visitor> {
  const { page, complaints } = await openPage(browser, address, options);
  await page.getByRole('searchbox').fill(search);
  const person = page.getByRole('navigation', { name: 'Wie ben je?' }).getByRole('link').first();
  const name = await wordsOf(person.locator('.person-name'));
  await person.click();
  await page.getByRole('heading', { name }).waitFor();
  await page.locator('#examples').waitFor();
  await page.getByRole('searchbox').fill('');
  const answers = page.locator('#log article.from-bot');
  const latest = answers.last();
  const press = async (button: Locator) => {
    const count = await answers.count();
    await button.click();
    await expect.poll(() => answers.count()).toBeGreaterThan(count);
  };
  const pressed = (label: string) => press(latest.getByRole('button', { name: label, exact: true }).first());
  return { page, complaints, latest, press, pressed };
}

/** Moves the clock with this button. */
export async function goOn(page: Page, step: string): Promise<void> {
  await page.getByRole('button', { name: step, exact: true }).click();
  await page.locator('.clock[aria-busy=false]').waitFor();
}

/** Moves the clock to this moment, as the field has it: `2026-11-27T08:05`. */
export async function goTo(page: Page, moment: string): Promise<void> {
  await page.getByText('Ander moment').click();
  await page.getByLabel('Vooruit naar').fill(moment);
  await goOn(page, 'Ga');
}

/** For README and guide: the whole page, or only this part of it. */
export async function picture(page: Page, name: string, part?: Locator): Promise<void> {
  if (process.env.SCREENSHOTS !== '1') return;
  await mkdir(PICTURES, { recursive: true });
  await page.mouse.move(0, 0);
  await (part ?? page).screenshot({ path: join(PICTURES, `${name}.png`) });
}
