/** `controleer`: what it says about meetings that nobody prepares and about messages that did not arrive. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { shareAgenda } from '../../src/agenda/share.nudge.ts';
import { say } from '../../src/bot/text.ts';
import { addDays, type LocalDate, localDate } from '../../src/calendar/local-date.ts';
import { checkup } from '../../src/checkup/checkup.ts';
import { NUDGES } from '../../src/delivery/nudges.ts';
import { PlatformError } from '../../src/platform.ts';
import { FakePlatform } from '../delivery/fake-platform.ts';
import { buildSchool, type OpenStore, openStore, stamp } from '../support/store.ts';
import { strictTick } from '../support/strict-tick.ts';

const TODAY = localDate('2026-09-24');

let opened: OpenStore;
beforeEach(async () => {
  opened = await openStore();
});
afterEach(() => opened.close());

test('a post that the platform refuses is told with the reason, the channel and how to mend it, for a month', async () => {
  await buildSchool(opened, {
    staff: [{ name: 'Marieke', roles: ['directeur'], workingDays: ['do'] }],
    teams: [{ team: 'Bovenbouw', chair: 'Marieke', channel: 'bovenbouw' }],
  });
  const refused = async (today: LocalDate) =>
    (await checkup(opened.store, today, say('nl'))).filter((line) => line.includes('niet worden bezorgd'));
  expect(await refused(TODAY)).toEqual([]);
  const platform = new FakePlatform();
  platform.fail('bovenbouw', [new PlatformError('permanent', 'not_in_channel')]);
  const { tick } = strictTick({
    store: opened.store,
    platform,
    nudges: [shareAgenda],
  });
  await tick(new Date('2026-09-24T08:00:00+02:00'));
  expect(await opened.store.outbox.counts()).toMatchObject({ failed: 1 });
  const lines = [
    '▲ 1 bericht kon de laatste 30 dagen niet worden bezorgd, aan het kanaal van Bovenbouw (not_in_channel). ' +
      'Zo los je het op: nodig de app uit in het kanaal: typ daar /invite @Leerteambot.',
  ];
  expect(await refused(TODAY)).toEqual(lines);
  expect(await refused(addDays(TODAY, 30))).toEqual(lines);
  expect(await refused(addDays(TODAY, 31))).toEqual([]);
});

test('people whom the platform refuses are named, up to ten, and a reason without advice of its own has some', async () => {
  const staff = Array.from({ length: 12 }, (_, number) => ({
    name: `Collega ${String(number).padStart(2, '0')}`,
    pop: true,
  }));
  const school = await buildSchool(opened, { staff });
  await opened.store.school.setPopConsent(stamp(), school.id, localDate('2026-09-01'));
  const platform = new FakePlatform();
  for (const { name } of staff) platform.fail(school.person(name), [new PlatformError('permanent', 'no_such_thing')]);
  const { tick } = strictTick({ store: opened.store, platform, nudges: NUDGES });
  await tick(new Date('2026-09-15T08:00:00+02:00'));
  const lines = (await checkup(opened.store, TODAY, say('nl'))).filter((line) => line.includes('no_such_thing'));
  expect(lines).toEqual([
    expect.stringMatching(
      /^▲ 12 berichten konden .* aan Collega 00, Collega 01, .*, Collega 09, … \(no_such_thing\)\. Zo los je het op: kijk of /,
    ),
  ]);
});

test.each(['user_disabled', 'account_inactive'])('%s: the account of somebody is switched off', async (reason) => {
  const school = await buildSchool(opened, { staff: [{ name: 'Bo', pop: true }] });
  await opened.store.school.setPopConsent(stamp(), school.id, localDate('2026-09-01'));
  const platform = new FakePlatform();
  platform.fail(school.person('Bo'), [new PlatformError('permanent', reason)]);
  await strictTick({ store: opened.store, platform, nudges: NUDGES }).tick(new Date('2026-09-15T08:00:00+02:00'));
  const lines = (await checkup(opened.store, TODAY, say('nl'))).filter((line) => line.includes(reason));
  expect(lines).toEqual([expect.stringMatching(/aan Bo .* het account staat uit in Slack\. .* \/school mensen/)]);
});

test('what was found at a platform stands last, instead of the line that there is none', async () => {
  const none = await checkup(opened.store, TODAY, say('nl'));
  const some = await checkup(opened.store, TODAY, say('nl'), [
    { what: [{ text: 'Alles goed.' }], mend: null },
    { what: [{ text: 'Iets niet.' }], mend: [{ text: 'doe iets.' }] },
  ]);
  expect(some).toEqual([...none.slice(0, -1), '✓ Alles goed.', '▲ Iets niet. Zo los je het op: doe iets.']);
  expect(none.at(-1)).toMatch(/^✓ Slack en Teams zijn niet ingesteld/);
});

test('a team whose chair is never there before or on the day', async () => {
  await buildSchool(opened, {
    staff: [
      { name: 'Marieke', roles: ['directeur'] },
      { name: 'Nadia', until: localDate('2026-10-01') },
    ],
    teams: [
      { team: 'Bovenbouw', chair: 'Nadia' },
      { team: 'Onderbouw', chair: 'Marieke' },
    ],
  });
  const lines = (await checkup(opened.store, TODAY, say('nl'))).filter((line) => /Bovenbouw|Onderbouw/.test(line));
  expect(lines).toEqual([expect.stringMatching(/Bovenbouw/)]);
});

test('somebody with a POP whom nobody leads, once POP is on', async () => {
  const school = await buildSchool(opened, {
    staff: [
      { name: 'Marieke', roles: ['directeur'], pop: true, lead: 'Nadia' },
      { name: 'Piet', roles: ['directeur'] },
      { name: 'Nadia', pop: true },
      { name: 'Nico', pop: true, from: localDate('2026-10-01') },
      { name: 'Sanne' },
    ],
  });
  const lines = async () => (await checkup(opened.store, TODAY, say('nl'))).filter((line) => line.includes('POP'));
  expect(await lines()).toEqual([]);
  await opened.store.school.setPopConsent(stamp(), school.id, localDate('2026-09-01'));
  expect(await lines()).toEqual([
    expect.stringMatching(/^▲ De Regenbui: Nadia heeft een POP, maar geen leidinggevende\. Zo los je het op: /),
  ]);
});

test('nobody who hears that somebody asks to be removed', async () => {
  const lines = async () => (await checkup(opened.store, TODAY, say('nl'))).filter((line) => line.includes('gewist'));
  await buildSchool(opened, { staff: [{ name: 'Marieke', roles: ['directeur'] }] });
  expect(await lines()).toEqual([expect.stringMatching(/^▲ Er is geen beheerder, dus niemand hoort het/)]);
  await buildSchool(opened, { school: { school: 'De Mistbank' }, staff: [{ name: 'Ad', roles: ['beheerder'] }] });
  expect(await lines()).toEqual([]);
});
