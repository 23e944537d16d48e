/** The App Home is "Mijn leerteam": the welcome at first, then what comes next, and it is right again after every act on it. */
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { SlackSchool } from '../../support/slack/slack-school.ts';
import { openRegenbui, SCHOOL } from './regenbui.ts';

let school: SlackSchool;
beforeAll(async () => {
  const staff = SCHOOL.staff.map((one) => (one.name === 'Sanne' ? { ...one, workingDays: null } : one));
  school = await openRegenbui({ schools: [{ ...SCHOOL, staff, newcomers: true }] });
});
afterEach(() => expect(school.faults).toEqual([]));
afterAll(() => school.stop());

describe('a teacher', () => {
  test('is welcomed once, chooses working days, and finds Home filled', async () => {
    const sanne = school.member('Sanne');
    expect(await sanne.opensHome()).toContain('Hoi Sanne, ik ben Leerteambot.');
    expect(sanne.home()).toContain('Op welke dagen werk je?');
    const button = /\[([^\]]*Andere dagen[^\]]*|[^\]]*dagen kiezen[^\]]*|Kies[^\]]*)\]/i.exec(sanne.home()!)?.[1];
    expect(await sanne.presses(button!)).toContain('De Regenbui');
    await sanne.submits({ 'Werkdagen op De Regenbui': ['ma', 'di', 'do'] });
    if (sanne.modal()) await sanne.closes();
    await sanne.opensHome();
    expect(sanne.home()).not.toContain('Hoi Sanne');
    expect(sanne.home()).toContain('Mijn leerteam');
    expect(sanne.home()).toContain('donderdag 26 november, 15.00');
    expect(sanne.home()).toContain('Toetsanalyse klaarzetten');
  });

  test('finishes an action there: the answer is in a modal, and the action is gone from Home', async () => {
    const sanne = school.member('Sanne');
    await sanne.opensHome();
    expect(await sanne.presses('Klaar')).toContain('Actie 1 Toetsanalyse klaarzetten is klaar.');
    expect(sanne.modal()).toContain('is klaar.');
    expect(sanne.home()).not.toContain('Toetsanalyse klaarzetten');
    expect(await sanne.presses('Ongedaan maken')).toContain('Toetsanalyse klaarzetten');
    await sanne.closes();
    expect(sanne.home()).toContain('Toetsanalyse klaarzetten');
  });

  test('makes an action from Home: form and answer in the modal', async () => {
    const sanne = school.member('Sanne');
    await sanne.opensHome();
    expect(await sanne.presses('Nieuwe actie')).toContain('Wat *:');
    await sanne.submits({ Wat: 'Stoelen halen', Wie: 'Mijzelf', 'Wanneer klaar': '2026-12-01' });
    expect(sanne.home()).toContain('Stoelen halen');
  });
});

describe.each([
  ['Nadia', ['Bovenbouw', '[Doelen]']],
  ['Marieke', ['MT', '[School]']],
  ['Ad', ['Mijn startpagina', '[School]']],
  ['Bea', ['Mijn startpagina', '[Overzicht]']],
])('%s', (name, words) => {
  test('is welcomed, then has a Home of their own', async () => {
    const member = school.member(name);
    expect(await member.opensHome()).toContain(name);
    await member.opensHome();
    for (const word of words) expect(member.home()).toContain(word);
    for (const [, label] of member.home()!.matchAll(/\[([^\]]+)\]/g)) {
      await member.opensHome();
      await member.presses(label!);
      expect(member.modal(), label).not.toBeNull();
      await member.closes();
    }
  });
});
