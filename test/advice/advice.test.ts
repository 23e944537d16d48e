/** Advice through real commands: who sends, drafts, answers and withdraws it, and what each of them sees. */
import { describe, expect, test } from 'vitest';
import type { Notice } from '../../src/bot/reply.ts';
import { localDate } from '../../src/calendar/local-date.ts';
import type { TeamId } from '../../src/people/person.ts';
import { type BuiltSchool, REGENBUI, type SchoolDraft } from '../support/store.ts';
import { Talk } from '../support/talk.ts';

/** De Regenbui with an MT, a board member, an admin and a team of the director. */
const SCHOOL: SchoolDraft = {
  ...REGENBUI,
  staff: [
    ...REGENBUI.staff,
    { name: 'Tess' },
    { name: 'Bregje', roles: ['bestuur'] },
    { name: 'Adem', roles: ['beheerder'] },
  ],
  teams: [
    ...REGENBUI.teams!,
    { team: 'MT', kind: 'MT', chair: 'Marieke', members: ['Marieke', 'Tess'] },
    { team: 'Bouw', chair: 'Marieke', members: ['Nico'] },
  ],
};
const WITHOUT_MT: SchoolDraft = { ...SCHOOL, teams: REGENBUI.teams! };

async function open(draft: SchoolDraft = SCHOOL): Promise<{ talk: Talk; school: BuiltSchool }> {
  const { talk, schools } = await Talk.open(draft);
  return { talk, school: schools[0]! };
}

async function onAgenda({ opened }: Talk, school: BuiltSchool, team: TeamId): Promise<readonly (string | null)[]> {
  return (await opened.store.agenda.openItems(school.id, team)).map(({ cause }) => cause);
}

const refused = 'Adviezen zijn voor leerteams, directeuren en IB. Vraag het aan een directeur.';

describe('sending', () => {
  test('a chair sends at once, to the agenda of the MT', async () => {
    const { talk, school } = await open();
    expect(await talk.says('Nadia', '/advies Graag een uur voor de toetsanalyse')).toMatchInlineSnapshot(`
      "Advies 1 is verstuurd aan het MT.
      Het staat op de agenda van MT.
      Het antwoord komt op de agenda van Bovenbouw.
      [Intrekken]"
    `);
    expect(await onAgenda(talk, school, school.team('MT'))).toEqual(['advies aan het MT']);
    expect(await onAgenda(talk, school, school.team('Bovenbouw'))).toEqual([]);
  });

  test('without an MT it is on no agenda', async () => {
    const { talk } = await open(WITHOUT_MT);
    expect(await talk.says('Nadia', '/advies Graag een uur')).not.toContain('agenda van MT');
  });

  test('without text there is a form that says who reads along', async () => {
    const { talk } = await open();
    expect(await talk.says('Nadia', '/advies')).toMatchInlineSnapshot(`
      "Advies aan het MT
      Het gaat meteen naar het MT. Het antwoord komt op de agenda van Bovenbouw.
      Wat adviseren of vragen jullie? *: 
      Waarom?: 
      [Versturen]
      Je team, de directeur en de IB lezen dit. Noem geen namen van leerlingen."
    `);
    await talk.fills('Nadia', { tekst: 'Graag een uur', redenen: 'Nu doen we het thuis' });
    expect(await talk.says('Nadia', '/advies 1')).toContain('Waarom: Nu doen we het thuis');
  });

  test('a member drafts, and the chair sends from the list', async () => {
    const { talk, school } = await open();
    expect(await talk.says('Sanne', '/advies Meer boeken in de gang')).toMatchInlineSnapshot(`
      "Advies 1 staat als concept op de agenda van Bovenbouw. Nadia kan het versturen.
      [Intrekken]"
    `);
    expect(await onAgenda(talk, school, school.team('Bovenbouw'))).toEqual(['concept-advies']);
    expect(await talk.does('Sanne', 'advies.versturen', { advies: 'id:1' })).toBe(
      'Dat kan ik niet voor je doen. Vraag het aan Nadia.',
    );
    expect(await talk.says('Marieke', '/advies lijst')).toContain('Er is nog geen advies');
    await talk.says('Sanne', '/advies lijst');
    expect(talk.buttons().map(({ label }) => label)).toContain('Nieuw advies');
    await talk.says('Nadia', '/advies lijst');
    expect(await talk.presses('Nadia', 'Versturen')).toContain('Advies 1 is verstuurd aan het MT.');
    expect(await onAgenda(talk, school, school.team('Bovenbouw'))).toEqual([]);
    expect(await onAgenda(talk, school, school.team('MT'))).toEqual(['advies aan het MT']);
    expect(await talk.does('Nadia', 'advies.versturen', { advies: 'id:1' })).toContain('Advies 1 is al verstuurd.');
  });

  test('the chair sends a draft from the agenda; a member and the director cannot', async () => {
    const { talk } = await open();
    await talk.says('Sanne', '/advies Meer boeken in de gang');
    for (const name of ['Sanne', 'Marieke']) {
      await talk.does(name, 'agenda', { leerteam: 'Bovenbouw' });
      expect(
        talk.buttons().map(({ label }) => label),
        name,
      ).not.toContain('Punt 5: Versturen');
    }
    await talk.does('Nadia', 'agenda', { leerteam: 'Bovenbouw' });
    expect(await talk.presses('Nadia', 'Punt 5: Versturen')).toContain('Advies 1 is verstuurd aan het MT.');
    await talk.does('Tess', 'agenda', { leerteam: 'MT' });
    expect(await talk.presses('Tess', 'Punt 3: Bekijken')).toContain('Meer boeken in de gang');
  });

  test('a quality coach sends on their own behalf, or for a team', async () => {
    const { talk, school } = await open();
    expect(await talk.says('Joost', '/advies Een eigen uur voor IB')).not.toContain('Het antwoord komt op');
    await talk.does('Joost', 'advies', { tekst: 'Voor jullie', leerteam: 'Bovenbouw' });
    const list = await talk.opened.store.advice.list({ schoolIds: [school.id] });
    expect(list.map(({ teamName, state }) => [teamName, state])).toEqual([
      ['Bovenbouw', 'ingediend'],
      ['', 'ingediend'],
    ]);
    expect(await talk.does('Sanne', 'advies', { tekst: 'Ik ben IB', leerteam: `school:${school.id}` })).toContain(
      'Je bent geen IB van deze school.',
    );
  });

  test('somebody in two teams is asked for which', async () => {
    const { talk } = await open();
    expect(await talk.says('Nico', '/advies Graag een uur')).toContain('Welk leerteam bedoel je?');
    expect(await talk.presses('Nico', 'Bovenbouw')).toContain('Advies 1 is verstuurd aan het MT.');
  });

  test('of a team that the director chairs it is a decision, and the director is not asked about it', async () => {
    const { talk, school } = await open();
    const said = 'De directeur zit Bouw voor. Daarom staat dit nu als besluit bij Bouw. Ik vraag er niet meer naar.';
    expect(
      await talk.does('Marieke', 'advies', { tekst: 'Elke dag lezen', redenen: 'Het helpt', leerteam: 'Bouw' }),
    ).toBe(said);
    expect(await talk.does('Nico', 'advies', { tekst: 'Elke week schrijven', leerteam: 'Bouw' })).toContain(
      'Marieke kan het versturen.',
    );
    expect(await talk.does('Marieke', 'advies.versturen', { advies: 'id:1' })).toBe(said);
    const { minutes, outbox } = talk.opened.store;
    const decisions = await minutes.decisions(school.team('Bouw'), 5);
    expect(decisions.map(({ text }) => text)).toEqual(['Elke week schrijven', 'Elke dag lezen (Het helpt)']);
    expect((await outbox.schoolState(school.id))!.advice).toEqual([]);
  });

  test('the same click twice makes one advice', async () => {
    const { talk, school } = await open();
    await talk.says('Nadia', '/advies Graag een uur', 'message-1');
    expect(await talk.says('Nadia', '/advies Graag een uur', 'message-1')).toContain('Dit had je al gedaan.');
    expect(await talk.opened.store.advice.list({ schoolIds: [school.id] })).toHaveLength(1);
  });

  test('too long is said in one sentence, and changes nothing', async () => {
    const { talk, school } = await open();
    expect(await talk.says('Nadia', `/advies ${'lang '.repeat(120)}`)).toContain('500');
    expect(await talk.opened.store.advice.list({ schoolIds: [school.id] })).toEqual([]);
  });
});

describe('who may see it', () => {
  test.each([
    ['Bregje', '/advies'],
    ['Adem', '/advies lijst'],
    ['Adem', '/advies 1'],
    ['Bregje', '/advies antwoord 1 later nee'],
  ])('%s may not: %s', async (name, line) => {
    const { talk } = await open();
    await talk.says('Nadia', '/advies Graag een uur');
    expect(await talk.says(name, line)).toBe(refused);
  });

  test('the team, the director, the coach and the MT see it; another team does not', async () => {
    const { talk } = await open();
    await talk.says('Nadia', '/advies Graag een uur');
    for (const name of ['Nadia', 'Sanne', 'Marieke', 'Joost', 'Tess']) {
      expect(await talk.says(name, '/advies 1'), name).toContain('Graag een uur');
    }
    const { talk: other } = await open({ ...SCHOOL, staff: [...SCHOOL.staff, { name: 'Kim' }] });
    await other.says('Nadia', '/advies Graag een uur');
    expect(await other.says('Kim', '/advies 1')).toContain('Ik vind geen advies 1.');
    expect(await other.does('Kim', 'advies.toon', { advies: 'id:1' })).toContain('Ik vind dit advies niet.');
  });

  test('another school is another school', async () => {
    const { talk } = await Talk.open(SCHOOL, {
      school: { school: 'De Wilg' },
      staff: [{ name: 'Wim', roles: ['directeur'] }],
    });
    await talk.says('Nadia', '/advies Graag een uur');
    expect(await talk.does('Wim', 'advies.toon', { advies: 'id:1' })).toContain('Ik vind dit advies niet.');
    expect(await talk.does('Wim', 'advies.toon', { advies: 'id:99' })).toContain('Ik vind dit advies niet.');
    expect(await talk.does('Wim', 'advies.antwoord', { advies: 'id:1', uitkomst: 'later', antwoord: 'x' })).toContain(
      'Ik vind dit advies niet.',
    );
  });

  test('a director without a team is told where advice comes from', async () => {
    const { talk } = await open(WITHOUT_MT);
    expect(await talk.says('Marieke', '/advies Graag een uur')).toBe(
      'Een advies komt van een leerteam of van de IB. Typ /advies lijst, dan zie je wat er voor jou ligt.',
    );
  });

  test('the list shows what is open first, in pages', async () => {
    const { talk } = await open();
    for (let number = 1; number <= 10; number++) await talk.says('Nadia', `/advies Vraag ${number}`);
    await talk.says('Marieke', '/advies antwoord 10 overgenomen Ja');
    const first = await talk.says('Marieke', '/advies lijst');
    expect(first.match(/Vraag \d+/g)).toEqual([9, 8, 7, 6, 5, 4, 3, 2].map((number) => `Vraag ${number}`));
    expect(first).toContain('1 tot en met 8 van 10');
    expect((await talk.presses('Marieke', 'Meer laten zien')).match(/Vraag \d+/g)).toEqual(['Vraag 1', 'Vraag 10']);
  });
});

describe('the answer', () => {
  test('is on the team’s agenda with its reason', async () => {
    const { talk, school } = await open();
    await talk.says('Nadia', '/advies Graag een uur voor de toetsanalyse');
    expect(await talk.says('Marieke', '/advies antwoord 1 overgenomen We beginnen in januari')).toMatchInlineSnapshot(`
      "Advies 1: overgenomen.
      "We beginnen in januari"
      Het antwoord staat op de agenda van Bovenbouw.
      [Bekijken]"
    `);
    expect(await onAgenda(talk, school, school.team('Bovenbouw'))).toEqual(['antwoord van het MT']);
    expect(await onAgenda(talk, school, school.team('MT'))).toEqual([]);
    expect(await talk.says('Sanne', '/advies 1')).toMatchInlineSnapshot(`
      "Advies 1
      "Graag een uur voor de toetsanalyse"
      Hoe het staat: ✓ overgenomen
      Van: Bovenbouw
      Verstuurd: dinsdag 24 november
      Antwoord van het MT: "We beginnen in januari" · 24 november, Marieke

      Geschiedenis
      overgenomen
        "We beginnen in januari"
        24 november, Marieke
      verstuurd
        24 november, Nadia"
    `);
  });

  test.each([
    ['overgenomen Ja', 'overgenomen', 'Ja'],
    ['Overgenomen: ja, in januari', 'overgenomen', 'ja, in januari'],
    ['niet overgenomen Geen geld', 'niet overgenomen', 'Geen geld'],
    ['niet-overgenomen Geen geld', 'niet overgenomen', 'Geen geld'],
    ['later Na de zomer', 'later', 'Na de zomer'],
    ['in behandeling', 'in behandeling', ''],
    ['in behandeling We vragen het bestuur', 'in behandeling', 'We vragen het bestuur'],
    ['not adopted No money', 'niet overgenomen', 'No money'],
  ])('%s', async (typed, state, answer) => {
    const { talk, school } = await open();
    await talk.says('Nadia', '/advies Graag een uur');
    await talk.says('Marieke', `/advies antwoord 1 ${typed}`);
    expect(await talk.opened.store.advice.list({ schoolIds: [school.id] })).toMatchObject([{ state, answer }]);
  });

  test.each([
    [
      '/advies antwoord 1 misschien',
      'Ik begrijp de uitkomst misschien niet. Typ bijvoorbeeld /advies antwoord 1 overgenomen',
    ],
    ['/advies antwoord 7 later nee', 'Ik vind geen advies 7. Typ /advies lijst'],
    ['/advies antwoord 2 later nee', 'Ik vind geen advies 2. Typ /advies lijst'],
    ['/advies lisjt', 'Bedoel je /advies lijst?'],
  ])('%s gets one sentence, and changes nothing', async (typed, sentence) => {
    const { talk, school } = await open();
    await talk.says('Nadia', '/advies Graag een uur');
    await talk.says('Sanne', '/advies Nog een concept');
    const { advice } = talk.opened.store;
    const before = await advice.list({ schoolIds: [school.id] });
    expect(await talk.says('Marieke', typed)).toContain(sentence);
    expect(talk.last).toMatchObject({ changedNothing: true });
    expect(await advice.list({ schoolIds: [school.id] })).toEqual(before);
  });

  test('without arguments is a form for the only advice that waits, and a reason is asked', async () => {
    const { talk } = await open();
    await talk.says('Nadia', '/advies Graag een uur');
    expect(await talk.says('Marieke', '/advies antwoord')).toContain('Antwoord op advies 1');
    expect(await talk.fills('Marieke', { uitkomst: 'niet overgenomen', antwoord: '' })).toContain('Waarom? *');
    expect(await talk.fills('Marieke', { antwoord: 'Geen geld' })).toContain('Advies 1: niet overgenomen.');
  });

  test('of several that wait it asks which', async () => {
    const { talk } = await open();
    await talk.says('Nadia', '/advies Een uur');
    await talk.says('Nadia', '/advies Een boek');
    expect(await talk.says('Marieke', '/advies antwoord')).toContain('Welk advies bedoel je?');
    expect(await talk.presses('Marieke', '1 Een uur')).toContain('Antwoord op advies 1');
  });

  test.each(['Nadia', 'Sanne', 'Joost', 'Tess'])('%s may not answer', async (name) => {
    const { talk } = await open();
    await talk.says('Nadia', '/advies Graag een uur');
    expect(await talk.says(name, '/advies antwoord 1 overgenomen Ja')).toBe(
      'Dat kan ik niet voor je doen. Vraag het aan Marieke.',
    );
  });

  test('of two directors at once the second sees what is stored, and may change it knowingly', async () => {
    const { talk } = await open({
      ...SCHOOL,
      staff: [...SCHOOL.staff, { name: 'Dirk', roles: ['directeur'] }],
    });
    await talk.says('Nadia', '/advies Graag een uur');
    await talk.does('Dirk', 'advies.antwoord', { advies: 'id:1' });
    const form = talk.form();
    await talk.says('Marieke', '/advies antwoord 1 overgenomen In januari');
    const late = await talk.fills('Dirk', { uitkomst: 'later', antwoord: 'Nee' }, form);
    expect(late).toContain('Iemand heeft dit advies intussen veranderd. Je antwoord is niet opgeslagen.');
    expect(late).toContain('"In januari" · 24 november, Marieke');
    expect(await talk.says('Dirk', '/advies antwoord 1 later Nee')).toContain('Dit advies heeft al een antwoord.');
    await talk.presses('Dirk', 'Antwoord wijzigen');
    expect(await talk.fills('Dirk', { uitkomst: 'later', antwoord: 'Toch in maart' })).toContain('Advies 1: later.');
  });

  test('a draft cannot be answered; it is said who sends it', async () => {
    const { talk } = await open();
    await talk.does('Nico', 'advies', { tekst: 'Meer boeken', leerteam: 'Bouw' });
    expect(await talk.does('Marieke', 'advies.antwoord', { advies: 'id:1', uitkomst: 'later', antwoord: 'x' })).toBe(
      'Advies 1 is nog een concept. Marieke kan het versturen.',
    );
  });

  test("a draft is the team's own: who only sends for any team does not read it", async () => {
    const { talk } = await open();
    await talk.says('Sanne', '/advies Meer boeken');
    for (const name of ['Joost', 'Marieke', 'Tess']) {
      expect(await talk.does(name, 'advies.toon', { advies: 'id:1' }), name).toContain('Ik vind dit advies niet.');
    }
  });
});

describe('withdrawing', () => {
  test('asks first, and takes it off every agenda', async () => {
    const { talk, school } = await open();
    await talk.says('Nadia', '/advies Graag een uur');
    expect(await talk.presses('Nadia', 'Intrekken')).toContain('Advies 1 intrekken?');
    expect(await onAgenda(talk, school, school.team('MT'))).toEqual(['advies aan het MT']);
    expect(await talk.presses('Nadia', 'Ja, intrekken')).toBe(
      'Advies 1 is ingetrokken. Het staat op geen agenda meer.',
    );
    expect(await onAgenda(talk, school, school.team('MT'))).toEqual([]);
    expect(await talk.says('Marieke', '/advies antwoord 1 later Nee')).toBe('Advies 1 is ingetrokken.');
    expect(await talk.does('Nadia', 'advies.intrekken', { advies: 'id:1', zeker: 'ja' })).toBe(
      'Advies 1 is ingetrokken.',
    );
  });

  test('a member withdraws the own draft only, the director nothing of a team', async () => {
    const { talk } = await open();
    await talk.says('Sanne', '/advies Meer boeken');
    await talk.does('Sanne', 'advies.intrekken', { advies: 'id:1', zeker: 'ja' });
    await talk.says('Nadia', '/advies Graag een uur');
    for (const name of ['Sanne', 'Marieke']) {
      expect(await talk.does(name, 'advies.intrekken', { advies: 'id:2', zeker: 'ja' })).toBe(
        'Dat kan ik niet voor je doen. Vraag het aan Nadia.',
      );
    }
  });

  test('what was answered stays', async () => {
    const { talk } = await open();
    await talk.says('Nadia', '/advies Graag een uur');
    await talk.says('Marieke', '/advies antwoord 1 overgenomen Ja');
    expect(await talk.does('Nadia', 'advies.intrekken', { advies: 'id:1', zeker: 'ja' })).toContain(
      'Advies 1 heeft al een antwoord, dus het blijft staan.',
    );
  });
});

test('words of people stay words', async () => {
  const { talk } = await open();
  await talk.says('Nadia', '/advies <b>Graag</b> <!channel> een uur');
  await talk.says('Marieke', '/advies 1');
  const { parts } = talk.last as Notice;
  expect(parts[0]).toEqual({ kind: 'text', text: [{ text: '"<b>Graag</b> <!channel> een uur"' }] });
});

test('the day on which it was sent stays, however often it is answered', async () => {
  const { talk, school } = await open();
  await talk.says('Nadia', '/advies Graag een uur');
  talk.now = new Date('2026-12-09T09:00:00Z');
  await talk.says('Marieke', '/advies antwoord 1 in behandeling');
  talk.now = new Date('2027-01-12T09:00:00Z');
  await talk.says('Marieke', '/advies antwoord 1 overgenomen Elke donderdag');
  const [advice] = await talk.opened.store.advice.list({ schoolIds: [school.id] });
  expect(advice).toMatchObject({ sentOn: localDate('2026-11-24'), answeredOn: localDate('2027-01-12'), version: 3 });
});
