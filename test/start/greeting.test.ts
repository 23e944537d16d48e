/** The welcome of who just got the app: once, and only when a message may come (PRODUCT 1). */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { plain } from '../../src/bot/plain.ts';
import type { Button } from '../../src/bot/reply.ts';
import type { Sender } from '../../src/bot/request.ts';
import { localDate } from '../../src/calendar/local-date.ts';
import { localTime } from '../../src/calendar/zone.ts';
import { greeting } from '../../src/start/greeting.ts';
import { at } from '../delivery/ticking-school.ts';
import { REGENBUI, type SchoolDraft, stamp } from '../support/store.ts';
import { Talk } from '../support/talk.ts';

const SCHOOL: SchoolDraft = {
  ...REGENBUI,
  newcomers: true,
  calendar: [
    { from: localDate('2026-09-23'), until: localDate('2026-09-23'), kind: 'studiedag', name: '' },
    { from: localDate('2026-09-30'), until: localDate('2026-09-30'), kind: 'vrij', name: '' },
  ],
  staff: [
    ...REGENBUI.staff,
    { name: 'Olga', until: localDate('2026-09-01') },
    { name: 'Emma', language: 'en' },
    { name: 'Bea', roles: ['bestuur'], workingDays: [] },
  ],
};
/** A Tuesday: Sanne works, Nico does not. */
const TUESDAY = '2026-09-22T10:00:00+02:00';

let talk: Talk;
let person: (name: string) => ReturnType<Awaited<ReturnType<typeof Talk.open>>['schools'][number]['person']>;
beforeEach(async () => {
  const opened = await Talk.open(SCHOOL);
  talk = opened.talk;
  person = opened.schools[0]!.person;
});
afterEach(() => talk.opened.close());

const account = (name: string): Sender => ({
  kind: 'account',
  platform: 'teams',
  tenant: 'tenant',
  account: `account-of-${name.toLowerCase()}`,
  addresses: [`${name.toLowerCase()}@example.org`],
});
let key = 0;
const greets = async (name: string, now = TUESDAY, isShown = true) => {
  let shown: string | null = null;
  await greeting({ store: talk.opened.store, newKey: () => `key-${++key}` }, account(name), at(now), async (notice) => {
    shown = plain(notice);
    return isShown;
  });
  return shown as string | null;
};
/** Somebody gives them something that is in today's digest. */
async function isAskedToday(name: string): Promise<void> {
  const { outbox } = talk.opened.store;
  const { version } = (await outbox.schoolState(1 as never))!;
  const today = localDate('2026-09-22');
  const row = {
    kind: 'doel-checkin',
    receiver: person(name),
    schoolId: 1 as never,
    subject: 'goal:1',
    step: 0,
  } as const;
  const days = { from: today, until: localDate('2026-09-29'), answeredFrom: today, nextDay: today };
  await outbox.plan(1 as never, version, today, [{ key: 'a', ...row, ...days }], [], []);
}
const isDue = async (day: string) =>
  (await talk.opened.store.outbox.receiversDue(localDate(day), localTime('12:00'), at(`${day}T12:00:00+02:00`), 10))
    .length > 0;
const isWelcomed = (name: string) => talk.opened.store.people.welcomed(person(name));

describe('who just got the app', () => {
  test('is told in four lines what the bot does, with their working days and the way to their page', async () => {
    expect(await greets('Sanne')).toMatchInlineSnapshot(`
      "Hoi Sanne, ik ben Leerteambot. Ik help jullie leerteam met doelen, agenda’s en acties.
      Je krijgt van mij hooguit één bericht per dag, vanaf 08.00 uur, met wat er van je gevraagd wordt. Alleen op je werkdagen en nooit in een vakantie.
      Als je werkdagen heb ik staan: ma, di en wo (even weken).
      [Werkdagen aanpassen]
      Typ /hulp als je iets zoekt. Te veel berichten? Zet ze uit met /instellingen. Niemand anders ziet dat.
      [Mijn leerteam]"
    `);
    expect(await isWelcomed('Sanne')).toBe(true);
  });

  test('is told so in their own language', async () => {
    expect(await greets('Emma')).toMatch(/^Hi Emma, I am Leerteambot/);
  });

  test('has a key on every button', async () => {
    const { store } = talk.opened;
    const buttons: Button[] = [];
    await greeting({ store, newKey: () => 'made' }, account('Sanne'), at(TUESDAY), async ({ parts }) => {
      buttons.push(...parts.flatMap((part) => (part.kind === 'buttons' ? part.buttons : [])));
      return true;
    });
    expect(buttons.length).toBeGreaterThan(1);
    expect(buttons.every((button) => button.key === 'made')).toBe(true);
  });

  test('is told so once, also when it is told twice at once that the app is there', async () => {
    const both = await Promise.all([greets('Sanne'), greets('Sanne')]);
    expect(both.filter((text) => text !== null)).toHaveLength(1);
    expect(await greets('Sanne', '2026-09-28T10:00:00+02:00')).toBeNull();
  });

  test('hears nothing when the bot said hello already', async () => {
    await talk.opened.store.people.markWelcomed(stamp(), person('Sanne'), localDate('2026-09-01'));
    expect(await greets('Sanne')).toBeNull();
  });

  test.each([
    ['2026-09-22T07:59:59+02:00', 'Sanne', false, 'before eight'],
    ['2026-09-22T08:00:00+02:00', 'Sanne', true, 'from eight on'],
    ['2026-09-22T16:59:59+02:00', 'Sanne', true, 'until five'],
    ['2026-09-22T17:00:00+02:00', 'Sanne', false, 'from five on'],
    ['2026-09-22T10:00:00+02:00', 'Nico', false, 'on a day on which they do not work'],
    ['2026-09-23T10:00:00+02:00', 'Nico', true, 'on a study day'],
    ['2026-09-30T10:00:00+02:00', 'Nico', false, 'on a free day'],
    ['2026-09-26T10:00:00+02:00', 'Marieke', false, 'on a Saturday'],
    ['2026-10-20T10:00:00+02:00', 'Sanne', false, 'in a vacation'],
    ['2026-10-25T10:00:00+01:00', 'Marieke', false, 'on the night of the clocks'],
    ['2026-09-22T10:00:00+02:00', 'Olga', false, 'when they have left'],
  ])('at %s %s is greeted: %j (%s)', async (now, name, isGreeted) => {
    expect((await greets(name, now)) !== null).toBe(isGreeted);
    expect(await isWelcomed(name)).toBe(isGreeted);
  });

  test('of the board is greeted on a day on which a school is open', async () => {
    const ofNoSchool = 'update employment set school_id = null where person_id = ?';
    talk.opened.database.sqlite.prepare(ofNoSchool).run(person('Bea'));
    expect(await greets('Bea', '2026-09-30T10:00:00+02:00')).toBeNull();
    expect(await greets('Bea')).toMatch(/^Hoi Bea/);
  });

  test('hears nothing while they are absent', async () => {
    const away = { from: localDate('2026-09-21'), until: localDate('2026-09-22') };
    await talk.opened.store.people.reportAbsent(stamp(), person('Sanne'), away);
    expect(await greets('Sanne')).toBeNull();
  });

  test('is tied to their account, also when it is no moment for a message', async () => {
    expect(await greets('Sanne', '2026-09-22T03:00:00+02:00')).toBeNull();
    const { people } = talk.opened.store;
    expect(await people.accountOf(person('Sanne'), 'teams')).toMatchObject({ account: 'account-of-sanne' });
    // Getting an app is not using it.
    expect(await people.platformUsedLast(person('Sanne'))).toBeNull();
  });

  test('and gets a digest today is welcomed by that', async () => {
    await isAskedToday('Sanne');
    expect(await greets('Sanne')).toBeNull();
    expect(await isWelcomed('Sanne')).toBe(false);
  });

  test('hears nothing more today, also when something is asked of them after it: that waits', async () => {
    expect(await greets('Sanne')).toMatch(/^Hoi Sanne/);
    await isAskedToday('Sanne');
    expect([await isDue('2026-09-22'), await isDue('2026-09-28')]).toEqual([false, true]);
  });

  test('and was not shown the welcome gets it with the first digest, which may come today', async () => {
    expect(await greets('Sanne', TUESDAY, false)).toMatch(/^Hoi Sanne/);
    expect(await isWelcomed('Sanne')).toBe(false);
    await isAskedToday('Sanne');
    expect(await isDue('2026-09-22')).toBe(true);
  });

  test('is nobody here: silence, and nothing is stored', async () => {
    expect(await greets('Vreemd')).toBeNull();
    expect(await talk.opened.store.people.accountHolders()).toEqual([]);
  });
});
