/** `/overzicht`: the director's month, the chair's team and the board's goals, with a chart that says the same in words. */
import { expect } from 'vitest';
import { type OpenTalk, talkIn } from '../support/chat/talk.ts';

export function summary(open: OpenTalk): void {
  const test = talkIn(open);

  test('the director reads what needs attention, sees a chart, and says that a meeting took place', async ({
    nadia,
    marieke,
  }) => {
    await nadia.types('/doel update 1 op koers 22 "Groep 8 rekent beter." succes');
    const shown = await marieke.types('/overzicht');
    expect(shown).toContain('De Regenbui · november tot nu toe');
    expect(shown).toContain('doel 2 Elke week rijke teksten');
    expect(shown).toContain('Groep 8 rekent beter.');
    expect(shown).toContain('(chart: Doelen per maand)');
    expect(shown).toContain('Van augustus tot en met november, elke maand:');
    expect(await marieke.presses('Ging door')).toContain('ging door');
    expect(await marieke.presses('Bekijk doel')).toContain('Elke week rijke teksten');
  });

  test('the chair reads the team, the board the counts, and a teacher where to look', async ({ sanne, nadia, bea }) => {
    expect(await nadia.types('/overzicht')).toContain('Bovenbouw · De Regenbui · november tot nu toe');
    const board = await bea.types('/overzicht');
    expect(board).toContain('Doelen van 1 school');
    expect(board).not.toContain('Groep 8 rekent beter.');
    expect(await sanne.types('/overzicht')).toContain('Met /doel status zie je');
  });

  test('asked in a channel, only the director reads it', async ({ school, marieke }) => {
    const channel = school.channel('team');
    expect(await marieke.types('/overzicht', { in: channel })).toContain('Vraagt aandacht');
    expect(school.postsIn(channel)).toEqual([]);
  });
}
