/** `/instellingen`, `/mijngegevens` and `/hulp`; and English for who chooses it. */
import { expect } from 'vitest';
import { type OpenTalk, talkIn } from '../support/chat/talk.ts';

export function settings(open: OpenTalk): void {
  const test = talkIn(open);

  test('a teacher changes days, time and kinds, and the form comes back like that', async ({ sanne }) => {
    expect(await sanne.types('/instellingen')).toContain('(08:00)');
    await sanne.submits({
      'Werkdagen op De Regenbui': ['ma', 'di'],
      'Hoe laat wil je het dagelijkse bericht?': '09:30',
      'Welke berichten wil je krijgen?': ['De agenda van je leerteam', 'Vraag hoe het met een doel staat'],
      'Geen berichten tot en met': '2026-11-27',
    });
    const again = await sanne.types('/instellingen');
    expect(again).toContain('(ma) / (di) / wo / do / vr');
    expect(again).toContain('(09:30)');
    expect(again).toContain('Geen berichten tot en met: 2026-11-27');
    await sanne.closes();
  });

  test('a chair chooses English, and hears it from then on', async ({ nadia }) => {
    await nadia.types('/instellingen');
    await nadia.submits({ Taal: 'English' });
    expect(await nadia.types('/doel status')).toContain('Goals of Bovenbouw');
    expect(await nadia.types('/doel nieuw')).toContain('New goal');
  });

  test('everybody gets what is stored about them as files, also when asked in a channel', async ({
    school,
    sanne,
    nadia,
    marieke,
  }) => {
    for (const member of [sanne, nadia, marieke]) {
      await member.types('/mijngegevens', { in: school.channel('team') });
      expect(await member.files()).toEqual([expect.stringMatching(/\.txt$/), expect.stringMatching(/\.json$/)]);
    }
    expect(school.postsIn(school.channel('team'))).toEqual([]);
  });

  test('help differs by role, and its buttons work', async ({ sanne, marieke }) => {
    expect(await sanne.types('/hulp')).toContain('/doel status');
    expect(sanne.sees().at(-1)).not.toContain('/advies antwoord');
    expect(await marieke.types('/hulp')).toContain('/advies antwoord');
    expect(await marieke.presses('Acties')).toContain('Jouw acties');
  });

  test('a request for removal is asked twice, and can be taken back', async ({ sanne }) => {
    expect(await sanne.types('/mijngegevens verwijder')).toContain('Je gegevens laten wissen');
    expect(await sanne.presses('Vraag het aan')).not.toContain('referentie');
    expect(await sanne.types('/mijngegevens toch-niet')).not.toContain('referentie');
  });
}
