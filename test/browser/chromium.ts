/** A Chromium without anything of its own: no profile, no calls home. */
import { fileURLToPath } from 'node:url';
import { type Browser, type BrowserContextOptions, chromium, type Locator, type Page } from 'playwright-core';

const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export const DESKTOP = { width: 1280, height: 800 };
export const PHONE = { width: 360, height: 740 };

/** `CHROMIUM` names another one than Debian's. */
export function openChromium(): Promise<Browser> {
  return chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ARGUMENTS });
}

export type OpenPage = {
  readonly page: Page;
  /** What the browser complained about: script errors, refused content, missing files. */
  readonly complaints: readonly string[];
};

/** A page of its own at `address`, with the chat on screen. */
export async function openPage(
  browser: Browser,
  address: string,
  options: BrowserContextOptions = {},
): Promise<OpenPage> {
  const context = await browser.newContext({ viewport: DESKTOP, locale: 'nl-NL', ...options });
  await context.addInitScript({ path: fileURLToPath(new URL('./in-page.js', import.meta.url)) });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  await page.goto(address);
  // The examples come last.
  await page.locator('#examples-list button').first().waitFor();
  return { page, complaints };
}

/** Types a line into the chat and waits for the answer. */
export async function say(page: Page, line: string): Promise<void> {
  const answers = page.locator('article.from-bot');
  const before = await answers.count();
  await page.getByRole('textbox', { name: /^(Bericht aan|Message to) Leerteambot$/ }).fill(line);
  await page.keyboard.press('Enter');
  await answers.nth(before).waitFor();
}

/** The words of it as somebody sees them, on one line. */
export async function wordsOf(locator: Locator): Promise<string> {
  return (await locator.innerText()).replace(/\s+/g, ' ').trim();
}
