import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { localDate } from '../../src/calendar/local-date.ts';
import type { BuiltSchool } from '../support/store.ts';
import { Talk } from '../support/talk.ts';

let talk: Talk;
let school: BuiltSchool;

beforeEach(async () => {
  const opened = await Talk.open();
  talk = opened.talk;
  school = opened.schools[0]!;
});
afterEach(() => talk.opened.close());

const absences = () => talk.opened.store.people.absences(school.person('Sanne'), localDate('2026-01-01'));

describe('/afwezig', () => {
  // It is Tuesday 24 November 2026.
  const table: [line: string, from: string, until: string | null, answer: RegExp][] = [
    [
      '/afwezig 12 t/m 16 januari',
      '2027-01-12',
      '2027-01-16',
      /van dinsdag 12 januari 2027 tot en met zaterdag 16 januari 2027/,
    ],
    ['/afwezig morgen', '2026-11-25', '2026-11-25', /niet op woensdag 25 november\./],
    ['/afwezig vanaf morgen', '2026-11-25', null, /vanaf woensdag 25 november/],
    ['afwezig vandaag', '2026-11-24', '2026-11-24', /niet op dinsdag 24 november\..*\[Ik ben er weer\]/s],
  ];
  for (const [line, from, until, answer] of table) {
    test(line, async () => {
      expect(await talk.says('Sanne', line)).toMatch(answer);
      expect(await absences()).toEqual([{ from, until }]);
    });
  }

  const wrong: [line: string, answer: RegExp][] = [
    ['/afwezig 16 t/m 12 januari', /laatste dag ligt voor de eerste/],
    ['/afwezig als het regent', /begrijp niet wanneer.*12 t\/m 16 januari/],
    ['/afwezig 31 februari', /begrijp niet wanneer/],
    ["/afwezig '; drop table absence; --", /begrijp niet wanneer/],
  ];
  for (const [line, answer] of wrong) {
    test(`${line} changes nothing`, async () => {
      expect(await talk.says('Sanne', line)).toMatch(answer);
      expect(await absences()).toEqual([]);
    });
  }

  test('without dates there is a form that asks for no reason', async () => {
    expect(await talk.says('Sanne', '/afwezig')).toMatchInlineSnapshot(`
      "Wanneer ben je er niet?
      Eerste dag *: 2026-11-24
      Laatste dag: 
      [Opslaan]
      Ik bewaar alleen de datums, geen reden."
    `);
    expect(await talk.fills('Sanne', { van: '2026-12-01', tot: '2026-11-30' })).toMatch(/laatste dag ligt voor/);
    expect(await talk.does('Sanne', 'afwezig', { van: '2026-12-01', tot: '2030-12-01' })).toMatch(
      /langer dan twee jaar/,
    );
    expect(await talk.does('Sanne', 'afwezig', { van: 'ooit' })).toMatch(/begrijp de datum ooit niet/);
    expect(await absences()).toEqual([]);
  });

  test('the same form twice is one absence, and the second time says so', async () => {
    await talk.says('Sanne', '/afwezig');
    const form = talk.form();
    await talk.fills('Sanne', { van: '2026-12-01', tot: '2026-12-02' }, form);
    expect(await talk.fills('Sanne', { van: '2026-12-01', tot: '2026-12-02' }, form)).toMatch(
      /niets dubbel opgeslagen/,
    );
    expect(await absences()).toHaveLength(1);
  });
});

describe('/ik-ben-er', () => {
  test('ends an open absence the day before', async () => {
    await talk.says('Sanne', '/afwezig vanaf vandaag');
    talk.now = new Date('2026-11-30T08:00:00Z');
    expect(await talk.says('Sanne', '/ik-ben-er')).toBe('Fijn dat je er weer bent. Vanaf nu krijg je weer berichten.');
    expect(await absences()).toEqual([{ from: '2026-11-24', until: '2026-11-29' }]);
  });

  test('who was not absent hears that all is well', async () => {
    expect(await talk.says('Sanne', '/ik-ben-er')).toBe('Je stond niet als afwezig. Alles staat goed.');
  });
});
