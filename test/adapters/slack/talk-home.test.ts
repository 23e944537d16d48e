/** The App Home is "Mijn leerteam": what is done there is answered in a modal, and the page is right again after each act. */
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { SlackSchool } from '../../support/slack/slack-school.ts';
import { openRegenbui } from './regenbui.ts';

let school: SlackSchool;
beforeAll(async () => {
  school = await openRegenbui();
});
afterEach(() => expect(school.faults).toEqual([]));
afterAll(() => school.stop());

describe('a teacher', () => {
  test('finishes an action: the answer is in a modal, and the action is gone from Home', async () => {
    const sanne = school.member('Sanne');
    await sanne.opensHome();
    await sanne.presses('Klaar');
    expect(sanne.modal()).toContain('is klaar.');
    expect(sanne.home()).not.toContain('Toetsanalyse klaarzetten');
    await sanne.presses('Ongedaan maken');
    await sanne.closes();
    expect(sanne.home()).toContain('Toetsanalyse klaarzetten');
  });

  test('makes an action: form and answer in the modal', async () => {
    const sanne = school.member('Sanne');
    await sanne.opensHome();
    await sanne.presses('Nieuwe actie');
    await sanne.submits({ Wat: 'Stoelen halen', Wie: 'Mijzelf', 'Wanneer klaar': '2026-12-01' });
    expect(sanne.modal()).toContain('Stoelen halen');
    expect(sanne.home()).toContain('Stoelen halen');
  });
});

test.each(['Nadia', 'Marieke', 'Ad', 'Bea'])('%s finds the answer to each button in a modal', async (name) => {
  const member = school.member(name);
  await member.opensHome();
  for (const [, label] of member.home()!.matchAll(/\[([^\]]+)\]/g)) {
    await member.opensHome();
    await member.presses(label!);
    expect(member.modal(), label).not.toBeNull();
    await member.closes();
  }
});
