/** `/pop`: the steps of a teacher, a chair and the director who leads them; nobody else sees any of it. */
import { describe, expect } from 'vitest';
import { type OpenTalk, talkIn } from '../support/chat/talk.ts';

export function pop(open: OpenTalk): void {
  const test = talkIn(open);

  describe('a teacher', () => {
    test('is done, plans the talk with a button and gets it as a file', async ({ sanne }) => {
      expect(await sanne.types('/pop')).toContain('Je POP · 2026-2027');
      expect(await sanne.presses('Klaar')).toContain('Genoteerd: je POP is klaar.');
      expect(await sanne.presses('Plan het POP-gesprek')).toContain('Jullie werken allebei op');
      expect(await sanne.presses('di 1 december')).toContain(
        'Het POP-gesprek met Marieke staat op dinsdag 1 december.',
      );
      expect(await sanne.files()).toEqual(['pop-gesprek-marieke.ics']);
      expect(await sanne.presses('Tijd toevoegen')).toContain('Tijd');
      await sanne.submits({ Tijd: '14:00' });
      expect(await sanne.types('/pop')).toContain('14.00');
    });

    test('keeps a link to the document, which must be an address', async ({ sanne }) => {
      await sanne.types('/pop link');
      expect(await sanne.submits({ Link: 'mijn map' })).toContain('https');
      expect(sanne.modal()).not.toBeNull();
      await sanne.submits({ Link: 'https://school.example/pop' });
      expect(await sanne.types('/pop')).toContain('https://school.example/pop');
    });
  });

  describe('a chair', () => {
    test('asks for a talk, and calls it off', async ({ nadia }) => {
      expect(await nadia.types('/pop overleg')).toContain('Ik laat Marieke weten dat je wilt overleggen.');
      expect(await nadia.types('/pop gesprek 3 december')).toContain('donderdag 3 december');
      expect(await nadia.types('/pop afgezegd')).toContain('gaat niet door');
      expect(await nadia.types('/pop overzicht')).not.toContain('Sanne');
    });
  });

  describe('a director', () => {
    test('sees the steps of whom they lead, and is told what was planned', async ({ school, marieke }) => {
      await school.comes('2026-11-26T07:05:00Z');
      expect(marieke.sees().join('\n')).toContain('Goedemorgen Marieke');
      expect(await marieke.files()).toEqual(['pop-gesprek-sanne.ics']);
      const overview = await marieke.types('/pop overzicht');
      expect(overview).toContain('POP-stappen op De Regenbui · 2026-2027');
      expect(overview).toContain('POP klaar op 24 november');
      expect(await marieke.presses('Bekijken')).not.toContain('referentie');
    });

    test('in a channel nobody else sees a word of it', async ({ school, nadia, marieke, piet }) => {
      const channel = school.channel('team');
      expect(await marieke.types('/pop overzicht', { in: channel })).toContain('POP-stappen');
      expect(await marieke.mentions('pop overzicht', channel)).toContain('POP-stappen');
      const seen = [nadia, piet].flatMap((member) => member.sees()).join('\n');
      expect(seen).not.toContain('POP-stappen');
      expect(school.postsIn(channel)).toEqual([]);
    });
  });

  test('in October the digest asks whether it is done, and one may say: almost', async () => {
    const october = await open({ at: '2026-10-01T05:00:00Z' });
    const teacher = october.member('Sanne');
    await october.comes('2026-10-01T06:05:00Z');
    expect(teacher.sees().at(-1)).toContain('[Bijna]');
    expect(await teacher.presses('Bijna')).not.toContain('referentie');
    expect([october.faults, october.leaks()]).toEqual([[], []]);
    await october.stop();
  });
}
