import { describe, expect, test } from 'vitest';
import { readBook } from '../../src/import/read-book.ts';
import { lines, SCHOOL, sheetFile, sheetsRead, withText } from './sheets.ts';

const SCHOLEN = 'school;regio\nDe Regenbui;midden';

function mistakes(sheets: Readonly<Record<string, string>>) {
  return lines(readBook(sheetsRead(sheets).sheets).mistakes);
}
function warnings(sheets: Readonly<Record<string, string>>) {
  return lines(readBook(sheetsRead(sheets).sheets).warnings);
}

test('a right school gives no mistake and no warning', () => {
  expect(mistakes(SCHOOL)).toEqual([]);
  expect(warnings(SCHOOL)).toEqual([]);
});

describe('sheets and columns', () => {
  test('are found whatever their order, capitals, spaces and stars', () => {
    const { read, mistakes } = readBook([
      sheetFile(' Scholen ', 'Goede vrijdag vrij;REGIO*;School\nja;Noord;De Windvlaag'),
    ]);
    expect(mistakes).toEqual([]);
    expect(read.scholen[0]!.values).toEqual({ school: 'De Windvlaag', regio: 'noord', goede_vrijdag_vrij: true });
  });

  test('that nobody knows are told, with the nearest', () => {
    expect(warnings({ schoolen: SCHOLEN, toelichting: 'lees mij' })).toEqual([
      'schoolen: Dit blad ken ik niet. Ik heb het niet gelezen. Bedoel je scholen?',
      'toelichting: Dit blad ken ik niet. Ik heb het niet gelezen.',
    ]);
    expect(warnings({ scholen: 'school;regio;pop instemmin;opmerking\nDe Regenbui;midden;;' })).toEqual([
      'scholen, rij 1, kolom pop instemmin: Deze kolom ken ik niet. Ik heb hem niet gelezen. Bedoel je pop_instemming?',
      'scholen, rij 1, kolom opmerking: Deze kolom ken ik niet. Ik heb hem niet gelezen.',
    ]);
  });

  test('that must be there and are not, are one mistake each and not one per row', () => {
    expect(mistakes({ medewerkers: 'naam;school\nSanne;De Regenbui\nNico;De Regenbui' })).toEqual([
      'medewerkers, rij 1, kolom email: Deze kolom ontbreekt. Zet hem in rij 1, bij de andere kolommen. Daarna kijk ik de rijen na.',
    ]);
  });

  test('that are there twice are a mistake', () => {
    expect(mistakes({ scholen: 'school;regio;Regio\nDe Regenbui;midden;noord' })).toEqual([
      'scholen, rij 1, kolom regio: Deze kolom is er twee keer.',
    ]);
    expect(lines(readBook([sheetFile('scholen', SCHOLEN), sheetFile('Scholen', SCHOLEN)]).mistakes)).toEqual([
      'Scholen: Dit blad is er twee keer.',
    ]);
  });

  test('an empty sheet is told', () => {
    expect(warnings({ scholen: SCHOLEN, leden: ';;\n;;' })).toEqual(['leden: Dit blad is leeg.']);
  });
});

describe('cells', () => {
  test('every mistake of every sheet comes in one run, with its line', () => {
    const found = mistakes({
      scholen: 'school;regio\n;midden\n;\nDe Regenbui;oost',
      kalender: 'school;van;soort\nDe Regenbui;32-1-2026;vri',
      leerteams: 'school;leerteam;voorzitter;dag;tijd;duur\nDe Regenbui;Bovenbouw;;za;half drie;2',
    });
    expect(found).toEqual([
      'scholen, rij 2, kolom school: Dit moet ingevuld zijn.',
      'scholen, rij 4, kolom regio: oost ken ik hier niet. Kies uit: noord, midden, zuid.',
      'kalender, rij 2, kolom van: 32-1-2026 is geen datum. Schrijf 2026-11-14 of 14-11-2026.',
      'kalender, rij 2, kolom soort: vri ken ik hier niet. Bedoel je vrij? Kies uit: vakantie, studiedag, vrij, lesdag.',
      'leerteams, rij 2, kolom voorzitter: Dit moet ingevuld zijn.',
      'leerteams, rij 2, kolom dag: za ken ik hier niet. Kies uit: ma, di, wo, do, vr.',
      'leerteams, rij 2, kolom tijd: half drie is geen tijd. Schrijf 15:00.',
      'leerteams, rij 2, kolom duur: 2 is geen heel getal van 5 tot en met 480.',
    ]);
  });

  test.each([
    ['=SOM(A1)', 'Hier staat een formule.'],
    [' =1+1', 'Hier staat een formule.'],
    ['x'.repeat(2_001), 'Deze tekst is te lang: hooguit 2.000 tekens.'],
    ['x'.repeat(121), 'Deze tekst is te lang: hooguit 120 tekens.'],
    ['x'.repeat(10_000), 'Deze tekst is te lang: hooguit 2.000 tekens.'],
    ['bel\u0007', 'Hier staan tekens die niet te lezen zijn.'],
    ['co\ufffdrdinator', 'Hier staan tekens die niet te lezen zijn.'],
    ['half \ud83d', 'Hier staan tekens die niet te lezen zijn.'],
  ])('%# are refused', (title, sentence) => {
    const { mistakes } = readBook([
      {
        name: 'doelen',
        lines: [
          { line: 1, cells: ['school', 'doel'] },
          { line: 7, cells: ['De Regenbui', title] },
        ],
      },
    ]);
    expect(lines(mistakes)).toEqual([expect.stringContaining(`doelen, rij 7, kolom doel: ${sentence}`)]);
  });

  test.each([
    ["'=1+1", '=1+1'],
    ["''s Ochtends lezen", "'s Ochtends lezen"],
    ["'s Ochtends lezen", "'s Ochtends lezen"],
    ['regel één\nregel twee', 'regel één regel twee'],
    ['\u202etxet\u202c', 'txet'],
    ['😀 blij', '😀 blij'],
    [
      "<!channel> [x](https://evil.example) '; drop table goal",
      "<!channel> [x](https://evil.example) '; drop table goal",
    ],
  ])('%j is kept as %j', (cell, kept) => {
    const { read, mistakes } = readBook([
      {
        name: 'doelen',
        lines: [
          { line: 1, cells: ['school', 'doel'] },
          { line: 2, cells: ['De Regenbui', cell] },
        ],
      },
    ]);
    expect(mistakes).toEqual([]);
    expect(read.doelen[0]!.values.doel).toBe(kept);
  });

  test('a row with more cells than columns is refused', () => {
    expect(mistakes({ scholen: 'school;regio\nDe Regenbui;midden;;\nDe Windvlaag;noord;x' })).toEqual([
      'scholen, rij 3: Deze rij heeft meer cellen dan er kolommen zijn. Staat er een komma of puntkomma in een tekst? Zet die tekst tussen aanhalingstekens.',
    ]);
  });

  test('an empty cell empties, or says nothing where a default would undo what people chose', () => {
    const { read } = readBook(sheetsRead(withText('doelen', '2027-07-01;;', ';;')).sheets);
    expect(read.doelen[0]!.values).toHaveProperty('einddatum', null);
    expect(read.doelen[0]!.values).not.toHaveProperty('status');
    expect(read.doelen[0]!.values).not.toHaveProperty('nr');
  });
});
