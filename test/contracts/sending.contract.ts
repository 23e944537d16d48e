/** The part of the store contract for sending: who is due, claimed by one, settled as it went, put off. */
import { beforeEach, describe, expect, it } from 'vitest';
import { addDays } from '../../src/calendar/local-date.ts';
import { localTime } from '../../src/calendar/zone.ts';
import { stamp } from '../support/store.ts';
import { DAY, later, NOW, outboxDesk } from './outbox-desk.ts';
import type { Opened } from './store.contract.ts';

export function sendingContract(now: () => Opened): void {
  describe('sending', () => {
    const { outbox, nadia, sanne, reference, plan, keys, ids, claim, due, settle, versionAtStart } = outboxDesk(now);

    describe('who is due', () => {
      it('has something planned for the day or before, from their digest time on', async () => {
        await plan([reference('a'), reference('s', { receiver: sanne(), nextDay: addDays(DAY, 1) })]);
        expect(await due(addDays(DAY, -1))).toEqual([]);
        expect(await due(DAY, '07:59')).toEqual([]);
        expect(await due(DAY, '08:00')).toEqual([nadia()]);
        expect(await due(addDays(DAY, 1))).toEqual([nadia(), sanne()]);
        expect(await due(addDays(DAY, 1), '08:00', NOW, 1)).toEqual([nadia()]);
      });

      it('waits longest first', async () => {
        await plan([reference('a', { nextDay: addDays(DAY, 1) }), reference('s', { receiver: sanne() })]);
        expect(await due(addDays(DAY, 1))).toEqual([sanne(), nadia()]);
      });

      it('is nobody who snoozes, up to and including that day', async () => {
        const { store } = now();
        await plan([reference('a')]);
        const settings = { ...(await store.people.settings(nadia())), snoozedUntil: DAY };
        await store.people.changeSettings(stamp(), nadia(), settings, []);
        expect(await due(DAY)).toEqual([]);
        expect(await due(addDays(DAY, 1))).toEqual([nadia()]);
        await plan([reference('b', { kind: 'pop-afspraak', subject: 'talk:1' })], DAY, 1);
        expect(await due(DAY)).toEqual([nadia()]);
      });

      it('is nobody whose digest of that day went out or is under way', async () => {
        await plan([reference('a'), reference('b', { nextDay: addDays(DAY, 1) })]);
        const mine = await claim();
        expect(await due()).toEqual([]);
        expect(await due(DAY, '08:00', later(2))).toEqual([nadia()]);
        await settle(mine, { sent: await ids(), digest: true });
        expect(await due(DAY, '08:00', later(60))).toEqual([]);
        expect(await due(addDays(DAY, 1))).toEqual([nadia()]);
      });
    });

    describe('a claim', () => {
      beforeEach(() =>
        plan([reference('a'), reference('b', { subject: 'goal:2' }), reference('c', { subject: 'goal:3' })]),
      );

      it('is for one, until its lease is over', async () => {
        const mine = await claim();
        expect(mine).toMatchObject({ receiver: nadia(), day: DAY });
        expect(await outbox().claim(nadia(), DAY, later(1.9), later(4))).toBeNull();
        expect(await outbox().claim(sanne(), DAY, NOW, later(2))).not.toBeNull();
        const theirs = (await outbox().claim(nadia(), DAY, later(2), later(4)))!;
        expect(theirs.token).not.toBe(mine.token);
        expect(await outbox().claim(nadia(), DAY, later(2), later(4))).toBeNull();
      });

      it('stores what became of each row', async () => {
        const [a, b, c] = (await ids()) as [number, number, number];
        const outcome = {
          sent: [a],
          lapsed: [b],
          moved: [{ id: c, nextDay: addDays(DAY, 2) }],
          digest: true,
          reference: 'm-1',
        };
        expect(await settle(await claim(), outcome)).toBe(true);
        expect(await outbox().counts()).toEqual({ planned: 1, sent: 1, lapsed: 1, failed: 0 });
        expect(await keys(nadia(), addDays(DAY, 1))).toEqual([]);
        expect(await keys(nadia(), addDays(DAY, 2))).toEqual(['c']);
        expect((await outbox().sentOn(nadia(), DAY)).map((row) => row.key)).toEqual(['a']);
        expect(await outbox().sentOn(nadia(), addDays(DAY, 1))).toEqual([]);
        expect(await outbox().claim(nadia(), DAY, later(60), later(62))).toBeNull();
        expect(await outbox().claim(nadia(), addDays(DAY, 1), later(60), later(62))).not.toBeNull();
      });

      it('without a digest leaves the day free for what becomes due', async () => {
        const [a, b, c] = (await ids()) as [number, number, number];
        await settle(await claim(), { lapsed: [a], failed: [{ id: b, reason: 'blocked' }] });
        expect(await keys()).toEqual(['c']);
        expect(await due()).toEqual([nadia()]);
        await settle(await claim(), { sent: [c], digest: true });
        expect(await outbox().counts()).toEqual({ planned: 0, sent: 1, lapsed: 1, failed: 1 });
      });

      it('that was taken over stores only what was sent', async () => {
        const mine = await claim();
        const [a, b, c] = (await ids()) as [number, number, number];
        const theirs = (await outbox().claim(nadia(), DAY, later(2), later(4)))!;
        const outcome = {
          sent: [a],
          lapsed: [b],
          moved: [{ id: c, nextDay: addDays(DAY, 9) }],
          digest: true,
          reference: 'm-1',
        };
        expect(await settle(mine, outcome, later(3))).toBe(false);
        expect(await keys(nadia(), DAY)).toEqual(['b', 'c']);
        await outbox().release(theirs, later(3));
        expect(await due(DAY, '08:00', later(60))).toEqual([]);
      });

      it('that was taken over and settled without a digest still counts what was sent', async () => {
        const mine = await claim();
        const theirs = (await outbox().claim(nadia(), DAY, later(2), later(4)))!;
        await settle(theirs, {});
        const [a] = await ids();
        expect(await settle(mine, { sent: [a!], digest: true }, later(5))).toBe(false);
        expect(await outbox().claim(nadia(), DAY, later(60), later(62))).toBeNull();
      });

      it('without anything sent does not take the day from who took it over', async () => {
        const mine = await claim();
        const theirs = (await outbox().claim(nadia(), DAY, later(2), later(4)))!;
        expect(await settle(mine, {}, later(3))).toBe(false);
        expect(await outbox().claim(nadia(), DAY, later(3), later(5))).toBeNull();
        expect(await settle(theirs, { sent: await ids(), digest: true }, later(3))).toBe(true);
      });

      it('that is given back is not due before the time to retry', async () => {
        await outbox().release(await claim(), later(10));
        expect(await due(DAY, '08:00', later(9))).toEqual([]);
        expect(await outbox().claim(nadia(), DAY, later(9), later(11))).toBeNull();
        expect(await due(DAY, '08:00', later(10))).toEqual([nadia()]);
        const again = await claim(DAY, later(10), later(12));
        expect(await keys()).toEqual(['a', 'b', 'c']);
        expect(await settle(again, { sent: await ids(), digest: true }, later(11))).toBe(true);
      });

      it('cannot be given back by who lost it', async () => {
        const mine = await claim();
        await claim(DAY, later(2), later(4));
        await outbox().release(mine, later(2));
        expect(await due(DAY, '08:00', later(3))).toEqual([]);
      });
    });

    describe('"Morgen opnieuw"', () => {
      const tomorrow = addDays(DAY, 1);

      it('plans what was sent again, with a window that holds the new day', async () => {
        await plan([reference('a', { until: DAY }), reference('b', { subject: 'goal:2' })]);
        const rows = await ids();
        expect(await outbox().snooze(stamp(nadia()), nadia(), rows, tomorrow)).toBe(0);
        await settle(await claim(), { sent: rows, digest: true });
        expect(await outbox().snooze(stamp(sanne()), sanne(), rows, tomorrow)).toBe(0);
        expect(await outbox().snooze(stamp(nadia()), nadia(), rows, tomorrow)).toBe(2);
        expect(await due(DAY, '08:00', later(60))).toEqual([]);
        expect(await due(tomorrow)).toEqual([nadia()]);
        expect(await outbox().rows(nadia(), tomorrow)).toMatchObject([
          { key: 'a', nextDay: tomorrow, from: DAY, until: tomorrow },
          { key: 'b', nextDay: tomorrow, from: DAY, until: addDays(DAY, 4) },
        ]);
        expect(await outbox().sentOn(nadia(), DAY)).toEqual([]);
        expect((await outbox().inDigest(nadia(), DAY)).map((row) => row.key)).toEqual(['a', 'b']);
        expect(await outbox().snooze(stamp(nadia()), nadia(), rows, tomorrow)).toBe(0);
      });

      it('leaves the rows that are not named as they are', async () => {
        await plan([reference('a'), reference('b', { subject: 'goal:2' })]);
        const [a, b] = (await ids()) as [number, number];
        await settle(await claim(), { sent: [a, b], digest: true });
        expect(await outbox().snooze(stamp(nadia()), nadia(), [b], tomorrow)).toBe(1);
        expect(await keys()).toEqual(['b']);
        expect((await outbox().sentOn(nadia(), DAY)).map((row) => row.key)).toEqual(['a']);
        expect((await outbox().inDigest(nadia(), DAY)).map((row) => row.key)).toEqual(['a', 'b']);
        await settle(await claim(tomorrow), { sent: [b], digest: true });
        expect((await outbox().inDigest(nadia(), DAY)).map((row) => row.key)).toEqual(['a']);
        expect((await outbox().inDigest(nadia(), tomorrow)).map((row) => row.key)).toEqual(['b']);
      });

      it('is for the newest digest that went out', async () => {
        await plan([reference('a'), reference('b', { subject: 'goal:2', nextDay: tomorrow })]);
        expect(await outbox().lastDigest(nadia())).toBeNull();
        await settle(await claim(), { sent: await ids(), digest: true });
        const next = await claim(tomorrow);
        expect(await outbox().lastDigest(nadia())).toBe(DAY);
        await settle(next, { sent: await ids(nadia(), tomorrow), digest: true });
        expect(await outbox().lastDigest(nadia())).toBe(tomorrow);
        expect(await outbox().lastDigest(sanne())).toBeNull();
      });

      it('outlives a new planning, which neither brings it forward nor drops it', async () => {
        const after = addDays(DAY, 3);
        await plan([reference('a', { until: tomorrow })]);
        const rows = await ids();
        await settle(await claim(), { sent: rows, digest: true });
        await outbox().snooze(stamp(nadia()), nadia(), rows, after);
        await plan([reference('a', { until: tomorrow, nextDay: tomorrow })], tomorrow);
        expect(await outbox().rows(nadia(), after)).toMatchObject([{ key: 'a', nextDay: after, until: after }]);
        expect(await due(tomorrow)).toEqual([]);
        await plan([], after);
        expect(await keys(nadia(), after)).toEqual(['a']);
        await settle(await claim(after), { sent: await ids(nadia(), after), digest: true });
        expect(await outbox().counts()).toEqual({ planned: 0, sent: 1, lapsed: 0, failed: 0 });
      });
    });

    it('tells what failed from a day on, by reason and receiver', async () => {
      const { store, school } = now();
      const bovenbouw = school.team('Bovenbouw');
      const post = {
        key: 'p',
        kind: 'agenda-delen' as const,
        schoolId: school.id,
        subject: `meeting:${bovenbouw}:2026-09-10`,
      };
      const to = { kind: 'channel', schoolId: school.id, channel: 'bovenbouw' } as const;
      const hours = { time: localTime('08:00'), untilDay: DAY, until: localTime('15:00') };
      await outbox().plan(
        school.id,
        versionAtStart(),
        DAY,
        [reference('a'), reference('b', { subject: 'goal:2' }), reference('c', { subject: 'goal:3' }), reference('d')],
        [],
        [{ ...post, to, day: DAY, ...hours }],
      );
      const [a, b, c] = (await ids()) as [number, number, number];
      const outcome = (id: number, reason: string) => ({ id, reason });
      await settle(await claim(), {
        failed: [outcome(c, 'user_disabled'), outcome(a, 'fault'), outcome(b, 'user_disabled')],
      });
      const [shared] = await store.posts.due(later(60), 1);
      const mine = (await store.posts.claim(shared!, later(60), later(62)))!;
      await store.posts.settle(mine, { kind: 'failed', reason: 'not_in_channel' }, later(61));

      const person = { id: nadia(), name: 'Nadia', email: school.email('Nadia') };
      expect(await outbox().failures(DAY)).toEqual([
        { reason: 'fault', to: { kind: 'person', person }, count: 1 },
        { reason: 'not_in_channel', to: { kind: 'channel', channel: 'bovenbouw' }, count: 1 },
        { reason: 'user_disabled', to: { kind: 'person', person }, count: 2 },
      ]);
      expect(await outbox().failures(addDays(DAY, 1))).toEqual([]);
    });

    it('remembers when the tick last ran', async () => {
      expect(await outbox().lastTick()).toBeNull();
      await outbox().ticked(NOW);
      await outbox().ticked(later(1));
      expect(await outbox().lastTick()).toEqual(later(1));
    });
  });
}
