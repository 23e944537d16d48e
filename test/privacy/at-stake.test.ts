import { Readable, Writable } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it, test } from 'vitest';
import { erase, toErase } from '../../db/erase.ts';
import { beSure } from '../../src/be-sure.ts';
import { say } from '../../src/bot/text.ts';
import { localDate } from '../../src/calendar/local-date.ts';
import { erasedLines } from '../../src/privacy/erased.ts';
import { REGENBUI, type SchoolDraft } from '../support/store.ts';
import { Talk } from '../support/talk.ts';

const SCHOOL: SchoolDraft = {
  ...REGENBUI,
  staff: [
    ...REGENBUI.staff.filter(({ name }) => name !== 'Sanne' && name !== 'Nico'),
    { name: 'Gea', roles: ['leerkracht', 'beheerder'] },
    { name: 'Sanne', pop: true },
    { name: 'Nico', pop: true, lead: 'Gea' },
  ],
};
const NOW = new Date('2026-11-24T08:30:00Z');

let talk: Talk;
beforeEach(async () => {
  talk = (await Talk.open(SCHOOL)).talk;
});
afterEach(() => talk.opened.close());

const stakeOf = (name: string) => toErase(talk.opened.database, NOW, ` ${name}@Example.org `)?.stake;

describe('what hangs on somebody', () => {
  const nothing = { onlyDirectorOf: [], isOnlyAdmin: false, leads: 0, chairs: [], openActions: 0 };
  test.each([
    [
      'the only director leads whom nobody was named for',
      'marieke',
      { ...nothing, onlyDirectorOf: ['De Regenbui'], leads: 1 },
    ],
    ['the only admin, and lead of one', 'gea', { ...nothing, isOnlyAdmin: true, leads: 1 }],
    ['a chair', 'nadia', { ...nothing, chairs: ['Bovenbouw (De Regenbui)'] }],
    ['a teacher', 'sanne', nothing],
  ])('%s', (_, name, stake) => {
    expect(stakeOf(name)).toEqual(stake);
  });

  it('counts open actions, and knows nobody else', async () => {
    await talk.says('Sanne', '/actie Boeken kopen @Sanne 18-12');
    expect(stakeOf('sanne')).toMatchObject({ openActions: 1 });
    expect(toErase(talk.opened.database, NOW, 'niemand@example.org')).toBeNull();
  });

  it('is said after the removal too, without the name', async () => {
    const stamp = { by: null, at: NOW, act: 'wis', once: null };
    const erased = await erase(talk.opened.database, stamp, 'marieke@example.org');
    const lines = erasedLines(erased!, say('nl'), localDate('2026-11-24')).join('\n');
    expect(lines).toContain(
      'Regel hiervoor iemand anders. Deze persoon was:\n- de enige directeur van De Regenbui\n- leidinggevende van 1 collega met een POP',
    );
    expect(lines).not.toMatch(/marieke/i);
  });
});

describe('the question on a terminal', () => {
  const asked = async (typed: readonly string[]) => {
    let shown = '';
    const output = new Writable({
      write: (chunk, _encoding, done) => {
        shown += String(chunk);
        done();
      },
    });
    const person = toErase(talk.opened.database, NOW, 'marieke@example.org');
    const outcome = await beSure(person, { stdin: Readable.from(typed), stderr: output }).then(
      () => 'goes on',
      (error: Error) => error.message,
    );
    return { shown, outcome };
  };

  it('shows the name, the address and what hangs on it', async () => {
    const { shown, outcome } = await asked(['Ja\n']);
    expect(outcome).toBe('goes on');
    expect(shown).toMatchInlineSnapshot(`
      "Marieke (marieke@example.org) wordt gewist. Dit kan niet terug.
      Deze persoon is nu nog:
      - de enige directeur van De Regenbui
      - leidinggevende van 1 collega met een POP
      Typ ja om te wissen: "
    `);
  });

  test.each([[['nee\n']], [['\n']], [[]]])('%j is no', async (typed) => {
    expect((await asked(typed)).outcome).toBe('Er is niets gewist.');
  });
});
