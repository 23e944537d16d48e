import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Database, openDatabase } from '../../db/database.ts';
import { importQueries } from '../../db/import.queries.ts';
import { importSheets } from '../../src/import/import-book.ts';
import { stamp } from '../support/store.ts';
import { lines, SCHOOL, type Sheets, sheetsRead, withRows, withText } from './sheets.ts';

let database: Database;
beforeEach(() => {
  database = openDatabase(':memory:');
});
afterEach(() => database.close());

const OPTIONS = { dryRun: false, overwrite: false, stamp: stamp() };

async function imported(sheets: Sheets) {
  const report = await importSheets(importQueries(database), sheetsRead(sheets), OPTIONS);
  return { mistakes: lines(report.mistakes), warnings: lines(report.warnings), outcome: report.outcome };
}

test('a right school has nothing to say', async () => {
  expect(await imported(SCHOOL)).toEqual({ mistakes: [], warnings: [], outcome: 'imported' });
});

describe('what is refused, with nothing changed', () => {
  const cases: [string, Sheets, string[]][] = [
    [
      'the same e-mail twice at one school',
      withRows({ medewerkers: 'Sanne Voorbeeld;SANNE@x.example;De Regenbui;;di,do' }),
      [
        'medewerkers, rij 6, kolom email: Dit e-mailadres staat voor De Regenbui ook op rij 3. Een medewerker heeft één rij per school.',
      ],
    ],
    [
      'the same e-mail twice without a school',
      withRows({ medewerkers: 'Bea Bestuur;bea@x.example;;bestuur;ma' }),
      ['medewerkers, rij 6, kolom email: Dit e-mailadres staat zonder school ook op rij 5.'],
    ],
    [
      'one person with two names',
      withRows({ scholen: 'De Windvlaag;noord', medewerkers: 'Sanne Anders;sanne@x.example;De Windvlaag;;wo' }),
      ['medewerkers, rij 6, kolom naam: Op rij 3 staat voor dezelfde persoon iets anders: Sanne Voorbeeld.'],
    ],
    [
      'an unknown region',
      withText('scholen', 'midden', 'zuidd'),
      ['scholen, rij 2, kolom regio: zuidd ken ik hier niet. Bedoel je zuid? Kies uit: noord, midden, zuid.'],
    ],
    [
      'a school twice',
      withRows({ scholen: 'De Regenbui;zuid' }),
      ['scholen, rij 3, kolom school: Deze school staat ook op rij 2.'],
    ],
    [
      'an unknown school, once per row and with the nearest',
      withText('leerteams', 'De Regenbui;MT', 'De Regenbuj;MT'),
      ['leerteams, rij 3, kolom school: De school De Regenbuj staat niet in het blad scholen. Bedoel je De Regenbui?'],
    ],
    [
      'blokken that are no five days of one year',
      { ...SCHOOL, scholen: 'school;regio;blokken\nDe Regenbui;midden;2026-08-31,2026-10-26,2027-01-04,2027-03-01' },
      [
        'scholen, rij 2, kolom blokken: Dit zijn geen vijf begindatums van één schooljaar, van vroeg naar laat. Geef er vijf met komma’s ertussen, of laat de cel leeg. Dan lopen de blokken van vakantie tot vakantie.',
      ],
    ],
    [
      'overlapping days',
      {
        ...SCHOOL,
        kalender:
          'school;van;tot;soort\nDe Regenbui;2026-12-03;;studiedag\nDe Regenbui;2026-12-01;2026-12-03;vrij\nDe Regenbui;2026-12-04;;vrij',
      },
      ['kalender, rij 2, kolom van: Deze dagen overlappen met rij 3.'],
    ],
    [
      'days that end before they begin',
      { ...SCHOOL, kalender: 'school;van;tot;soort\nDe Regenbui;2026-12-03;2026-12-02;vrij' },
      ['kalender, rij 2, kolom tot: Het eind (2026-12-02) ligt voor het begin (2026-12-03).'],
    ],
    [
      'a leerteam without a chair',
      withText('leerteams', 'Bovenbouw;sanne@x.example', 'Bovenbouw;'),
      ['leerteams, rij 2, kolom voorzitter: Dit moet ingevuld zijn.'],
    ],
    [
      'a chair nobody knows',
      withText('leerteams', 'Bovenbouw;sanne@x.example', 'Bovenbouw;sane@x.example'),
      [
        'leerteams, rij 2, kolom voorzitter: Ik ken niemand met het e-mailadres sane@x.example. Bedoel je sanne@x.example?',
      ],
    ],
    [
      'a chair who does not work at the school',
      withText('leerteams', 'Bovenbouw;sanne@x.example', 'Bovenbouw;bea@x.example'),
      [
        'leerteams, rij 2, kolom voorzitter: bea@x.example werkt niet bij De Regenbui. Zet bij medewerkers een rij voor deze persoon en De Regenbui.',
      ],
    ],
    [
      'a deputy who is the chair',
      withText('leerteams', 'Bovenbouw;sanne@x.example;', 'Bovenbouw;sanne@x.example;sanne@x.example'),
      ['leerteams, rij 2, kolom vervanger: De vervanger is dezelfde persoon als de voorzitter.'],
    ],
    [
      'a team twice',
      withRows({ leerteams: 'De Regenbui;MT;marieke@x.example;;do;16:00' }),
      ['leerteams, rij 4, kolom leerteam: Dit leerteam staat voor De Regenbui ook op rij 3.'],
    ],
    [
      'a member of no team, nobody as a member, and a member twice',
      withRows({
        leden:
          'De Regenbui;Bovenbouwen;nico@x.example\nDe Regenbui;MT;niemand@y.example\nDe Regenbui;Bovenbouw;sanne@x.example',
      }),
      [
        'leden, rij 4, kolom leerteam: De Regenbui heeft geen leerteam Bovenbouwen. Bedoel je Bovenbouw?',
        'leden, rij 5, kolom email: Ik ken niemand met het e-mailadres niemand@y.example.',
        'leden, rij 6, kolom email: Dit lid staat voor dezelfde tijd ook op rij 2.',
      ],
    ],
    [
      'an unknown role',
      withText('medewerkers', 'directeur', 'direkteur'),
      [
        'medewerkers, rij 2, kolom rol: direkteur ken ik hier niet. Bedoel je directeur? Kies uit: leerkracht, directeur, ib, bestuur, beheerder.',
      ],
    ],
    [
      'a teacher without a school',
      withText('medewerkers', 'bea@x.example;;bestuur', 'bea@x.example;;leerkracht'),
      ['medewerkers, rij 5, kolom school: Met de rol leerkracht hoort hier een school te staan.'],
    ],
    [
      'an unknown lead and an own lead',
      {
        ...SCHOOL,
        medewerkers: `${SCHOOL.medewerkers!.replace('werkdagen', 'werkdagen;leidinggevende').replace('di,do\n', 'di,do;sanne@x.example\n').replace('ma,wo,vr', 'ma,wo,vr;mareike@x.example')}`,
      },
      [
        'medewerkers, rij 3, kolom leidinggevende: Niemand is de eigen leidinggevende. Laat de cel leeg, dan is het de directeur van de school.',
        'medewerkers, rij 4, kolom leidinggevende: Ik ken niemand met het e-mailadres mareike@x.example. Bedoel je marieke@x.example?',
      ],
    ],
    [
      'a goal of a team and of a person',
      withText('doelen', ';Bovenbouw;;%', ';Bovenbouw;nico@x.example;%'),
      [
        'doelen, rij 2, kolom eigenaar: Een doel is van een leerteam of van een persoon, niet van allebei. Maak leerteam of eigenaar leeg.',
      ],
    ],
    [
      'a goal of an unknown team, and one of somebody of elsewhere',
      withRows({ doelen: 'De Regenbui;Doel A;;Bovenbow;;;;;;;;\nDe Regenbui;Doel B;;;bea@x.example;;;;;;;' }),
      [
        'doelen, rij 4, kolom leerteam: De Regenbui heeft geen leerteam Bovenbow. Bedoel je Bovenbouw?',
        'doelen, rij 5, kolom eigenaar: bea@x.example werkt niet bij De Regenbui. Zet bij medewerkers een rij voor deze persoon en De Regenbui.',
      ],
    ],
    [
      'a goal that ends before it begins',
      withText('doelen', '2026-08-01;2027-07-01', '2027-07-01;2026-08-01'),
      ['doelen, rij 2, kolom einddatum: Het eind (2026-08-01) ligt voor het begin (2027-07-01).'],
    ],
    [
      'a value that does not fit the unit',
      withRows({
        doelen: 'De Regenbui;Doel A;;Bovenbouw;;%;120;-3;;;;\nDe Regenbui;Doel B;;Bovenbouw;;punten;13%;;;;;',
      }),
      [
        'doelen, rij 4, kolom nulmeting: 120 is geen percentage: dat ligt tussen 0 en 100.',
        'doelen, rij 4, kolom streefwaarde: -3 is geen percentage: dat ligt tussen 0 en 100.',
        'doelen, rij 5, kolom nulmeting: Hier staat een percentage, en de eenheid is punten.',
      ],
    ],
    [
      'a number twice, and a title twice without numbers',
      withRows({
        doelen:
          'De Regenbui;Doel A;7;Bovenbouw;;;;;;;;\nDe Regenbui;Doel B;7;Bovenbouw;;;;;;;;\nDe Regenbui;Elke week rijke teksten;;;;;;;;;;',
      }),
      [
        'doelen, rij 5, kolom nr: Nummer 7 staat ook op rij 4.',
        'doelen, rij 6, kolom doel: Deze tekst staat voor dezelfde school ook op rij 3. Vul bij allebei een nr in, of maak er twee verschillende teksten van.',
      ],
    ],
    [
      'an action of nobody, for no goal',
      withRows({ acties: 'De Regenbui;Actie A;;niemand@y.example;2026-12-01;;Rijke teksten;' }),
      [
        'acties, rij 3, kolom eigenaar: Ik ken niemand met het e-mailadres niemand@y.example.',
        'acties, rij 3, kolom doel: De Regenbui heeft geen doel Rijke teksten.',
      ],
    ],
    [
      'one address of two people',
      {
        ...SCHOOL,
        medewerkers: `${SCHOOL.medewerkers!.replace('werkdagen', 'werkdagen;andere_emails').replace('di,do\n', 'di,do;s@x.example\n').replace('ma,wo,vr', 'ma,wo,vr;s@x.example,marieke@x.example')}`,
      },
      [
        'medewerkers, rij 4, kolom andere_emails: marieke@x.example is in dit blad het e-mailadres van iemand anders.',
        'medewerkers, rij 4, kolom andere_emails: s@x.example hoort ook bij sanne@x.example. Een adres is van één persoon.',
      ],
    ],
    [
      'no sheet at all',
      {},
      [
        'Ik vind geen enkel blad. Noem de bladen of csv-bestanden: scholen, kalender, medewerkers, leerteams, leden, doelen, acties.',
      ],
    ],
  ];
  test.each(cases)('%s', async (_, sheets, sentences) => {
    const before = await importQueries(database).snapshot();
    expect(await imported(sheets)).toMatchObject({ mistakes: sentences, outcome: 'refused' });
    expect(await importQueries(database).snapshot()).toEqual(before);
  });
});

test('one mistake does not cause others: a row that cannot be read still says what it names', async () => {
  const sheets = withText('leerteams', 'Bovenbouw;sanne@x.example;;do', 'Bovenbouw;sanne@x.example;;zo');
  expect((await imported(sheets)).mistakes).toEqual([
    'leerteams, rij 2, kolom dag: zo ken ik hier niet. Kies uit: ma, di, wo, do, vr.',
  ]);
});

describe('what is only a warning', () => {
  test.each<[string, Sheets, string[]]>([
    [
      'working days that are not known',
      withText('medewerkers', 'ma,wo,vr', ''),
      [
        'medewerkers, rij 4, kolom werkdagen: Van Nico Bedacht ken ik de werkdagen niet. Ik ga uit van maandag tot en met vrijdag. Vul bijvoorbeeld ma,di,wo-even in.',
      ],
    ],
    [
      'a chair who does not work on the meeting day',
      withText('leerteams', 'Bovenbouw;sanne@x.example;;do', 'Bovenbouw;sanne@x.example;;vr'),
      [
        'leerteams, rij 2, kolom dag: De voorzitter sanne@x.example werkt niet op de dag van de bijeenkomst (vr). Kies een andere dag of een vervanger die er dan wel is, of verbeter de werkdagen.',
      ],
    ],
    [
      'a chair who works every other week only',
      withText('medewerkers', 'di,do\n', 'di,do-even\n'),
      [
        'leerteams, rij 2, kolom dag: De voorzitter sanne@x.example werkt alleen om de week op do, en het leerteam komt elke week bij elkaar. Kies een andere dag of een vervanger die er dan wel is, of verbeter de werkdagen.',
      ],
    ],
    ['a chair who works in even and in odd weeks', withText('medewerkers', 'di,do\n', 'di,do-even,do-oneven\n'), []],
  ])('%s', async (_, sheets, sentences) => {
    expect(await imported(sheets)).toEqual({ mistakes: [], warnings: sentences, outcome: 'imported' });
  });
});
