import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { say } from '../../src/bot/text.ts';
import { localDate } from '../../src/calendar/local-date.ts';
import { checkup } from '../../src/checkup/checkup.ts';
import { FakePlatform } from '../delivery/fake-platform.ts';
import type { BuiltSchool, SchoolDraft } from '../support/store.ts';
import { REGENBUI } from '../support/store.ts';
import { strictTick } from '../support/strict-tick.ts';
import { Talk } from '../support/talk.ts';

const SCHOOL: SchoolDraft = {
  ...REGENBUI,
  staff: [...REGENBUI.staff, { name: 'Gea', roles: ['leerkracht', 'beheerder'], workingDays: ['wo'] }],
};
/** Of another school, and its admin works on Thursdays there. */
const WILG: SchoolDraft = {
  school: { school: 'De Wilg', region: 'zuid' },
  staff: [{ name: 'Ad', roles: ['beheerder'], workingDays: ['do'] }],
};

let talk: Talk;
let school: BuiltSchool;
let wilg: BuiltSchool;
let platform: FakePlatform;
beforeEach(async () => {
  const opened = await Talk.open(SCHOOL, WILG);
  talk = opened.talk;
  [school, wilg] = opened.schools as [BuiltSchool, BuiltSchool];
  platform = new FakePlatform();
});
afterEach(() => talk.opened.close());

/** The mornings of this week, from Wednesday on. */
async function mornings(): Promise<void> {
  const { tick } = strictTick({
    store: talk.opened.store,
    platform,
  });
  for (const day of ['25', '26', '27']) await tick(new Date(`2026-11-${day}T08:00:00+01:00`));
}
const about = () => platform.sent.filter(({ text }) => text.includes('wil gewist worden'));

async function asks(name = 'Sanne'): Promise<string> {
  await talk.says(name, '/mijngegevens');
  await talk.presses(name, 'Ik wil gewist worden');
  return talk.presses(name, 'Vraag het aan');
}

describe('asking to be removed', () => {
  it('is asked about first, and then stored and told to every admin on their own working day', async () => {
    expect(await talk.says('Sanne', '/mijngegevens verwijder')).toContain('Dit kan niet terug');
    expect(await talk.opened.store.privacy.removalRequest(school.person('Sanne'))).toBeNull();
    expect(await talk.presses('Sanne', 'Vraag het aan')).toMatch(
      /^Je vraag is opgeslagen\. Ad en Gea krijgen bericht en moeten het binnen een maand doen\./,
    );
    await mornings();
    expect(about().map(({ to, at }) => [to, at.slice(0, 10)])).toEqual([
      [school.person('Gea'), '2026-11-25'],
      [wilg.person('Ad'), '2026-11-26'],
    ]);
    expect(about()[0]!.text).toContain(
      'Sanne wil gewist worden, gevraagd op dinsdag 24 november. Doe het uiterlijk op donderdag 24 december.',
    );
    expect(about()[0]!.text).toContain('leerteam wis sanne@example.org');
  });

  it('a second time shows that it waits, and tells nobody again', async () => {
    await asks();
    const rows = () => talk.opened.database.sqlite.prepare('select count(*) from outbox').pluck().get();
    const before = rows();
    expect(await talk.says('Sanne', '/mijngegevens verwijder')).toBe(
      'Je vroeg op dinsdag 24 november om gewist te worden. De beheerder moet het binnen een maand doen.\n[Toch niet wissen]',
    );
    await talk.does('Sanne', 'mijngegevens.verwijder', { zeker: 'ja' });
    expect(rows()).toBe(before);
  });

  it('/mijngegevens shows that it waits, with the button that takes it back', async () => {
    await asks();
    const page = await talk.says('Sanne', '/mijngegevens');
    expect(page).toContain('Je vroeg op dinsdag 24 november om gewist te worden.');
    expect(page).not.toContain('[Ik wil gewist worden]');
    await talk.presses('Sanne', 'Toch niet wissen');
    expect(await talk.says('Sanne', '/mijngegevens')).toContain('[Ik wil gewist worden]');
  });

  it('pressed twice is done once', async () => {
    await talk.says('Sanne', '/mijngegevens verwijder');
    const { intent, key } = talk.button('Vraag het aan');
    await talk.does('Sanne', intent.name, intent.args, key);
    const again = await talk.does('Sanne', intent.name, intent.args, key);
    expect(again).toMatch(/^Dit had je al gedaan/);
    expect(again).toContain('Je vroeg op dinsdag 24 november om gewist te worden.');
  });

  it('can be taken back before anybody hears of it', async () => {
    await asks();
    expect(await talk.presses('Sanne', 'Toch niet wissen')).toBe('Je vraag is ingetrokken. Er wordt niets gewist.');
    await mornings();
    expect(about()).toEqual([]);
    expect(await talk.says('Sanne', '/mijngegevens toch niet')).toBe('Je had niet gevraagd om gewist te worden.');
    // And asked anew it is told anew.
    talk.now = new Date('2026-11-24T09:30:00Z');
    await asks();
    await mornings();
    expect(about()).toHaveLength(2);
  });

  it('is not told to who is no admin any more', async () => {
    await asks();
    talk.opened.database.sqlite
      .prepare('update employment set roles = \'["leerkracht"]\' where person_id = ?')
      .run(school.person('Gea'));
    await mornings();
    expect(about().map(({ to }) => to)).toEqual([wilg.person('Ad')]);
  });

  it('is stored also when there is no admin', async () => {
    const { talk: other } = await Talk.open();
    await other.says('Sanne', '/mijngegevens verwijder');
    expect(await other.presses('Sanne', 'Vraag het aan')).toContain('Er is nog geen beheerder');
    expect(await other.opened.store.privacy.removalRequests()).toMatchObject([{ name: 'Sanne' }]);
    other.opened.close();
  });

  it('stands in the checkup until it is done', async () => {
    const lines = async () => (await checkup(talk.opened.store, localDate('2026-11-26'), say('nl'))).join('\n');
    expect(await lines()).not.toContain('gewist worden');
    await asks();
    talk.now = new Date('2026-11-25T09:30:00Z');
    await asks('Nico');
    expect(await lines()).toContain(
      '▲ 2 mensen willen gewist worden. De oudste vraag is van 24 november. Zo los je het op: draag over wat open staat en doe leerteam wis sanne@example.org, uiterlijk op 24 december.',
    );
  });
});
