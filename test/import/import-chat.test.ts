import { describe, expect, test } from 'vitest';
import type { LocalDate } from '../../src/calendar/local-date.ts';
import { stamp } from '../support/store.ts';
import { SCHOOL, withRows, withText } from './sheets.ts';
import { goalNamed, importing, OPENED, put, select, theStore, useImport } from './use-import.ts';

useImport();

describe('what people change in chat', () => {
  const SHEETS = withRows({
    doelen: 'De Regenbui;Doel van Nico;;;nico@x.example;;;;2026-08-01;2027-06-01;op koers;aanloop',
  });

  async function changedInChat() {
    await importing(SHEETS);
    const goal = await goalNamed('Doel van Nico');
    const sanne = (await theStore().people.actorByEmail('sanne@x.example', '2026-09-01' as LocalDate))!;
    const by = stamp(sanne.id, '2026-09-10T08:00:00Z');
    await theStore().goals.setPhase(by, goal.id, 'op pad');
    const {
      id: _,
      schoolId: __,
      number: ___,
      status: ____,
      version,
      createdAt: _____,
      ...fields
    } = await goalNamed('Doel van Nico');
    await theStore().goals.change(by, goal.id, version, {
      ...fields,
      end: '2027-05-01' as LocalDate,
      owner: { kind: 'person', personId: sanne.id },
    });
    await theStore().goals.setStatus(by, goal.id, 'gepauzeerd', 'later');
    const settings = await theStore().people.settings(sanne.id);
    await theStore().people.changeSettings(by, sanne.id, { ...settings, language: 'en' }, [
      { schoolId: sanne.employments[0]!.schoolId!, days: ['wo'] },
    ]);
    return goal;
  }

  test('is listed and stays', async () => {
    const goal = await changedInChat();
    const report = await importing({
      ...SHEETS,
      medewerkers: SHEETS.medewerkers!.replace('werkdagen', 'werkdagen;taal').replace('di,do\n', 'di,do;nl\n'),
    });
    expect(report.differs.map(({ name, column, stored, sheets }) => [name, column, stored, sheets])).toEqual([
      ['Sanne Voorbeeld sanne@x.example', 'werkdagen', 'wo', 'di,do'],
      ['Sanne Voorbeeld sanne@x.example', 'taal', 'en', 'nl'],
      ['3 Doel van Nico', 'eigenaar', 'sanne@x.example', 'nico@x.example'],
      ['3 Doel van Nico', 'einddatum', '2027-05-01', '2027-06-01'],
      ['3 Doel van Nico', 'fase', 'op pad', 'aanloop'],
      ['3 Doel van Nico', 'status', 'gepauzeerd', 'op koers'],
    ]);
    expect(report.changes).toEqual([]);
    expect(await goalNamed('Doel van Nico')).toMatchObject({
      id: goal.id,
      phase: 'op pad',
      status: 'gepauzeerd',
      end: '2027-05-01',
    });
  });

  test('is overwritten with --overschrijf, with names and days in the history', async () => {
    const goal = await changedInChat();
    const report = await importing(SHEETS, { overwrite: true, stamp: stamp(null, '2026-10-01T08:00:00Z') });
    expect(report.differs).toEqual([]);
    expect(await goalNamed('Doel van Nico')).toMatchObject({ phase: 'aanloop', status: 'op koers', end: '2027-06-01' });
    const events = await theStore().goals.events(goal.id);
    expect(events.filter(({ byId }) => byId === null).map(({ what, from, to }) => [what, from, to])).toEqual(
      expect.arrayContaining([
        ['eigenaar', 'Sanne Voorbeeld', 'Nico Bedacht'],
        ['einddatum', '01-05-2027', '01-06-2027'],
        ['fase', 'op pad', 'aanloop'],
        ['status', 'gepauzeerd', 'op koers'],
      ]),
    );
  });

  test('working days that nobody knew are filled in', async () => {
    await importing(withText('medewerkers', 'ma,wo,vr', ''));
    const report = await importing(SCHOOL);
    expect(report).toMatchObject({
      differs: [],
      changes: [{ kind: 'staff', changed: [{ column: 'werkdagen', from: '', to: 'ma,wo,vr' }] }],
    });
  });

  test('an empty cell says nothing about them', async () => {
    await importing(SCHOOL);
    const goal = await goalNamed('Meer leerlingen op 1S');
    await theStore().goals.checkIn(stamp(null, '2026-09-10T08:00:00Z'), {
      goalId: goal.id,
      date: '2026-09-10' as LocalDate,
      status: 'loopt achter',
      value: 12,
      sentence: '',
      success: false,
      replaces: null,
    });
    expect(await importing(SCHOOL)).toMatchObject({ differs: [], changes: [] });
  });

  test('what changes between reading and writing stays', async () => {
    await importing(SCHOOL);
    const { changes } = await importing(withText('doelen', '13;40', '13;45'), { dryRun: true });
    const goal = await goalNamed('Meer leerlingen op 1S');
    await theStore().goals.setPhase(stamp(null, '2026-09-10T08:00:00Z'), goal.id, 'onderweg');
    await theStore().import.apply(OPENED, changes);
    expect(await goalNamed('Meer leerlingen op 1S')).toMatchObject({ target: 45, phase: 'onderweg' });
  });
});

describe('an agenda point about a goal', () => {
  test('closes when the import ends the goal', async () => {
    await importing(SCHOOL);
    const goal = await goalNamed('Meer leerlingen op 1S');
    put(
      "insert into agenda_item (key, school_id, kind, cause, goal_id, made_on) values ('x', ?, 'doel', 'doel zonder update', ?, '2026-10-01')",
      goal.schoolId,
      goal.id,
    );
    await importing(withText('doelen', '2027-07-01;;', '2027-07-01;gestopt;'), { overwrite: true });
    expect(select('select count(*) as open from agenda_item where closed_at is null')).toEqual([{ open: 0 }]);
  });
});
