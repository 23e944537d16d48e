import { describe, expect, test } from 'vitest';
import type { ActionId } from '../../src/actions/action.ts';
import type { LocalDate } from '../../src/calendar/local-date.ts';
import { NOTHING_TO_TELL } from '../../src/delivery/announcement.ts';
import { stamp } from '../support/store.ts';
import { withRows } from './sheets.ts';
import { importing, put, select, theStore, useImport } from './use-import.ts';

useImport();

const SHEETS = withRows({ acties: 'De Regenbui;Zaal regelen;1;nico@x.example;2026-11-10;;;' });
const ID = 1 as ActionId;

/** The sheets with this line for the action, and what chat changed overwritten. */
const overwriting = (line: string) =>
  importing(withRows({ acties: line }), { overwrite: true, stamp: stamp(null, '2026-10-01T08:00:00Z') });
const personId = async (name: string) =>
  (await theStore().people.actorByEmail(`${name}@x.example`, '2026-09-01' as LocalDate))!.id;
const history = async () =>
  (await theStore().actions.events(ID)).map(({ byId, what, from, to, fromName, toName }) => [
    byId,
    what,
    from || fromName,
    to || toName,
  ]);

describe('an import of actions', () => {
  test('is no change of a new one', async () => {
    await importing(SHEETS);
    expect(await theStore().actions.line(ID)).toMatchObject({ number: 1, giverId: null, version: 1, agreed: false });
    expect(await history()).toEqual([]);
  });

  test('that changes owner, date or status leaves events, and answers an offer', async () => {
    await importing(SHEETS);
    const [nico, sanne] = [await personId('nico'), await personId('sanne')];
    await theStore().actions.offer(stamp(nico), ID, 1, sanne, '2026-09-10' as LocalDate, NOTHING_TO_TELL);
    await overwriting('De Regenbui;Zaal regelen;1;sanne@x.example;2026-11-17;;;');
    expect(await theStore().actions.line(ID)).toMatchObject({
      ownerId: sanne,
      offeredToId: null,
      offeredOn: null,
      due: '2026-11-17',
      version: 3,
    });
    await overwriting('De Regenbui;Zaal regelen;1;sanne@x.example;2026-11-17;;;klaar');
    expect(await theStore().actions.line(ID)).toMatchObject({ state: 'klaar', version: 4 });
    expect(await history()).toEqual([
      [null, 'import', 'open', 'klaar'],
      [null, 'import', '2026-11-10', '2026-11-17'],
      [null, 'import', 'Nico Bedacht', 'Sanne Voorbeeld'],
      [nico, 'aangeboden', 'Nico Bedacht', 'Sanne Voorbeeld'],
    ]);
  });

  test('keeps what chat changed, unless it is told to overwrite', async () => {
    await importing(SHEETS);
    await theStore().actions.changeDue(stamp(await personId('nico')), ID, 1, '2026-12-01' as LocalDate, '');
    const report = await importing(SHEETS);
    expect(report.differs.map(({ column, stored, sheets }) => [column, stored, sheets])).toEqual([
      ['datum', '2026-12-01', '2026-11-10'],
    ]);
    expect(await theStore().actions.line(ID)).toMatchObject({ due: '2026-12-01', version: 2 });
  });

  test.each([
    ['another date', 'De Regenbui;Zaal regelen;1;nico@x.example;2026-11-17;;;', 0],
    ['the end', 'De Regenbui;Zaal regelen;1;nico@x.example;2026-11-10;;;gestopt', 0],
    ['another owner', 'De Regenbui;Zaal regelen;1;sanne@x.example;2026-11-10;;;', 1],
  ])('%s and a late action on the agenda', async (_, line, open) => {
    await importing(SHEETS);
    put(
      "insert into agenda_item (key, school_id, kind, cause, action_id, made_on) select 'x', school_id, 'actie', 'actie te laat', id, '2026-11-25' from action where id = 1",
    );
    await overwriting(line);
    expect(select("select count(*) as open from agenda_item where state = 'open'")).toEqual([{ open }]);
  });
});
