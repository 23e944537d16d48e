/** `/agenda`: points, sharing in the channel, moving and cancelling, minutes, and a message that is put on the agenda. */
import { describe, expect } from 'vitest';
import { type OpenTalk, talkIn } from '../support/chat/talk.ts';

export function agenda(open: OpenTalk): void {
  const test = talkIn(open);

  describe('a teacher', () => {
    test('brings in a point, by a line and by a form, and takes one back', async ({ sanne }) => {
      expect(await sanne.types('/agenda punt Toetsdata van groep 6 10 min')).toContain(
        'Staat op de agenda van Bovenbouw voor donderdag 26 november: Toetsdata van groep 6',
      );
      expect(await sanne.types('/agenda punt')).toContain('Punt voor Bovenbouw, donderdag 26 november');
      const answer = await sanne.submits({
        'Waar gaat het over?': 'Lezen in groep 5',
        Soort: 'praktijkvraag',
        'Hoeveel minuten?': '5',
      });
      expect(answer).toContain('Lezen in groep 5');
      expect(await sanne.presses('Haal weg')).not.toContain('referentie');
      const agenda = await sanne.types('/agenda');
      expect(agenda).toContain('Ingebracht door Sanne: Toetsdata van groep 6 · 10 min');
      expect(agenda).not.toContain('Lezen in groep 5');
      expect(await sanne.types('/agenda delen')).toContain('Vraag het aan Nadia.');
    });

    test('puts a message of a colleague on the agenda: its address goes along, not its words', async ({
      school,
      sanne,
      nadia,
    }) => {
      const message = nadia.says('Wie heeft de toetsen van groep 7 <gezien>?', school.channel('team'));
      expect(await sanne.usesShortcut(message)).toContain('Waar gaat het over? *:');
      expect(sanne.modal()).not.toContain('toetsen van groep 7');
      expect(await sanne.submits({ 'Waar gaat het over?': 'Toetsen kwijt' })).toContain('Toetsen kwijt');
      const agenda = await sanne.types('/agenda');
      expect(agenda).toContain('Toetsen kwijt');
      expect(agenda).toContain(message.link);
    });

    test('gets the meetings of the year as a file, to themselves', async ({ school, sanne }) => {
      const channel = school.channel('bovenbouw');
      expect(await sanne.types('/agenda kalender', { in: channel })).toContain('40 bijeenkomsten.');
      expect(await sanne.files()).toEqual(['bovenbouw-2026-2027.ics']);
      expect(school.postsIn(channel)).toEqual([]);
    });
  });

  describe('a chair', () => {
    test('shares the agenda in the channel, and what changes later changes there', async ({ school, sanne, nadia }) => {
      const posts = () => school.postsIn(school.channel('bovenbouw'));
      await nadia.types('/agenda');
      expect(await nadia.presses('Delen met het team')).toContain('Gedeeld in het kanaal van Bovenbouw.');
      expect(posts()).toMatchObject([{ words: expect.stringContaining('Toetsdata van groep 6 · 10 min') }]);

      await nadia.presses('Aanpassen');
      expect(await nadia.submits({ 'Inchecken en successen': '10' })).toContain('Inchecken en successen · 10 min');
      await sanne.types('/agenda punt Nog iets 5 min');
      expect(posts()).toMatchObject([{ words: expect.stringContaining('Nog iets · 5 min'), isEdited: true }]);
      expect(posts()[0]!.words).toContain('Inchecken en successen · 10 min');
    });

    test('moves the meeting, with the day that is proposed for a closed one', async ({ school, nadia }) => {
      await nadia.types('/agenda verzet');
      expect(await nadia.presses('Andere datum…')).toContain('Nieuwe datum *:');
      const asked = await nadia.submits({ 'Nieuwe datum': '2026-12-25' });
      expect(asked).toContain('Zal ik maandag 4 januari 2027 nemen?');
      expect(await nadia.presses('Ja')).not.toContain('referentie');
      expect(await nadia.types('/agenda verzet 30 november 15.00')).toContain('30 november');
      expect(school.postsIn(school.channel('bovenbouw')).length).toBeGreaterThan(1);
    });

    test('cancels with a reason', async ({ nadia }) => {
      await nadia.types('/agenda vervalt');
      expect(await nadia.presses('Vervalt, met reden…')).toContain('Waarom gaat het niet door? *:');
      expect(await nadia.submits({ 'Waarom gaat het niet door?': 'Iedereen is op cursus' })).toContain(
        'gaat niet door',
      );
    });

    test('writes the minutes in one form: a decision, an action, what the MT hears', async ({ sanne, nadia }) => {
      expect(await nadia.types('/agenda verslag')).toContain('Verslag van Bovenbouw, donderdag 19 november');
      const answer = await nadia.submits({
        Besluiten: 'We toetsen in januari.',
        'Actie 1: wat': 'Toetsen kopiëren',
        'Actie 1: wie': 'Sanne',
        'Actie 1: wanneer': '2026-12-03',
        'Wat delen we met het MT?': 'Het gaat goed.',
      });
      expect(answer).not.toContain('referentie');
      expect(await sanne.types('/actie')).toContain('Toetsen kopiëren');
      expect(await sanne.types('/agenda verslag')).toContain('We toetsen in januari.');
      expect(await nadia.types('/agenda ging door')).toContain('stond al genoteerd');
    });
  });

  describe('a director', () => {
    test('has an agenda of the MT, adds to it, and sees no words of the leerteam', async ({ marieke }) => {
      expect(await marieke.types('/agenda')).toContain('MT · dinsdag 24 november');
      expect(await marieke.types('/agenda punt Begroting 5 min')).toContain('Begroting');
      expect(await marieke.types('/agenda vervalt MT studiedag')).toContain('gaat niet door');
    });
  });
}
