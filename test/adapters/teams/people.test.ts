/** Who somebody of Teams is to the core, and where in Teams a person is found (PRODUCT 2, Accounts). */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createPeople, type TeamsPeople } from '../../../adapters/teams/people/people.ts';
import type { Who } from '../../../adapters/teams/receive.ts';
import { plainText, say } from '../../../src/bot/text.ts';
import { localDateOf } from '../../../src/calendar/zone.ts';
import { checkup } from '../../../src/checkup/checkup.ts';
import { identify } from '../../../src/people/identify.ts';
import { PlatformError, Unreachable } from '../../../src/platform.ts';
import { REGENBUI, stamp } from '../../support/store.ts';
import type { FakePerson, NewPerson } from '../../support/teams/fake-teams.ts';
import { type SendingSchool, sendingSchool } from './sending-school.ts';

const OTHER_TENANT = '22222222-2222-4222-8222-222222222222';
const HOUR = 3_600_000;

let school: SendingSchool;
let people: TeamsPeople;
let logged: string[];
beforeEach(async () => {
  school = await sendingSchool({
    ...REGENBUI,
    staff: [
      ...REGENBUI.staff,
      { name: 'Emma', language: 'en' },
      { name: 'Bo', email: 'bo@new.example', previousEmail: 'bo@old.example', otherEmails: ['b@other.example'] },
    ],
  });
  // Nobody said anything yet.
  for (const name of names()) await store().people.unlinkAccounts(stamp(), school.school.person(name), 'teams');
  logged = [];
  people = made();
});
afterEach(() => school.stop());

const store = () => school.opened.store;
const names = () => [...REGENBUI.staff.map(({ name }) => name), 'Emma', 'Bo'];
const today = () => localDateOf(school.now());

function made(tenants: readonly string[] = [school.fake.app.tenant]): TeamsPeople {
  const { people, conversations } = store();
  return createPeople({
    ...{ api: school.api, people, conversations, tenants, clock: { now: school.now } },
    log: (level, event, details) => void logged.push(`${level} ${event} ${JSON.stringify(details)}`),
  });
}

/** Somebody in their own chat, or elsewhere. */
function who({ aadId, id }: FakePerson, conversation = school.fake.chat(aadId)): Who {
  const { tenant, bot } = school.fake.app;
  return { tenant, account: aadId, member: id, bot, serviceUrl: school.fake.serviceUrl, conversation };
}
const whois = (name: string) => who(school.member(name));
const addressesOf = async (whom: Who) => {
  const found = await people.sender(whom);
  return found.kind === 'sender' && found.sender.kind === 'account' ? found.sender.addresses : found;
};
const refusal = async (whom: Who) => {
  const found = await people.sender(whom);
  return found.kind === 'refused' ? plainText(found.text) : null;
};
const asked = () => school.fake.calls.filter(({ call }) => call === 'member').length;
/** Somebody says something, so that the account is tied; gives who they are to the core. */
async function writes(whom: Who): Promise<string | null> {
  const found = await people.sender(whom);
  if (found.kind === 'refused') return null;
  return (await identify(store(), found.sender, school.now(), today()))?.name ?? null;
}
const problems = async () => (await checkup(store(), today(), say('nl'))).filter((line) => line.includes('-account'));

describe('somebody who says something', () => {
  it('is known by tenant and Entra object id, and by the addresses that Teams gives', async () => {
    school.fake.changeMember(school.member('Sanne').aadId, { upn: 'S.Vink@school.example' });
    expect(await people.sender(whois('Sanne'))).toEqual({
      kind: 'sender',
      sender: {
        kind: 'account',
        platform: 'teams',
        tenant: school.fake.app.tenant,
        account: school.member('Sanne').aadId,
        addresses: ['sanne@example.org', 's.vink@school.example'],
      },
    });
  });

  it.each([
    ['their mail', { email: 'sanne@example.org', upn: 'x@school.example' }],
    ['their UPN', { email: 'x@school.example', upn: 'sanne@example.org' }],
    ['their UPN, without mail', { email: null, upn: 'SANNE@Example.org' }],
    ['both', { email: 'sanne@example.org', upn: 'sanne@example.org' }],
  ])('is found by %s', async (_, changes) => {
    school.fake.changeMember(school.member('Sanne').aadId, changes);
    expect(await writes(whois('Sanne'))).toBe('Sanne');
    expect(await problems()).toEqual([]);
  });

  it('with the mail of one colleague and the UPN of another is nobody, and the admin is shown both', async () => {
    school.fake.changeMember(school.member('Sanne').aadId, { upn: 'nico@example.org' });
    expect(await writes(whois('Sanne'))).toBeNull();
    expect(await problems()).toEqual([expect.stringMatching(/Teams-account .*Nico \(nico@.*Sanne \(sanne@/)]);
    expect(await store().people.accountHolders()).toEqual([]);
    school.fake.changeMember(school.member('Sanne').aadId, { upn: 'sanne@example.org' });
    school.pass(HOUR);
    expect(await writes(whois('Sanne'))).toBe('Sanne');
    expect(await problems()).toEqual([]);
  });

  it('with a second account is nobody there, and the admin hears how to mend that', async () => {
    await writes(whois('Sanne'));
    const second = school.fake.addMember({ name: 'Sanne', email: 'x@school.example', upn: 'sanne@example.org' });
    expect(await writes(who(second))).toBeNull();
    expect(await problems()).toEqual([expect.stringContaining(`Teams-account ${second.aadId}`)]);
  });

  it('without an address is left to the core', async () => {
    expect(await addressesOf(who(school.fake.addMember({ name: 'Geen', email: null, upn: null })))).toEqual([]);
  });

  it('is looked up at most once an hour, also when they say two things at once', async () => {
    await Promise.all([people.sender(whois('Sanne')), people.sender(whois('Sanne'))]);
    school.pass(HOUR - 1);
    await people.sender(whois('Sanne'));
    expect(asked()).toBe(1);
    school.pass(1);
    await people.sender(whois('Sanne'));
    expect(asked()).toBe(2);
  });

  it('is the same one in a thread of a channel and in a group', async () => {
    const accounts = [school.member('Sanne').aadId];
    const team = school.fake.addTeam({ name: 'De Regenbui', channels: ['Bovenbouw'], members: accounts });
    const group = school.fake.addGroup({ members: accounts });
    const root = school.fake.write(team.channels.Bovenbouw!, accounts[0]!, 'hoi');
    for (const where of [`${root.conversation};messageid=${root.id}`, team.channels.Bovenbouw!, group]) {
      school.pass(HOUR);
      expect(await addressesOf(who(school.member('Sanne'), where))).toEqual(['sanne@example.org']);
    }
    expect(asked()).toBe(3);
  });

  it('in a chat where the app is not is known by their own chat', async () => {
    const group = school.fake.addGroup({ members: [school.member('Sanne').aadId], withApp: false });
    expect(await addressesOf(who(school.member('Sanne'), group))).toEqual(['sanne@example.org']);
  });

  it('somewhere where nobody knows them is a stranger', async () => {
    const { tenant } = school.fake.app;
    const sanne = school.member('Sanne');
    await store().conversations.forget(tenant, { kind: 'person', account: sanne.aadId });
    const group = school.fake.addGroup({ members: [school.member('Nico').aadId] });
    expect(await refusal(who(sanne, group))).toMatch(/andere organisatie/);
  });

  it('somewhere where nobody knows them goes on once they are tied, and is no stranger elsewhere for an hour', async () => {
    const sanne = school.member('Sanne');
    await writes(whois('Sanne'));
    school.pass(HOUR);
    await store().conversations.forget(school.fake.app.tenant, { kind: 'person', account: sanne.aadId });
    const group = school.fake.addGroup({ members: [school.member('Nico').aadId] });
    expect(await writes(who(sanne, group))).toBe('Sanne');
    expect(await writes(who(school.member('Joost'), group))).toBe('Joost');
    await store().conversations.forget(school.fake.app.tenant, { kind: 'person', account: school.member('Bo').aadId });
    expect(await refusal(who(school.member('Bo'), group))).toMatch(/andere organisatie/);
    expect(await addressesOf(whois('Bo'))).toEqual(['bo@new.example']);
  });

  it.each([
    [{ name: 'Gast', email: 'gast@elders.example', guest: true }, /Je bent gast/],
    [{ name: 'Gast', email: 'sanne@example.org', guest: true }, /Je bent gast/],
    [{ name: 'Gast', email: 'sanne@example.org', upn: 'sanne_example.org#EXT#@x.onmicrosoft.com' }, /Je bent gast/],
    [{ name: 'Vreemd', email: 'sanne@example.org', tenant: OTHER_TENANT }, /andere organisatie/],
  ] as const satisfies readonly (readonly [NewPerson, RegExp])[])('%j is refused in words', async (person, words) => {
    expect(await refusal(who(school.fake.addMember(person)))).toMatch(words);
    expect(await store().people.accountHolders()).toEqual([]);
    expect(await problems()).toEqual([]);
  });

  it('is refused in their own language once they are tied, and became a guest', async () => {
    await writes(whois('Emma'));
    school.fake.changeMember(school.member('Emma').aadId, { guest: true });
    expect(await refusal(whois('Emma'))).toBeNull();
    school.pass(HOUR);
    expect(await refusal(whois('Emma'))).toMatch(/You are a guest/);
  });

  it('goes on when Teams does not answer and the account is tied; else is asked to try again', async () => {
    await writes(whois('Sanne'));
    school.pass(HOUR);
    school.fake.fail('member', { how: { status: 500 }, times: 2 });
    expect(await addressesOf(whois('Sanne'))).toEqual([]);
    expect(await refusal(whois('Nico'))).toMatch(/probeer het over een paar minuten opnieuw/i);
    expect(await refusal(whois('Nico'))).toBeNull();
    expect(logged.filter((line) => line.includes('could not be looked up'))).toHaveLength(2);
    expect(logged.join()).not.toMatch(/29:|a:1|example|Sanne/);
  });

  it('is never answered with a fault, also when the database is closed', async () => {
    school.fake.fail('member', { how: { status: 500 } });
    school.opened.database.sqlite.exec('drop table account');
    expect(await refusal(whois('Sanne'))).toMatch(/opnieuw/);
  });
});

describe('somebody who is mentioned', () => {
  const addressOf = (name: string, account: string | null = school.member(name).aadId) =>
    people.addressOf(whois('Sanne'), { member: school.member(name).id, account });

  it('is their present address when they are tied, else what Teams gives', async () => {
    school.fake.changeMember(school.member('Bo').aadId, { email: 'b@other.example' });
    const group = school.fake.addGroup({ members: ['Sanne', 'Bo', 'Nico'].map((name) => school.member(name).aadId) });
    const inGroup = (name: string, account: string | null = school.member(name).aadId) =>
      people.addressOf(who(school.member('Sanne'), group), { member: school.member(name).id, account });
    expect(await inGroup('Bo')).toBe('b@other.example');
    await writes(whois('Bo'));
    expect(await inGroup('Bo')).toBe('bo@new.example');
    expect(await inGroup('Nico', null)).toBe('nico@example.org');
  });

  it('is nobody when Teams does not tell', async () => {
    expect(await addressOf('Nico')).toBe('nico@example.org');
    const stranger = { member: '29:nobody', account: null };
    expect(await people.addressOf(whois('Sanne'), stranger)).toBeNull();
    school.fake.fail('member', { how: 'drop' });
    expect(await addressOf('Joost', null)).toBeNull();
  });
});

describe('somebody who is sent something', () => {
  const accountOf = (name: string) => people.accountOf(school.school.person(name), school.now());
  const reason = async (name: string) => {
    const error = await accountOf(name).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(PlatformError);
    const { outcome, message, retryAfter } = error as PlatformError;
    return { outcome, message, retryAfter, isUnreachable: error instanceof Unreachable };
  };
  const forget = (name: string) =>
    store().conversations.forget(school.fake.app.tenant, { kind: 'person', account: school.member(name).aadId });

  it('who got the app before the school got them is found by any of their addresses, tied, and not looked for again', async () => {
    school.fake.changeMember(school.member('Bo').aadId, { email: 'x@school.example', upn: 'B@Other.example' });
    const account = { platform: 'teams', tenant: school.fake.app.tenant, account: school.member('Bo').aadId };
    expect(await accountOf('Bo')).toEqual(account);
    const before = asked();
    expect(await accountOf('Bo')).toEqual(account);
    expect(await store().people.accountOf(school.school.person('Bo'), 'teams')).toEqual(account);
    expect(asked()).toBe(before);
    // The bot found them; they did nothing.
    expect(await store().people.platformUsedLast(school.school.person('Bo'))).toBeNull();
  });

  it('who has no app waits, and is written to once they have it', async () => {
    await forget('Sanne');
    const waits = { outcome: 'retryable', message: 'no_account', retryAfter: 7_200, isUnreachable: true };
    expect(await reason('Sanne')).toEqual(waits);
    await school.remember('Sanne');
    expect(await accountOf('Sanne')).toMatchObject({ account: school.member('Sanne').aadId });
  });

  it('each who has the app is asked for once a day, however many are looked for', async () => {
    for (const name of ['Sanne', 'Nico']) await forget(name);
    for (const name of ['Sanne', 'Nico', 'Sanne']) expect((await reason(name)).message).toBe('no_account');
    expect(asked()).toBe(5);
    school.pass(24 * HOUR);
    await reason('Sanne');
    expect(asked()).toBe(10);
  });

  it('is found among very many who are no colleagues, a hundred at a time', async () => {
    const { tenant, bot } = school.fake.app;
    const record = { tenant, bot, name: null, team: null, serviceUrl: school.fake.serviceUrl };
    school.pass(HOUR);
    for (let count = 0; count < 230; count++) {
      const { aadId, id } = school.fake.addMember({ name: `Stagiair ${count}`, email: `s${count}@school.example` });
      const of = { kind: 'person', account: aadId } as const;
      const told = { ...record, of, conversation: school.fake.chat(aadId), member: id };
      await store().conversations.remember(told, school.now());
    }
    for (const looked of [100, 200]) {
      expect(await reason('Sanne')).toMatchObject({ message: 'no_account', retryAfter: 60, isUnreachable: true });
      expect(asked()).toBe(looked);
      school.pass(60_000);
    }
    expect(await accountOf('Sanne')).toMatchObject({ account: school.member('Sanne').aadId });
  });

  it('whose old account the admin let go gets it on the account that waits, and not on the old one again', async () => {
    await writes(whois('Bo'));
    const { tenant, bot } = school.fake.app;
    const second = school.fake.addMember({ name: 'Bo', email: 'b@other.example' });
    expect(await writes(who(second))).toBeNull();
    const of = { kind: 'person', account: second.aadId } as const;
    const told = { tenant, bot, of, name: null, team: null, serviceUrl: school.fake.serviceUrl, member: second.id };
    await store().conversations.remember({ ...told, conversation: school.fake.chat(second.aadId) }, school.now());
    school.pass(2 * HOUR);
    await school.remember('Bo');
    await store().people.unlinkAccounts(stamp(), school.school.person('Bo'), 'teams');
    expect(await accountOf('Bo')).toMatchObject({ account: second.aadId });
    expect(await store().people.refusedAccounts()).toEqual([]);
  });

  it('is not found in a guest, and not in somebody of another organisation', async () => {
    school.fake.changeMember(school.member('Sanne').aadId, { guest: true });
    expect((await reason('Sanne')).message).toBe('no_account');
    school.fake.changeMember(school.member('Nico').aadId, { tenant: OTHER_TENANT });
    school.pass(24 * HOUR);
    expect((await reason('Nico')).message).toBe('no_account');
  });

  it('whose address leads to an account that may be of two people gets nothing, and the admin is shown it', async () => {
    school.fake.changeMember(school.member('Sanne').aadId, { upn: 'nico@example.org' });
    await forget('Nico');
    expect((await reason('Nico')).message).toBe('account_refused');
    expect(await problems()).toHaveLength(1);
  });

  it('whose account is in an organisation that the bot does not work for waits for an admin', async () => {
    const account = { platform: 'teams', tenant: OTHER_TENANT, account: 'account-1' } as const;
    await store().people.linkAccount(stamp(), account, school.school.person('Sanne'));
    expect(await reason('Sanne')).toMatchObject({ message: 'other_tenant', isUnreachable: true });
    people = made([]);
    expect(await accountOf('Sanne')).toEqual(account);
  });

  it.each([
    ['a look-up that fails', { status: 500 }, { outcome: 'retryable', retryAfter: null }],
    ['a 429', { status: 429, retryAfter: 9 }, { outcome: 'retryable', retryAfter: 9 }],
  ] as const)('%s loses nothing, and goes to no other platform', async (_, how, expected) => {
    school.fake.fail('member', { how });
    expect(await reason('Sanne')).toMatchObject({ ...expected, isUnreachable: false });
  });
});
