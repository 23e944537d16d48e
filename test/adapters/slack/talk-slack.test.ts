/** What is only so in Slack: words open no modal, and a chart or a file that Slack does not take. */
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { SlackSchool } from '../../support/slack/slack-school.ts';
import { openRegenbui } from './regenbui.ts';

let school: SlackSchool;
beforeAll(async () => {
  school = await openRegenbui();
});
afterEach(() => expect(school.faults).toEqual([]));
afterAll(() => school.stop());

test('words in the DM that need a form are answered with a button for it, in the language of who wrote them', async () => {
  const nadia = school.member('Nadia');
  expect(await nadia.writes('doel update')).toContain('[Invullen]');
  expect(await nadia.presses('Invullen')).toContain('Hoe staat het ermee? *:');
  await nadia.submits({ Doel: '2 Elke week rijke teksten', 'Hoe staat het ermee?': '● op koers' });
  expect(nadia.sees().at(-1)).toContain('Opgeslagen: doel 2 is op koers.');

  await nadia.types('/instellingen');
  await nadia.submits({ Taal: 'English' });
  expect(await nadia.writes('doel nieuw')).toContain('[Fill in]');
});

test('where Slack does not take the chart, the same stands there as a picture of signs', async () => {
  await school.member('Sanne').types('/doel update 1 op koers 22');
  school.fake.fail('response_url', {
    how: { error: 'invalid_blocks' },
    only: (sent) => JSON.stringify(sent).includes('data_visualization'),
  });
  const shown = await school.member('Marieke').types('/overzicht');
  expect(shown).not.toContain('(chart');
  expect(shown).toContain('○○');
  expect(shown).toContain('Van augustus tot en met november, elke maand:');
});

test('a failed upload is told, and nothing else goes wrong', async () => {
  const sanne = school.member('Sanne');
  school.fake.fail('files.completeUploadExternal', { how: { error: 'internal_error' } });
  expect(await sanne.types('/mijngegevens')).toContain('Wat Leerteambot over jou bewaart');
  expect(await sanne.files()).toEqual([]);
  expect(school.faults.splice(0)).toHaveLength(1);
});
