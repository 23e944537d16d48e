import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Bot, createBot } from '../../src/bot/bot.ts';
import { plain } from '../../src/bot/plain.ts';
import type { Notice, Reply } from '../../src/bot/reply.ts';
import { localDate } from '../../src/calendar/local-date.ts';
import type { CheckInStatus } from '../../src/goals/goal.ts';
import { summaryCommands } from '../../src/summary/commands.ts';
import { type BuiltSchool, buildSchool, type OpenStore, openStore, REGENBUI, stamp } from '../support/store.ts';

const SANNE = { name: 'Sanne', workingDays: ['ma' as const] };

let opened: OpenStore;
let school: BuiltSchool;
let other: BuiltSchool;
let bot: Bot;

beforeEach(async () => {
  opened = await openStore();
  school = await buildSchool(opened, {
    ...REGENBUI,
    staff: [
      ...REGENBUI.staff,
      { name: 'Bregje', roles: ['bestuur'] },
      { name: 'Adem', roles: ['beheerder'] },
      { name: 'Leraar', roles: ['leerkracht'] },
    ],
    teams: [...REGENBUI.teams!, { team: 'Onderbouw', chair: 'Sanne', members: ['Sanne'] }],
    goals: [
      ...REGENBUI.goals!,
      {
        title: 'Buiten leren',
        team: 'Onderbouw',
        criterion: 'Elke groep is een dagdeel buiten',
        end: localDate('2026-12-18'),
      },
      {
        title: 'Goed gesprek',
        owner: 'Joost',
        end: localDate('2027-06-01'),
        indicator: 'gesprekken',
        instrument: 'telling',
      },
      { title: 'Ouders in de klas' },
      { title: 'Nog een idee', status: 'concept' },
    ],
  });
  other = await buildSchool(opened, {
    school: { school: 'De Zonnebloem', region: 'noord' },
    staff: [{ name: 'Piet', roles: ['directeur'] }, SANNE, { name: 'Kim' }],
    teams: [{ team: 'Middenbouw', chair: 'Sanne' }],
    goals: [{ title: 'Samen lezen', team: 'Middenbouw' }],
  });
  await update('2026-09-29', 'Meer leerlingen op 1S rekenen', 'op koers', 22, '');
  await update(
    '2026-10-06',
    'Elke week rijke teksten',
    'op koers',
    null,
    'Groep 4 leest nu elke dag een rijke tekst.',
    true,
  );
  await update('2026-10-27', 'Buiten leren', 'op koers', null, 'De <b>moestuin</b> is klaar.', true);
  await update(
    '2026-11-03',
    'Elke week rijke teksten',
    'aandacht nodig',
    null,
    'In groep 6 lukt het nog niet elke week.',
  );
  await update('2026-11-10', 'Meer leerlingen op 1S rekenen', 'loopt achter', 18, '');
  bot = createBot({
    store: opened.store,
    commands: summaryCommands,
    newKey: () => 'key',
    onFault: (_reference, _intent, fault) => {
      throw fault;
    },
  });
});
afterEach(() => opened.close());

async function update(
  date: string,
  goal: string,
  status: CheckInStatus,
  value: number | null,
  sentence: string,
  success = false,
) {
  const newCheckIn = {
    goalId: school.goal(goal),
    date: localDate(date),
    status,
    value,
    sentence,
    success,
    replaces: null,
  };
  await opened.store.goals.checkIn(stamp(school.person('Nadia'), `${date}T10:00:00Z`), newCheckIn);
}

const NOW = '2026-11-24T10:00:00+01:00';

function ask(name: string, said: string | Record<string, string>, now = NOW, where = school): Promise<Reply> {
  return bot.handle(
    {
      sender: { kind: 'machine', email: where.email(name) },
      said:
        typeof said === 'string'
          ? { kind: 'text', text: said }
          : { kind: 'intent', intent: { name: 'overzicht', args: said } },
      once: null,
      place: { kind: 'personal' },
    },
    new Date(now),
  );
}
const say = async (...args: Parameters<typeof ask>) => plain(await ask(...args));

describe('the director', () => {
  test('of a whole month', async () => {
    expect(await say('Marieke', '/overzicht november', '2026-11-30T10:00:00+01:00')).toMatchInlineSnapshot(`
      "De Regenbui · november

      Vraagt aandacht
      Bovenbouw: doel 1 Meer leerlingen op 1S rekenen · ■ loopt achter
        update van 10 november
        [Bekijk doel]
      Bovenbouw: doel 2 Elke week rijke teksten · ▲ aandacht nodig
        "In groep 6 lukt het nog niet elke week." · update van 3 november
        Er ontbreekt nog: een einddatum.
        [Bekijk doel]
      Doel 4 Goed gesprek · ○ nog geen meting
        Er is nog geen update.
        [Bekijk doel]
      Doel 5 Ouders in de klas · ○ nog geen meting
        Er ontbreekt nog: een eigenaar, een einddatum en een meting (indicator en meetinstrument).
        Er is nog geen update.
        [Bekijk doel]
      Doelen 1 op koers (−2) · 1 aandacht nodig (+1) · 1 loopt achter (+1) · 2 nog geen meting
      Van augustus tot en met november, elke maand: op koers 0, 1, 3, 1; aandacht nodig 0, 0, 0, 1; loopt achter 0, 0, 0, 1; nog geen meting 5, 4, 2, 2.
      Leerteams Van 8 bijeenkomsten weet ik nog niet of ze doorgingen.
      Bovenbouw op donderdag 26 november: ging het door?
        [Ging door] [Ging niet door]
      Onderbouw op donderdag 26 november: ging het door?
        [Ging door] [Ging niet door]
      Bovenbouw op donderdag 19 november: ging het door?
        [Ging door] [Ging niet door]

      Loopt binnenkort af
      Doel 3 Buiten leren
        einddatum 18 december
        [Bekijk doel]
      Dit overzicht gaat over doelen, niet over personen."
    `);
  });

  test('now', async () => {
    expect(await say('Marieke', '/overzicht')).toMatch(/^De Regenbui · november tot nu toe\n/);
  });

  test('an earlier month: its counts and successes, and what needs attention now', async () => {
    const october = await say('Marieke', '/overzicht oktober', '2027-01-12T10:00:00+01:00');
    expect(october).toMatch(/^De Regenbui · oktober 2026\n\nVraagt nu aandacht\n/);
    expect(october).toContain('Doelen 3 op koers (+2) · 0 aandacht nodig · 0 lopen achter · 2 nog geen meting (−2)');
    expect(october).toContain('moestuin');
    expect(october).not.toContain('binnenkort');
  });

  test('last month too: its counts are of then, what needs attention is of now', async () => {
    const october = await say('Marieke', '/overzicht oktober');
    expect(october).toMatch(/^De Regenbui · oktober\n\nVraagt nu aandacht\n/);
    expect(october).toContain('update van 10 november');
    expect(october).toContain('0 lopen achter');
  });

  test.each([
    ['/overzicht september', '2026-09-20T10:00:00+02:00', 'dit schooljaar tot nu toe'],
    ['/overzicht september', '2026-10-20T10:00:00+02:00', 'augustus en september'],
    ['/overzicht september', '2026-12-10T10:00:00+01:00', 'augustus en september'],
    ['/overzicht september', '2027-02-10T10:00:00+01:00', 'augustus en september 2026'],
    ['/overzicht augustus', '2026-12-10T10:00:00+01:00', 'augustus'],
    ['/overzicht nov', '2027-02-10T10:00:00+01:00', 'november 2026'],
  ])('%s, asked at %s, is called %s', async (typed, now, title) => {
    expect(await say('Marieke', typed, now)).toMatch(new RegExp(`^De Regenbui · ${title}\n`));
  });

  test.each([
    ['/overzicht maart', 'De maand maart 2027 is nog niet geweest.'],
    ['/overzicht mrt', 'De maand maart 2027 is nog niet geweest.'],
    ['/overzicht december 2026', 'De maand december is nog niet geweest.'],
  ])('%s has not come yet', async (typed, refusal) => {
    expect(await say('Marieke', typed)).toContain(refusal);
  });

  test('every row leads to its goal or meeting, and the picture says what the sentence says', async () => {
    const { parts } = (await ask('Marieke', '/overzicht')) as Notice;
    const rows = parts.flatMap((part) => (part.kind === 'list' ? part.rows : []));
    expect(rows.length).toBeGreaterThan(4);
    for (const row of rows) {
      const intents = row.buttons?.map(({ intent }) => intent);
      const meeting = { bijeenkomst: expect.stringMatching(/^\d+:2026-11-\d\d$/) };
      const goal = { doel: expect.stringMatching(/^id:\d+$/) };
      expect([
        [{ name: 'doel.status', args: goal }],
        [
          { name: 'agenda.ging-door', args: meeting },
          { name: 'agenda.ging-niet-door', args: meeting },
        ],
      ]).toContainEqual(intents);
    }
    expect(parts.find((part) => part.kind === 'chart')).toMatchObject({
      chart: {
        kind: 'stacked-bars',
        categories: ['augustus', 'september', 'oktober', 'november'],
        series: [
          { name: 'op koers', symbol: '●', tone: 'good', values: [0, 1, 3, 1] },
          { name: 'aandacht nodig', symbol: '▲', tone: 'attention', values: [0, 0, 0, 1] },
          { name: 'loopt achter', symbol: '■', tone: 'bad', values: [0, 0, 0, 1] },
          { name: 'nog geen meting', symbol: '○', tone: 'neutral', values: [5, 4, 2, 2] },
        ],
      },
      sentence: [
        {
          text: 'Van augustus tot en met november, elke maand: op koers 0, 1, 3, 1; aandacht nodig 0, 0, 0, 1; loopt achter 0, 0, 0, 1; nog geen meting 5, 4, 2, 2.',
        },
      ],
    });
  });

  test('names no person', async () => {
    const summary = await say('Marieke', '/overzicht');
    for (const name of ['Nadia', 'Nico', 'Joost', 'Sanne']) expect(summary).not.toContain(name);
  });

  test('people’s words stay literal', async () => {
    const { parts } = (await ask('Marieke', '/overzicht oktober')) as Notice;
    const titles = parts.flatMap((part) => (part.kind === 'list' ? part.rows : [])).map(({ title }) => title);
    expect(titles).toContainEqual([{ text: '"De <b>moestuin</b> is klaar."' }]);
  });

  test('the point that no agenda takes', async () => {
    const { id } = school;
    const state = (await opened.store.outbox.schoolState(id))!;
    const goalId = school.goal('Goed gesprek');
    const point = {
      schoolId: id,
      teamId: null,
      cause: 'doel zonder update' as const,
      goalId,
      madeOn: localDate('2026-11-16'),
    };
    await opened.store.outbox.plan(
      id,
      state.version,
      localDate('2026-11-16'),
      [],
      [{ ...point, key: 'point', unlessUpdatedSince: localDate('2026-10-05') }],
      [],
    );
    const rows = (await say('Marieke', '/overzicht')).split('\n').filter((line) => line.includes('Goed gesprek'));
    expect(rows).toEqual(['Doel 4 Goed gesprek · ○ nog geen meting']);
    expect(await say('Marieke', '/overzicht')).toContain('Ik vroeg om een update, maar kreeg die nog niet.');
  });

  test('a goal that was made this month cannot lack an update', async () => {
    const late = await buildSchool(opened, {
      school: { school: 'Nieuw' },
      enteredAt: '2026-11-10T08:00:00Z',
      staff: [{ name: 'Noor', roles: ['directeur'] }],
      goals: [{ title: 'Samen spelen', owner: 'Noor', criterion: 'Op het plein', end: localDate('2027-06-01') }],
    });
    expect(await say('Noor', '/overzicht', NOW, late)).toContain('Niets vraagt nu extra aandacht.');
    expect(await say('Noor', '/overzicht', '2027-01-12T10:00:00+01:00', late)).toContain('Er is nog geen update.');
  });

  test('a school without goals', async () => {
    const empty = await buildSchool(opened, {
      school: { school: 'Leeg' },
      staff: [{ name: 'Noor', roles: ['directeur'] }],
    });
    expect(await say('Noor', '/overzicht', NOW, empty)).toBe(
      'Leeg · november tot nu toe\nNiets vraagt nu extra aandacht.\nEr staan nog geen doelen in.\nDit overzicht gaat over doelen, niet over personen.',
    );
  });
});

describe('who gets what', () => {
  test('IB gets the school', async () => {
    expect(await say('Joost', '/overzicht')).toMatch(/^De Regenbui · /);
  });

  test('a chair gets the own team’s part only', async () => {
    expect(await say('Nadia', '/overzicht')).toMatchInlineSnapshot(`
      "Bovenbouw · De Regenbui · november tot nu toe

      Vraagt aandacht
      Bovenbouw: doel 1 Meer leerlingen op 1S rekenen · ■ loopt achter
        update van 10 november
        [Bekijk doel]
      Bovenbouw: doel 2 Elke week rijke teksten · ▲ aandacht nodig
        "In groep 6 lukt het nog niet elke week." · update van 3 november
        Er ontbreekt nog: een einddatum.
        [Bekijk doel]
      Doelen 0 op koers (−2) · 1 aandacht nodig (+1) · 1 loopt achter (+1)
      Van augustus tot en met november, elke maand: op koers 0, 1, 2, 0; aandacht nodig 0, 0, 0, 1; loopt achter 0, 0, 0, 1; nog geen meting 2, 1, 0, 0.
      Leerteams Van 3 bijeenkomsten weet ik nog niet of ze doorgingen.
      Bovenbouw op donderdag 19 november: ging het door?
        [Ging door] [Ging niet door]
      Bovenbouw op donderdag 12 november: ging het door?
        [Ging door] [Ging niet door]
      Bovenbouw op donderdag 5 november: ging het door?
        [Ging door] [Ging niet door]
      Dit overzicht gaat over doelen, niet over personen."
    `);
  });

  test('a deputy is as a chair', async () => {
    expect(await say('Nico', '/overzicht')).toMatch(/^Bovenbouw · De Regenbui · /);
  });

  test('the board gets all schools, and of one school titles and statuses: no sentences, no owners', async () => {
    expect(await say('Bregje', '/overzicht')).toMatchInlineSnapshot(`
      "Doelen van 2 scholen
      1 op koers · 1 aandacht nodig · 1 loopt achter · 3 nog geen meting
      De Regenbui
        1 op koers · 1 aandacht nodig · 1 loopt achter · 2 nog geen meting
        [Bekijk school]
      De Zonnebloem
        0 op koers · 0 aandacht nodig · 0 lopen achter · 1 nog geen meting
        [Bekijk school]
      Dit overzicht gaat over doelen, niet over personen."
    `);
    expect(await say('Bregje', { school: String(school.id) })).toMatchInlineSnapshot(`
      "De Regenbui
      1 op koers · 1 aandacht nodig · 1 loopt achter · 2 nog geen meting
      1 Meer leerlingen op 1S rekenen · ■ loopt achter
        [Bekijk doel]
      2 Elke week rijke teksten · ▲ aandacht nodig
        [Bekijk doel]
      3 Buiten leren · ● op koers
        [Bekijk doel]
      4 Goed gesprek · ○ nog geen meting
        [Bekijk doel]
      5 Ouders in de klas · ○ nog geen meting
        [Bekijk doel]
      Dit overzicht gaat over doelen, niet over personen."
    `);
  });

  test('the board gets a month as it ended, of all schools and of one', async () => {
    const all = (await ask('Bregje', '/overzicht oktober')) as Notice;
    expect(plain(all)).toMatchInlineSnapshot(`
      "Doelen van 2 scholen · oktober
      3 op koers · 0 aandacht nodig · 0 lopen achter · 3 nog geen meting
      De Regenbui
        3 op koers · 0 aandacht nodig · 0 lopen achter · 2 nog geen meting
        [Bekijk school]
      De Zonnebloem
        0 op koers · 0 aandacht nodig · 0 lopen achter · 1 nog geen meting
        [Bekijk school]
      Dit overzicht gaat over doelen, niet over personen."
    `);
    const [row] = all.parts.flatMap((part) => (part.kind === 'list' ? part.rows : []));
    const { intent } = row!.buttons![0]!;
    expect(intent.args).toEqual({ school: String(school.id), maand: '2026-10' });
    const one = await say('Bregje', intent.args);
    expect(one).toMatch(
      /^De Regenbui · oktober\n3 op koers · 0 aandacht nodig · 0 lopen achter · 2 nog geen meting\n\nZo staan ze nu\n/,
    );
    expect(one).toContain('1 Meer leerlingen op 1S rekenen · ■ loopt achter');
    expect(await say('Bregje', '/overzicht november')).toMatch(
      /^Doelen van 2 scholen · november tot nu toe\n1 op koers/,
    );
  });

  test('a chair at two schools is asked which one, and the month stays', async () => {
    const sanne = (await ask('Sanne', '/overzicht oktober', NOW, other)) as Notice;
    expect(plain(sanne)).toBe('Welk overzicht wil je zien?\n[Middenbouw] [Onderbouw]');
    const [, onderbouw] = sanne.parts[0]!.kind === 'buttons' ? sanne.parts[0]!.buttons : [];
    expect(onderbouw!.intent).toEqual({
      name: 'overzicht',
      args: { maand: '2026-10', team: String(school.team('Onderbouw')) },
    });
    expect(await say('Sanne', onderbouw!.intent.args, NOW, other)).toMatch(/^Onderbouw · De Regenbui · oktober\n/);
  });

  test.each([
    ['a teacher', 'Leraar', {}],
    ['a teacher who names the school', 'Leraar', { school: '1' }],
    ['an admin', 'Adem', {}],
    ['a chair who wants another team', 'Nadia', { team: '2' }],
    ['a chair who wants the school', 'Nadia', { school: '1' }],
    ['a chair who wants all schools', 'Nadia', { scholen: 'alle' }],
    ['a director who wants another school', 'Marieke', { school: '2' }],
    ['a director who wants all schools', 'Marieke', { scholen: 'alle' }],
    ['a director who wants a team of another school', 'Marieke', { team: '3' }],
    ['a school that does not exist', 'Bregje', { school: '99' }],
  ])('%s is refused in one friendly sentence', async (_who, name, args) => {
    const refused = await say(name, args);
    expect(refused).toMatch(/^(Het maandoverzicht is voor|Dit is van een andere school)/);
    expect(refused.split('\n')).toHaveLength(1);
  });

  test('an admin is not sent to goals that are not theirs to see', async () => {
    expect(await say('Adem', {})).toBe(
      'Het maandoverzicht is voor voorzitters, directeuren, IB en het bestuur. Typ /hulp, dan zie je wat jij hier kunt doen.',
    );
    expect(await say('Leraar', {})).toContain('Met /doel status zie je');
  });

  test('a director may have one team’s part', async () => {
    expect(await say('Marieke', { team: String(school.team('Bovenbouw')) })).toMatch(/^Bovenbouw · De Regenbui · /);
  });

  test.each([{ maand: 'x' }, { school: '-1' }, { team: '1 or 1=1' }, { vanaf: 'abc' }])(
    '%j is not understood',
    async (args) => {
      expect(await say('Marieke', args as unknown as Record<string, string>)).toContain('Ik begrijp niet');
    },
  );
});
