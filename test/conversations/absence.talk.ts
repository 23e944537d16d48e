/** `/afwezig` and `/ik-ben-er`, by a teacher, for a chair and by a director. */
import { expect } from 'vitest';
import { type OpenTalk, talkIn } from '../support/chat/talk.ts';

export function absence(open: OpenTalk): void {
  const test = talkIn(open);

  test('a teacher is away, by a line and by a form, and comes back', async ({ sanne }) => {
    expect(await sanne.types('/afwezig 12 t/m 16 januari')).toContain('van dinsdag 12 januari 2027');
    expect(await sanne.presses('Ongedaan maken')).not.toContain('referentie');
    expect(await sanne.types('/afwezig')).toContain('Eerste dag *: 2026-11-24');
    const mistake = await sanne.submits({ 'Laatste dag': '2026-11-01' });
    expect(sanne.modal()).toContain(mistake.split('\n')[1]);
    expect(await sanne.submits({ 'Laatste dag': '2026-11-27' })).toContain('Genoteerd');
    expect(await sanne.types('/ik-ben-er')).not.toContain('referentie');
  });

  test('who is away gets no digest, and one on the day of return', async ({ school, sanne, nadia }) => {
    await nadia.types('/actie Kopieën maken @Nadia 27 november');
    await sanne.types('/afwezig 25 t/m 26 november');
    await school.comes('2026-11-26T07:05:00Z');
    expect(sanne.sees().join('\n')).not.toContain('Goedemorgen');
    expect(nadia.sees().at(-1)).toContain('Goedemorgen Nadia');
  });

  test('a director says that a chair is away, who hears of it', async ({ school, nadia, marieke }) => {
    await marieke.types('/school mensen');
    expect(await marieke.presses('Afwezig', { occurrence: 5 })).toContain('Wanneer is Nadia er niet?');
    expect(await marieke.submits({ 'Eerste dag': '2026-12-07', 'Laatste dag': '2026-12-08' })).toContain('Nadia');
    await school.comes('2026-11-30T07:05:00Z');
    expect(nadia.sees().at(-1)).toContain('7 december');
  });
}
