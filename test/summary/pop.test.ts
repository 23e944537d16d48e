/** "21 van 24 POP's zijn klaar." in the summary of a school: when it is there, for whom, and whose steps are in it. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { addressKey } from '../../db/address-key.ts';
import { removePerson } from '../../db/removal.ts';
import { plain } from '../../src/bot/plain.ts';
import { say } from '../../src/bot/text.ts';
import { type LocalDate, localDate } from '../../src/calendar/local-date.ts';
import type { SchoolYear } from '../../src/calendar/school-days.ts';
import { instantAt, localDateOf, localTime } from '../../src/calendar/zone.ts';
import type { PopKey, Talk as PopTalk } from '../../src/pop/pop.ts';
import { monthlySummary } from '../../src/summary/monthly-summary.nudge.ts';
import { type BuiltSchool, buildSchool, type SchoolDraft, type StaffDraft, stamp } from '../support/store.ts';
import { Talk } from '../support/talk.ts';

const YEAR = '2026-2027' as SchoolYear;
const WITH_POP = ['Anna', 'Bram', 'Cees', 'Dina', 'Evi', 'Fien'];
const NEWCOMERS = ['Guus', 'Hilde', 'Igor', 'Jet', 'Koen', 'Loes'];
const pop = (name: string): StaffDraft => ({ name, pop: true });
const SCHOOL: SchoolDraft = {
  school: { school: 'De Regenbui', popConsent: localDate('2026-06-15') },
  staff: [
    { name: 'Marieke', roles: ['directeur'] },
    { name: 'Joost', roles: ['ib'] },
    { name: 'Bea', roles: ['bestuur'] },
    { name: 'Ad', roles: ['beheerder'] },
    ...WITH_POP.map(pop),
    ...NEWCOMERS.map((name) => ({ name })),
  ],
  teams: [{ team: 'Bovenbouw', chair: 'Anna', members: WITH_POP }],
  goals: [{ title: 'Rekenen', team: 'Bovenbouw' }],
};

let talk: Talk;
let school: BuiltSchool;

beforeEach(async () => {
  const opened = await Talk.open(SCHOOL);
  talk = opened.talk;
  [school] = opened.schools as [BuiltSchool];
});
afterEach(() => talk.opened.close());

const on = (day: string) => {
  talk.now = instantAt(localDate(day), localTime('10:00'));
};
const key = (name: string): PopKey => ({ personId: school.person(name), schoolId: school.id, year: YEAR });
const today = (): LocalDate => localDateOf(talk.now);
const ready = (name: string) => talk.opened.store.pop.setReady(stamp(), key(name), today());
const held = (name: string, of: PopTalk) =>
  talk.opened.store.pop.setHeld(stamp(), key(name), of, today(), () => ({ tells: [], posts: [], changed: [] }));
/** The lines about POP in what this person is told. */
const lines = async (name: string, typed = '/overzicht') =>
  (await talk.says(name, typed)).split('\n').filter((line) => /POP|opvolggesprek|evaluatiegesprek|talk/.test(line));
/** By SQL, so that it does not depend on who may change it how. */
const employ = (column: string, ...names: readonly string[]) => {
  for (const name of names) {
    talk.opened.database.sqlite.exec(`update employment set ${column} where person_id = ${school.person(name)}`);
  }
};

describe('what it says', () => {
  test.each([
    ['2026-09-30', []],
    ['2026-10-01', ['POP 2 van 6 POP’s zijn klaar.']],
    ['2026-10-31', ['POP 2 van 6 POP’s zijn klaar.']],
    ['2026-11-24', ['POP 2 van 6 POP’s zijn klaar.', '1 van 6 POP-gesprekken is geweest.']],
    ['2027-01-31', ['POP 2 van 6 POP’s zijn klaar.', '1 van 6 POP-gesprekken is geweest.']],
    ['2027-02-01', ['POP 2 van 6 POP’s zijn klaar.', '0 van 6 opvolggesprekken zijn geweest.']],
    ['2027-05-15', ['POP 2 van 6 POP’s zijn klaar.', '3 van 6 evaluatiegesprekken zijn geweest.']],
    ['2027-07-31', ['POP 2 van 6 POP’s zijn klaar.', '3 van 6 evaluatiegesprekken zijn geweest.']],
    ['2027-08-01', []],
    ['2027-10-01', ['POP 0 van 6 POP’s zijn klaar.']],
  ])('on %s', async (day, expected) => {
    await ready('Anna');
    await ready('Bram');
    await held('Anna', 'gesprek');
    for (const name of ['Anna', 'Cees', 'Evi']) await held(name, 'evaluatie');
    on(day);
    expect(await lines('Marieke')).toEqual(expected);
  });

  test('follows the months of the school', async () => {
    const days = { uitleg: '09-01', klaar: '11-20', gesprek: '12-01', opvolging: '03-01', evaluatie: '06-01' };
    await talk.opened.store.pop.setDays(stamp(), school.id, days as never);
    on('2026-11-19');
    expect(await lines('Marieke')).toEqual([]);
    on('2026-11-20');
    expect(await lines('Marieke')).toEqual(['POP 0 van 6 POP’s zijn klaar.']);
  });

  test('begins next year when the PGMR agreed after the last talk opened', async () => {
    talk.opened.database.sqlite.exec("update school set pop_consent = '2027-05-20'");
    on('2027-06-01');
    expect(await lines('Marieke')).toEqual([]);
    on('2027-10-01');
    expect(await lines('Marieke')).toEqual(['POP 0 van 6 POP’s zijn klaar.']);
  });

  test('is in English for who reads English', async () => {
    talk.opened.database.sqlite.exec("update person set language = 'en' where name = 'Marieke'");
    await ready('Anna');
    expect(await lines('Marieke')).toEqual(['POP 1 of 6 POPs is ready.', '0 of 6 POP talks took place.']);
  });

  test('is of now: a look back of last month has it, an older one has not', async () => {
    expect(await lines('Marieke', '/overzicht oktober')).toHaveLength(2);
    expect(await lines('Marieke', '/overzicht september')).toEqual([]);
  });

  test('comes with the monthly summary of the director, in October with that of the year so far', async () => {
    const { store } = talk.opened;
    on('2026-10-01');
    const receiver = (await store.people.actorByEmail('marieke@example.org', today()))!;
    const state = (await store.outbox.schoolState(school.id))!;
    const [reference] = monthlySummary.plan(state, today());
    const composed = await monthlySummary.compose(reference!, {
      ...{ store, say: say('nl'), now: talk.now, today: today(), receiver },
    });
    const notice = { kind: 'notice', visibility: 'caller', title: null, parts: composed!.parts } as const;
    expect(plain(notice)).toContain('POP 0 van 6 POP’s zijn klaar.');
  });
});

describe('for whom it is there', () => {
  test('the director and the quality coach of the school', async () => {
    expect(await lines('Marieke')).toHaveLength(2);
    expect(await lines('Joost')).toHaveLength(2);
  });

  test('not for the part of one team, the board or an admin', async () => {
    expect(await lines('Anna')).toEqual([]);
    await talk.does('Marieke', 'overzicht', { team: String(school.team('Bovenbouw')) });
    expect(JSON.stringify(talk.last)).toContain('Bovenbouw');
    expect(JSON.stringify(talk.last)).not.toContain('POP');
    expect(await talk.says('Bea', '/overzicht')).not.toMatch(/POP/);
    await talk.does('Bea', 'overzicht', { school: String(school.id) });
    expect(JSON.stringify(talk.last)).toContain('Rekenen');
    expect(JSON.stringify(talk.last)).not.toContain('POP');
    expect(await talk.says('Ad', '/overzicht')).not.toMatch(/POP/);
  });

  test.each([
    ['without the consent of the PGMR', null],
    ['before the day of that consent', localDate('2026-11-25')],
  ])('%s', async (_, date) => {
    await talk.opened.store.school.setPopConsent(stamp(), school.id, date);
    expect(await lines('Marieke')).toEqual([]);
    expect(talk.opened.database.sqlite.prepare('select count(*) from pop').pluck().get()).toBe(0);
  });
});

describe('whose steps are in it', () => {
  test('nobody is counted where four people have a POP', async () => {
    employ('pop = 0', 'Anna', 'Bram');
    expect(await lines('Marieke')).toEqual([]);
  });

  test('newcomers come in with five at a time, ready or not', async () => {
    expect((await lines('Marieke'))[0]).toContain('0 van 6');
    employ('pop = 1', 'Guus', 'Hilde', 'Igor', 'Jet');
    for (const name of ['Guus', 'Hilde', 'Igor', 'Jet']) await ready(name);
    expect((await lines('Marieke'))[0]).toContain('0 van 6');
    employ('pop = 1', 'Koen');
    expect((await lines('Marieke'))[0]).toContain('4 van 11');
    employ('pop = 1', 'Loes');
    expect((await lines('Marieke'))[0]).toContain('4 van 11');
  });

  test('who has no POP any more or leaves stays in it, and with more than that nothing is shown', async () => {
    await ready('Anna');
    expect((await lines('Marieke'))[0]).toContain('1 van 6');
    employ('pop = 0', 'Anna');
    expect((await lines('Marieke'))[0]).toContain('1 van 6');
    employ("until_day = '2026-11-20'", 'Bram');
    expect(await lines('Marieke')).toEqual([]);
    employ('until_day = null', 'Bram');
    expect((await lines('Marieke'))[0]).toContain('1 van 6');
  });

  test('the people who left go out of it with five at a time', async () => {
    employ('pop = 1', ...NEWCOMERS);
    for (const name of NEWCOMERS) await ready(name);
    expect((await lines('Marieke'))[0]).toContain('6 van 12');
    employ("until_day = '2026-11-20'", ...NEWCOMERS.slice(0, 4));
    expect((await lines('Marieke'))[0]).toContain('6 van 12');
    employ("until_day = '2026-11-20'", ...NEWCOMERS);
    expect((await lines('Marieke'))[0]).toContain('0 van 6');
  });

  test('nothing is shown for the rest of the year when somebody in it was removed', async () => {
    const { database } = talk.opened;
    expect(await lines('Marieke')).toHaveLength(2);
    await database.change((orm) =>
      removePerson(database, orm, { at: talk.now }, school.person('Fien'), addressKey(database)),
    );
    expect(await lines('Marieke')).toEqual([]);
    employ('pop = 1', ...NEWCOMERS);
    expect(await lines('Marieke')).toEqual([]);
    on('2027-10-05');
    expect((await lines('Marieke'))[0]).toContain('0 van 11');
  });

  test('nobody reads a count when the director leads all but four of them', async () => {
    employ(`lead_id = ${school.person('Fien')}`, 'Anna', 'Bram', 'Cees', 'Dina');
    expect(await lines('Marieke')).toEqual([]);
    expect(await lines('Joost')).toEqual([]);
    employ(`lead_id = ${school.person('Fien')}`, 'Evi');
    expect(await lines('Marieke')).toHaveLength(2);
  });

  test('another school has a group of its own, and so has another year', async () => {
    const other = await buildSchool(talk.opened, {
      school: { school: 'De Zonnebloem', popConsent: localDate('2026-06-15') },
      staff: [{ name: 'Piet', roles: ['directeur'] }, pop('Anna'), ...NEWCOMERS.slice(0, 4).map(pop)],
    });
    await ready('Anna');
    expect((await lines('Piet'))[0]).toContain('0 van 5');
    const key = { personId: other.person('Guus'), schoolId: other.id, year: YEAR };
    await talk.opened.store.pop.setReady(stamp(), key, today());
    expect((await lines('Piet'))[0]).toContain('1 van 5');
    expect((await lines('Marieke'))[0]).toContain('1 van 6');
    const before = await talk.opened.store.pop.counted(school.id, '2025-2026' as SchoolYear, today());
    expect(before.people.map(({ isReady }) => isReady)).not.toContain(true);
  });
});
