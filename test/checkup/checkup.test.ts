/** `controleer`: what it says about meetings that nobody prepares and about messages that did not arrive. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { shareAgenda } from '../../src/agenda/share.nudge.ts';
import { say } from '../../src/bot/text.ts';
import { localDate } from '../../src/calendar/local-date.ts';
import { checkup } from '../../src/checkup/checkup.ts';
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

test('a post that the platform refuses is counted', async () => {
  await buildSchool(opened, {
    staff: [{ name: 'Marieke', roles: ['directeur'], workingDays: ['do'] }],
    teams: [{ team: 'Bovenbouw', chair: 'Marieke', channel: 'bovenbouw' }],
  });
  const before = (await checkup(opened.store, TODAY, say('nl'))).length;
  const platform = new FakePlatform();
  platform.fail('bovenbouw', [new PlatformError('permanent', 'archived')]);
  const { tick } = strictTick({
    store: opened.store,
    platform,
    nudges: [shareAgenda],
  });
  await tick(new Date('2026-09-24T08:00:00+02:00'));
  expect(await opened.store.outbox.counts()).toMatchObject({ failed: 1 });
  const after = await checkup(opened.store, TODAY, say('nl'));
  expect(after).toHaveLength(before + 1);
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
