/** The part of the store contract for where the bot can write on Teams, and on which platform somebody did something last. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { localDate } from '../../src/calendar/local-date.ts';
import type { Conversation } from '../../src/people/conversations.store.ts';
import { stamp } from '../support/store.ts';
import type { Opened } from './store.contract.ts';

const AT = new Date('2026-09-01T08:00:00Z');
const HOUR = 3_600_000;
const later = (milliseconds: number) => new Date(AT.getTime() + milliseconds);

const OWN: Conversation = {
  tenant: 'tenant-1',
  of: { kind: 'person', account: 'account-1' },
  name: null,
  conversation: 'a:1',
  member: '29:1',
  team: null,
  serviceUrl: 'https://smba.example/emea/',
  bot: '28:1',
};
const CHANNEL: Conversation = {
  ...OWN,
  of: { kind: 'channel', channel: '19:boven@thread.tacv2' },
  name: 'Bovenbouw',
  conversation: '19:boven@thread.tacv2',
  member: null,
  team: '19:team@thread.tacv2',
};

export function conversationsContract(now: () => Opened): void {
  const conversations = () => now().store.conversations;
  const person = (name: string) => now().school.person(name);
  const tie = (name: string, platform: 'slack' | 'teams', tenant = 'tenant-1', account = 'account-1') =>
    now().store.people.linkAccount(stamp(), { platform, tenant, account }, person(name));
  const changes = () => now().database.sqlite.prepare('select total_changes()').pluck().get();

  describe('conversations', () => {
    it('are found by whose they are, and by channel, within one tenant', async () => {
      await conversations().remember(OWN, AT);
      await conversations().remember(CHANNEL, AT);
      expect(await conversations().conversationWith('tenant-1', 'account-1')).toEqual(OWN);
      expect(await conversations().conversationIn('tenant-1', '19:boven@thread.tacv2')).toEqual(CHANNEL);
      expect(await conversations().conversationWith('tenant-2', 'account-1')).toBeNull();
      expect(await conversations().conversationIn('tenant-2', '19:boven@thread.tacv2')).toBeNull();
      expect(await conversations().conversationIn('tenant-1', 'account-1')).toBeNull();
      expect(await conversations().conversationWith('tenant-1', '19:boven@thread.tacv2')).toBeNull();
    });

    it('keep what is not said again, and take over what is', async () => {
      await conversations().remember(CHANNEL, AT);
      const moved = { ...CHANNEL, serviceUrl: 'https://smba.example/uk/', name: null, conversation: null, team: null };
      await conversations().remember(moved, later(1));
      const known = () => conversations().conversationIn('tenant-1', '19:boven@thread.tacv2');
      expect(await known()).toEqual({ ...CHANNEL, serviceUrl: 'https://smba.example/uk/' });
      await conversations().remember({ ...CHANNEL, name: 'Bovenbouw 2' }, later(2));
      expect(await known()).toEqual({ ...CHANNEL, name: 'Bovenbouw 2' });
      expect(await conversations().channelsCalled('bovenbouw')).toEqual([]);
    });

    it('are written once an hour when nothing is new', async () => {
      await conversations().remember(OWN, AT);
      const before = changes();
      await conversations().remember({ ...OWN, member: null }, later(HOUR - 1));
      expect(changes()).toBe(before);
      expect(await conversations().lastSeen()).toEqual(AT);
      await conversations().remember(OWN, later(HOUR));
      expect(changes()).not.toBe(before);
      expect(await conversations().lastSeen()).toEqual(later(HOUR));
    });

    it('are of the newest moment, also when something older comes in late', async () => {
      expect(await conversations().lastSeen()).toBeNull();
      await conversations().remember(OWN, later(5 * HOUR));
      await conversations().remember({ ...OWN, bot: '28:2' }, AT);
      await conversations().remember(CHANNEL, later(HOUR));
      expect(await conversations().lastSeen()).toEqual(later(5 * HOUR));
    });

    it.each(['Bovenbouw', 'bovenbouw', '#BovenBouw', ' # bovenbouw ', '19:boven@thread.tacv2'])(
      'of a channel are found by %j, in any tenant',
      async (called) => {
        const there = { ...CHANNEL, tenant: 'tenant-2' };
        const other = { ...CHANNEL, of: { kind: 'channel', channel: '19:onder' }, name: 'Onderbouw' } as const;
        for (const each of [there, OWN, other, CHANNEL]) await conversations().remember(each, AT);
        expect(await conversations().channelsCalled(called)).toEqual([CHANNEL, there]);
      },
    );

    it('of a channel without a name have none', async () => {
      await conversations().remember({ ...CHANNEL, name: null }, AT);
      await conversations().remember(OWN, AT);
      for (const called of ['', '#', 'null', 'account-1']) {
        expect(await conversations().channelsCalled(called)).toEqual([]);
      }
    });

    it('are forgotten alone', async () => {
      await conversations().remember(OWN, AT);
      await conversations().remember(CHANNEL, AT);
      await conversations().forget('tenant-1', { kind: 'person', account: '19:boven@thread.tacv2' });
      await conversations().forget('tenant-2', OWN.of);
      expect(await conversations().conversationWith('tenant-1', 'account-1')).toEqual(OWN);
      await conversations().forget('tenant-1', OWN.of);
      expect(await conversations().conversationWith('tenant-1', 'account-1')).toBeNull();
      expect(await conversations().channelsCalled('bovenbouw')).toEqual([CHANNEL]);
    });

    it('of a team are forgotten together', async () => {
      const below = { ...CHANNEL, of: { kind: 'channel', channel: '19:onder' }, name: 'Onderbouw' } as const;
      const elsewhere = { ...below, of: { kind: 'channel', channel: '19:ander' }, team: '19:ander' } as const;
      for (const each of [OWN, CHANNEL, below, elsewhere]) await conversations().remember(each, AT);
      await conversations().forgetTeam('tenant-2', CHANNEL.team!);
      expect(await conversations().channelsCalled('bovenbouw')).toEqual([CHANNEL]);
      await conversations().forgetTeam('tenant-1', CHANNEL.team!);
      expect(await conversations().channelsCalled('bovenbouw')).toEqual([]);
      expect(await conversations().channelsCalled('onderbouw')).toEqual([elsewhere]);
      expect(await conversations().conversationWith('tenant-1', 'account-1')).toEqual(OWN);
    });

    it('tell who can be reached, and who has the app without being anybody here', async () => {
      const stranger = { ...OWN, of: { kind: 'person', account: 'account-2' } } as const;
      await conversations().remember(OWN, AT);
      await conversations().remember(stranger, later(1));
      await conversations().remember(CHANNEL, AT);
      expect(await conversations().strangers()).toEqual([stranger, OWN]);
      await tie('Nico', 'slack');
      await tie('Nadia', 'teams', 'tenant-2');
      expect(await conversations().reachable()).toEqual(new Set());
      await tie('Sanne', 'teams');
      expect(await conversations().reachable()).toEqual(new Set([person('Sanne')]));
      expect(await conversations().strangers()).toEqual([stranger]);
    });

    it('go after a year of silence, unless somebody is reached by them', async () => {
      const { store, database } = now();
      const channel = (id: string, name: string | null): Conversation => ({
        ...CHANNEL,
        of: { kind: 'channel', channel: id },
        name,
      });
      const kept = [OWN, channel('19:linked', null), channel('19:named', 'Rekenen')];
      const gone = [{ ...OWN, of: { kind: 'person', account: 'account-2' } } as const, channel('19:other', 'Taal')];
      for (const each of [...kept, ...gone]) await conversations().remember(each, AT);
      await tie('Sanne', 'teams');
      const setChannel = database.sqlite.prepare('update team set channel = ?');
      for (const [linked, left] of [
        ['19:linked', '19:linked'],
        ['#rekenen', '19:named'],
      ] as const) {
        setChannel.run(linked);
        database.sqlite.prepare("delete from setting where name = 'retention.done'").run();
        for (const each of kept) await conversations().remember(each, AT);
        await store.retention.carryOut(localDate('2027-09-01'));
        expect(await conversations().conversationIn('tenant-1', left)).not.toBeNull();
        database.sqlite.prepare("delete from setting where name = 'retention.done'").run();
        await store.retention.carryOut(localDate('2027-09-02'));
        const there = database.sqlite.prepare('select place from conversation order by place').pluck().all();
        expect(there).toEqual([left, 'account-1']);
      }
    });
  });

  describe('the platform that somebody used last', () => {
    const used = (platform: 'slack' | 'teams', at: Date) =>
      now().store.people.accountUsed({ platform, tenant: 'tenant-1', account: 'account-1' }, at);
    const last = () => now().store.people.platformUsedLast(person('Sanne'));

    it('is none before they do something, also when an account was found for them', async () => {
      expect(await last()).toBeNull();
      await tie('Sanne', 'slack');
      expect(await last()).toBeNull();
      await used('teams', AT);
      expect(await last()).toBeNull();
      await used('slack', AT);
      expect(await last()).toBe('slack');
    });

    it('is stored only when it changes', async () => {
      await tie('Sanne', 'slack');
      await tie('Sanne', 'teams');
      await used('slack', AT);
      const before = changes();
      await used('slack', later(HOUR));
      expect(changes()).toBe(before);
      await used('teams', later(1));
      expect(changes()).not.toBe(before);
      expect(await last()).toBe('teams');
    });

    it('is the last one that was used, whatever came before and whatever the clock said', async () => {
      await tie('Sanne', 'slack');
      await tie('Sanne', 'teams');
      await tie('Nico', 'teams', 'tenant-1', 'account-2');
      const uses = fc.array(fc.tuple(fc.constantFrom('slack', 'teams'), fc.integer({ min: -3, max: 3 })), {
        minLength: 1,
        maxLength: 12,
      });
      await fc.assert(
        fc.asyncProperty(uses, async (each) => {
          for (const [platform, hours] of each) await used(platform, later(hours * HOUR));
          expect(await last()).toBe(each.at(-1)![0]);
        }),
        { numRuns: 50 },
      );
      expect(await now().store.people.platformUsedLast(person('Nico'))).toBeNull();
    });

    it('is the other one when the account is let go', async () => {
      await tie('Sanne', 'slack');
      await tie('Sanne', 'teams');
      await used('slack', AT);
      await used('teams', later(1));
      await now().store.people.unlinkAccounts(stamp(), person('Sanne'), 'teams');
      expect(await last()).toBe('slack');
    });
  });
}
