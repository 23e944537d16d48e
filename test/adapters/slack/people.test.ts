/** Who somebody of Slack is to the core, and where in Slack a person is found (PRODUCT 2, Accounts). */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { plainText } from '../../../src/bot/text.ts';
import { localDateOf } from '../../../src/calendar/zone.ts';
import { identify } from '../../../src/people/identify.ts';
import { PlatformError } from '../../../src/platform.ts';
import type { NewMember } from '../../support/slack/fake-slack.ts';
import { REGENBUI, stamp } from '../../support/store.ts';
import { type SendingSchool, sendingSchool } from './sending-school.ts';

let school: SendingSchool;
beforeEach(async () => {
  school = await sendingSchool({
    ...REGENBUI,
    staff: [
      ...REGENBUI.staff,
      { name: 'Emma', language: 'en' },
      { name: 'Bo', email: 'bo@new.example', previousEmail: 'bo@old.example', otherEmails: ['b@other.example'] },
    ],
  });
});
afterEach(() => school.stop());

const HOUR = 3_600_000;
const sender = (account: string) => school.people.sender(account);
const called = (method: string) => school.fake.calls.filter((call) => call.method === method).length;
/** Somebody says something, so that the account is tied. */
async function writes(name: string): Promise<void> {
  const who = await sender(school.user(name));
  if (who.kind === 'sender') await identify(school.opened.store, who.sender, school.now(), localDateOf(school.now()));
}
const refusal = async (account: string) => {
  const who = await sender(account);
  return who.kind === 'refused' ? plainText(who.text) : null;
};

describe('somebody who says something', () => {
  it('is known by workspace and account, and by the address that Slack gives', async () => {
    expect(await sender(school.user('Sanne'))).toEqual({
      kind: 'sender',
      sender: {
        kind: 'account',
        platform: 'slack',
        tenant: school.fake.team.id,
        account: school.user('Sanne'),
        addresses: ['sanne@example.org'],
      },
    });
  });

  it('without an address is left to the core', async () => {
    const { id } = school.fake.addMember({ email: null });
    expect(await sender(id)).toMatchObject({ kind: 'sender', sender: { addresses: [] } });
  });

  it('is refused in their own language once they are tied', async () => {
    await writes('Emma');
    school.fake.changeMember(school.user('Emma'), { guest: true });
    school.pass(HOUR);
    expect(await refusal(school.user('Emma'))).toMatch(/You are a guest/);
  });

  it('is looked up at most once an hour, also when they say two things at once', async () => {
    const user = school.user('Sanne');
    await Promise.all([sender(user), sender(user)]);
    school.pass(HOUR - 1);
    await sender(user);
    expect(called('users.info')).toBe(1);
    school.pass(1);
    await sender(user);
    expect(called('users.info')).toBe(2);
  });

  it.each([
    [{ email: 'gast@example.org', guest: true }, /gast/],
    [{ email: 'gast@example.org', guest: 'single' }, /gast/],
    [{ email: 'weg@example.org', deleted: true }, /staat uit/],
    [{ email: null, bot: true }, /alleen met mensen/],
    [{ email: 'vreemd@example.org', team: 'T0OTHER' }, /andere Slack-werkruimte/],
  ] as const satisfies readonly (readonly [NewMember, RegExp])[])('%j is refused in words', async (member, words) => {
    expect(await refusal(school.fake.addMember(member).id)).toMatch(words);
  });

  it('nobody in this workspace is a stranger', async () => {
    expect(await refusal('U0NOBODY')).toMatch(/andere Slack-werkruimte/);
  });

  it('a guest is refused also when the account was tied', async () => {
    await writes('Sanne');
    school.fake.changeMember(school.user('Sanne'), { guest: true });
    school.pass(HOUR);
    expect(await refusal(school.user('Sanne'))).toMatch(/gast/);
  });

  it('goes on when Slack does not answer and the account is tied; else is asked to try again', async () => {
    await writes('Sanne');
    school.pass(HOUR);
    school.fake.fail('users.info', { how: { status: 500 }, times: 2 });
    expect(await sender(school.user('Sanne'))).toMatchObject({ kind: 'sender', sender: { addresses: [] } });
    expect(await refusal(school.user('Nico'))).toMatch(/probeer het over een paar minuten opnieuw/i);
    expect(await sender(school.user('Nico'))).toMatchObject({ kind: 'sender' });
    expect(school.logged.filter((line) => line.includes('could not be looked up'))).toHaveLength(2);
    expect(school.logged.join()).not.toMatch(/U0|example/);
  });
});

describe('somebody who is mentioned', () => {
  it('is their own address, whoever they are', async () => {
    await writes('Bo');
    expect(await school.people.addressOf(school.user('Bo'))).toBe('bo@new.example');
    expect(await school.people.addressOf(school.user('Nico'))).toBe('nico@example.org');
    expect(await school.people.addressOf('U0NOBODY')).toBeNull();
    expect(await school.people.addressOf(school.fake.addMember({ email: null }).id)).toBeNull();
  });
});

describe('somebody who is sent something', () => {
  const accountOf = (name: string) => school.people.accountOf(school.school.person(name), school.now());
  const reason = async (name: string) => {
    const error = await accountOf(name).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(PlatformError);
    const { outcome, message, retryAfter } = error as PlatformError;
    return { outcome, message, retryAfter };
  };

  it('who never wrote is found by e-mail, tied, and not looked up again', async () => {
    expect(await accountOf('Sanne')).toBe(school.user('Sanne'));
    expect(await accountOf('Sanne')).toBe(school.user('Sanne'));
    expect(called('users.lookupByEmail')).toBe(1);
    const tied = await school.opened.store.people.accountOf(school.school.person('Sanne'), 'slack');
    expect(tied).toEqual({ platform: 'slack', tenant: school.fake.team.id, account: school.user('Sanne') });
  });

  it('is found by any of their addresses', async () => {
    school.fake.changeMember(school.user('Bo'), { email: 'B@Other.example' });
    expect(await accountOf('Bo')).toBe(school.user('Bo'));
    expect(school.fake.calls.filter(({ method }) => method.startsWith('users.')).map(({ sent }) => sent.email)).toEqual(
      ['bo@new.example', 'bo@old.example', 'b@other.example'],
    );
  });

  it('is found by another address when the first one leads to an account that is switched off, or a guest’s', async () => {
    const { id } = school.fake.addMember({ name: 'Bo', email: 'b@other.example' });
    school.fake.changeMember(school.user('Bo'), { guest: true });
    expect(await accountOf('Bo')).toBe(id);
  });

  it('whose old account the admin let go gets it on the account that waits, and not on the old one again', async () => {
    await writes('Bo');
    const { id } = school.fake.addMember({ name: 'Bo', email: 'b@other.example' });
    const again = await sender(id);
    if (again.kind !== 'sender') throw new Error('refused');
    const today = localDateOf(school.now());
    expect(await identify(school.opened.store, again.sender, school.now(), today)).toBeNull();
    await school.opened.store.people.unlinkAccounts(stamp(), school.school.person('Bo'), 'slack');
    expect(await accountOf('Bo')).toBe(id);
    expect(await school.opened.store.people.refusedAccounts()).toEqual([]);
  });

  it('gets nothing on an account that was refused once and is of nobody here any more', async () => {
    await writes('Bo');
    const { people } = school.opened.store;
    const { id } = school.fake.addMember({ name: 'Bo', email: 'b@other.example' });
    const refused = { platform: 'slack', tenant: school.fake.team.id, account: id } as const;
    for (const changes of [{ deleted: true }, { deleted: false, email: 'nico@example.org' }]) {
      school.fake.changeMember(id, changes);
      await people.refuseAccount(stamp(), refused, [school.school.person('Bo')]);
      await people.unlinkAccounts(stamp(), school.school.person('Bo'), 'slack');
      expect(await accountOf('Bo')).toBe(school.user('Bo'));
    }
  });

  it('who is not in Slack yet is tried again later, and then found', async () => {
    school.fake.changeMember(school.user('Sanne'), { email: null });
    expect(await reason('Sanne')).toEqual({ outcome: 'retryable', message: 'users_not_found', retryAfter: 7_200 });
    school.fake.changeMember(school.user('Sanne'), { email: 'sanne@example.org' });
    expect(await accountOf('Sanne')).toBe(school.user('Sanne'));
  });

  it('who is a guest waits too', async () => {
    school.fake.changeMember(school.user('Sanne'), { guest: true });
    expect(await reason('Sanne')).toEqual({ outcome: 'retryable', message: 'is_guest', retryAfter: 7_200 });
    expect(await school.opened.store.people.accountOf(school.school.person('Sanne'), 'slack')).toBeNull();
  });

  it('whose account is in another workspace waits for an admin', async () => {
    const account = { platform: 'slack', tenant: 'T0OLD', account: 'U1' } as const;
    await school.opened.store.people.linkAccount(stamp(), account, school.school.person('Sanne'));
    expect((await reason('Sanne')).message).toBe('other_workspace');
  });

  it('whose address leads to the account of a colleague gets nothing, and the admin is shown both', async () => {
    school.fake.changeMember(school.user('Sanne'), { email: null });
    school.fake.changeMember(school.user('Nico'), { email: 'sanne@example.org' });
    const nicos = { platform: 'slack', tenant: school.fake.team.id, account: school.user('Nico') } as const;
    await school.opened.store.people.linkAccount(stamp(), nicos, school.school.person('Nico'));
    expect((await reason('Sanne')).message).toBe('account_refused');
    const refused = await school.opened.store.people.refusedAccounts();
    expect(refused.map(({ people }) => people.map(({ name }) => name))).toEqual([['Nico', 'Sanne']]);
    school.fake.changeMember(school.user('Nico'), { email: 'nico@example.org' });
    school.fake.changeMember(school.user('Sanne'), { email: 'sanne@example.org' });
    expect(await accountOf('Sanne')).toBe(school.user('Sanne'));
    expect(await school.opened.store.people.refusedAccounts()).toEqual([]);
  });

  it.each([
    ['a look-up that fails', { status: 500 }, { outcome: 'retryable', message: 'http_500', retryAfter: null }],
    ['a bad token', { error: 'invalid_auth' }, { outcome: 'retryable', message: 'invalid_auth', retryAfter: 600 }],
    ['a 429', { retryAfter: 9 }, { outcome: 'retryable', message: 'ratelimited', retryAfter: 9 }],
  ] as const)('%s loses nothing', async (_, how, expected) => {
    school.fake.fail('users.lookupByEmail', { how });
    expect(await reason('Sanne')).toEqual(expected);
  });

  it('a bad token is not tried for everybody, and is tried again later', async () => {
    await school.api.workspace();
    school.fake.fail('users.lookupByEmail', { how: { error: 'missing_scope' } });
    for (const name of ['Sanne', 'Nico', 'Nadia']) expect((await reason(name)).message).toBe('missing_scope');
    expect(called('users.lookupByEmail')).toBe(1);
    expect(school.logged).toEqual([
      'error slack: the app may not do this {"method":"users.lookupByEmail","reason":"missing_scope"}',
    ]);
    school.pass(600_000);
    expect(await accountOf('Sanne')).toBe(school.user('Sanne'));
  });
});
