/** `/advies` in Slack: from a draft of a teacher, through the chair, to the answer of the director. */
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

test('a teacher drafts, the chair sends, the director answers, and the answer is on the agenda of the team', async () => {
  expect(await sanne.types('/advies')).toContain('Het wordt een concept op de agenda van Bovenbouw.');
  const answer = await sanne.submits({
    'Wat adviseren of vragen jullie?': 'Meer tijd voor rekenen',
    'Waarom?': 'De toetsen vallen samen.',
  });
  expect(answer).toContain('Advies 1 staat als concept op de agenda van Bovenbouw.');

  expect(await nadia.types('/advies lijst')).toContain('1 Meer tijd voor rekenen · ○ concept');
  expect(await nadia.presses('Versturen')).not.toContain('referentie');
  expect(await nadia.types('/advies lijst')).toContain('▲ wacht op antwoord');

  await marieke.types('/advies lijst');
  expect(await marieke.presses('Antwoorden')).not.toContain('referentie');
  expect(await marieke.submits({ 'Wat doet het MT ermee?': 'overgenomen', 'Waarom?': 'Na de kerst.' })).toContain(
    'Na de kerst.',
  );
  expect(await nadia.types('/advies lijst')).toContain('overgenomen');
  expect(await nadia.types('/agenda')).toContain('Meer tijd voor rekenen');
});

test('a chair sends in one line and takes it back; the director reads it in a channel, alone', async () => {
  expect(await nadia.types('/advies Graag een uur voor de toetsanalyse')).toContain(
    'Advies 2 is verstuurd aan het MT.',
  );
  const channel = school.channel('team');
  expect(await marieke.mentions('advies lijst', channel)).toContain('Graag een uur voor de toetsanalyse');
  expect(school.member('Piet').sees().join('\n')).not.toContain('toetsanalyse');
  expect(await nadia.presses('Intrekken')).not.toContain('referentie');
  expect(await marieke.types('/advies antwoord 9 overgenomen Ja')).toContain('Ik vind geen advies 9.');
});
