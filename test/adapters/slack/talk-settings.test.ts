/** `/instellingen`, `/mijngegevens` and `/hulp` in Slack; and English for who chooses it, in the bot's own words too. */
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { Member } from '../../support/slack/member.ts';
import type { SlackSchool } from '../../support/slack/slack-school.ts';
import { openRegenbui } from './regenbui.ts';

let school: SlackSchool;
let sanne: Member;
let nadia: Member;
let marieke: Member;
beforeAll(async () => {
  school = await openRegenbui();
  sanne = school.member('Sanne');
  nadia = school.member('Nadia');
  marieke = school.member('Marieke');
});
afterEach(() => expect(school.faults).toEqual([]));
afterAll(() => school.stop());

test('a teacher changes days, time and kinds, and the form comes back like that', async () => {
  expect(await sanne.types('/instellingen')).toContain('(08:00)');
  await sanne.submits({
    'Werkdagen op De Regenbui': ['ma', 'di'],
    'Hoe laat wil je het dagelijkse bericht?': '09:30',
    'Welke berichten wil je krijgen?': ['De agenda van je leerteam', 'Vraag hoe het met een doel staat'],
    'Geen berichten tot en met': '2026-11-27',
  });
  const again = await sanne.types('/instellingen');
  expect(again).toContain('(ma) / (di) / wo / do / vr');
  expect(again).toContain('(09:30)');
  expect(again).toContain('Geen berichten tot en met: 2026-11-27');
  await sanne.closes();
});

test('a chair chooses English, and hears it from then on', async () => {
  await nadia.types('/instellingen');
  await nadia.submits({ Taal: 'English' });
  expect(await nadia.types('/doel status')).toContain('Goals of Bovenbouw');
  expect(await nadia.writes('doel nieuw')).not.toContain('[Invullen]');
});

test('everybody gets what is stored about them as files in the DM, also when asked in a channel', async () => {
  for (const member of [sanne, nadia, marieke]) {
    await member.types('/mijngegevens', { in: school.channel('team') });
    const files = school.fake.files(member.id).map(({ name }) => name);
    expect(files).toEqual([expect.stringMatching(/\.txt$/), expect.stringMatching(/\.json$/)]);
  }
  expect(school.fake.messages(school.channel('team'))).toEqual([]);
});

test('a failed upload is told, and nothing else goes wrong', async () => {
  const before = school.fake.files(sanne.id).length;
  school.fake.fail('files.completeUploadExternal', { how: { error: 'internal_error' } });
  const answer = await sanne.types('/mijngegevens');
  expect(answer).toContain('Wat Leerteambot over jou bewaart');
  expect(school.fake.files(sanne.id)).toHaveLength(before);
  expect(school.faults.splice(0).length).toBeLessThanOrEqual(1);
});

test('help differs by role, and its buttons work', async () => {
  expect(await sanne.types('/hulp')).toContain('/doel status');
  expect(sanne.sees().at(-1)).not.toContain('/advies antwoord');
  expect(await marieke.types('/hulp')).toContain('/advies antwoord');
  expect(await marieke.presses('Acties')).toContain('Jouw acties');
});

test('a request for removal is asked twice, and can be taken back', async () => {
  expect(await sanne.types('/mijngegevens verwijder')).toContain('Je gegevens laten wissen');
  expect(await sanne.presses('Vraag het aan')).not.toContain('referentie');
  expect(await sanne.types('/mijngegevens toch-niet')).not.toContain('referentie');
});
