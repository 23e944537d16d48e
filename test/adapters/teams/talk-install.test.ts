/** The app comes to people, teams and groups, and goes again: one welcome at a good moment, and nothing that disturbs. */
import { afterEach, describe, expect, test } from 'vitest';
import { SCHOOL } from '../../support/chat/regenbui.ts';
import type { TeamsSchool } from '../../support/teams/teams-school.ts';
import { openRegenbui } from './regenbui.ts';

const NEW = { schools: [{ ...SCHOOL, newcomers: true }], withoutApp: true };

let school: TeamsSchool;
afterEach(async () => {
  expect(school.faults).toEqual([]);
  expect(school.leaks()).toEqual([]);
  await school.stop();
});

describe('a teacher who gets the app', () => {
  test('on an own working day is welcomed, once, and can go on from there', async () => {
    school = await openRegenbui(NEW);
    const sanne = school.member('Sanne');
    await school.givesApp('Sanne');
    const welcome = sanne.sees();
    expect(welcome.join('\n').match(/Hoi Sanne, ik ben Leerteambot\./g)).toHaveLength(1);
    await school.givesApp('Sanne');
    expect(sanne.sees()).toEqual(welcome);
    expect(await sanne.presses('Mijn leerteam')).toContain('donderdag 26 november, 15.00');
  });

  test.each([
    ['in the evening', '2026-11-24T20:00:00Z', 'Sanne'],
    ['on a day that is not theirs', '2026-11-25T09:00:00Z', 'Nadia'],
    ['in a vacation', '2026-12-29T09:00:00Z', 'Sanne'],
    ['on a Sunday', '2026-11-29T09:00:00Z', 'Sanne'],
  ])('%s is not disturbed; the first word is answered with hello', async (_, at, name) => {
    school = await openRegenbui({ ...NEW, at });
    const member = school.member(name);
    await school.givesApp(name);
    await school.tick();
    expect(school.fake.messages(member.chat)).toEqual([]);
    expect(await member.writes('start')).toContain(`Hoi ${name}, ik ben Leerteambot.`);
  });

  test('and whose admin rolled it out for all at night gets the first digest in the morning', async () => {
    school = await openRegenbui({ schools: NEW.schools, at: '2026-11-25T23:30:00Z' });
    expect(school.member('Sanne').sees()).toEqual([]);
    await school.comes('2026-11-26T07:05:00Z');
    expect(school.member('Sanne').sees().join('\n')).toContain('Goedemorgen Sanne');
  });
});

test('somebody whom no school knows hears nothing until they ask, and then whom to ask', async () => {
  school = await openRegenbui(NEW);
  const { aadId } = school.fake.addMember({ name: 'Vreemde', email: 'vreemde@example.org' });
  for (const activity of school.activities.installed(aadId)) await school.post(activity);
  await school.settled();
  expect(school.fake.messages(aadId)).toEqual([]);
  await school.post(school.activities.message(aadId, 'doel status'));
  await school.settled();
  const [, answer] = school.fake.messages(aadId);
  expect(JSON.stringify(answer!.activity)).toContain('ik ken je nog niet');
});

describe('a team and a group', () => {
  test('hear once how it works, in one place, and nobody is named', async () => {
    school = await openRegenbui({ groups: { koffie: ['Nadia', 'Sanne'] }, withoutApp: true });
    const places = [school.fake.team(school.channel('bovenbouw')).id, school.channel('koffie')];
    for (const name of ['bovenbouw', 'koffie', 'bovenbouw', 'koffie']) await school.getsApp(school.channel(name));
    for (const place of places) {
      const words = school.postsIn(place).map(({ words }) => words);
      expect(words).toEqual([expect.stringContaining('@Leerteambot agenda')]);
    }
    expect(school.postsIn(school.channel('bovenbouw'))).toEqual([]);
  });

  test('get an agenda as soon as the app is there, before anybody spoke to it', async () => {
    school = await openRegenbui({ withoutApp: true });
    await school.givesApp('Nadia');
    await school.getsApp(school.channel('bovenbouw'));
    await school.member('Nadia').types('/agenda delen');
    expect(school.postsIn(school.channel('bovenbouw'))).toHaveLength(1);
  });
});

test('whose app is gone gets nothing; it waits until the app is back', async () => {
  school = await openRegenbui();
  const nico = school.member('Nico');
  school.fake.uninstall(nico.person.aadId);
  for (const activity of school.activities.removed(nico.person.aadId)) await school.post(activity);
  await school.member('Sanne').types('/actie Ouderavond plannen @Nico 10 december');
  await school.comes('2026-11-25T07:05:00Z');
  expect(school.fake.messages(nico.person.aadId)).toEqual([]);
  await school.givesApp('Nico');
  await school.comes('2026-11-25T10:30:00Z');
  expect(nico.sees().join('\n')).toContain('Ouderavond plannen');
});
