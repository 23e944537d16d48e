/** `/doel`: what a teacher, a chair and a director say about goals, and what they see. */
import { describe, expect } from 'vitest';
import { type OpenTalk, talkIn } from '../support/chat/talk.ts';

export function goals(open: OpenTalk): void {
  const test = talkIn(open);

  describe('a chair', () => {
    test('sees the goals of the team, updates one in a line, and takes that back', async ({ nadia }) => {
      const shown = await nadia.types('/doel status');
      expect(shown).toContain('Doelen van Bovenbouw');
      expect(shown).toContain('13% → nog geen meting → 40% op 1 juni 2027');
      expect(shown).toContain('[Update doel 1] [Update doel 2]');

      expect(await nadia.types('/doel update 1 loopt achter 18')).toContain('Opgeslagen: doel 1 loopt achter, 18%.');
      expect(await nadia.presses('Zin toevoegen')).toContain('Wat zie je in de klas? *:');
      const sentence = 'In groep 6 lukt het <nog> niet & dat *helpt* niet.';
      expect(await nadia.submits({ 'Wat zie je in de klas?': sentence })).toContain(`"${sentence}"`);
      expect(nadia.modal()).toBeNull();
      expect(await nadia.presses('Ongedaan maken')).toContain('Je update is teruggenomen.');
    });

    test('fills in an update in a form, with a number, a sentence and a tick', async ({ nadia }) => {
      await nadia.types('/doel status');
      expect(await nadia.presses('Update doel 1')).toContain('Hoe staat het ermee? *:');
      const answer = await nadia.submits({
        'Hoe staat het ermee?': '● op koers',
        'Waarde (%)': '22,5',
        'Wat zie je in de klas?': 'De helft rekent op 1S.',
        'Dit is een succes om te delen': true,
      });
      expect(answer).toContain('Opgeslagen: doel 1 is op koers, 22,5%');
      const page = await nadia.types('/doel status 1');
      expect(page).toContain('De helft rekent op 1S.');
      expect(page).toContain('● op koers');
    });

    test('hears above the form what is wrong, and what was typed still stands there', async ({ nadia }) => {
      await nadia.types('/doel update');
      await expect(nadia.submits()).rejects.toThrow('Doel: required');
      const mistake = await nadia.submits({
        Doel: '2 Elke week rijke teksten',
        'Hoe staat het ermee?': '▲ aandacht nodig',
        Waarde: '12',
        'Wat zie je in de klas?': 'Niet elke week.',
      });
      expect(mistake).toContain('Doel 2 heeft geen getal.');
      expect(nadia.modal()).not.toBeNull();
      for (const typed of ['abc', '1.000']) {
        const unread = await nadia.submits({ Doel: '1 Meer leerlingen op 1S rekenen', Waarde: typed });
        expect(unread).toContain(`Ik begrijp het getal ${typed} niet. Schrijf bijvoorbeeld 72 of 72,5.`);
      }
      expect(await nadia.submits({ Doel: '2 Elke week rijke teksten', Waarde: '' })).toContain('Opgeslagen: doel 2');
      expect(await nadia.types('/doel status 2')).toContain('Niet elke week.');
    });

    test('changes the phase with a button, and pauses, goes on and stops', async ({ nadia }) => {
      await nadia.types('/doel fase 1');
      expect(await nadia.presses('onderweg')).toContain('Opgeslagen: doel 1 is in de fase onderweg.');
      expect(await nadia.types('/doel pauze 2')).toContain('Waarom pauzeert doel 2');
      expect(await nadia.submits({ Reden: 'Eerst rekenen.' })).toContain('Doel 2 is gepauzeerd');
      expect(await nadia.presses('Verder met dit doel')).toContain('Doel 2 loopt weer');
      expect(await nadia.types('/doel behaald 2')).toContain('Doel 2 is behaald');
      expect(await nadia.presses('Verder met dit doel')).toContain('Doel 2 loopt weer');
    });
  });

  describe('a teacher', () => {
    test('proposes a goal, which the chair agrees to', async ({ sanne, nadia }) => {
      await sanne.types('/doel status');
      expect(await sanne.presses('Nieuw doel')).toContain('Je doel wordt eerst een concept.');
      const answer = await sanne.submits({
        'Doel in één zin': 'Alle collega’s gelukkig',
        'Van wie is het doel?': 'Bovenbouw',
        Einddatum: '2027-06-01',
      });
      expect(answer).toContain('Doel 3 staat erin: Alle collega’s gelukkig');
      expect(answer).toContain('"Alle collega’s": wie precies?');
      expect(answer).toContain('Er is een datum. · ● in orde');
      expect(await sanne.presses('Zo laten')).not.toContain('referentie');

      await nadia.types('/doel status 3');
      expect(await nadia.presses('Akkoord')).toContain('Doel 3 is afgesproken: Alle collega’s gelukkig');
      expect(await nadia.types('/doel wijzig 3')).toContain('Hoe ziet op stoom eruit?');
      expect(await nadia.submits({ 'Doel in één zin': 'Rustige gangen', Indicator: 'rustige pauzes' })).toContain(
        'Opgeslagen: doel 3 Rustige gangen',
      );
      expect(await nadia.types('/doel stop 3')).toContain('Waarom stopt doel 3');
      expect(await nadia.submits({ Reden: 'Te vaag.' })).toContain('Doel 3 is gestopt');
    });

    test('is refused what is not theirs, and helped with a typing mistake', async ({ sanne }) => {
      expect(await sanne.types('/doel update 1 op koers 30')).toContain('Vraag het aan Nadia.');
      expect(await sanne.types('/doel stauts')).toContain('Bedoel je /doel status?');
      expect(await sanne.types('/doel status schrijven')).not.toContain('referentie');
    });
  });

  describe('a director', () => {
    test('sees the school by team, changes a goal, and is asked about a closed day', async ({ marieke }) => {
      const shown = await marieke.types('/doel');
      expect(shown).toContain('Doelen van De Regenbui');
      expect(shown).toContain('Bovenbouw');
      expect(await marieke.types('/doel wijzig 1')).toContain('Streefwaarde: 40');
      const asked = await marieke.submits({ Streefwaarde: '45', Einddatum: '2026-12-25' });
      expect(asked).toContain('25 december valt in de kerstvakantie. Zal ik maandag 4 januari 2027 nemen?');
      // Below the question nothing can be changed that [Ja] would not know of.
      expect(asked).not.toContain('Streefwaarde');
      expect(await marieke.presses('Andere datum')).toContain('Streefwaarde: 45');
      await marieke.submits();
      expect(await marieke.presses('Ja')).toContain('Opgeslagen: doel 1 Meer leerlingen op 1S rekenen');
      expect(await marieke.types('/doel status 1')).toContain('45% op 4 januari 2027');
    });
  });

  describe('in a channel', () => {
    test('only who asked sees the answer, also after a press', async ({ school, sanne, nadia }) => {
      const channel = school.channel('bovenbouw');
      expect(await nadia.types('/doel status', { in: channel })).toContain('Doelen van Bovenbouw');
      expect(await nadia.presses('Update doel 1')).toContain('Waarde (%)');
      expect(await nadia.submits({ 'Hoe staat het ermee?': '■ loopt achter' })).toContain('doel 1 loopt achter');
      expect(school.postsIn(channel)).toEqual([]);
      expect(sanne.sees().join('\n')).not.toContain('doel 1 loopt achter');
    });

    test('the same words work after the name of the bot, and without it in the own conversation', async ({
      school,
      sanne,
    }) => {
      const channel = school.channel('team');
      expect(await sanne.mentions('doel status 1', channel)).toContain('1 Meer leerlingen op 1S rekenen');
      expect(school.postsIn(channel)).toEqual([]);
      expect(await sanne.writes('/doel status 1')).toContain('1 Meer leerlingen op 1S rekenen');
    });
  });
}
