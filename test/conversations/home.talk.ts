/** "Mijn leerteam": the welcome at first, then what comes next. */
import { describe, expect } from 'vitest';
import { SCHOOL } from '../support/chat/regenbui.ts';
import { type OpenTalk, talkIn } from '../support/chat/talk.ts';

const NEWCOMERS = {
  ...SCHOOL,
  staff: SCHOOL.staff.map((one) => (one.name === 'Sanne' ? { ...one, workingDays: null } : one)),
  newcomers: true,
};

export function home(open: OpenTalk): void {
  const test = talkIn(open, { schools: [NEWCOMERS] });

  describe('a teacher', () => {
    test('is welcomed once, chooses working days, and finds it filled', async ({ sanne }) => {
      expect(await sanne.opensHome()).toContain('Hoi Sanne, ik ben Leerteambot.');
      expect(sanne.home()).toContain('Op welke dagen werk je?');
      expect(await sanne.presses('Andere dagen…')).toContain('De Regenbui');
      await sanne.submits({ 'Werkdagen op De Regenbui': ['ma', 'di', 'do'] });
      await sanne.opensHome();
      expect(sanne.home()).not.toContain('Hoi Sanne');
      expect(sanne.home()).toContain('Mijn leerteam');
      expect(sanne.home()).toContain('donderdag 26 november, 15.00');
      expect(sanne.home()).toContain('Toetsanalyse klaarzetten');
    });

    test('finishes an action there, and takes that back', async ({ sanne }) => {
      await sanne.opensHome();
      expect(await sanne.presses('Klaar')).toContain('Actie 1 Toetsanalyse klaarzetten is klaar.');
      expect(await sanne.presses('Ongedaan maken')).toContain('Toetsanalyse klaarzetten');
      await sanne.opensHome();
      await sanne.presses('Klaar');
      await sanne.opensHome();
      expect(sanne.home()).not.toContain('Toetsanalyse klaarzetten');
    });

    test('makes an action there', async ({ sanne }) => {
      await sanne.opensHome();
      expect(await sanne.presses('Nieuwe actie')).toContain('Wat *:');
      await sanne.submits({ Wat: 'Stoelen halen', Wie: 'Mijzelf', 'Wanneer klaar': '2026-12-01' });
      await sanne.opensHome();
      expect(sanne.home()).toContain('Stoelen halen');
    });
  });

  describe.each([
    ['Nadia', ['Bovenbouw', '[Doelen]']],
    ['Marieke', ['MT', '[School]']],
    ['Ad', ['Mijn startpagina', '[School]']],
    ['Bea', ['Mijn startpagina', '[Overzicht]']],
  ])('%s', (name, words) => {
    test('is welcomed, then has a page of their own, of which each button is answered', async ({ school }) => {
      const member = school.member(name);
      expect(await member.opensHome()).toContain(name);
      await member.opensHome();
      for (const word of words) expect(member.home()).toContain(word);
      for (const [, label] of member.home()!.matchAll(/\[([^\]]+)\]/g)) {
        await member.opensHome();
        expect(await member.presses(label!), label).not.toMatch(/^$|referentie/);
      }
    });
  });
}
