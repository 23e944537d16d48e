import { describe, expect, test } from 'vitest';
import type { LocalDate } from '../../src/calendar/local-date.ts';
import type { GoalFields } from '../../src/goals/goal.ts';
import type { ImportReport } from '../../src/import/import-book.ts';
import { stamp } from '../support/store.ts';
import type { Sheets } from './sheets.ts';
import { SCHOOL, withRows, withText } from './sheets.ts';
import { goalNamed, importing, select, snapshot, theStore, useImport } from './use-import.ts';

useImport();

const TITLE = 'Meer leerlingen op 1S';

/** `/doel wijzig` by Sanne. */
async function changes(title: string, to: Partial<GoalFields>): Promise<void> {
  const sanne = (await theStore().people.actorByEmail('sanne@x.example', '2026-09-01' as LocalDate))!;
  const { id, version, schoolId: _, number: __, status: ___, createdAt: ____, ...fields } = await goalNamed(title);
  await theStore().goals.change(stamp(sanne.id, '2026-09-10T08:00:00Z'), id, version, { ...fields, ...to });
}

function listed({ differs }: ImportReport) {
  return differs.map(({ name, column, stored, sheets }) => [name, column, stored, sheets]);
}

async function titles() {
  return (await snapshot()).doelen.map(({ number, title }) => [number, title]).sort();
}

describe('a field of a goal', () => {
  const PLAN = `school;doel;leerteam;thema;ambitie;eenheid;nulmeting;streefwaarde;meetinstrument;ritme;aanloop;op_pad
    De Regenbui;${TITLE};Bovenbouw;Rekenen;Iedereen 1F;%;13;40;;4;Wij proberen;Wij doen`;
  const SHEETS: Sheets = { ...SCHOOL, doelen: PLAN };
  const planned = (from: string, to: string): Sheets => ({ ...SCHOOL, doelen: PLAN.replace(from, to) });

  test('that was changed in chat is listed and stays; --overschrijf takes the sheet', async () => {
    await importing(SHEETS);
    const { phaseSentences } = await goalNamed(TITLE);
    await changes(TITLE, {
      target: 45,
      ambition: 'Elke leerling 1F',
      rhythm: 2,
      phaseSentences: { ...phaseSentences, 'op pad': 'Samen doen' },
    });
    const expected = [
      ['1 Meer leerlingen op 1S', 'ambitie', 'Elke leerling 1F', 'Iedereen 1F'],
      ['1 Meer leerlingen op 1S', 'streefwaarde', '45', '40'],
      ['1 Meer leerlingen op 1S', 'ritme', '2', '4'],
      ['1 Meer leerlingen op 1S', 'op_pad', 'Samen doen', 'Wij doen'],
    ];
    const report = await importing(SHEETS);
    expect([listed(report), report.changes]).toEqual([expected, []]);
    expect(await goalNamed(TITLE)).toMatchObject({ target: 45, ambition: 'Elke leerling 1F', rhythm: 2 });

    await importing(SHEETS, { overwrite: true });
    expect(await goalNamed(TITLE)).toMatchObject({ target: 40, ambition: 'Iedereen 1F', rhythm: 4 });
    expect(await importing(SHEETS)).toMatchObject({ changes: [], differs: [] });
    // The import was the last to write it, so the sheet leads again.
    expect(listed(await importing(planned('13;40', '13;50')))).toEqual([]);
    expect(await goalNamed(TITLE)).toMatchObject({ target: 50 });
    // Until somebody changes it in chat once more.
    await changes(TITLE, { target: 55 });
    expect(listed(await importing(planned('13;40', '13;50')))).toEqual([
      ['1 Meer leerlingen op 1S', 'streefwaarde', '55', '50'],
    ]);
  });

  test('that nobody changed in chat follows the sheet, also beside one that stays', async () => {
    await importing(SHEETS);
    await changes(TITLE, { target: 45 });
    const report = await importing(planned('Rekenen;Iedereen 1F', 'Wiskunde;Iedereen 1F'));
    expect(report.changes).toMatchObject([{ changed: [{ column: 'thema', from: 'Rekenen', to: 'Wiskunde' }] }]);
    expect(listed(report)).toEqual([['1 Meer leerlingen op 1S', 'streefwaarde', '45', '40']]);
    expect(await goalNamed(TITLE)).toMatchObject({ target: 45, theme: 'Wiskunde' });
  });

  test('a phase sentence of the sheet does not take along the one that was changed in chat', async () => {
    await importing(SHEETS);
    const { phaseSentences } = await goalNamed(TITLE);
    await changes(TITLE, { phaseSentences: { ...phaseSentences, 'op pad': 'Samen doen' } });
    await importing(planned('Wij proberen', 'Wij beginnen'));
    expect((await goalNamed(TITLE)).phaseSentences).toMatchObject({ aanloop: 'Wij beginnen', 'op pad': 'Samen doen' });
  });

  test.each<[string, Partial<GoalFields>, string, string]>([
    ['the unit', { unit: 'leerlingen' }, '%;13;40', '%;14;41'],
    ['a figure', { unit: '%', target: 90 }, '%;13;40', 'leerlingen;120;300'],
  ])('figures stay with their unit: %s was changed in chat', async (_, inChat, from, to) => {
    await importing(SHEETS);
    await changes(TITLE, inChat);
    const { unit, baseline, target } = await goalNamed(TITLE);
    const report = await importing(planned(from, to));
    expect(report.differs.map(({ column }) => column)).toEqual(['eenheid', 'nulmeting', 'streefwaarde']);
    expect(await goalNamed(TITLE)).toMatchObject({ unit, baseline, target });
  });
});

describe('a goal that got another title in chat', () => {
  test('is still the goal of the row without a number; the title is listed', async () => {
    await importing(SCHOOL);
    await changes(TITLE, { title: 'Rekenen op 1S' });
    await changes('Rekenen op 1S', { title: '40% op 1S' });
    const report = await importing(withText('doelen', '2027-07-01', '2027-07-02'));
    expect(listed(report)).toEqual([
      ['1 40% op 1S', 'doel', '40% op 1S', TITLE],
      ['1 40% op 1S', 'einddatum', '2027-07-01', '2027-07-02'],
    ]);
    expect([report.changes, report.missing]).toEqual([[], []]);
    expect(await titles()).toEqual([
      [1, '40% op 1S'],
      [2, 'Elke week rijke teksten'],
    ]);
    expect(select('select goal_id as goal from action')).toEqual([{ goal: (await goalNamed('40% op 1S')).id }]);
  });

  test('is meant by an action too, also when the goals are not in the import', async () => {
    await importing(SCHOOL);
    await changes(TITLE, { title: '40% op 1S' });
    expect(await importing({ acties: SCHOOL.acties! })).toMatchObject({ outcome: 'imported', changes: [] });
  });

  test('gets the title of the sheet with --overschrijf', async () => {
    await importing(SCHOOL);
    await changes(TITLE, { title: '40% op 1S' });
    await importing(SCHOOL, { overwrite: true });
    expect(await titles()).toEqual([
      [1, TITLE],
      [2, 'Elke week rijke teksten'],
    ]);
    // The title it had in chat is free again.
    await importing(withRows({ doelen: 'De Regenbui;40% op 1S;;;;;;;;;;' }));
    expect(await titles()).toContainEqual([3, '40% op 1S']);
  });

  test.each([
    ['by its title', 'De Regenbui;40% op 1S;;Bovenbouw;;%;13;40;2026-08-01;2027-07-01;;'],
    ['by its number', 'De Regenbui;40% op 1S;1;Bovenbouw;;%;13;40;2026-08-01;2027-07-01;;'],
  ])('leaves its earlier title to a new goal when another row names it %s', async (_, row) => {
    await importing(SCHOOL);
    await changes(TITLE, { title: '40% op 1S' });
    expect(listed(await importing(withRows({ doelen: row })))).toEqual([]);
    expect(await titles()).toEqual([
      [1, '40% op 1S'],
      [2, 'Elke week rijke teksten'],
      [3, TITLE],
    ]);
  });

  test('is not meant where other goals have that title now', async () => {
    await importing(SCHOOL);
    await changes(TITLE, { title: '40% op 1S' });
    await importing({ doelen: `school;doel;nr\nDe Regenbui;${TITLE};5\nDe Regenbui;${TITLE};6` });
    expect(await importing({ doelen: `school;doel\nDe Regenbui;${TITLE}` })).toMatchObject({
      outcome: 'refused',
      mistakes: [{ column: 'doel', message: { key: 'import.title-stored-twice' } }],
    });
  });

  test('is the goal of the newest of two earlier titles', async () => {
    await importing(SCHOOL);
    await changes(TITLE, { title: 'Rekenen op 1S' });
    await changes('Rekenen op 1S', { title: '40% op 1S' });
    const report = await importing(withRows({ doelen: 'De Regenbui;Rekenen op 1S;;Bovenbouw;;%;13;40;;;;' }));
    expect(listed(report)).toContainEqual(['1 40% op 1S', 'doel', '40% op 1S', 'Rekenen op 1S']);
    expect(await titles()).toContainEqual([3, TITLE]);
  });
});
