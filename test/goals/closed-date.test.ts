/** A start or end of a goal on a day on which the school is closed: the next open day is proposed, and nothing is stored yet. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { localDate } from '../../src/calendar/local-date.ts';
import type { GoalId } from '../../src/goals/goal.ts';
import { REGENBUI } from '../support/store.ts';
import { Talk } from '../support/talk.ts';

let talk: Talk;
beforeEach(async () => {
  ({ talk } = await Talk.open({
    ...REGENBUI,
    staff: [...REGENBUI.staff, { name: 'Emma', roles: ['directeur'], language: 'en' }],
    calendar: [
      { from: localDate('2027-02-10'), until: localDate('2027-02-10'), kind: 'studiedag', name: 'studiedag rekenen' },
      { from: localDate('2027-02-11'), until: localDate('2027-02-11'), kind: 'vrij', name: 'vrije dag' },
    ],
    goals: [...REGENBUI.goals!, { title: 'Uit de import', team: 'Bovenbouw', end: localDate('2026-12-25') }],
  }));
});
afterEach(() => talk.opened.close());

const goalAt = (id: number) => talk.opened.store.goals.line(id as GoalId);
const NEW = 4;
const add = (values: Readonly<Record<string, string>>) =>
  talk.does('Nadia', 'doel.nieuw', { titel: 'Lezen', eigenaar: 'team:1', ...values });

describe('a new goal', () => {
  // It is Tuesday 24 November 2026.
  test.each([
    [
      { eind: '2026-12-25' },
      '25 december valt in de kerstvakantie. Zal ik maandag 4 januari 2027 nemen?',
      '25 december',
    ],
    [
      { eind: '25 december' },
      '25 december valt in de kerstvakantie. Zal ik maandag 4 januari 2027 nemen?',
      '25 december',
    ],
    [
      { start: '2026-12-25' },
      '25 december valt in de kerstvakantie. Zal ik maandag 4 januari 2027 nemen?',
      '25 december',
    ],
    [
      { eind: '2026-11-28' },
      'Op zaterdag 28 november is de school dicht. Zal ik maandag 30 november nemen?',
      '28 november',
    ],
    [
      { eind: '2027-02-11' },
      'Op donderdag 11 februari 2027 is de school dicht. Zal ik vrijdag 12 februari 2027 nemen?',
      '11 februari 2027',
    ],
  ])('%j', async (values, question, day) => {
    expect(await add(values)).toBe(`${question}\n[Ja] [Andere datum] [Toch ${day}]`);
    expect(await goalAt(NEW)).toBeNull();
  });

  test.each([{ eind: '2027-02-10' }, { eind: '2027-02-12', start: '2026-11-24' }, {}])(
    'is asked nothing about %j',
    async (values) => {
      expect(await add(values)).toMatch(/^Doel 4 staat erin/);
    },
  );

  test('is asked nothing about today, which the form holds when it opens', async () => {
    talk.now = new Date('2026-11-28T10:00:00Z');
    await talk.says('Nadia', '/doel nieuw Lezen');
    expect(await talk.fills('Nadia', {})).toMatch(/^Doel 4 staat erin/);
  });

  test('[Ja] takes the next open day and keeps the rest', async () => {
    await add({ eind: '25 december', ambitie: 'Elk kind leest' });
    expect(await talk.presses('Nadia', 'Ja')).toMatch(/^Doel 4 staat erin: Lezen/);
    expect(await goalAt(NEW)).toMatchObject({ end: '2027-01-04', ambition: 'Elk kind leest', title: 'Lezen' });
  });

  test('[Andere datum] gives the form back as it was filled in', async () => {
    await add({ start: 'morgen', eind: '25 december', ambitie: 'Elk kind leest' });
    const answer = await talk.presses('Nadia', 'Andere datum');
    expect(answer).toMatch(/^Nieuw doel\nDoel in één zin \*: Lezen\nVan wie is het doel\? \*: \(Bovenbouw\)/);
    expect(answer).toContain('Ambitie: Elk kind leest\n');
    expect(answer).toContain('Startdatum: 2026-11-25\nEinddatum: 2026-12-25\n');
    await talk.fills('Nadia', { eind: '2026-12-17' });
    expect(await goalAt(NEW)).toMatchObject({ start: '2026-11-25', end: '2026-12-17', ambition: 'Elk kind leest' });
  });

  test('[Toch] keeps that day, and the other date is still asked about', async () => {
    await add({ start: '2026-11-28', eind: '2026-12-25' });
    expect(await talk.presses('Nadia', 'Toch 25 december')).toMatch(
      /^Startdatum: Op zaterdag 28 november is de school dicht\./,
    );
    await talk.presses('Nadia', 'Andere datum');
    expect(await talk.fills('Nadia', { start: '2026-11-29' })).toMatch(
      /^Startdatum: Op zondag 29 november is de school dicht\./,
    );
    await talk.presses('Nadia', 'Toch 29 november');
    expect(await goalAt(NEW)).toMatchObject({ start: '2026-11-29', end: '2026-12-25' });
  });

  test('may lie within a vacation, without a start after its end being proposed', async () => {
    await add({ start: '2026-12-22', eind: '2026-12-25' });
    expect(await talk.presses('Nadia', 'Toch 25 december')).toMatch(/^Doel 4 staat erin/);
    expect(await goalAt(NEW)).toMatchObject({ start: '2026-12-22', end: '2026-12-25' });
  });

  test('of both dates in one vacation begins and ends on the first open day', async () => {
    await add({ start: '2026-12-22', eind: '2026-12-25' });
    await talk.presses('Nadia', 'Ja');
    await talk.presses('Nadia', 'Ja');
    expect(await goalAt(NEW)).toMatchObject({ start: '2027-01-04', end: '2027-01-04' });
  });

  test('on one closed day twice is asked which date each question is about', async () => {
    const asked = '25 december valt in de kerstvakantie. Zal ik maandag 4 januari 2027 nemen?';
    expect(await add({ start: '2026-12-25', eind: '2026-12-25' })).toContain(`Einddatum: ${asked}`);
    expect(await talk.presses('Nadia', 'Ja')).toContain(`Startdatum: ${asked}`);
    await talk.presses('Nadia', 'Ja');
    expect(await goalAt(NEW)).toMatchObject({ start: '2027-01-04', end: '2027-01-04' });
  });

  test('in English', async () => {
    const answer = await talk.does('Emma', 'doel.nieuw', { titel: 'Read', eigenaar: 'team:1', eind: '2026-12-25' });
    expect(answer).toBe(
      '25 December is in the Christmas vacation. Shall I take Monday 4 January 2027?\n[Yes] [Another date] [Keep 25 December]',
    );
  });
});

describe('a change', () => {
  test('asks about a closed day that is new, and stores it when that is wanted', async () => {
    await talk.says('Nadia', '/doel wijzig 1');
    expect(await talk.fills('Nadia', { eind: '2026-12-25' })).toMatch(/^25 december valt in de kerstvakantie\./);
    expect(await goalAt(1)).toMatchObject({ end: '2027-06-01', version: 1 });
    await talk.presses('Nadia', 'Toch 25 december');
    expect(await goalAt(1)).toMatchObject({ end: '2026-12-25', version: 2 });
  });

  test('asks nothing about what an import brought', async () => {
    await talk.says('Nadia', '/doel wijzig 3');
    expect(await talk.fills('Nadia', { thema: 'Taal' })).toMatch(/^Opgeslagen: doel 3/);
    expect(await goalAt(3)).toMatchObject({ theme: 'Taal', end: '2026-12-25' });
  });

  test('that comes back as a form overwrites nothing that somebody else changed meanwhile', async () => {
    await talk.says('Nadia', '/doel wijzig 1');
    await talk.fills('Nadia', { eind: '2026-12-25', thema: 'Rekenen' });
    const other = talk.button('Andere datum');
    await talk.says('Marieke', '/doel wijzig 1');
    await talk.fills('Marieke', { ambitie: 'Elk kind rekent' });
    await talk.does('Nadia', other.intent.name, other.intent.args);
    expect(await talk.fills('Nadia', { eind: '2026-12-17' })).toContain('Iemand heeft dit doel intussen veranderd.');
    expect(await goalAt(1)).toMatchObject({ ambition: 'Elk kind rekent', theme: '', end: '2027-06-01' });
  });
});
