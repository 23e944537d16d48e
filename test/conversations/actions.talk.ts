/** `/actie`: made in a sentence, taken over or given back, moved, helped, stopped. */
import { describe, expect } from 'vitest';
import { type OpenTalk, talkIn } from '../support/chat/talk.ts';

export function actions(open: OpenTalk): void {
  const test = talkIn(open);

  describe('a teacher', () => {
    test('gives an action to a colleague after an @; it comes with their digest, and they take it', async ({
      school,
      sanne,
      nico,
    }) => {
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

    test('says a press twice, and it happens once', async ({ sanne }) => {
      expect(await sanne.types('/actie')).toContain('Toetsanalyse klaarzetten');
      expect(await sanne.presses('Klaar')).toContain('Actie 1 Toetsanalyse klaarzetten is klaar.');
      expect(await sanne.presses('Ongedaan maken')).toContain('Toetsanalyse klaarzetten');
      expect(await sanne.types('/actie klaar 1')).toContain('Actie 1 Toetsanalyse klaarzetten is klaar.');
    });

    test('fills in what is missing, and is asked about a day in the vacation', async ({ sanne }) => {
      expect(await sanne.types('/actie Toetsen nakijken')).toContain('Wie *:');
      const asked = await sanne.submits({ Wie: 'Nadia', 'Wanneer klaar': '2026-12-25' });
      expect(asked).toContain('Zal ik maandag 4 januari 2027 nemen?');
      expect(await sanne.presses('Ja')).toContain('Toetsen nakijken staat erin, voor maandag 4 januari 2027.');
    });

    test('asks for help, hands over, and stops with a reason', async ({ sanne, nico }) => {
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
    test('sees the actions of the team, also when asked in a channel; nobody else does', async ({
      school,
      nadia,
      nico,
    }) => {
      expect(await nadia.types('/actie team')).toContain('Acties van Bovenbouw');
      expect(await nadia.mentions('actie team', school.channel('team'))).toContain('Acties van Bovenbouw');
      expect(nico.sees().join('\n')).not.toContain('Acties van Bovenbouw');
    });
  });

  describe('a director', () => {
    test('gives an action to a teacher without a team', async ({ marieke, piet }) => {
      expect(await marieke.types('/actie nieuw')).toContain('Nieuwe actie');
      const answer = await marieke.submits({ Wat: 'Rooster maken', Wie: 'Piet', 'Wanneer klaar': '2026-12-01' });
      expect(answer).toContain('Rooster maken staat erin, voor dinsdag 1 december.');
      expect(await piet.types('/actie')).toContain('Rooster maken');
      expect(await piet.presses('Ja')).toContain('Rooster maken is nu van jou');
    });
  });
}
