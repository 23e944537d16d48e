/** A school in Microsoft's Agents Playground: personal, group and channel chat. With SCREENSHOTS=1 it makes the pictures of docs/teams.md. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openChromium, wordsOf } from './chromium.ts';
import { picture } from './running-school.ts';
import { InPlayground, openSchool, type SchoolInPlayground } from './school-in-playground.ts';

let school: SchoolInPlayground;
let browser: Browser;
let sanne: InPlayground;

beforeAll(async () => {
  // She works that day, but not yet.
  school = await openSchool('Sanne Voorbeeld', '2026-11-24T07:55:00+01:00');
  browser = await openChromium();
  sanne = await InPlayground.open(browser, school.address);
});
afterAll(async () => {
  await browser.close();
  await school.stop();
});

const soon = (probe: () => unknown) => expect.poll(probe, { timeout: 30_000 });

// One story: every test goes on where the one before stopped.

test('before eight the app says nothing by itself, and answers', async () => {
  const goals = await sanne.gets(() => sanne.types('doel status'));
  expect(await wordsOf(goals)).toMatch(/1 Meer leerlingen op 1S rekenen · ● op koers .* 13% → 22% → 40%/);
  expect(await sanne.cards.count()).toBe(1);
});

test('with a slash it is the same', async () => {
  const before = await wordsOf(await sanne.latest());
  expect(await wordsOf(await sanne.gets(() => sanne.types('/doel status')))).toBe(before);
});

test('at eight the digest arrives by itself', async () => {
  const digest = await sanne.gets(() => school.comes('2026-11-24T08:00:00+01:00'));
  const words = await wordsOf(digest);
  expect(words).toContain('Goedemorgen Sanne');
  expect(words).toContain('Leerteam Bovenbouw · donderdag 26 november');
  await picture(sanne.page, 'teams-dagbericht', digest);
});

test('a button of it is answered below it, and the digest shows which', async () => {
  const digest = await sanne.latest();
  const answer = await sanne.gets(() => sanne.presses(digest, /Op koers/));
  expect(await wordsOf(answer)).toMatch(/^Opgeslagen/);
  await soon(() => wordsOf(digest)).toMatch(/✓ (● )?Op koers/);
});

test('a form is filled in, and what came of it takes its place', async () => {
  const form = await sanne.gets(() => sanne.types('doel update 2'));
  await sanne.chooses(form, /^Hoe staat het ermee/, /op koers/);
  await form.getByRole('textbox', { name: 'Wat zie je in de klas?' }).fill('Groep 6 leest elke dag *een* rijke tekst.');
  await picture(sanne.page, 'teams-formulier', form);
  await sanne.presses(form, 'Opslaan');
  await soon(() => wordsOf(form)).toMatch(/^Opgeslagen: doel 2/);
  expect(await form.getByRole('button', { name: 'Opslaan' }).count()).toBe(0);
  const goal = await sanne.gets(() => sanne.types('doel status 2'));
  expect(await wordsOf(goal)).toContain('"Groep 6 leest elke dag *een* rijke tekst."');
});

test('what is wrong with a form stands above it, and nothing typed is lost', async () => {
  const form = await sanne.gets(() => sanne.types('doel update 1'));
  await sanne.chooses(form, /^Hoe staat het ermee/, /op koers/);
  await form.getByRole('textbox', { name: 'Waarde (%)' }).fill('veel');
  await form.getByRole('textbox', { name: 'Wat zie je in de klas?' }).fill('Het gaat goed.\nEn het blijft zo.');
  await sanne.presses(form, 'Opslaan');
  await soon(() => wordsOf(form)).toMatch(/^Ik begrijp het getal veel niet\./);
  const [value, sentence] = ['Waarde (%)', 'Wat zie je in de klas?'].map((name) => form.getByRole('textbox', { name }));
  expect([await value!.inputValue(), await sentence!.inputValue()]).toEqual([
    'veel',
    'Het gaat goed.\nEn het blijft zo.',
  ]);
  const status = form.getByRole('combobox', { name: /^Hoe staat het ermee/ });
  // A button or a field, as the playground draws it.
  expect(await status.evaluate((box) => ('value' in box && box.value) || box.textContent)).toContain('op koers');
  // Nothing else is filled in again.
  await value!.fill('27,5');
  await sanne.presses(form, 'Opslaan');
  await soon(() => wordsOf(form)).toMatch(/^Opgeslagen: doel 1 .*27,5%/);
});

test('start is the home of the app', async () => {
  const home = await sanne.gets(() => sanne.types('start'));
  expect(await wordsOf(home)).toContain('Volgende bijeenkomst');
  await picture(sanne.page, 'teams-mijn-leerteam', home);
});

test('what is private is not answered in a group', async () => {
  await sanne.goTo('group');
  await soon(() => sanne.words()).toContain('Hoi, ik ben Leerteambot');
  await sanne.mentions('pop');
  await soon(() => sanne.words()).toContain('Ik heb je een persoonlijk bericht gestuurd.');
  expect(await sanne.cards.count()).toBe(0);
  await sanne.goTo('Personal Chat');
  await soon(async () => wordsOf(await sanne.latest())).toContain('Alleen jij en Marieke Proef zien deze stappen');
});

test('nor in a channel, where a colleague can be named', async () => {
  await sanne.goTo('channel');
  await sanne.mentions('actie Toetsen klaarleggen', '@Nadia Voorbeeld', 'vrijdag');
  await soon(() => sanne.words()).toContain('Ik heb je een persoonlijk bericht gestuurd.');
  expect(await sanne.cards.count()).toBe(0);
  const post = sanne.page.locator('div').filter({ hasText: /Toetsen klaarleggen\s*Nadia.*persoonlijk bericht/s });
  await picture(sanne.page, 'teams-kanaal', post.last());
  await sanne.goTo('Personal Chat');
  await soon(async () => wordsOf(await sanne.latest())).toMatch(/Toetsen klaarleggen.*Nadia Voorbeeld/);
});

test('the agenda is shared with the channel; the form of a button there opens in one’s own chat', async () => {
  await sanne.goTo('channel');
  const agenda = await sanne.gets(() => sanne.mentions('agenda delen'));
  expect(await wordsOf(agenda)).toMatch(/^Leerteam Bovenbouw · donderdag 26 november, 15.00-16.00/);
  await sanne.presses(agenda, 'Punt inbrengen');
  await sanne.goTo('Personal Chat');
  await soon(async () => wordsOf(await sanne.latest())).toMatch(/^Punt voor Bovenbouw.* Waar gaat het over\?/);
  const form = await sanne.latest();
  const [box, send] = [form.getByRole('textbox').first(), form.getByRole('button', { name: 'Op de agenda' })];
  // A chat that was just opened is drawn anew a moment later, and its form is empty again.
  const sent = async () => {
    if ((await send.count()) === 0) return true;
    await box.fill('Toetsdata groep 6');
    await send.click();
    return false;
  };
  await expect.poll(sent, { timeout: 30_000, interval: 1_000 }).toBe(true);
  expect(await wordsOf(form)).toContain('Toetsdata groep 6');
  await sanne.goTo('channel');
  await soon(() => wordsOf(sanne.cards.first())).toContain('Toetsdata groep 6');
});
