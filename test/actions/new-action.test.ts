/** `/actie <wat> @wie <datum>`: whom it is asked of, of which team it is, and what is asked back. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { plain } from '../../src/bot/plain.ts';
import { REGENBUI, type SchoolDraft } from '../support/store.ts';
import { Talk } from '../support/talk.ts';

const SCHOOL: SchoolDraft = {
  ...REGENBUI,
  staff: [
    ...REGENBUI.staff,
    { name: 'Jan de Vries', workingDays: ['ma'] },
    { name: 'Jan Bakker' },
    { name: 'Tessa' },
    { name: 'Bea', roles: ['bestuur'] },
  ],
  teams: [
    ...REGENBUI.teams!,
    { team: 'Taal', chair: 'Tessa', members: ['Tessa', 'Nico', 'Sanne'] },
    { team: 'Rekenen', chair: 'Tessa', members: ['Tessa', 'Sanne', 'Nico'] },
  ],
};
const OTHER: SchoolDraft = {
  school: { school: 'De Zonnebloem', region: 'noord' },
  staff: [{ name: 'Piet' }, { name: 'Carla' }, { name: 'Nadia', email: 'nadia@example.org' }, { name: 'Dirk' }],
};

let talk: Talk;
beforeEach(async () => {
  ({ talk } = await Talk.open(SCHOOL));
});
afterEach(() => talk.opened.close());

const actions = () => talk.opened.store.actions.lines({});
const last = async () => (await actions()).toSorted((a, b) => a.number - b.number).at(-1);

describe('one line', () => {
  test('asks somebody else, and stays with the giver until then', async () => {
    expect(await talk.says('Nadia', '/actie Ouderavond voorbereiden @Sanne voor 14 december')).toBe(
      [
        'Actie 1 Ouderavond voorbereiden staat erin, voor maandag 14 december.',
        'Ik vraag het Sanne in het volgende bericht. Tot Sanne ja zegt, is de actie van jou.',
        '[Bekijk actie]',
      ].join('\n'),
    );
    expect(await last()).toMatchObject({
      what: 'Ouderavond voorbereiden',
      ownerName: 'Nadia',
      offeredToName: 'Sanne',
      offeredOn: '2026-11-24',
      due: '2026-12-14',
      teamName: 'Bovenbouw',
      agreed: false,
    });
  });

  test('to oneself is at once theirs', async () => {
    expect(await talk.says('Nadia', '/actie Toetsen nakijken @Nadia vrijdag')).toContain('Jij doet het.');
    expect(await last()).toMatchObject({ ownerName: 'Nadia', offeredToId: null, due: '2026-11-27' });
  });

  test('sent twice is one action', async () => {
    await talk.says('Nadia', '/actie Toetsen nakijken @Nadia vrijdag', 'message-1');
    expect(await talk.says('Nadia', '/actie Toetsen nakijken @Nadia vrijdag', 'message-1')).toContain(
      'Dit had je al gedaan.',
    );
    expect(await actions()).toHaveLength(1);
  });

  test.each([
    ['/actie team uitnodigen @Sanne vrijdag', 'team uitnodigen', 'Sanne'],
    ['/actie klaar zetten van de zaal @Sanne vrijdag', 'klaar zetten van de zaal', 'Sanne'],
    ['/actie stop bord bestellen @Jan de Vries 14-12', 'stop bord bestellen', 'Jan de Vries'],
    ['/actie overdragen groep 6 @Sanne vrijdag', 'overdragen groep 6', 'Sanne'],
    ['/actie datum prikken @Sanne vrijdag', 'datum prikken', 'Sanne'],
    ['/actie hulp zoeken voor vrijdag @Sanne', 'hulp zoeken', 'Sanne'],
  ])('%s is an action, whatever its first word', async (line, what, who) => {
    await talk.says('Nadia', line);
    expect(await last()).toMatchObject({ what, offeredToName: who });
  });

  test('a person by address; a name that two people share is asked after', async () => {
    await talk.says('Nadia', '/actie Toetsen nakijken @sanne@example.org vrijdag');
    expect(await last()).toMatchObject({ offeredToName: 'Sanne' });
    expect(await talk.says('Nadia', '/actie Toetsen nakijken @Jan vrijdag')).toBe(
      'Er zijn meer collega’s die "Jan" heten. Wie bedoel je?\n[Jan Bakker] [Jan de Vries]',
    );
    // A day later `vrijdag` is still the Friday that was meant.
    talk.now = new Date('2026-11-27T08:30:00Z');
    await talk.presses('Nadia', 'Jan de Vries');
    expect(await last()).toMatchObject({ offeredToName: 'Jan de Vries', due: '2026-11-27' });
  });

  test('two people are one too many', async () => {
    expect(await talk.says('Nadia', '/actie Toetsen nakijken @Sanne @Nico vrijdag')).toBe(
      'Een actie heeft precies één eigenaar. Wie doet het?\n[Sanne] [Nico]',
    );
    expect(await actions()).toEqual([]);
    await talk.presses('Nadia', 'Nico');
    expect(await last()).toMatchObject({ offeredToName: 'Nico' });
  });
});

describe('what is missing is asked for in the same conversation', () => {
  test.each([
    ['/actie nieuw', '', '', ''],
    ['/actie Toetsen nakijken', 'Toetsen nakijken', '', ''],
    ['/actie Toetsen nakijken vrijdag', 'Toetsen nakijken', '', '2026-11-27'],
    ['/actie Toetsen nakijken @Sanne', 'Toetsen nakijken', 'Sanne', ''],
    ['/actie @Sanne vrijdag', '', 'Sanne', '2026-11-27'],
    ['/actie team uitnodigen', 'team uitnodigen', '', ''],
  ])('%s', async (line, what, who, due) => {
    await talk.says('Nadia', line);
    const form = talk.form();
    const value = (name: string) => form.fields.find((field) => field.name === name)!;
    const chosen = value('wie');
    const label = chosen.kind === 'choice' ? chosen.options.find((option) => option.value === chosen.value)?.label : '';
    expect([value('wat').value ?? '', label ?? '', value('datum').value ?? '']).toEqual([what, who, due]);
    expect(plain(form)).toContain('Noem geen namen van leerlingen.');
    await talk.fills('Nadia', {
      wat: what || 'Iets doen',
      wie: chosen.value ?? `id:${await idOf('Nico')}`,
      datum: due || '2026-12-01',
    });
    expect(await last()).toMatchObject({ what: what || 'Iets doen', offeredToName: who || 'Nico' });
  });

  const idOf = async (name: string) =>
    (await talk.opened.store.people.actorByEmail(`${name.toLowerCase()}@example.org`, '2026-11-24' as never))!.id;
});

describe('a date', () => {
  test('on a closed day: the next open day is proposed', async () => {
    expect(await talk.says('Nadia', '/actie Bellen @Sanne 25 december')).toBe(
      '25 december valt in de kerstvakantie. Zal ik maandag 4 januari 2027 nemen?\n[Ja] [Andere datum] [Toch 25 december]',
    );
    expect(await actions()).toEqual([]);
    await talk.presses('Nadia', 'Ja');
    expect(await last()).toMatchObject({ due: '2027-01-04', offeredToName: 'Sanne', what: 'Bellen' });
  });

  test('on a closed day all the same, or another one', async () => {
    await talk.says('Nadia', '/actie Bellen @Sanne 28 november');
    expect(plain(talk.last!)).toContain(
      'Op zaterdag 28 november is de school dicht. Zal ik maandag 30 november nemen?',
    );
    await talk.presses('Nadia', 'Toch 28 november');
    expect(await last()).toMatchObject({ due: '2026-11-28' });
    await talk.says('Nadia', '/actie Mailen @Sanne 28 november');
    await talk.presses('Nadia', 'Andere datum');
    await talk.fills('Nadia', { datum: '2026-12-02' });
    expect(await last()).toMatchObject({ what: 'Mailen', due: '2026-12-02', offeredToName: 'Sanne' });
  });

  test.each([
    ['14 november', '14 november is al voorbij. Kies een dag vanaf vandaag. Er is niets opgeslagen.'],
    ['gisteren', '23 november is al voorbij. Kies een dag vanaf vandaag. Er is niets opgeslagen.'],
    ['1-9-2026', '1 september is al voorbij. Kies een dag vanaf vandaag. Er is niets opgeslagen.'],
    ['1-9-2030', 'zondag 1 september 2030 is meer dan twee jaar vooruit. Klopt de datum? Er is niets opgeslagen.'],
  ])('%s is refused, and asked again', async (typed, answer) => {
    expect(await talk.says('Nadia', `/actie Bellen @Sanne ${typed}`)).toBe(`${answer}\n[Andere datum]`);
    await talk.presses('Nadia', 'Andere datum');
    await talk.fills('Nadia', { datum: '2026-12-02' });
    expect(await actions()).toHaveLength(1);
  });

  test('that is none at all', async () => {
    const args = { wat: 'Bellen', wie: '@Sanne', datum: 'ooit' };
    expect(await talk.does('Nadia', 'actie.nieuw', args)).toContain('Ik begrijp de datum ooit niet.');
    expect(await actions()).toEqual([]);
  });
});

describe('the leerteam', () => {
  test.each([
    ['Nadia', 'Tessa', 'Bovenbouw', 'the only team of the giver'],
    ['Marieke', 'Sanne', '', 'none: the giver has no team'],
    ['Sanne', 'Nadia', 'Bovenbouw', 'the one that both are in'],
  ])('%s gives %s: %s, %s', async (giver, owner, team) => {
    await talk.says(giver, `/actie Bellen @${owner} vrijdag`);
    expect(await last()).toMatchObject({ teamName: team });
  });

  test('is asked after when both are in several', async () => {
    expect(await talk.says('Sanne', '/actie Bellen @Tessa vrijdag')).toBe(
      'Bij welk leerteam hoort deze actie?\n[Rekenen] [Taal] [Geen leerteam]',
    );
    await talk.presses('Sanne', 'Taal');
    expect(await last()).toMatchObject({ teamName: 'Taal' });
    await talk.says('Sanne', '/actie Bellen @Tessa vrijdag');
    await talk.presses('Sanne', 'Geen leerteam');
    expect(await last()).toMatchObject({ teamId: null });
  });

  test('is asked after a form too, with a way back to what was filled in', async () => {
    await talk.says('Sanne', '/actie Bellen');
    const who = talk.form().fields.find(({ name }) => name === 'wie');
    const tessa = who?.kind === 'choice' ? who.options.find(({ label }) => label === 'Tessa') : undefined;
    const filled = { wie: tessa!.value, datum: '2026-12-01' };
    expect(await talk.fills('Sanne', filled)).toBe(
      'Bij welk leerteam hoort deze actie?\n[Rekenen] [Taal] [Geen leerteam]\n[Verder invullen]',
    );
    await talk.presses('Sanne', 'Verder invullen');
    expect(talk.form().fields.map(({ value }) => value)).toEqual(['Bellen', filled.wie, filled.datum]);
    await talk.fills('Sanne', { wat: 'Bellen over de excursie' });
    await talk.presses('Sanne', 'Taal');
    expect(await last()).toMatchObject({ what: 'Bellen over de excursie', teamName: 'Taal' });
  });

  test('of somebody else is refused', async () => {
    const args = { wat: 'Bellen', wie: '@Sanne', datum: '2026-12-01', leerteam: 'Taal' };
    expect(await talk.does('Nadia', 'actie.nieuw', args)).toContain('Vraag het aan Tessa.');
    expect(await actions()).toEqual([]);
  });

  test('and the goal of a button', async () => {
    const args = { wat: 'Bellen', wie: '@Sanne', datum: '2026-12-01', doel: '1' };
    await talk.does('Sanne', 'actie.nieuw', args);
    expect(await last()).toMatchObject({ goalId: 1, teamName: 'Bovenbouw' });
  });
});

describe('who', () => {
  test('outside the school is refused', async () => {
    talk.opened.close();
    ({ talk } = await Talk.open(SCHOOL, OTHER));
    for (const who of ['@Dirk', '@dirk@example.org', `id:${999}`]) {
      const args = { wat: 'Bellen', wie: who, datum: '2026-12-01' };
      expect(await talk.does('Sanne', 'actie.nieuw', args)).toContain('Ik vind geen collega');
    }
    expect(await actions()).toEqual([]);
  });

  test('a typing error brings the nearest name', async () => {
    expect(await talk.says('Nadia', '/actie Bellen @Sane vrijdag')).toContain('Bedoel je:\n[Sanne]');
    await talk.presses('Nadia', 'Sanne');
    expect(await last()).toMatchObject({ offeredToName: 'Sanne', due: '2026-11-27' });
  });

  test('at one of two schools', async () => {
    talk.opened.close();
    ({ talk } = await Talk.open(
      { ...SCHOOL, staff: SCHOOL.staff.map((one) => (one.name === 'Tessa' ? { ...one, name: 'Tessa' } : one)) },
      { ...OTHER, staff: [...OTHER.staff, { name: 'Tessa' }] },
    ));
    await talk.says('Nadia', '/actie Bellen @Piet vrijdag');
    expect(await last()).toMatchObject({ offeredToName: 'Piet', teamId: null });
    expect(await talk.says('Nadia', '/actie Bellen @Tessa vrijdag')).toBe(
      'Op welke school is deze actie?\n[De Regenbui] [De Zonnebloem]',
    );
    await talk.presses('Nadia', 'De Zonnebloem');
    expect(await last()).toMatchObject({ offeredToName: 'Tessa', teamId: null });
  });

  test('a board member gives none', async () => {
    expect(await talk.says('Bea', '/actie Bellen @Sanne vrijdag')).toContain(
      "Acties zijn voor de collega's van een school.",
    );
    expect(await actions()).toEqual([]);
  });
});

test('what is too long is refused', async () => {
  expect(await talk.says('Nadia', `/actie ${'heel '.repeat(60)}@Sanne vrijdag`)).toContain(
    'is te lang: hooguit 200 tekens',
  );
  expect(await actions()).toEqual([]);
});
