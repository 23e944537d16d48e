/** `/leerteam`: members, day, method and phase, the channel that is tied to it, and the work of who leaves. */
import { describe, expect } from 'vitest';
import { SCHOOL } from '../support/chat/regenbui.ts';
import { type OpenTalk, talkIn } from '../support/chat/talk.ts';

export function team(open: OpenTalk): void {
  const test = talkIn(open);

  test('a teacher sees the team, and changes nothing', async ({ sanne }) => {
    const shown = await sanne.types('/leerteam');
    expect(shown).toContain('Voorzitter: Nadia');
    expect(shown).toContain('Kanaal: #bovenbouw');
    expect(shown).not.toContain('[Wijzigen]');
    expect(await sanne.types('/leerteam wijzig')).toContain('Vraag het aan');
  });

  describe('a chair', () => {
    test('adds and removes a member, with a menu of people', async ({ nadia }) => {
      await nadia.types('/leerteam');
      expect(await nadia.presses('Lid erbij')).toContain('Wie? *:');
      expect(await nadia.submits({ 'Wie?': 'Piet' })).toContain('Piet is lid van Bovenbouw, vanaf vandaag.');
      await nadia.types('/leerteam');
      await nadia.presses('Lid eraf');
      expect(await nadia.submits({ 'Wie?': 'Piet' })).toContain('Piet');
      expect(await nadia.types('/leerteam lid erbij @Piet')).not.toContain('referentie');
    });

    test('changes the time and the phase', async ({ nadia }) => {
      expect(await nadia.types('/leerteam wijzig')).toContain('Begint om *: 15:00');
      expect(await nadia.submits({ 'Begint om': '15:15' })).not.toContain('referentie');
      await nadia.types('/leerteam fase');
      expect(await nadia.presses('Volgende fase: plannen')).toContain('Bovenbouw is nu in de fase plannen.');
      const shown = await nadia.types('/leerteam');
      expect(shown).toContain('15.15');
      expect(shown).toContain('fase plannen');
      expect(await nadia.presses('Geschiedenis')).toContain('Geschiedenis van Bovenbouw');
    });

    test('ties another channel to the team, and the agenda comes there', async ({ school, nadia }) => {
      const channel = school.channel('team');
      const said = await nadia.types('/leerteam koppel', { in: channel });
      expect(said).toContain('Bovenbouw hoort niet meer bij #bovenbouw. Toch terug? Typ daar /leerteam koppel.');
      await nadia.types('/agenda delen');
      expect(school.postsIn(channel)).toHaveLength(1);
      expect(school.postsIn(school.channel('bovenbouw'))).toEqual([]);
    });
  });

  test('in the channel that an import gave to a team, that team is meant by who is in two', async () => {
    const { teams = [], ...rest } = SCHOOL;
    const taal = { team: 'Taal', chair: 'Nadia', members: ['Nadia', 'Sanne'] };
    const other = await open({ schools: [{ ...rest, teams: [...teams, taal] }] });
    const [anne, leads] = [other.member('Sanne'), other.member('Nadia')];
    const here = { in: other.channel('bovenbouw') };
    expect(await anne.types('/agenda punt Pleinwacht 5 min', here)).toContain('Staat op de agenda van Bovenbouw');
    expect(await anne.mentions('agenda punt Toetsen', here.in)).toContain('Staat op de agenda van Bovenbouw');
    expect(await anne.mentions('agenda', here.in)).not.toContain('Taal');
    expect(await anne.types('/advies Graag een uur', here)).toContain('Nadia');
    expect(await leads.types('/agenda verslag', here)).not.toContain('Welk leerteam');
    await anne.usesShortcut(leads.says('Wie heeft de toetsen?', here.in));
    expect(anne.modal()).not.toContain('Voor welk leerteam?');
    expect(await anne.types('/agenda punt Pleinwacht', { in: other.channel('team') })).toContain('Voor welk leerteam?');
    expect(await leads.types('/leerteam koppel', here)).toContain('Bovenbouw hoort al bij "bovenbouw".');
    expect([other.postsIn(here.in), other.faults, other.leaks()]).toEqual([[], [], []]);
    await other.stop();
  });

  describe('a director', () => {
    test('makes a team and stops it', async ({ marieke, piet }) => {
      expect(await marieke.types('/leerteam nieuw')).toContain('Nieuw leerteam');
      const answer = await marieke.submits({ Naam: 'Taal', Voorzitter: 'Piet', Dag: 'maandag' });
      expect(answer).toContain('Taal');
      expect(await piet.types('/leerteam Taal')).toContain('Voorzitter: Piet');
      await marieke.types('/leerteam stoppen Taal');
      expect(await marieke.submits()).toContain('Taal');
    });

    test('divides the work of who leaves', async ({ nadia, marieke }) => {
      await marieke.types('/school uit dienst @Sanne');
      expect(await marieke.submits({ 'Laatste dag op school': '2026-12-18' })).toContain('nog 1 ding open');
      expect(await marieke.presses('Ja')).toContain('18 december');
      // What the actions of a leerteam are about is not the director's.
      expect(await marieke.types('/overdracht Sanne')).not.toContain('Toetsanalyse');
      expect(await marieke.submits({ 'Actie 1': 'Nadia' })).toContain('Nadia');
      expect(await nadia.types('/actie')).toContain('Toetsanalyse klaarzetten');
    });
  });
}
