/** `/overzicht` in Slack: the director's month, the chair's team and the board's goals, with a chart that says the same in words. */
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { SlackSchool } from '../../support/slack/slack-school.ts';
import { openRegenbui } from './regenbui.ts';

let school: SlackSchool;
beforeAll(async () => {
  school = await openRegenbui();
  await school.member('Nadia').types('/doel update 1 op koers 22 "Groep 8 rekent beter." succes');
});
afterEach(() => expect(school.faults).toEqual([]));
afterAll(() => school.stop());

test('the director reads what needs attention, sees a chart, and says that a meeting took place', async () => {
  const marieke = school.member('Marieke');
  const shown = await marieke.types('/overzicht');
  expect(shown).toContain('De Regenbui · november tot nu toe');
  expect(shown).toContain('doel 2 Elke week rijke teksten');
  expect(shown).toContain('Groep 8 rekent beter.');
  expect(shown).toContain('data_visualization');
  expect(shown).toContain('Van augustus tot en met november, elke maand:');
  expect(await marieke.presses('Ging door')).toContain('ging door');
  expect(await marieke.presses('Bekijk doel')).toContain('Elke week rijke teksten');
});

test('where Slack does not take the chart, the same stands there as a picture of signs', async () => {
  const marieke = school.member('Marieke');
  school.fake.fail('response_url', {
    how: { error: 'invalid_blocks' },
    only: (sent) => JSON.stringify(sent).includes('data_visualization'),
  });
  const shown = await marieke.types('/overzicht');
  expect(shown).not.toContain('data_visualization');
  expect(shown).toContain('○○');
  expect(shown).toContain('Van augustus tot en met november, elke maand:');
});

test('the chair reads the team, the board the counts, and a teacher where to look', async () => {
  expect(await school.member('Nadia').types('/overzicht')).toContain('Bovenbouw · De Regenbui · november tot nu toe');
  const board = await school.member('Bea').types('/overzicht');
  expect(board).toContain('Doelen van 1 school');
  expect(board).not.toContain('Groep 8 rekent beter.');
  expect(await school.member('Sanne').types('/overzicht')).toContain('Met /doel status zie je');
});

test('asked in a channel, only the director reads it', async () => {
  const channel = school.channel('team');
  expect(await school.member('Marieke').types('/overzicht', { in: channel })).toContain('Vraagt aandacht');
  expect(school.fake.messages(channel)).toEqual([]);
});
