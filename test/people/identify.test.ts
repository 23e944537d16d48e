/** Who is speaking through an account of a platform, and what the admin is shown of those that could not be tied (PRODUCT 2, Accounts). */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Sender } from '../../src/bot/request.ts';
import { say } from '../../src/bot/text.ts';
import { localDate } from '../../src/calendar/local-date.ts';
import { checkup } from '../../src/checkup/checkup.ts';
import { identify } from '../../src/people/identify.ts';
import { buildSchool, REGENBUI, stamp } from '../support/store.ts';
import { Talk } from '../support/talk.ts';

const NOW = new Date('2026-11-24T08:30:00Z');
const TODAY = localDate('2026-11-24');
const ADMIN = { name: 'Ada', roles: ['beheerder'] } as const;

let talk: Talk;
beforeEach(async () => {
  ({ talk } = await Talk.open({ ...REGENBUI, staff: [...REGENBUI.staff, ADMIN] }));
});
afterEach(() => talk.opened.close());

const account = (id: string, ...names: string[]): Sender => ({
  kind: 'account',
  platform: 'slack',
  tenant: 'T1',
  account: id,
  addresses: names.map((name) => `${name}@example.org`),
});
const who = async (sender: Sender) => (await identify(talk.opened.store, sender, NOW, TODAY))?.name ?? null;
const lines = async () =>
  (await checkup(talk.opened.store, TODAY, say('nl'))).filter((line) => line.includes('-account'));

describe('an account', () => {
  it('is tied at first sight, and then needs no address any more', async () => {
    expect(await who(account('U1', 'sanne'))).toBe('Sanne');
    expect(await who(account('U1'))).toBe('Sanne');
    expect(await who(account('U1', 'nico'))).toBe('Sanne');
    expect(await lines()).toEqual([]);
  });

  it('of nobody is nobody, and no business of the admin', async () => {
    expect(await who(account('U1', 'vreemd'))).toBeNull();
    expect(await who(account('U1'))).toBeNull();
    expect(await lines()).toEqual([]);
  });

  it('is refused when the person has another one, and the admin hears how to mend that', async () => {
    await who(account('U1', 'sanne'));
    expect(await who(account('U2', 'sanne'))).toBeNull();
    expect(await who(account('U2', 'sanne'))).toBeNull();
    expect(await lines()).toEqual([
      expect.stringMatching(/^▲ .*Slack-account U2 .*Sanne .*\/school account los Sanne\./),
    ]);
  });

  it('is refused when its addresses belong to two people', async () => {
    expect(await who(account('U1', 'sanne', 'nico'))).toBeNull();
    expect(await lines()).toEqual([expect.stringMatching(/U1 .*Nico \(nico@example\.org\) en Sanne \(/)]);
    expect(await who(account('U1', 'nico'))).toBe('Nico');
    expect(await lines()).toEqual([]);
  });

  it('is refused on record without anybody’s words or name', async () => {
    await who(account('U1', 'sanne', 'nico'));
    const { database } = talk.opened;
    const records = database.sqlite.prepare("select by_id, act, subject from audit where act like 'account.%'").all();
    expect(records).toEqual([{ by_id: null, act: 'account.refuse', subject: expect.stringMatching(/^person:\d+$/) }]);
  });
});

it('of many refused accounts the newest are named', async () => {
  const { store } = talk.opened;
  const nico = (await store.people.actorByEmail('nico@example.org', TODAY))!.id;
  for (let index = 1; index <= 12; index++) {
    const refused = { platform: 'teams', tenant: 'T1', account: `U${index}` } as const;
    await store.people.refuseAccount(stamp(null, `2026-11-${index + 10}T08:00:00Z`), refused, [nico]);
  }
  const found = await lines();
  expect(found).toHaveLength(10);
  expect(found[0]).toContain('Teams-account U12 ');
  expect((await checkup(store, TODAY, say('nl'))).join('\n')).toContain('nog 2 accounts');
});

describe('/school account los', () => {
  it('of the admin lets another account in', async () => {
    await who(account('U1', 'sanne'));
    expect(await talk.says('Ada', '/school account los Sanne')).toContain('Het account van Sanne is los.');
    expect(await who(account('U2', 'sanne'))).toBe('Sanne');
    expect(await who(account('U1', 'sanne'))).toBeNull();
  });

  it('says so when there is none', async () => {
    expect(await talk.says('Ada', '/school account los Nico')).toContain('geen account');
  });

  it('also of somebody who has left', async () => {
    const { store } = talk.opened;
    const left = { name: 'Olga', until: localDate('2026-11-20') };
    const olga = (await buildSchool(talk.opened, { school: { school: 'De Mistbank' }, staff: [left] })).person('Olga');
    await store.people.linkAccount(stamp(), { platform: 'slack', tenant: 'T1', account: 'U1' }, olga);
    expect(await talk.says('Ada', '/school account los Olga')).toContain('Het account van Olga is los.');
    expect(await store.people.accountOf(olga, 'slack')).toBeNull();
  });

  it.each(['Marieke', 'Joost', 'Nadia', 'Sanne'])('is not for %s', async (name) => {
    await who(account('U1', 'nico'));
    expect(await talk.says(name, '/school account los Nico')).toBe(
      'Accounts losmaken doet de beheerder. Vraag het aan Ada.',
    );
    expect(await who(account('U1'))).toBe('Nico');
  });

  it('pressed twice is done once', async () => {
    await who(account('U1', 'nico'));
    const args = { persoon: 'nico@example.org' };
    await talk.does('Ada', 'school.account.los', args, 'key');
    await who(account('U1', 'nico'));
    await talk.does('Ada', 'school.account.los', args, 'key');
    expect(await who(account('U1'))).toBe('Nico');
  });
});
