/** `/advies`: from a draft of a teacher, through the chair, to the answer of the director. */
import { expect } from 'vitest';
import { type OpenTalk, talkIn } from '../support/chat/talk.ts';

export function advice(open: OpenTalk): void {
  const test = talkIn(open);

  test('a teacher drafts, the chair sends, the director answers, and the answer is on the agenda of the team', async ({
    sanne,
    nadia,
    marieke,
  }) => {
    expect(await sanne.types('/advies')).toContain('Het wordt een concept op de agenda van Bovenbouw.');
    const answer = await sanne.submits({
      'Wat adviseren of vragen jullie?': 'Meer tijd voor rekenen',
      'Waarom?': 'De toetsen vallen samen.',
    });
    expect(answer).toContain('Advies 1 staat als concept op de agenda van Bovenbouw.');

    expect(await nadia.types('/advies lijst')).toContain('1 Meer tijd voor rekenen · ○ concept');
    expect(await nadia.presses('Versturen')).not.toContain('referentie');
    expect(await nadia.types('/advies lijst')).toContain('▲ wacht op antwoord');

    await marieke.types('/advies lijst');
    expect(await marieke.presses('Antwoorden')).not.toContain('referentie');
    expect(await marieke.submits({ 'Wat doet het MT ermee?': 'overgenomen', 'Waarom?': 'Na de kerst.' })).toContain(
      'Na de kerst.',
    );
    expect(await nadia.types('/advies lijst')).toContain('overgenomen');
    expect(await nadia.types('/agenda')).toContain('Meer tijd voor rekenen');
  });

  test('a chair sends in one line and takes it back; the director reads it in a channel, alone', async ({
    school,
    nadia,
    marieke,
    piet,
  }) => {
    expect(await nadia.types('/advies Graag een uur voor de toetsanalyse')).toContain(
      'Advies 2 is verstuurd aan het MT.',
    );
    expect(await marieke.mentions('advies lijst', school.channel('team'))).toContain(
      'Graag een uur voor de toetsanalyse',
    );
    expect(piet.sees().join('\n')).not.toContain('toetsanalyse');
    expect(await nadia.presses('Intrekken')).not.toContain('referentie');
    expect(await marieke.types('/advies antwoord 9 overgenomen Ja')).toContain('Ik vind geen advies 9.');
  });
}
