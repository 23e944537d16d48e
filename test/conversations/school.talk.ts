/** `/school`: closed days, people and dates, by a director and an admin; a teacher and a chair are told whom to ask. */
import { describe, expect } from 'vitest';
import { type OpenTalk, talkIn } from '../support/chat/talk.ts';

export function school(open: OpenTalk): void {
  const test = talkIn(open);

  test('a teacher and a chair are told whom to ask', async ({ sanne, nadia }) => {
    expect(await sanne.types('/school')).toContain('Vraag het aan Marieke.');
    expect(await nadia.types('/school mensen')).toContain('Vraag het aan Marieke.');
  });

  describe('a director', () => {
    test('adds a study day, sees it and takes it away', async ({ marieke }) => {
      await marieke.types('/school');
      expect(await marieke.presses('Dag toevoegen')).toContain('Wat voor dag? *:');
      const answer = await marieke.submits({
        'Wat voor dag?': 'studiedag: het team werkt, de leerlingen zijn vrij',
        'Eerste dag': '2026-12-11',
        'Naam, bijvoorbeeld studiedag rekenen': 'Rekendag',
      });
      expect(answer).toContain('vrijdag 11 december is studiedag');
      expect(await marieke.presses('Alle dagen')).toContain('Rekendag');
      expect(await marieke.presses('Weg')).not.toContain('referentie');
      expect(await marieke.types('/school dagen')).not.toContain('Rekendag');
    });

    test('lets a colleague begin and another go; a mistake leaves the form as it was filled in', async ({
      marieke,
    }) => {
      await marieke.types('/school in dienst');
      const mistake = await marieke.submits({
        Naam: 'Kees',
        'E-mailadres van het werk': 'kees',
        Werkdagen: ['ma', 'di'],
      });
      expect(mistake).toContain('Kees');
      expect(marieke.modal()).not.toBeNull();
      expect(await marieke.submits({ 'E-mailadres van het werk': 'kees@example.org' })).toContain('Kees staat erin');
      expect(await marieke.types('/school mensen')).toContain('ma en di');
      await marieke.types('/school uit dienst @Piet');
      expect(await marieke.submits({ 'Laatste dag op school': '2026-12-18' })).toContain('vrijdag 18 december');
      expect(await marieke.types('/school mensen')).toContain('18 december');
    });

    test('sets the blocks, the date of the PGMR and the months of the POP', async ({ marieke }) => {
      await marieke.types('/school blokken');
      expect(await marieke.submits({ 'Blok 2 begint op': '2026-11-02' })).toContain('2 november');
      await marieke.types('/school pgmr');
      expect(await marieke.submits({ 'Datum van de instemming': '2026-06-08' })).toContain('8 juni');
      await marieke.types('/school pop-maanden');
      expect(await marieke.submits({ 'POP-gesprek': '15 november' })).toContain('15 november');
    });
  });

  test('an admin sets how long things are kept, and sees no goals', async ({ ad }) => {
    expect(await ad.types('/school')).toContain('[Hoe lang bewaren]');
    expect(await ad.presses('Hoe lang bewaren')).toContain('Wie wat deed in Leerteambot *: 2');
    expect(await ad.submits({ 'Wie wat deed in Leerteambot': '3' })).not.toContain('referentie');
    expect(await ad.types('/doel status')).not.toContain('Meer leerlingen op 1S rekenen');
  });
}
