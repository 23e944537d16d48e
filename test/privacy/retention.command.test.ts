/** `/school bewaren`: the admin sets how long records are kept, and is asked twice before anything goes sooner. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { USUAL_TERMS } from '../../src/privacy/retention.ts';
import { REGENBUI } from '../support/store.ts';
import { Talk } from '../support/talk.ts';

let talk: Talk;
beforeEach(async () => {
  ({ talk } = await Talk.open({ ...REGENBUI, staff: [...REGENBUI.staff, { name: 'Bea', roles: ['beheerder'] }] }));
});
afterEach(() => talk.opened.close());

const terms = () => talk.opened.store.retention.terms();
const SAME = { pop: '1', afwezig: '0', verslagen: '4', updates: '4', handelingen: '2', berichten: '1', klaar: 'ja' };

test('shows the usual terms in a form, also from the page of the school', async () => {
  await talk.says('Bea', '/school bewaren');
  const values = Object.fromEntries(talk.form().fields.map(({ name, value }) => [name, value]));
  expect({ ...values, klaar: 'ja' }).toEqual(SAME);
  await talk.says('Bea', '/school');
  await talk.presses('Bea', 'Hoe lang bewaren');
  expect(talk.form().intent.name).toBe('school.bewaren');
});

test('a longer term is stored at once', async () => {
  await talk.says('Bea', '/school bewaren');
  const answer = await talk.fills('Bea', { verslagen: '6' });
  expect(answer).toMatch(/^Opgeslagen\. Zo lang blijft het staan:/);
  expect(answer).toMatch(/Verslagen, besluiten, agendapunten en adviezen: 6 jaar/);
  expect(answer).toMatch(/Afwezigheid, na het einde van het schooljaar: tot het einde van het schooljaar/);
  expect(await terms()).toEqual({ ...USUAL_TERMS, minutes: 6 });
});

test('a shorter one only after yes', async () => {
  await talk.says('Bea', '/school bewaren');
  expect(await talk.fills('Bea', { updates: '2', handelingen: '5' })).toMatch(
    /^Korter bewaren\? Dan verwijder ik morgen wat ouder is\. Dat kan niet terug\./,
  );
  expect(await terms()).toEqual(USUAL_TERMS);
  const question = talk.last;
  await talk.presses('Bea', 'Aanpassen');
  expect(talk.form().fields.find(({ name }) => name === 'updates')?.value).toBe('2');
  talk.last = question;
  expect(await talk.presses('Bea', 'Ja, korter bewaren')).toMatch(/^Opgeslagen/);
  expect(await terms()).toEqual({ ...USUAL_TERMS, updates: 2, audit: 5 });
});

test('pressed twice it is stored once', async () => {
  await talk.does('Bea', 'school.bewaren', { ...SAME, berichten: '3' }, 'once');
  expect(await talk.does('Bea', 'school.bewaren', { ...SAME, berichten: '5' }, 'once')).toMatch(
    /^Dit had je al gedaan/,
  );
  expect(await terms()).toMatchObject({ messages: 3 });
});

test('the same terms change nothing', async () => {
  expect(await talk.does('Bea', 'school.bewaren', SAME)).toMatch(/^Er is niets veranderd/);
});

test.each([
  { field: 'updates', typed: '0', says: '0 past niet bij "Updates van doelen, en wie wat veranderde"' },
  { field: 'berichten', typed: '11', says: 'Vul een heel getal in van 1 tot en met 10.' },
  { field: 'pop', typed: '-1', says: 'Vul een heel getal in van 0 tot en met 10.' },
  { field: 'verslagen', typed: '1,5', says: '1,5 past niet bij' },
  { field: 'handelingen', typed: 'nooit', says: 'nooit past niet bij' },
])('$field: $typed is refused and nothing changes', async ({ field, typed, says }) => {
  expect(await talk.does('Bea', 'school.bewaren', { ...SAME, [field]: typed, zeker: 'ja' })).toContain(says);
  expect(await terms()).toEqual(USUAL_TERMS);
  await talk.presses('Bea', 'Verder invullen');
  expect(talk.form().fields.find(({ name }) => name === field)?.value).toBe(typed);
});

describe('is the admin’s alone', () => {
  test.each(['Marieke', 'Joost', 'Nadia', 'Sanne'])('%s', async (name) => {
    const refused = 'Hoe lang iets bewaard blijft, stelt de beheerder in. Vraag het aan Bea.';
    expect(await talk.says(name, '/school bewaren')).toBe(refused);
    expect(await talk.does(name, 'school.bewaren', { ...SAME, pop: '0', zeker: 'ja' })).toBe(refused);
    expect(await terms()).toEqual(USUAL_TERMS);
  });

  test('the director does not see the button', async () => {
    await talk.says('Marieke', '/school');
    expect(talk.buttons().map(({ label }) => label)).not.toContain('Hoe lang bewaren');
  });
});
