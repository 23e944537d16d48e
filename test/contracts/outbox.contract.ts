/** The part of the store contract for planning and sending: planned once, claimed by one, settled as it went. */
import { beforeEach, describe, expect, it } from 'vitest';
import { addDays, localDate } from '../../src/calendar/local-date.ts';
import type { LocalTime } from '../../src/calendar/zone.ts';
import type { Reference } from '../../src/delivery/nudge.ts';
import type { Claim, Outcome } from '../../src/delivery/outbox.store.ts';
import { buildSchool, stamp } from '../support/store.ts';
import type { Opened } from './store.contract.ts';

const DAY = localDate('2026-09-07');
const NOW = new Date('2026-09-07T06:00:00Z');
const NOTHING: Outcome = { sent: [], lapsed: [], moved: [], failed: [], digest: false, reference: null };

type Planned = Reference & { readonly nextDay: ReturnType<typeof localDate> };

const later = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000);
const time = (text: string) => text as LocalTime;

export function outboxContract(now: () => Opened): void {
  const outbox = () => now().store.outbox;
  const nadia = () => now().school.person('Nadia');
  const sanne = () => now().school.person('Sanne');

  const reference = (key: string, change: Partial<Planned> = {}): Planned => ({
    key,
    kind: 'doel-checkin',
    receiver: nadia(),
    schoolId: now().school.id,
    subject: 'goal:1',
    step: 0,
    from: DAY,
    until: addDays(DAY, 4),
    answeredFrom: DAY,
    nextDay: DAY,
    ...change,
  });
  let version = 0;
  beforeEach(async () => {
    version = (await outbox().schoolState(now().school.id))!.version;
  });
  /** `ahead`: by how much the version of the planned state is later than the one at the start of the test. */
  const plan = (references: readonly Planned[], day = DAY, ahead = 0) =>
    outbox().plan(now().school.id, version + ahead, day, references, []);
  const keys = async (receiver = nadia(), day = addDays(DAY, 30)) =>
    (await outbox().rows(receiver, day)).map((row) => row.key).sort();
  const ids = async (receiver = nadia(), day = DAY) => (await outbox().rows(receiver, day)).map((row) => row.id);
  const claim = async (day = DAY, at = NOW, until = later(2)) => (await outbox().claim(nadia(), day, at, until))!;
  const due = (day = DAY, at = '08:00', instant = NOW, limit = 10) =>
    outbox().receiversDue(day, time(at), instant, limit);
  const settle = async (mine: Claim, outcome: Partial<Outcome>, at = later(1)) =>
    outbox().settle(mine, { ...NOTHING, ...outcome }, at);

  describe('planning', () => {
    it('stores each key once, with all that the reference says', async () => {
      const both = [reference('b', { subject: 'goal:2', step: 1 }), reference('a', { kind: 'maandoverzicht' })];
      expect(await plan(both)).toEqual({ added: 2 });
      expect(await plan(both)).toEqual({ added: 0 });
      const rows = await outbox().rows(nadia(), DAY);
      expect(rows).toEqual(both.map((one) => ({ ...one, id: expect.any(Number) })));
      expect(await outbox().rows(sanne(), DAY)).toEqual([]);
      expect(await outbox().counts()).toEqual({ planned: 2, sent: 0, lapsed: 0, failed: 0 });
    });

    it('refreshes what is still planned', async () => {
      await plan([reference('a')]);
      const refreshed = {
        receiver: sanne(),
        until: addDays(DAY, 9),
        nextDay: addDays(DAY, 1),
        answeredFrom: addDays(DAY, -1),
      };
      expect(await plan([reference('a', refreshed)])).toEqual({ added: 0 });
      expect(await outbox().rows(nadia(), addDays(DAY, 9))).toEqual([]);
      expect(await outbox().rows(sanne(), addDays(DAY, 1))).toMatchObject([refreshed]);
    });

    it('drops what is due on that day and not in the list, and takes it back when it is', async () => {
      const { school } = now();
      const other = await buildSchool(now(), { school: { school: 'De Wilg' }, staff: [] });
      await plan([
        reference('a'),
        reference('b'),
        reference('next week', { from: addDays(DAY, 7), until: addDays(DAY, 8) }),
      ]);
      await plan([reference('over', { from: addDays(DAY, -9), until: addDays(DAY, -1) })], addDays(DAY, -1));
      await outbox().plan(other.id, 1, DAY, [reference('other school', { schoolId: other.id })], []);
      await plan([reference('a')]);
      expect(await keys()).toEqual(['a', 'next week', 'other school', 'over']);
      expect(await outbox().counts()).toMatchObject({ planned: 4, lapsed: 1 });
      expect(school.id).not.toBe(other.id);
      await plan([reference('a'), reference('b')]);
      expect(await keys()).toEqual(['a', 'b', 'next week', 'other school', 'over']);
    });

    it('does not bring back what was sent, lapsed when it was looked at, or failed', async () => {
      const all = ['sent', 'lapsed', 'failed'].map((key) => reference(key));
      await plan(all);
      const [sent, lapsed, failed] = (await outbox().rows(nadia(), DAY)).map((row) => row.id) as [
        number,
        number,
        number,
      ];
      await settle(await claim(), {
        sent: [sent],
        lapsed: [lapsed],
        failed: [{ id: failed, reason: 'blocked' }],
        digest: true,
      });
      await plan(all);
      expect(await keys()).toEqual([]);
      expect(await outbox().counts()).toEqual({ planned: 0, sent: 1, lapsed: 1, failed: 1 });
    });

    it('marks the school as planned for that day and that version', async () => {
      const { store, school } = now();
      const other = await buildSchool(now(), { school: { school: 'De Wilg' }, staff: [] });
      expect(await outbox().schoolsToPlan(DAY)).toEqual([school.id, other.id]);
      await plan([]);
      expect(await outbox().schoolsToPlan(DAY)).toEqual([other.id]);
      expect(await outbox().schoolsToPlan(addDays(DAY, 1))).toEqual([school.id, other.id]);
      await store.people.reportAbsent(stamp(), nadia(), { from: DAY, until: null });
      expect(await outbox().schoolsToPlan(DAY)).toEqual([school.id, other.id]);
      await plan([], DAY, 0);
      expect(await outbox().schoolsToPlan(DAY)).toEqual([school.id, other.id]);
      await plan([], DAY, 1);
      expect(await outbox().schoolsToPlan(DAY)).toEqual([other.id]);
    });

    it('ignores a planning that is older than what another process planned', async () => {
      await plan([reference('new')], DAY, 2);
      expect(await plan([reference('old')], DAY, 1)).toEqual({ added: 0 });
      expect(await keys()).toEqual(['new']);
    });

    it('reads all that planning needs', async () => {
      const { store, school } = now();
      const state = (await outbox().schoolState(school.id))!;
      expect(state).toMatchObject({ school: { name: 'De Regenbui' }, createdOn: '2026-08-03', version });
      expect(state.people.map(({ email }) => email)).toEqual(
        ['Marieke', 'Joost', 'Nadia', 'Nico', 'Sanne'].map((name) => school.email(name)),
      );
      expect(state.people[1]).toMatchObject({
        id: school.person('Joost'),
        digestTime: '08:00',
        employment: { schoolId: school.id, roles: ['ib'], workingDays: ['di', 'do'] },
        absences: [],
      });
      expect(state.teams).toEqual(await store.agenda.teams(school.id, DAY));
      expect(state.goals[0]).toEqual({
        id: school.goal('Meer leerlingen op 1S rekenen'),
        title: 'Meer leerlingen op 1S rekenen',
        owner: { kind: 'team', teamId: school.team('Bovenbouw') },
        start: null,
        end: '2027-06-01',
        rhythm: 4,
        status: 'nog geen meting',
        createdOn: '2026-08-03',
      });
    });
  });

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

    it('plans what was sent that day again, with a window that holds the new day', async () => {
      await plan([reference('a', { until: DAY }), reference('b', { subject: 'goal:2' })]);
      await settle(await claim(), { sent: await ids(), digest: true });
      expect(await outbox().snooze(stamp(nadia()), nadia(), DAY, tomorrow)).toBe(2);
      expect(await due(DAY, '08:00', later(60))).toEqual([]);
      expect(await due(tomorrow)).toEqual([nadia()]);
      expect(await outbox().rows(nadia(), tomorrow)).toMatchObject([
        { key: 'a', nextDay: tomorrow, from: DAY, until: tomorrow },
        { key: 'b', nextDay: tomorrow, from: DAY, until: addDays(DAY, 4) },
      ]);
      expect(await outbox().sentOn(nadia(), DAY)).toEqual([]);
      expect(await outbox().snooze(stamp(nadia()), nadia(), DAY, tomorrow)).toBe(0);
      expect(await outbox().snooze(stamp(sanne()), sanne(), DAY, tomorrow)).toBe(0);
    });

    it('outlives a new planning, which neither brings it forward nor drops it', async () => {
      const after = addDays(DAY, 3);
      await plan([reference('a', { until: tomorrow })]);
      await settle(await claim(), { sent: await ids(), digest: true });
      await outbox().snooze(stamp(nadia()), nadia(), DAY, after);
      await plan([reference('a', { until: tomorrow, nextDay: tomorrow })], tomorrow);
      expect(await outbox().rows(nadia(), after)).toMatchObject([{ key: 'a', nextDay: after, until: after }]);
      expect(await due(tomorrow)).toEqual([]);
      await plan([], after);
      expect(await keys(nadia(), after)).toEqual(['a']);
      await settle(await claim(after), { sent: await ids(nadia(), after), digest: true });
      expect(await outbox().counts()).toEqual({ planned: 0, sent: 1, lapsed: 0, failed: 0 });
    });
  });

  it('remembers when the tick last ran', async () => {
    expect(await outbox().lastTick()).toBeNull();
    await outbox().ticked(NOW);
    await outbox().ticked(later(1));
    expect(await outbox().lastTick()).toEqual(later(1));
  });
}
