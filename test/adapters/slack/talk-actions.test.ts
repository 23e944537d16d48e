/** `/actie` in Slack: made in a sentence, taken over or given back, moved, helped, stopped. */
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Member } from '../../support/slack/member.ts';
import type { SlackSchool } from '../../support/slack/slack-school.ts';
import { openRegenbui } from './regenbui.ts';

let school: SlackSchool;
let sanne: Member;
let nadia: Member;
let nico: Member;
let marieke: Member;
beforeAll(async () => {
  school = await openRegenbui();
  sanne = school.member('Sanne');
  nadia = school.member('Nadia');
  nico = school.member('Nico');
  marieke = school.member('Marieke');
});
afterEach(() => expect(school.faults).toEqual([]));
afterAll(() => school.stop());

describe('a teacher', () => {
  test('gives an action to a colleague whom Slack made a mention of; it comes with their digest, and they take it', async () => {
    expect(await sanne.types('/actie Ouderavond plannen @Nico 10 december')).toContain(
      'Ik vraag het Nico in het volgende bericht.',
    );
    await school.comes('2026-11-25T07:00:00Z');
    const digest = nico.sees().at(-1);
    expect(digest).toContain('Goedemorgen Nico');
    expect(digest).toContain('Ouderavond plannen');
    expect(await nico.presses('Ja')).toContain('Ouderavond plannen is nu van jou, voor donderdag 10 december.');
    expect(await nico.presses('Nieuwe datum')).not.toContain('referentie');
    await nico.submits({ 'Wanneer klaar': '2026-12-11' });
    expect(await nico.types('/actie 2')).toContain('vrijdag 11 december');
  });

  test('says a press twice, and it happens once', async () => {
    expect(await sanne.types('/actie')).toContain('Toetsanalyse klaarzetten');
    expect(await sanne.presses('Klaar')).toContain('Actie 1 Toetsanalyse klaarzetten is klaar.');
    expect(await sanne.presses('Ongedaan maken')).toContain('Toetsanalyse klaarzetten');
    expect(await sanne.types('/actie klaar 1')).toContain('Actie 1 Toetsanalyse klaarzetten is klaar.');
  });

  test('fills in what is missing, and is asked about a day in the vacation', async () => {
    expect(await sanne.types('/actie Toetsen nakijken')).toContain('Wie *:');
    const asked = await sanne.submits({ Wie: 'Nadia', 'Wanneer klaar': '2026-12-25' });
    expect(asked).toContain('Zal ik maandag 4 januari 2027 nemen?');
    expect(await sanne.presses('Ja')).toContain('Toetsen nakijken staat erin, voor maandag 4 januari 2027.');
  });

  test('asks for help, hands over, and stops with a reason', async () => {
    expect(await nico.types('/actie hulp 2')).toContain('Waar loop je vast?:');
    expect(await nico.submits()).toContain('dat je hulp wilt');
    expect(await nico.types('/actie overdragen 2 @Sanne')).toContain('ik vraag Sanne om over te nemen');
    expect(await sanne.types('/actie')).toContain('Neem jij deze op je?');
    expect(await sanne.presses('Nee, terug')).toContain('blijft van Nico');
    expect(await nico.types('/actie stop 2')).toContain('Reden *:');
    expect(await nico.submits({ Reden: 'Niet meer nodig.' })).toContain('Actie 2 Ouderavond plannen is gestopt.');
  });
});

describe('a chair', () => {
  test('sees the actions of the team in the DM; in a channel nobody else does', async () => {
    expect(await nadia.types('/actie team')).toContain('Acties van Bovenbouw');
    const channel = school.channel('team');
    expect(await nadia.mentions('actie team', channel)).toContain('Acties van Bovenbouw');
    expect(nico.sees().join('\n')).not.toContain('Acties van Bovenbouw');
  });
});

describe('a director', () => {
  test('gives an action to a teacher without a team', async () => {
    expect(await marieke.types('/actie nieuw')).toContain('Nieuwe actie');
    const answer = await marieke.submits({ Wat: 'Rooster maken', Wie: 'Piet', 'Wanneer klaar': '2026-12-01' });
    expect(answer).toContain('Rooster maken staat erin, voor dinsdag 1 december.');
    expect(await school.member('Piet').types('/actie')).toContain('Rooster maken');
    expect(await school.member('Piet').presses('Ja')).toContain('Rooster maken is nu van jou');
  });
});
