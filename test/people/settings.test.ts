import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { plain } from '../../src/bot/plain.ts';
import { localDate } from '../../src/calendar/local-date.ts';
import { kindsFor, switchedBy } from '../../src/people/optional-kinds.ts';
import { type BuiltSchool, buildSchool, REGENBUI } from '../support/store.ts';
import { Talk } from '../support/talk.ts';

let talk: Talk;
let school: BuiltSchool;

beforeEach(async () => {
  const opened = await Talk.open();
  talk = opened.talk;
  school = opened.schools[0]!;
});
afterEach(() => talk.opened.close());

const settings = () => talk.opened.store.people.settings(school.person('Sanne'));
const sanne = async () => (await talk.opened.store.people.actorById(school.person('Sanne'), localDate('2026-11-24')))!;
const kinds = async () => kindsFor({ ...(await sanne()), leads: false }).flatMap(switchedBy);
const workingDays = async () => (await sanne()).employments[0]!.workingDays;

test('the form holds what is set now', async () => {
  expect(await talk.says('Sanne', '/instellingen')).toMatchInlineSnapshot(`
    "Je instellingen
    Je werkdagen ziet je school ook. De rest zie jij alleen.
    Werkdagen op De Regenbui: (ma) / (di) / wo / do / vr
    Om de week op De Regenbui: ma (even weken) / ma (oneven weken) / di (even weken) / di (oneven weken) / (wo (even weken)) / wo (oneven weken) / do (even weken) / do (oneven weken) / vr (even weken) / vr (oneven weken)
    Hoe laat wil je het dagelijkse bericht? *: (08:00) / 08:30 / 09:00 / 09:30 / 10:00 / 10:30 / 11:00 / 11:30 / 12:00 / 12:30 / 13:00 / 13:30 / 14:00 / 14:30 / 15:00 / 15:30 / 16:00 / 16:30
    Welke berichten wil je krijgen?: (De agenda van je leerteam) / (Vraag hoe een bijeenkomst was, en het verslag) / (Een bijeenkomst die verzet is of niet doorgaat) / (Vraag hoe het met een doel staat) / (Een actie die je wordt gevraagd over te nemen) / (Herinnering aan een actie van jou) / (Een actie van jou die te laat is) / (Nieuws over een actie die je gaf of kreeg) / (Kennismaking met een nieuw leerteam) / (Overzicht als je lang weg was) / (Werk van een collega die weggaat)
    Geen berichten tot en met: 
    Taal *: (Nederlands) / English
    [Opslaan]
    Dit hoor je altijd, ook als je berichten uitzet of even geen berichten wilt: wat je directeur over je afwezigheid doorgeeft. Niemand ziet wat je uitzet. Wat je zelf vraagt, krijg je altijd."
  `);
});

test('everything can be changed at once, and the answer comes in the new language', async () => {
  await talk.says('Sanne', '/instellingen');
  const answer = await talk.fills('Sanne', {
    [`dagen-${school.id}`]: 'ma,vr',
    [`omdeweek-${school.id}`]: 'do-oneven',
    tijd: '12:30',
    berichten: 'doel-checkin',
    stil: '2026-12-01',
    taal: 'en',
  });
  expect(answer).toBe('Saved. You get no messages up to and including Tuesday 1 December.');
  expect(await settings()).toEqual({
    language: 'en',
    digestTime: '12:30',
    mutedKinds: (await kinds()).filter((kind) => kind !== 'doel-checkin'),
    mutedSubjects: [],
    snoozedUntil: '2026-12-01',
  });
  expect(await workingDays()).toEqual(['ma', 'vr', 'do-oneven'].sort(byWeek));
});

/** Working days are kept in the order of the week. */
function byWeek(a: string, b: string): number {
  const order = ['ma', 'di', 'wo', 'do', 'vr'];
  return order.indexOf(a.slice(0, 2)) - order.indexOf(b.slice(0, 2));
}

test.each([
  ['no day at all', { dagen: '', omdeweek: '' }, /minstens één werkdag op De Regenbui/],
  ['a day that is none', { omdeweek: 'zondag' }, /begrijp de werkdag zondag niet/],
  [
    'a day every week and every other week',
    { dagen: 'ma,di', omdeweek: 'di-even' },
    /di staat bij elke week en bij om de week/,
  ],
  ['a time at night', { tijd: '23:00' }, /tussen 08:00 en 16:30/],
  ['a quiet day that is over', { stil: '2026-11-01' }, /al voorbij/],
  [
    'a quiet day in the wrong year',
    { stil: '2027-12-20' },
    /meer dan een jaar vooruit.*tot en met woensdag 24 november 2027/,
  ],
  ['a quiet day that is none', { stil: 'ooit' }, /begrijp de datum ooit niet/],
  ['a language that we do not speak', { taal: 'fr' }, /begrijp niet wat je bedoelt met fr/],
])('%s changes nothing', async (_what, values, answer) => {
  const [before, days] = [await settings(), await workingDays()];
  await talk.says('Sanne', '/instellingen');
  const fields = Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      ['dagen', 'omdeweek'].includes(name) ? `${name}-${school.id}` : name,
      value,
    ]),
  );
  expect(await talk.fills('Sanne', fields)).toMatch(answer);
  expect(await settings()).toEqual(before);
  expect(await workingDays()).toEqual(days);
});

test('a subject that was switched off stands in the form, and can be switched on again', async () => {
  await talk.does('Sanne', 'nudge.mute', { subject: `goal:${school.goal('Elke week rijke teksten')}` });
  expect(await talk.says('Sanne', '/instellingen')).toMatch(
    /Onderwerpen die uit blijven: \(Doel 2 Elke week rijke teksten\)/,
  );
  await talk.fills('Sanne', { uit: '' });
  expect((await settings()).mutedSubjects).toEqual([]);
});

test('a mute of meanwhile survives a form that was open already', async () => {
  await talk.says('Sanne', '/instellingen');
  const form = talk.form();
  const subject = `goal:${school.goal('Elke week rijke teksten')}`;
  await talk.does('Sanne', 'nudge.mute', { subject });
  await talk.fills('Sanne', {}, form);
  expect((await settings()).mutedSubjects).toEqual([subject]);
});

test('a form that was open already leaves the working days that the director changed meanwhile, unless they were changed in it', async () => {
  await talk.says('Sanne', '/instellingen');
  const form = talk.form();
  await talk.says('Marieke', '/school medewerker Sanne');
  await talk.fills('Marieke', { dagen: 'do,vr', omdeweek: '' });
  await talk.fills('Sanne', { taal: 'en' }, form);
  expect(await settings()).toMatchObject({ language: 'en' });
  expect(await workingDays()).toEqual(['do', 'vr']);
  await talk.fills('Sanne', { [`dagen-${school.id}`]: 'ma' }, { ...form, key: 'another' });
  expect(await workingDays()).toEqual(['ma', 'wo-even']);
});

test('what is wrong in it opens again as it was filled in', async () => {
  await talk.says('Sanne', '/instellingen');
  await talk.fills('Sanne', { stil: '2026-11-01', tijd: '12:30', berichten: '' });
  await talk.presses('Sanne', 'Verder invullen');
  expect(await talk.fills('Sanne', { stil: '' })).toBe('Opgeslagen.');
  expect(await settings()).toMatchObject({ digestTime: '12:30', mutedKinds: await kinds() });
});

test('all days emptied is asked about, also when the platform leaves out empty fields', async () => {
  await talk.says('Sanne', '/instellingen');
  const args = { ...talk.form().intent.args, taal: 'nl', tijd: '08:00', berichten: 'doel-checkin' };
  expect(await talk.does('Sanne', 'instellingen.opslaan', args)).toMatch(/minstens één werkdag op De Regenbui/);
});

test.each([
  [
    'Sanne',
    ['agenda-delen', 'actie-te-laat'],
    ['agenda-klaarzetten', 'wie-neemt-waar', 'advies-wacht', 'maandoverzicht'],
  ],
  ['Nadia', ['agenda-klaarzetten', 'wie-neemt-waar'], ['advies-wacht', 'maandoverzicht']],
  ['Marieke', ['advies-wacht', 'maandoverzicht', 'wie-neemt-waar'], ['agenda-klaarzetten', 'agenda-delen']],
])('%s is asked about kinds that they may get only', async (name, having, without) => {
  await talk.says(name, '/instellingen');
  const listed = talk.form().intent.args.soorten!.split(',');
  expect(listed).toEqual(expect.arrayContaining(having));
  for (const kind of without) expect(listed).not.toContain(kind);
});

test('what the form does not list keeps its value, and nothing ticked switches all that it lists off', async () => {
  await talk.does('Sanne', 'instellingen.opslaan', { taal: 'nl', tijd: '08:00', soorten: 'maandoverzicht' });
  expect((await settings()).mutedKinds).toEqual(['maandoverzicht']);
  await talk.says('Sanne', '/instellingen');
  await talk.fills('Sanne', {});
  expect((await settings()).mutedKinds).toEqual(['maandoverzicht']);
  await talk.says('Sanne', '/instellingen');
  const { berichten: _, ...emptied } = Object.fromEntries(
    talk.form().fields.flatMap((field) => (field.value ? [[field.name, field.value]] : [])),
  );
  await talk.does('Sanne', 'instellingen.opslaan', { ...talk.form().intent.args, ...emptied });
  expect((await settings()).mutedKinds).toEqual([...(await kinds()), 'maandoverzicht']);
});

test('a form without the kinds leaves them as they are', async () => {
  await talk.does('Sanne', 'instellingen.opslaan', { taal: 'nl', tijd: '09:00' });
  expect(await settings()).toMatchObject({ digestTime: '09:00', mutedKinds: [] });
});

test('what is not theirs cannot be switched off, and is never named', async () => {
  await buildSchool(talk.opened, {
    school: { school: 'De Windvlaag' },
    staff: [
      { name: 'Bram', roles: ['directeur'] },
      { name: 'Axel', roles: ['beheerder'] },
    ],
    enteredAt: '2026-08-04T08:00:00Z',
  });
  const goal = school.goal('Elke week rijke teksten');
  for (const subject of [`goal:${goal}`, `goal:9999`, `school:${school.id}`]) {
    expect(await talk.does('Axel', 'nudge.mute', { subject })).not.toMatch(/rijke teksten|Regenbui/);
  }
  expect(await talk.says('Axel', '/instellingen')).not.toMatch(/rijke teksten|Onderwerpen/);
  // Also when it was theirs once.
  talk.opened.database.sqlite
    .prepare("insert into mute select id, ? from person where name = 'Axel'")
    .run(`goal:${goal}`);
  expect(await talk.says('Axel', '/instellingen')).toMatch(
    /Onderwerpen die uit blijven: \(Een doel dat je niet meer ziet\)/,
  );
});

describe('POP', () => {
  const POP = ['pop-uitleg', 'pop-klaar', 'pop-gesprek', 'pop-opvolging', 'pop-evaluatie', 'pop-bericht'];
  beforeEach(async () => {
    talk.opened.close();
    const opened = await Talk.open({
      ...REGENBUI,
      staff: [
        ...REGENBUI.staff.map((one) => (one.name === 'Sanne' ? { ...one, pop: true } : one)),
        { name: 'Vera', pop: true, lead: 'Joost' },
        { name: 'Ad', roles: ['beheerder'] },
      ],
    });
    talk = opened.talk;
    school = opened.schools[0]!;
  });
  const popTick = () =>
    talk
      .form()
      .fields.find(({ name }) => name === 'berichten')!
      .value!.split(',')
      .includes('pop');

  test('is one tick for all its kinds', async () => {
    await talk.says('Sanne', '/instellingen');
    expect(popTick()).toBe(true);
    const ticked = talk
      .form()
      .fields.find(({ name }) => name === 'berichten')!
      .value!.split(',');
    await talk.fills('Sanne', { berichten: ticked.filter((kind) => kind !== 'pop').join(',') });
    expect((await settings()).mutedKinds).toEqual(POP);
    await talk.says('Sanne', '/instellingen');
    expect(popTick()).toBe(false);
    await talk.fills('Sanne', { berichten: ticked.join(',') });
    expect((await settings()).mutedKinds).toEqual([]);
  });

  test.each([
    ['Sanne', true],
    ['Marieke', true],
    ['Joost', true],
    ['Nadia', false],
    ['Ad', false],
  ])('%s has it: %s', async (name, has) => {
    await talk.says(name, '/instellingen');
    expect(talk.form().intent.args.soorten!.split(',').includes('pop')).toBe(has);
    expect(plain(talk.form()).includes('Dit hoor je altijd')).toBe(true);
    expect(plain(talk.form()).includes('een POP-gesprek dat met je is gepland')).toBe(has);
  });

  test('what is always told has no tick, and to whom it is told stands there', async () => {
    expect(await talk.says('Ad', '/instellingen')).toMatch(
      /Dit hoor je altijd, ook als je berichten uitzet of even geen berichten wilt: wat je directeur over je afwezigheid doorgeeft en een verzoek om gegevens te verwijderen\. Niemand ziet wat je uitzet\./,
    );
    for (const kind of ['pop-afspraak', 'afwezig-gemeld', 'verwijderverzoek']) {
      expect(talk.form().intent.args.soorten!.split(',')).not.toContain(kind);
    }
  });
});

test('no form asks for a code: the days of every other week are chosen, with the week that it is now', async () => {
  await talk.says('Sanne', '/instellingen');
  const alternate = talk.form().fields.find(({ name }) => name === `omdeweek-${school.id}`)!;
  expect(alternate).toMatchObject({
    kind: 'choices',
    value: 'wo-even',
    hint: 'Alleen voor dagen die je om de week werkt. Deze week, week 48, is even.',
  });
  for (const line of ['/school medewerker Sanne', '/school in dienst']) {
    await talk.says('Marieke', line);
    expect(talk.form().fields.find(({ name }) => name === 'omdeweek')).toMatchObject({ kind: 'choices' });
    expect(plain(talk.form())).not.toMatch(/-(on)?even/);
  }
});
