/** Whatever somebody asks where others read along, only they read the answer: in their own chat with the bot. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Member } from '../../support/teams/member.ts';
import { messageWords } from '../../support/teams/screen-words.ts';
import type { TeamsSchool } from '../../support/teams/teams-school.ts';
import { openRegenbui } from './regenbui.ts';

const POINTER = 'Ik heb je een persoonlijk bericht gestuurd.';
const OPEN_APP =
  'Ik kan je nog geen persoonlijk bericht sturen. Open eerst de app Leerteambot in Teams en probeer het dan opnieuw.';

/** What the bot wrote there, pointers too. */
function written(school: TeamsSchool, where: string): readonly string[] {
  const { fake } = school;
  return fake
    .messages(where)
    .filter(({ from }) => from === fake.app.bot)
    .map(({ activity }) => messageWords(activity));
}

describe('asked where others read along', () => {
  let school: TeamsSchool;
  beforeAll(async () => {
    school = await openRegenbui({ groups: { koffie: ['Marieke', 'Nadia', 'Sanne'] } });
    await school.member('Nadia').types('/pop overleg');
  });
  afterEach(() => {
    expect(school.faults).toEqual([]);
    expect(school.leaks()).toEqual([]);
  });
  afterAll(() => school.stop());

  const LINES = [
    ['Sanne', 'doel status', 'Doelen van Bovenbouw'],
    ['Nadia', '/doel update 1 loopt achter 18', 'Opgeslagen: doel 1 loopt achter, 18%'],
    ['Nadia', 'actie team', 'Acties van Bovenbouw'],
    ['Sanne', 'agenda', 'Leerteam Bovenbouw · donderdag 26 november'],
    ['Marieke', 'pop overzicht', 'POP-stappen op De Regenbui'],
    ['Marieke', 'overzicht', 'Vraagt aandacht'],
    ['Sanne', 'afwezig 14 december', 'maandag 14 december'],
    ['Sanne', 'instellingen', 'Hoe laat wil je het dagelijkse bericht?'],
    ['Sanne', 'hulp', '/doel status'],
    ['Sanne', 'school', 'Vraag het aan Marieke.'],
    ['Sanne', 'doel stauts', 'Bedoel je /doel status?'],
  ] as const;

  test.each(LINES.flatMap((line) => (['team', 'koffie'] as const).map((where) => [...line, where] as const)))(
    '%s: %s',
    async (name, line, answer, where) => {
      const place = school.channel(where);
      const member = school.member(name);
      const before = written(school, place).length;
      await member.mentions(line, place);
      expect(written(school, place).slice(before)).toEqual([POINTER]);
      expect(messageWords(school.fake.messages(member.chat).at(-1)!.activity)).toContain(answer);
    },
  );

  test('the pointer stands in the thread of the question', async () => {
    const place = school.channel('team');
    await school.member('Sanne').mentions('doel status', place);
    const [question, pointer] = school.fake.messages(place).slice(-2);
    expect(pointer).toMatchObject({ thread: question!.id, activity: { text: POINTER } });
  });

  test('a form for it is filled in, and answered, in the own chat', async () => {
    const sanne = school.member('Sanne');
    const place = school.channel('bovenbouw');
    const before = written(school, place);
    await sanne.mentions('agenda punt', place);
    expect(sanne.modal()).toContain('Punt voor Bovenbouw, donderdag 26 november');
    expect(await sanne.submits({ 'Waar gaat het over?': 'Lezen in groep 5' })).toContain('Lezen in groep 5');
    expect(written(school, place)).toEqual([...before, POINTER]);
  });

  test('a file too', async () => {
    const sanne = school.member('Sanne');
    const place = school.channel('koffie');
    await sanne.mentions('mijngegevens', place);
    expect(sanne.offers()).toHaveLength(2);
    expect(await sanne.files()).toHaveLength(2);
    expect(written(school, place).at(-1)).toBe(POINTER);
  });

  test('a button under the shared agenda is answered to whoever presses it', async () => {
    const place = school.channel('bovenbouw');
    await school.member('Nadia').types('/agenda delen');
    const [agenda] = school.postsIn(place);
    const nico = school.member('Nico');
    expect(await nico.presses('Punt inbrengen')).toContain(POINTER);
    expect(await nico.submits({ 'Waar gaat het over?': 'Pleinwacht' })).toContain('Pleinwacht');
    expect(school.member('Sanne').sees().join('\n')).not.toContain('Punt voor Bovenbouw, donderdag 26 november\nWaar');
    expect(school.postsIn(place)).toHaveLength(1);
    expect(school.postsIn(place)[0]!.words).not.toBe(agenda!.words);
    expect(school.postsIn(place)[0]!.words).toContain('Pleinwacht');
  });
});

describe('what may be said where others read along', () => {
  let school: TeamsSchool;
  beforeEach(async () => {
    school = await openRegenbui();
  });
  afterEach(async () => {
    expect([school.faults, school.leaks()]).toEqual([[], []]);
    await school.stop();
  });

  test('thanks are answered there, and nowhere else', async () => {
    const sanne = school.member('Sanne');
    await sanne.mentions('dank je wel', school.channel('team'));
    expect(written(school, school.channel('team'))).toEqual(['Graag gedaan.']);
    expect(written(school, sanne.chat)).toEqual([]);
  });

  test('the agenda is shared by who asks for it there: it needs no message of their own', async () => {
    const nadia = school.member('Nadia');
    const place = school.channel('bovenbouw');
    await nadia.mentions('agenda delen', place);
    expect(written(school, place).toSorted()).toEqual([
      'Gedeeld. De agenda staat in dit kanaal.',
      expect.stringContaining('Leerteam Bovenbouw · donderdag 26 november'),
    ]);
    expect(written(school, nadia.chat)).toEqual([]);
    // Once more: that it was shared before is told to the one who asks.
    await nadia.mentions('agenda delen', place);
    expect(written(school, place).at(-1)).toBe(POINTER);
  });

  test('in another channel the answer is for who asks', async () => {
    await school.member('Nadia').mentions('agenda delen', school.channel('team'));
    expect(written(school, school.channel('team'))).toEqual([POINTER]);
    expect(school.postsIn(school.channel('bovenbouw'))).toHaveLength(1);
  });
});

describe('who cannot be written to, or is not helped', () => {
  let school: TeamsSchool;
  let sanne: Member;
  beforeEach(async () => {
    school = await openRegenbui();
    sanne = school.member('Sanne');
  });
  afterEach(async () => {
    expect(school.leaks()).toEqual([]);
    await school.stop();
  });

  test('without the app: the channel says what to do first, and after that it works', async () => {
    const place = school.channel('team');
    school.fake.uninstall(sanne.person.aadId);
    for (const line of ['doel status', 'agenda punt', 'mijngegevens']) await sanne.mentions(line, place);
    expect(written(school, place)).toEqual([OPEN_APP, OPEN_APP, OPEN_APP]);
    await school.givesApp('Sanne');
    expect(await sanne.mentions('doel status', place)).toContain('Doelen van Bovenbouw');
    expect(written(school, place).at(-1)).toBe(POINTER);
    expect(school.faults).toEqual([]);
  });

  test.each([
    ['a guest', { guest: true, upn: 'gast_elders.example#EXT#@proefschool.onmicrosoft.com' }, 'Je bent gast'],
    ['of another organisation', { tenant: '00000000-1111-4222-8333-444444444444' }, 'andere organisatie'],
  ])('%s: told so in the channel, without a word of the school', async (_, changes, told) => {
    const place = school.channel('team');
    school.fake.changeMember(sanne.person.aadId, changes);
    // Who they are is asked again after an hour.
    school.clock.moveTo(new Date('2026-11-24T10:00:00Z'));
    await sanne.mentions('doel status', place);
    expect(written(school, place)).toEqual([expect.stringContaining(told)]);
    expect(sanne.sees().join('\n')).not.toContain('Bovenbouw');
  });
});
