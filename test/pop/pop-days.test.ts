/** `/school pop-maanden`: when the steps of the POP year open; who may set it, and what bad input gets. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { localDate } from '../../src/calendar/local-date.ts';
import { areInOrder, type PopDays, USUAL_POP_DAYS } from '../../src/pop/pop-days.ts';
import { type BuiltSchool, REGENBUI, type SchoolDraft } from '../support/store.ts';
import { Talk } from '../support/talk.ts';

const SCHOOL: SchoolDraft = {
  ...REGENBUI,
  school: { ...REGENBUI.school, popConsent: localDate('2026-09-01') },
  staff: [...REGENBUI.staff, { name: 'Ad', roles: ['beheerder'] }, { name: 'Bea', roles: ['bestuur'] }],
};

let talk: Talk;
let school: BuiltSchool;
beforeEach(async () => {
  const opened = await Talk.open(SCHOOL);
  talk = opened.talk;
  school = opened.schools[0]!;
});
afterEach(() => talk.opened.close());

const stored = async () => (await talk.opened.store.pop.terms(school.id)).days;
const version = async () => (await talk.opened.store.outbox.schoolState(school.id))!.version;

test('the director chooses other days; the school is planned again', async () => {
  const before = await version();
  await talk.says('Marieke', '/school pop-maanden');
  const form = talk.form();
  expect(form.fields.map(({ name, value }) => `${name} ${value}`)).toEqual([
    'uitleg 09-15',
    'klaar 10-01',
    'gesprek 11-01',
    'opvolging 02-01',
    'evaluatie 05-15',
    'standaard undefined',
  ]);
  expect(await talk.fills('Marieke', { klaar: '10-15', gesprek: '11-15' }, form)).toMatchInlineSnapshot(`
    "Opgeslagen. Zo loopt het POP-jaar bij De Regenbui:
    Uitleg: 15 september
    POP klaar: 15 oktober
    POP-gesprek: 15 november
    Opvolggesprek: 1 februari
    Evaluatiegesprek: 15 mei"
  `);
  expect(await stored()).toEqual({ ...USUAL_POP_DAYS, klaar: '10-15', gesprek: '11-15' });
  expect(await version()).toBeGreaterThan(before);
});

test('a second press of the same form changes nothing', async () => {
  await talk.says('Marieke', '/school pop-maanden');
  const form = talk.form();
  await talk.fills('Marieke', { klaar: '10-15' }, form);
  const after = await version();
  expect(await talk.fills('Marieke', { klaar: '09-15' }, form)).toContain('De Regenbui');
  expect(await version()).toBe(after);
  expect((await stored()).klaar).toBe('10-15');
});

test('back to the usual ones, which are not stored', async () => {
  const values = () => talk.opened.database.sqlite.prepare('select pop_days from school').pluck().all();
  await talk.says('Ad', '/school pop-maanden');
  await talk.fills('Ad', { klaar: '09-15', uitleg: '09-01' });
  expect(values()).not.toEqual([null]);
  await talk.says('Ad', '/school pop-maanden');
  expect(await talk.fills('Ad', { standaard: 'ja' })).toContain('POP klaar: 1 oktober');
  expect(values()).toEqual([null]);
});

test('while POP is off it says so', async () => {
  await talk.opened.store.school.setPopConsent({ by: null, at: talk.now, act: 'test', once: null }, school.id, null);
  await talk.says('Marieke', '/school pop-maanden');
  expect(await talk.fills('Marieke', { klaar: '10-15' })).toContain('POP staat nog uit');
});

describe('what changes nothing', () => {
  const cases: { name: string; values: Readonly<Record<string, string>>; answer: RegExp }[] = [
    {
      name: 'a step before the one that it follows',
      values: { klaar: '11-15' },
      answer: /^Elke stap komt na de vorige/,
    },
    { name: 'two steps on one day', values: { klaar: '11-01' }, answer: /^Elke stap komt na de vorige/ },
    { name: 'the talk of the spring before that of the autumn', values: { opvolging: '10-15' }, answer: /^Elke stap/ },
    {
      name: 'a day that is not in the list',
      values: { klaar: '10-02' },
      answer: /^Kies bij elke stap een dag uit de lijst/,
    },
    { name: 'a day that is not there', values: { klaar: '02-30' }, answer: /^Kies bij elke stap een dag uit de lijst/ },
    { name: 'something else', values: { klaar: 'morgen' }, answer: /^Kies bij elke stap een dag uit de lijst/ },
  ];
  test.each(cases)('$name', async ({ values, answer }) => {
    expect(await talk.says('Marieke', '/school pop-maanden')).toContain('Dit geldt voor De Regenbui, in 2026-2027');
    expect(await talk.fills('Marieke', values)).toMatch(answer);
    expect(await stored()).toEqual(USUAL_POP_DAYS);
    await talk.presses('Marieke', 'Verder invullen');
    expect(talk.form().title).toBe('Maanden van de POP');
  });
});

test.each(['Nadia', 'Joost', 'Bea'])('%s may not', async (name) => {
  expect(await talk.says(name, '/school pop-maanden')).toContain('Vraag het aan Marieke');
  const args = { school: `id:${school.id}`, bewaar: 'ja', klaar: '10-15' };
  expect(await talk.does(name, 'school.pop-maanden', args)).toContain('Vraag het aan Marieke');
  expect(await stored()).toEqual(USUAL_POP_DAYS);
});

test('the year of a school begins in August', () => {
  const days = (change: Readonly<Record<string, string>>) => ({ ...USUAL_POP_DAYS, ...change }) as PopDays;
  expect(areInOrder(USUAL_POP_DAYS)).toBe(true);
  expect(areInOrder(days({ uitleg: '08-15', evaluatie: '06-15' }))).toBe(true);
  expect(areInOrder(days({ opvolging: '12-15' }))).toBe(true);
  expect(areInOrder(days({ uitleg: '06-15' }))).toBe(false);
});
