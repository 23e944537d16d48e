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

  test('says what is stored after it: days that touch are one, and the same again is no news', async () => {
    await talk.says('Sanne', '/afwezig 1 december');
    const joined = 'je bent er niet van dinsdag 1 december tot en met woensdag 2 december.';
    expect(await talk.says('Sanne', '/afwezig 2 december')).toContain(`Genoteerd: ${joined}`);
    expect(await talk.says('Sanne', '/afwezig 1 t/m 2 december')).toBe(`Dat stond er al: ${joined}`);
    expect(await absences()).toEqual([{ from: '2026-12-01', until: '2026-12-02' }]);
  });

  test('days within an absence without an end: says that it holds too, and takes it back on a press', async () => {
    await talk.says('Sanne', '/afwezig vanaf morgen');
    expect(await talk.says('Sanne', '/afwezig 3 t/m 5 december')).toMatchInlineSnapshot(`
      "Genoteerd: je bent er niet van donderdag 3 december tot en met zaterdag 5 december. Je krijgt dan geen berichten.
      [Ongedaan maken]
      Let op: je staat ook als afwezig vanaf woensdag 25 november, zonder laatste dag. Zolang dat er staat, stuur ik je niets.
      [Alleen deze dagen]"
    `);
    await talk.presses('Sanne', 'Alleen deze dagen');
    expect(await absences()).toEqual([{ from: '2026-12-03', until: '2026-12-05' }]);
  });

  test('days within an absence that has begun without an end', async () => {
    await talk.says('Sanne', '/afwezig vanaf vandaag');
    expect(await talk.says('Sanne', '/afwezig 3 december')).toMatch(
      /ook als afwezig vanaf dinsdag 24 november, zonder laatste dag.*\[Ik ben er weer\]/s,
    );
    await talk.presses('Sanne', 'Ik ben er weer');
    expect(await absences()).toEqual([{ from: '2026-12-03', until: '2026-12-03' }]);
  });

  const wrong: [line: string, answer: RegExp][] = [
    ['/afwezig 16 t/m 12 januari', /laatste dag ligt voor de eerste/],
    ['/afwezig als het regent', /begrijp niet wanneer.*12 t\/m 16 januari/],
    ['/afwezig 31 februari', /begrijp niet wanneer/],
    ['/afwezig 1-1-2020', /al voorbij/],
    ['/afwezig gisteren', /al voorbij/],
    ['/afwezig 9 t/m 13 november', /al voorbij.*Typ \/afwezig 9 november 2027 t\/m 13 november 2027\.$/],
    ['/afwezig 14 november', /al voorbij.*Typ \/afwezig 14 november 2027\.$/],
    ['/afwezig vanaf 1-1-2099', /meer dan twee jaar vooruit/],
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
    const form = talk.form();
    // In a form nothing can be typed.
    for (const [van, tot, answer] of [
      ['2026-12-01', '2026-11-30', 'De laatste dag ligt voor de eerste dag. Kloppen de datums?'],
      ['2026-11-09', '2026-11-13', 'Die dagen zijn al voorbij. Er is niets veranderd. Kloppen de datums?'],
    ] as const) {
      expect(await talk.fills('Sanne', { van, tot }, form)).toBe(`${answer}\n[Verder invullen]`);
    }
    expect(await talk.does('Sanne', 'afwezig', { van: '2026-12-01', tot: '2030-12-01' })).toMatch(
      /meer dan twee jaar vooruit/,
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

describe('[Ongedaan maken]', () => {
  test('takes back an absence that has not begun', async () => {
    expect(await talk.says('Sanne', '/afwezig 12 t/m 16 januari')).toMatch(/\n\[Ongedaan maken\]$/);
    const undo = talk.button('Ongedaan maken');
    await talk.says('Sanne', '/afwezig 20 januari');
    expect(await talk.does('Sanne', undo.intent.name, undo.intent.args, undo.key)).toBe(
      'Ongedaan gemaakt: je afwezigheid van dinsdag 12 januari 2027 tot en met zaterdag 16 januari 2027 geldt niet meer.',
    );
    expect(await absences()).toEqual([{ from: '2027-01-20', until: '2027-01-20' }]);
    expect(await talk.does('Sanne', undo.intent.name, undo.intent.args, undo.key)).toMatch(/^Dit had je al gedaan/);
  });

  test.each<[before: string[], line: string]>([
    [[], '/afwezig vanaf vandaag'],
    [[], '/afwezig vanaf 3 december'],
    [['/afwezig 1 december'], '/afwezig 2 december'],
    [['/afwezig 1 t/m 4 december', '/afwezig 7 december'], '/afwezig 3 t/m 9 december'],
    [['/afwezig 1 t/m 4 december', '/afwezig vanaf 8 december'], '/afwezig vanaf 30 november'],
  ])('after %j gives back what there was before %s', async (before, line) => {
    for (const each of before) await talk.says('Sanne', each);
    const was = await absences();
    await talk.says('Sanne', line);
    expect(await talk.presses('Sanne', 'Ongedaan maken')).toMatch(/^Ongedaan gemaakt: je afwezigheid /);
    expect(await absences()).toEqual(was);
    if (was.length > 0) expect(talk.last).toMatchObject({ parts: [{ kind: 'text' }] });
  });

  test('says what is there again', async () => {
    await talk.says('Sanne', '/afwezig 1 december');
    await talk.says('Sanne', '/afwezig 2 december');
    expect(await talk.presses('Sanne', 'Ongedaan maken')).toMatchInlineSnapshot(`
      "Ongedaan gemaakt: je afwezigheid van dinsdag 1 december tot en met woensdag 2 december geldt niet meer.
      Wat je eerder doorgaf, staat er weer: je bent er niet op dinsdag 1 december."
    `);
  });

  test('is refused when the absence was changed meanwhile, and to somebody else', async () => {
    await talk.says('Sanne', '/afwezig 1 december');
    const { intent } = talk.button('Ongedaan maken');
    expect(await talk.does('Nadia', intent.name, intent.args)).toBe(
      'Je afwezigheid op dinsdag 1 december staat er niet meer, of is intussen veranderd. Er is niets gedaan.',
    );
    await talk.says('Sanne', '/afwezig 2 december');
    expect(await talk.does('Sanne', intent.name, intent.args)).toMatch(/staat er niet meer/);
    expect(await absences()).toEqual([{ from: '2026-12-01', until: '2026-12-02' }]);
  });

  test.each([
    [{}, /begrijp niet/],
    [{ van: 'ooit' }, /begrijp niet wat je bedoelt met ooit/],
    [{ van: '2026-12-01', tot: '2026-12-01', eerder: '2026-12-01' }, /begrijp niet/],
    [{ van: '2026-12-01', tot: '2026-12-01', eerder: '2020-01-01/,2026-12-01/2026-12-02' }, /^Ongedaan gemaakt/],
  ])('trusts no arguments: %j', async (args, answer) => {
    await talk.says('Sanne', '/afwezig 1 december');
    const was = await absences();
    expect(await talk.does('Sanne', 'afwezig.ongedaan', args)).toMatch(answer);
    expect(await absences()).toEqual(answer.test('Ongedaan gemaakt') ? [] : was);
  });
});

describe('/ik-ben-er', () => {
  test('ends an open absence the day before', async () => {
    await talk.says('Sanne', '/afwezig vanaf vandaag');
    talk.now = new Date('2026-11-30T08:00:00Z');
    expect(await talk.says('Sanne', '/ik-ben-er')).toBe('Fijn dat je er weer bent. Vanaf nu krijg je weer berichten.');
    expect(await absences()).toEqual([{ from: '2026-11-24', until: '2026-11-29' }]);
  });

  test('an absence that was reported for later stays, also when an open one began before it', async () => {
    await talk.says('Sanne', '/afwezig 12 t/m 16 januari');
    await talk.says('Sanne', '/afwezig vanaf vandaag');
    await talk.says('Sanne', '/afwezig 1 t/m 5 maart');
    talk.now = new Date('2026-11-30T08:00:00Z');
    await talk.says('Sanne', '/ik-ben-er');
    expect(await absences()).toEqual([
      { from: '2026-11-24', until: '2026-11-29' },
      { from: '2027-01-12', until: '2027-01-16' },
      { from: '2027-03-01', until: '2027-03-05' },
    ]);
  });

  test('who is not absent yet sees what was reported, and takes back one of them', async () => {
    await talk.says('Sanne', '/afwezig 12 t/m 16 januari');
    await talk.says('Sanne', '/afwezig vanaf 1 maart');
    expect(await talk.says('Sanne', '/ik-ben-er')).toMatchInlineSnapshot(`
      "Je staat nu niet als afwezig. Je hebt wel doorgegeven dat je er later niet bent:
      van dinsdag 12 januari 2027 tot en met zaterdag 16 januari 2027
        [Ongedaan maken]
      vanaf maandag 1 maart 2027
        [Ongedaan maken]"
    `);
    await talk.presses('Sanne', 'Ongedaan maken');
    expect(await absences()).toEqual([{ from: '2027-03-01', until: null }]);
  });

  test('who was not absent hears that all is well', async () => {
    expect(await talk.says('Sanne', '/ik-ben-er')).toBe('Je stond niet als afwezig. Alles staat goed.');
  });
});
