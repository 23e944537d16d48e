/** The digests of the POP year: what the person and the lead read, and when they hear nothing. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { eachDay, type LocalDate, localDate } from '../../src/calendar/local-date.ts';
import { schoolYearOf } from '../../src/calendar/school-year.ts';
import { instantAt, localTime } from '../../src/calendar/zone.ts';
import { NOTHING_TO_TELL } from '../../src/delivery/announcement.ts';
import { NUDGES } from '../../src/delivery/nudges.ts';
import { preview } from '../../src/delivery/preview.ts';
import type { PersonId, SchoolId } from '../../src/people/person.ts';
import type { Talk } from '../../src/pop/pop.ts';
import { FakePlatform } from '../delivery/fake-platform.ts';
import { type BuiltSchool, buildSchool, type OpenStore, openStore, type SchoolDraft, stamp } from '../support/store.ts';
import { strictTick } from '../support/strict-tick.ts';

const day = localDate;

let opened: OpenStore;
let platform: FakePlatform;
beforeEach(async () => {
  opened = await openStore();
  platform = new FakePlatform();
});
afterEach(() => opened.close());

const REGENBUI: SchoolDraft = {
  school: { popConsent: day('2026-06-01') },
  staff: [
    { name: 'Marieke', roles: ['directeur'], workingDays: ['ma', 'di', 'do'] },
    { name: 'Nadia', pop: true, workingDays: ['di', 'wo'] },
    { name: 'Nico', pop: true, workingDays: ['wo', 'do', 'vr'] },
    { name: 'Sanne', pop: true, workingDays: ['ma', 'di', 'do'] },
    { name: 'Piet' },
  ],
};

/** A tick at nine on each of the days, with the nudges about POP. */
async function live(from: string, until = from): Promise<void> {
  const { tick } = strictTick({
    store: opened.store,
    platform,
    nudges: NUDGES.filter(({ kind }) => kind.startsWith('pop-')),
  });
  for (const each of eachDay(day(from), day(until))) await tick(instantAt(each, localTime('09:00')));
}

/** `2026-10-01 Sanne` for each digest. */
function digests(school: BuiltSchool, names: readonly string[]): string[] {
  const name = new Map(names.map((one) => [school.person(one), one]));
  return platform.sent.map(({ to, at }) => `${at.slice(0, 10)} ${name.get(to) ?? to}`);
}
const textTo = (school: BuiltSchool, name: string) =>
  platform.sent.filter(({ to }) => to === school.person(name)).at(-1)?.text ?? null;

function key(school: BuiltSchool, name: string, on: LocalDate) {
  return { personId: school.person(name), schoolId: school.id, year: schoolYearOf(on) };
}
const by = (at: string) => stamp(null, `${at}T08:00:00Z`);
async function ready(school: BuiltSchool, name: string, on: string): Promise<void> {
  await opened.store.pop.setReady(by(on), key(school, name, day(on)), day(on));
}
/** Planned on `on`, for `date`. */
async function plan(school: BuiltSchool, name: string, talk: Talk, on: string, date: string): Promise<void> {
  const moment = { day: day(date), time: null };
  await opened.store.pop.planTalk(by(on), key(school, name, day(on)), talk, 0, moment, () => NOTHING_TO_TELL);
}
async function held(school: BuiltSchool, name: string, talk: Talk, on: string): Promise<void> {
  await opened.store.pop.setHeld(by(on), key(school, name, day(on)), talk, day(on), () => NOTHING_TO_TELL);
}

describe('one school', () => {
  const NAMES = REGENBUI.staff.map(({ name }) => name);
  let school: BuiltSchool;
  beforeEach(async () => {
    school = await buildSchool(opened, REGENBUI);
  });

  test('September: what comes when, and who sees it', async () => {
    await live('2026-09-14', '2026-09-18');
    expect(digests(school, NAMES)).toEqual(['2026-09-15 Nadia', '2026-09-15 Sanne', '2026-09-16 Nico']);
    expect(textTo(school, 'Sanne')).toMatchInlineSnapshot(`
      "Goedemorgen Sanne · dinsdag 15 september
      Je POP in 2026-2027. Zo loopt het dit schooljaar.
      POP klaar: eind oktober
      POP-gesprek: vanaf 1 november
      Opvolggesprek: vanaf 1 februari 2027
      Evaluatiegesprek: vanaf 15 mei 2027
      [Mijn POP]
      Alleen jij en Marieke zien deze stappen. Wat in je POP staat, vraag ik niet.
      [Morgen opnieuw] [Niet meer over dit onderwerp] [Instellingen]"
    `);
  });

  test('October: the person alone, with two reminders until it is ready', async () => {
    await live('2026-10-01', '2026-10-14');
    expect(digests(school, NAMES)).toEqual(['2026-10-01 Nico', '2026-10-01 Sanne', '2026-10-06 Nadia']);
    expect(textTo(school, 'Sanne')).toMatchInlineSnapshot(`
      "Goedemorgen Sanne · donderdag 1 oktober
      Je POP. Eind oktober is je POP klaar. Lukt dat? Ik vraag niet wat erin staat.
      [Klaar] [Bijna] [Ik wil overleggen]
      [Morgen opnieuw] [Niet meer over dit onderwerp] [Instellingen]"
    `);
    await ready(school, 'Nico', '2026-10-14');
    await live('2026-10-15', '2026-10-30');
    expect(digests(school, NAMES).slice(3)).toEqual(['2026-10-15 Sanne', '2026-10-26 Sanne', '2026-10-27 Nadia']);
    expect(textTo(school, 'Sanne')).toMatchInlineSnapshot(`
      "Goedemorgen Sanne · maandag 26 oktober
      Je POP. Je POP staat nog niet op klaar. Lukt het eind oktober?
      [Klaar] [Bijna] [Ik wil overleggen]
      [Morgen opnieuw] [Niet meer over dit onderwerp] [Instellingen]"
    `);
  });

  test('November: days on which both work; the lead gets one list', async () => {
    await live('2026-11-02', '2026-11-06');
    expect(digests(school, NAMES)).toEqual([
      '2026-11-02 Marieke',
      '2026-11-02 Sanne',
      '2026-11-03 Nadia',
      '2026-11-04 Nico',
    ]);
    expect(textTo(school, 'Sanne')).toMatchInlineSnapshot(`
      "Goedemorgen Sanne · maandag 2 november
      POP-gesprek. Tijd voor je gesprek met Marieke.
      Jullie werken allebei op maandag, dinsdag en donderdag.
      [do 5 november] [ma 9 november] [di 10 november] [Andere dag]
      [Morgen opnieuw] [Niet meer over dit onderwerp] [Instellingen]"
    `);
    expect(textTo(school, 'Marieke')).toMatchInlineSnapshot(`
      "Goedemorgen Marieke · maandag 2 november
      POP-gesprekken: 3 van 3 collega’s hebben nog geen datum: Nadia, Nico en Sanne.
      [Plan met Nadia] [Plan met Nico] [Plan met Sanne] [Mijn collega’s]
      [Morgen opnieuw] [Niet meer over dit onderwerp] [Instellingen]"
    `);
  });

  test('the reminder: not about a talk that has a date, and whether one took place whose day is over', async () => {
    await plan(school, 'Sanne', 'gesprek', '2026-11-02', '2026-11-24');
    await plan(school, 'Nadia', 'gesprek', '2026-11-02', '2026-11-10');
    await live('2026-11-16', '2026-11-20');
    expect(digests(school, NAMES)).toEqual(['2026-11-16 Marieke', '2026-11-17 Nadia', '2026-11-18 Nico']);
    expect(textTo(school, 'Marieke')).toMatchInlineSnapshot(`
      "Goedemorgen Marieke · maandag 16 november
      POP-gesprekken: 1 van 3 collega’s heeft nog geen datum: Nico.
      [Plan met Nico]
      POP-gesprekken: van Nadia is de dag voorbij. Is dat gesprek geweest?
      [Nadia: geweest] [Mijn collega’s]
      [Morgen opnieuw] [Niet meer over dit onderwerp] [Instellingen]"
    `);
    expect(textTo(school, 'Nadia')).toMatchInlineSnapshot(`
      "Goedemorgen Nadia · dinsdag 17 november
      POP-gesprek. Je gesprek met Marieke stond op dinsdag 10 november. Is het geweest?
      [Is geweest] [Andere dag]
      [Morgen opnieuw] [Niet meer over dit onderwerp] [Instellingen]"
    `);
    expect(textTo(school, 'Nico')).toMatchInlineSnapshot(`
      "Goedemorgen Nico · woensdag 18 november
      POP-gesprek. Je gesprek met Marieke heeft nog geen datum.
      Jullie werken allebei op donderdag.
      [do 26 november] [do 3 december] [do 10 december] [Andere dag]
      [Morgen opnieuw] [Niet meer over dit onderwerp] [Instellingen]"
    `);
  });

  test('a long list: each question has buttons of its own, five at most, and one to the rest', async () => {
    const names = (word: string, count: number) => Array.from({ length: count }, (_, at) => `${word}${at}`);
    const many = await buildSchool(opened, {
      school: { school: 'De Zonnebloem', popConsent: day('2026-06-01') },
      staff: [
        { name: 'Dirk', roles: ['directeur'] },
        ...[...names('Open', 6), ...names('Over', 14)].map((name) => ({ name, pop: true })),
      ],
    });
    for (const name of names('Over', 14)) await plan(many, name, 'gesprek', '2026-11-02', '2026-11-10');
    await live('2026-11-16');
    expect(textTo(many, 'Dirk')).toMatchInlineSnapshot(`
      "Goedemorgen Dirk · maandag 16 november
      POP-gesprekken: 6 van 20 collega’s hebben nog geen datum: Open0, Open1, Open2, Open3, Open4 en Open5.
      [Plan met Open0] [Plan met Open1] [Plan met Open2] [Plan met Open3] [Plan met Open4]
      POP-gesprekken: van Over0, Over1, Over2, Over3, Over4, Over5, Over6, Over7, Over8, Over9, Over10, Over11 en nog 2 is de dag voorbij. Zijn die gesprekken geweest?
      [Over0: geweest] [Over1: geweest] [Over2: geweest] [Over3: geweest] [Over4: geweest] [Mijn collega’s]
      [Morgen opnieuw] [Niet meer over dit onderwerp] [Instellingen]"
    `);
  });

  test('the reminder: also about a day that does not fit any more', async () => {
    await plan(school, 'Sanne', 'gesprek', '2026-11-02', '2026-11-24');
    await held(school, 'Nadia', 'gesprek', '2026-11-10');
    await held(school, 'Nico', 'gesprek', '2026-11-10');
    const days = { from: day('2026-11-23'), until: day('2026-11-25') };
    await opened.store.people.reportAbsent(by('2026-11-12'), school.person('Sanne'), days, NOTHING_TO_TELL);
    await live('2026-11-16', '2026-11-20');
    expect(textTo(school, 'Marieke')).toMatchInlineSnapshot(`
      "Goedemorgen Marieke · maandag 16 november
      POP-gesprekken: van Sanne past de dag niet meer.
      [Plan met Sanne] [Mijn collega’s]
      [Morgen opnieuw] [Niet meer over dit onderwerp] [Instellingen]"
    `);
    expect(textTo(school, 'Sanne')).toMatchInlineSnapshot(`
      "Goedemorgen Sanne · maandag 16 november
      Het POP-gesprek met Marieke is op dinsdag 24 november. Op dinsdag 24 november ben jij afwezig.
      Jullie werken allebei op maandag, dinsdag en donderdag.
      [do 19 november] [do 26 november] [ma 30 november] [Andere dag]
      [Gaat niet door]
      [Morgen opnieuw] [Niet meer over dit onderwerp] [Instellingen]"
    `);
  });

  test('who starts in February: first what POP is, with the steps that are open for them, then the question', async () => {
    opened.close();
    opened = await openStore();
    const staff = [...REGENBUI.staff, { name: 'Febe', pop: true, from: day('2027-02-02') }];
    const late = await buildSchool(opened, { ...REGENBUI, staff });
    await live('2027-02-02');
    expect(textTo(late, 'Febe')).toMatchInlineSnapshot(`
      "Goedemorgen Febe · dinsdag 2 februari
      Je POP in 2026-2027. Zo loopt het dit schooljaar.
      POP klaar: nu
      Opvolggesprek: nu
      Evaluatiegesprek: vanaf 15 mei
      [Mijn POP]
      Alleen jij en Marieke zien deze stappen. Wat in je POP staat, vraag ik niet.
      Opvolggesprek. Tijd voor je gesprek met Marieke.
      Jullie werken allebei op maandag, dinsdag en donderdag.
      [ma 8 februari] [di 9 februari] [do 11 februari] [Andere dag]
      [Morgen opnieuw] [Niet meer over dit onderwerp] [Instellingen]"
    `);
  });

  test('nobody hears anything when every talk was held', async () => {
    for (const name of ['Nadia', 'Nico', 'Sanne']) await held(school, name, 'gesprek', '2026-11-02');
    await live('2026-11-03', '2026-11-30');
    expect(platform.sent).toEqual([]);
  });

  test('February: first whether the talk before took place; held is held, also without the one before', async () => {
    await held(school, 'Nadia', 'gesprek', '2026-11-10');
    await held(school, 'Sanne', 'opvolging', '2027-01-20');
    await live('2027-02-01', '2027-02-05');
    expect(digests(school, NAMES)).toEqual(['2027-02-01 Marieke', '2027-02-02 Nadia', '2027-02-03 Nico']);
    expect(textTo(school, 'Nadia')).toMatchInlineSnapshot(`
      "Goedemorgen Nadia · dinsdag 2 februari
      Opvolggesprek. Tijd voor je gesprek met Marieke.
      Jullie werken allebei op dinsdag.
      [di 9 februari] [di 16 februari] [di 2 maart] [Andere dag]
      [Morgen opnieuw] [Niet meer over dit onderwerp] [Instellingen]"
    `);
    expect(textTo(school, 'Nico')).toMatchInlineSnapshot(`
      "Goedemorgen Nico · woensdag 3 februari
      Opvolggesprek. Dat komt na je POP-gesprek met Marieke. Is dat al geweest?
      [Is geweest] [Datum kiezen] [Nee, sla het over]
      [Morgen opnieuw] [Niet meer over dit onderwerp] [Instellingen]"
    `);
  });

  test('February: a day that is over is named after its own talk', async () => {
    await held(school, 'Nadia', 'gesprek', '2026-11-10');
    await plan(school, 'Nico', 'gesprek', '2026-11-02', '2026-11-12');
    await plan(school, 'Nadia', 'opvolging', '2026-11-10', '2027-01-26');
    await live('2027-02-01', '2027-02-05');
    expect(textTo(school, 'Nico')).toContain(
      'POP-gesprek. Je gesprek met Marieke stond op donderdag 12 november 2026. Is het geweest?',
    );
    expect(textTo(school, 'Nadia')).toContain('Opvolggesprek. Je gesprek met Marieke stond op dinsdag 26 januari.');
    const list = textTo(school, 'Marieke');
    expect(list).toContain('POP-gesprekken: van Nico is de dag voorbij.');
    expect(list).toContain('Opvolggesprekken: van Nadia is de dag voorbij.');
  });

  test('who is away for long is not on the list', async () => {
    await opened.store.people.reportAbsent(by('2026-10-12'), school.person('Nico'), {
      from: day('2026-10-12'),
      until: null,
    });
    await live('2026-11-02');
    expect(textTo(school, 'Marieke')).toContain('2 van 3 collega’s hebben nog geen datum: Nadia en Sanne.');
    await opened.store.people.reportBack(by('2026-11-11'), school.person('Nico'), day('2026-11-11'));
    await live('2026-11-03', '2026-11-12');
    // The talk is the first thing that Nico hears of.
    expect(digests(school, NAMES).at(-1)).toBe('2026-11-11 Nico');
    expect(textTo(school, 'Nico')).toContain('POP-gesprek. Tijd voor je gesprek met Marieke.');
  });

  test('nothing without consent, and nothing that was planned when it is taken back', async () => {
    await opened.store.school.setPopConsent(by('2026-09-30'), school.id, null);
    await live('2026-10-01', '2026-10-08');
    expect(platform.sent).toEqual([]);
    await opened.store.school.setPopConsent(by('2026-10-09'), school.id, day('2026-10-08'));
    await live('2026-10-09', '2026-10-16');
    // On since the 8th: what was to come that day comes late, its reminder a week after it.
    expect(digests(school, NAMES)).toEqual([
      '2026-10-09 Nico',
      '2026-10-12 Sanne',
      '2026-10-13 Nadia',
      '2026-10-15 Nico',
      '2026-10-15 Sanne',
    ]);
    expect(platform.sent[0]!.text).toContain('Je POP in 2026-2027.');
    expect(platform.sent[0]!.text).toContain('Eind oktober is je POP klaar.');
  });

  test('a changed month holds from then on', async () => {
    const { days } = await opened.store.pop.terms(school.id);
    await opened.store.pop.setDays(by('2026-09-01'), school.id, { ...days, klaar: '10-15' as never });
    await live('2026-10-01', '2026-10-16');
    // The explanation still makes sense until the first question comes.
    expect(digests(school, NAMES)).toEqual([
      '2026-10-01 Nico',
      '2026-10-01 Sanne',
      '2026-10-06 Nadia',
      '2026-10-15 Nico',
      '2026-10-15 Sanne',
    ]);
    expect(platform.sent[0]!.text).not.toContain('Lukt dat?');
    expect(platform.sent[3]!.text).toContain('Lukt dat?');
    await opened.store.pop.setDays(by('2026-10-16'), school.id, null);
    expect((await opened.store.pop.terms(school.id)).days.klaar).toBe('10-01');
  });

  test('without a lead the person hears whom to ask', async () => {
    await opened.store.school.endService(by('2026-10-01'), school.id, school.person('Marieke'), day('2026-10-30'));
    await live('2026-11-02');
    expect(textTo(school, 'Sanne')).toMatchInlineSnapshot(`
      "Goedemorgen Sanne · maandag 2 november
      POP-gesprek. Tijd voor je gesprek. Je hebt nog geen leidinggevende in Leerteambot.
      [Morgen opnieuw] [Niet meer over dit onderwerp] [Instellingen]"
    `);
  });

  test('the digest in English', async () => {
    const settings = await opened.store.people.settings(school.person('Sanne'));
    await opened.store.people.changeSettings(
      by('2026-09-01'),
      school.person('Sanne'),
      { ...settings, language: 'en' },
      [],
    );
    await live('2026-11-02');
    expect(textTo(school, 'Sanne')).toMatchInlineSnapshot(`
      "Good morning Sanne · Monday 2 November
      POP talk. Time for your talk with Marieke.
      You both work on Monday, Tuesday and Thursday.
      [Thu 5 November] [Mon 9 November] [Tue 10 November] [Another day]
      [Again tomorrow] [No more about this subject] [Settings]"
    `);
  });
});

describe('two schools', () => {
  const ZONNEBLOEM: SchoolDraft = {
    school: { school: 'De Zonnebloem', region: 'noord', popConsent: day('2026-06-01') },
    staff: [
      { name: 'Dirk', roles: ['directeur'], pop: true, workingDays: ['ma', 'wo'] },
      { name: 'Sanne', pop: true, workingDays: ['do'] },
    ],
  };
  let regenbui: BuiltSchool;
  let zonnebloem: BuiltSchool;
  beforeEach(async () => {
    regenbui = await buildSchool(opened, REGENBUI);
    zonnebloem = await buildSchool(opened, ZONNEBLOEM);
  });
  const state = async (id: SchoolId) => (await opened.store.outbox.schoolState(id))!;

  /** Whose lead is somebody who may work elsewhere. */
  async function leads(school: BuiltSchool, name: string, leadId: PersonId): Promise<void> {
    const one = (await opened.store.school.staff(school.id, day('2026-09-01'))).find(
      ({ id }) => id === school.person(name),
    )!;
    const { roles, workingDays, leadId: before, pop } = one;
    const seen = { roles, workingDays, leadId: before, pop };
    await opened.store.school.changeStaff(by('2026-09-01'), school.id, one.id, seen, { ...seen, leadId });
  }

  test('a POP at both: one message on a day that is theirs at both, each at its own school else', async () => {
    await live('2026-10-01', '2026-10-02');
    expect(digests(regenbui, ['Nico', 'Sanne'])).toEqual(['2026-10-01 Nico', '2026-10-01 Sanne']);
    const text = textTo(regenbui, 'Sanne')!;
    expect(text.match(/Dit gaat over De \w+\./g)).toEqual([
      'Dit gaat over De Regenbui.',
      'Dit gaat over De Zonnebloem.',
    ]);
    // Each button knows which of the two it is about.
    const { notice } = platform.sent.find(({ to }) => to === regenbui.person('Sanne'))!;
    const buttons = notice.parts.flatMap((part) => (part.kind === 'buttons' ? part.buttons : []));
    const schools = buttons.filter(({ label }) => label === 'Bijna').map(({ intent }) => intent.args.school);
    expect(schools).toEqual([`id:${regenbui.id}`, `id:${zonnebloem.id}`]);
    await live('2026-11-02', '2026-11-05');
    const sanne = platform.sent.filter(({ to, at }) => to === regenbui.person('Sanne') && at > '2026-11');
    expect(sanne.map(({ at }) => at.slice(0, 10))).toEqual(['2026-11-02', '2026-11-05']);
    expect(sanne[0]!.text).toContain('gesprek met Marieke');
    expect(sanne[0]!.text).not.toContain('Dirk');
    expect(sanne[1]!.text).toContain('gesprek met Dirk');
    expect(sanne[1]!.text).not.toContain('Marieke');
  });

  test('a digest that comes late speaks for both, once', async () => {
    // Nothing ran on Monday 2 November.
    await live('2026-11-05');
    const sanne = platform.sent.filter(({ to }) => to === regenbui.person('Sanne'));
    expect(sanne).toHaveLength(1);
    expect(sanne[0]!.text).toContain('gesprek met Marieke');
    expect(sanne[0]!.text).toContain('gesprek met Dirk');
    await live('2026-11-06', '2026-11-14');
    expect(platform.sent.filter(({ to }) => to === regenbui.person('Sanne'))).toHaveLength(1);
  });

  test('the preview has one line for it', async () => {
    const states = [await state(regenbui.id), await state(zonnebloem.id)];
    const lines = preview(states, day('2026-09-14'), day('2026-10-02')).filter(({ aan }) => aan.startsWith('sanne'));
    expect(lines.map(({ op, soort, onderwerp }) => `${op.slice(0, 10)} ${soort} ${onderwerp}`)).toEqual([
      '2026-09-15 pop-uitleg 2026-2027',
      '2026-09-17 pop-uitleg 2026-2027',
      '2026-10-01 pop-klaar 2026-2027',
    ]);
  });

  test('somebody of another school is the lead: only that, on their own days there, by the calendar of this school', async () => {
    await leads(regenbui, 'Nadia', zonnebloem.person('Dirk'));
    expect((await state(regenbui.id)).leadsElsewhere).toMatchObject([
      { id: zonnebloem.person('Dirk'), employment: { schoolId: zonnebloem.id, workingDays: ['ma', 'wo'] } },
    ]);
    await live('2026-11-02', '2026-11-06');
    const dirk = platform.sent.filter(({ to }) => to === zonnebloem.person('Dirk'));
    expect(dirk.map(({ at }) => at.slice(0, 10))).toEqual(['2026-11-02']);
    expect(dirk[0]!.text).toMatchInlineSnapshot(`
      "Goedemorgen Dirk · maandag 2 november
      POP-gesprek. Tijd voor je gesprek. Je hebt nog geen leidinggevende in Leerteambot.
      POP-gesprekken: 2 van 2 collega’s hebben nog geen datum: Nadia (De Regenbui) en Sanne (De Zonnebloem).
      [Plan met Nadia] [Plan met Sanne] [Mijn collega’s]
      [Morgen opnieuw] [Niet meer over dit onderwerp] [Instellingen]"
    `);
    expect(textTo(regenbui, 'Marieke')).toContain('2 van 2 collega’s hebben nog geen datum: Nico en Sanne.');
    expect(textTo(regenbui, 'Nadia')).toContain('gesprek met Dirk');
    const lines = preview([await state(regenbui.id)], day('2026-11-01'), day('2026-11-06'));
    expect(lines.filter(({ aan }) => aan.startsWith('dirk')).map(({ soort }) => soort)).toEqual(['pop-gesprek']);
  });

  test('somebody of the board leads the directors of several schools: one list', async () => {
    const board = await hireBoard();
    await leads(regenbui, 'Nico', board);
    await leads(zonnebloem, 'Dirk', board);
    await live('2026-11-02', '2026-11-06');
    const lists = platform.sent.filter(({ to }) => to === board);
    expect(lists.map(({ at }) => at.slice(0, 10))).toEqual(['2026-11-03']);
    expect(lists[0]!.text).toMatchInlineSnapshot(`
      "Goedemorgen Bea · dinsdag 3 november
      POP-gesprekken: 2 van 2 collega’s hebben nog geen datum: Nico (De Regenbui) en Dirk (De Zonnebloem).
      [Plan met Nico] [Plan met Dirk] [Mijn collega’s]
      [Morgen opnieuw] [Niet meer over dit onderwerp] [Instellingen]"
    `);
    const states = [await state(regenbui.id), await state(zonnebloem.id)];
    const lines = preview(states, day('2026-11-01'), day('2026-11-30')).filter(({ aan }) => aan.startsWith('bea'));
    expect(lines.map(({ op, soort }) => `${op.slice(0, 10)} ${soort}`)).toEqual([
      '2026-11-03 pop-gesprek',
      '2026-11-17 pop-gesprek',
    ]);
  });

  /** Works on Tuesdays, at no school. */
  async function hireBoard(): Promise<PersonId> {
    await opened.store.import.apply(by('2026-08-03'), [
      {
        kind: 'staff',
        changed: null,
        row: {
          name: 'Bea',
          email: 'bea@example.org',
          school: null,
          roles: ['bestuur'],
          workingDays: ['di'],
          lead: null,
          language: 'nl',
          pop: false,
          from: null,
          until: null,
          previousEmail: null,
          otherEmails: [],
        },
      },
    ]);
    const { id } = (await opened.store.people.actorByEmail('bea@example.org', day('2026-08-03')))!;
    await opened.store.people.markWelcomed(by('2026-08-03'), id, day('2026-08-03'));
    return id;
  }
});
