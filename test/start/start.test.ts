import { expect, test } from 'vitest';
import { localDate } from '../../src/calendar/local-date.ts';
import { REGENBUI, type SchoolDraft } from '../support/store.ts';
import { Talk } from '../support/talk.ts';

const NEW: SchoolDraft = { ...REGENBUI, newcomers: true };

test('hoi: the first time the welcome above the home page, after that the home page', async () => {
  const { talk } = await Talk.open(NEW);
  expect(await talk.says('Sanne', 'hoi')).toMatchInlineSnapshot(`
    "Hoi Sanne, ik ben Leerteambot. Ik help jullie leerteam met doelen, agenda’s en acties.
    Je krijgt van mij hooguit één bericht per dag, vanaf 08.00 uur, met wat er van je gevraagd wordt. Alleen op je werkdagen en nooit in een vakantie.
    Als je werkdagen heb ik staan: ma, di en wo (even weken).
    [Werkdagen aanpassen]
    Typ /hulp als je iets zoekt. Te veel berichten? Zet ze uit met /instellingen. Niemand anders ziet dat.

    Mijn leerteam

    Volgende bijeenkomst
    Bovenbouw
      donderdag 26 november, 15.00
      [Bekijk agenda]
    Er wordt nu niets van je gevraagd.

    Mijn doelen
    Doel 1 Meer leerlingen op 1S rekenen · ○ nog geen meting
      Bovenbouw
    Doel 2 Elke week rijke teksten · ○ nog geen meting
      Bovenbouw
    [Agenda] [Punt voor de agenda] [Mijn acties] [Nieuwe actie] [Doelen] [Nieuw doel] [Nieuw advies] [Adviezen] [Leerteam] [Ik ben er niet] [Instellingen] [Hulp]"
  `);
  expect(await talk.says('Sanne', '/start')).toMatch(/^Mijn leerteam/);
});

test('without a question of today it shows the goals and how they stand, and says that no action is open', async () => {
  const { talk } = await Talk.open({
    ...REGENBUI,
    school: { ...REGENBUI.school, popConsent: localDate('2026-06-01') },
    staff: REGENBUI.staff.map((one) => (one.name === 'Sanne' ? { ...one, pop: true } : one)),
  });
  await talk.says('Nadia', '/doel update 1 op koers 22');
  const home = await talk.says('Sanne', '/start');
  expect(home).toContain('Je hebt geen open acties.\n\nMijn doelen\nDoel 1 Meer leerlingen op 1S rekenen · ● op koers');
  expect(home).not.toContain('Er wordt nu niets van je gevraagd.');
  await talk.says('Sanne', '/actie Toetsen nakijken @Sanne voor 25 november');
  expect(await talk.says('Sanne', '/start')).not.toContain('geen open acties');
});

test('who is asked for an update is not shown the same goals twice', async () => {
  const { talk } = await Talk.open(REGENBUI);
  const home = await talk.says('Nadia', '/start');
  expect(home).toContain('Doelen die om een update vragen');
  expect(home).not.toContain('Mijn doelen');
});

test('an own action whose date is past says that it is late', async () => {
  const { talk } = await Talk.open(REGENBUI);
  await talk.says('Sanne', '/actie Toetsen nakijken @Sanne voor 25 november');
  expect(await talk.says('Sanne', '/start')).not.toContain('te laat');
  talk.now = new Date('2026-11-26T08:30:00Z');
  expect(await talk.says('Sanne', '/start')).toMatch(/▲ te laat/);
});

test.each([
  ['Bea', 'bestuur'],
  ['Axel', 'beheerder'],
] as const)('%s (%s) gets welcome and home too, without a leerteam of their own', async (name, role) => {
  const { talk } = await Talk.open({
    ...NEW,
    staff: [...REGENBUI.staff, { name, roles: [role], workingDays: ['ma'] }],
  });
  const said = await talk.says(name, '/start');
  expect(said).toContain('Ik help de leerteams op jullie scholen met doelen');
  expect(said).toContain('Mijn startpagina');
  expect(said).not.toMatch(/jullie leerteam |Mijn leerteam/);
  expect(talk.buttons().map(({ label }) => label)).toContain('Instellingen');
});

test('whose working days are not known is asked that first, and nothing else', async () => {
  const { talk } = await Talk.open(NEW);
  await talk.says('Marieke', 'start');
  expect(talk.buttons().map(({ label }) => label)).toEqual(['Elke week ma t/m vr', 'Andere dagen…', 'Mijn leerteam']);
});

test('the working days are asked of who has none, and one click is enough for a whole week', async () => {
  const { talk, schools } = await Talk.open(NEW);
  await talk.says('Marieke', 'start');
  expect(await talk.presses('Marieke', 'Elke week ma t/m vr')).toContain('Opgeslagen.');
  const marieke = await talk.opened.store.people.actorById(schools[0]!.person('Marieke'), localDate('2026-11-24'));
  expect(marieke!.employments.map(({ workingDays }) => workingDays)).toEqual([['ma', 'di', 'wo', 'do', 'vr']]);
});

test('the form takes alternating weeks and keeps the other settings', async () => {
  const { talk, schools } = await Talk.open(NEW);
  const [school] = schools;
  const marieke = school!.person('Marieke');
  const before = await talk.opened.store.people.settings(marieke);
  await talk.says('Marieke', 'welkom');
  await talk.presses('Marieke', 'Andere dagen…');
  await talk.fills('Marieke', { [`dagen-${school!.id}`]: 'ma,do', [`omdeweek-${school!.id}`]: 'wo-even' });
  const actor = await talk.opened.store.people.actorById(marieke, localDate('2026-11-24'));
  expect(actor!.employments[0]!.workingDays).toEqual(['ma', 'wo-even', 'do']);
  expect(await talk.opened.store.people.settings(marieke)).toEqual(before);
});

test('the same message twice says hello once and shows the home page', async () => {
  const { talk } = await Talk.open(NEW);
  expect(await talk.says('Sanne', 'hallo', 'message 1')).toContain('ik ben Leerteambot');
  const again = await talk.says('Sanne', 'hallo', 'message 1');
  expect(again).toContain('Dit had je al gedaan');
  expect(again).toContain('Mijn leerteam');
});

test.each([
  ['Nadia', ['School'], ['Overzicht', 'Werk verdelen']],
  ['Sanne', ['School', 'Overzicht', 'Werk verdelen'], ['Leerteam', 'Doelen', 'Instellingen', 'Hulp']],
  ['Marieke', [], ['Leerteam', 'Doelen', 'Overzicht', 'Instellingen', 'Hulp']],
] as const)('the home page of %s has a button for what that role may do', async (name, without, having) => {
  const { talk } = await Talk.open();
  await talk.says(name, 'start');
  const labels = talk.buttons().map(({ label }) => label);
  expect(labels).toEqual(expect.arrayContaining([...having]));
  for (const label of without) expect(labels).not.toContain(label);
});

test('every button of the home page answers', async () => {
  const { talk } = await Talk.open();
  await talk.says('Nadia', 'start');
  for (const { intent } of talk.buttons()) {
    const answer = await talk.does('Nadia', intent.name, intent.args);
    expect(answer, intent.name).not.toContain('Ik begrijp');
  }
});
