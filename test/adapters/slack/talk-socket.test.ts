/** A school without a public address: all that people do comes over the socket that the bot opened, and is answered as over HTTP. */
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { Member } from '../../support/slack/member.ts';
import type { SlackSchool } from '../../support/slack/slack-school.ts';
import { openRegenbui } from './regenbui.ts';

let school: SlackSchool;
let sanne: Member;
let nadia: Member;
beforeAll(async () => {
  school = await openRegenbui({ socketMode: true });
  sanne = school.member('Sanne');
  nadia = school.member('Nadia');
});
afterEach(() => expect(school.faults).toEqual([]));
afterAll(() => school.stop());

test('a command, a button, a form with a mistake in it, and the form again', async () => {
  expect(await nadia.types('/doel status', { in: school.channel('bovenbouw') })).toContain('Doelen van Bovenbouw');
  expect(await nadia.presses('Update doel 2')).toContain('Hoe staat het ermee? *:');
  await nadia.types('/doel update');
  const filled = { Doel: '2 Elke week rijke teksten', 'Hoe staat het ermee?': '● op koers', Waarde: '12' };
  expect(await nadia.submits(filled)).toContain('Doel 2 heeft geen getal.');
  expect(await nadia.submits({ Waarde: '' })).toContain('Opgeslagen: doel 2 is op koers.');
});

test('words in the DM, a mention, the shortcut and Home', async () => {
  expect(await sanne.writes('doel status 2')).toContain('● op koers');
  expect(await sanne.mentions('doel status 2', school.channel('team'))).toContain('● op koers');
  const message = nadia.says('Wie weet dit?', school.channel('team'));
  expect(await sanne.usesShortcut(message)).toContain('Waar gaat het over? *:');
  expect(await sanne.submits({ 'Waar gaat het over?': 'Een vraag' })).toContain('Een vraag');
  expect(await sanne.opensHome()).toContain('Mijn leerteam');
});

test('after a broken connection the bot is back, and goes on', async () => {
  const before = school.fake.sockets.opened;
  school.fake.sockets.drop();
  await school.settled();
  await school.fake.sockets.whenConnected();
  expect(school.fake.sockets.opened).toBe(before + 1);
  expect(await sanne.types('/doel status 2')).toContain('● op koers');
  // Lines for whoever runs the server about the connection, and nothing else.
  const lines = school.faults.splice(0);
  expect(lines.length).toBeGreaterThan(0);
  expect(lines.filter((line) => !/connection broke|not connected, trying again/.test(line))).toEqual([]);
});
