/** The part of the store contract for messages of their own: planned once, claimed by one, settled as it went, edited when it changed. */
import { beforeEach, describe, expect, it } from 'vitest';
import { addDays, type LocalDate } from '../../src/calendar/local-date.ts';
import { instantAt, localTime } from '../../src/calendar/zone.ts';
import type { PostDraft, Tell } from '../../src/delivery/announcement.ts';
import type { PostClaim } from '../../src/delivery/posts.store.ts';
import type { SchoolId } from '../../src/people/person.ts';
import type { Destination } from '../../src/platform.ts';
import { stamp } from '../support/store.ts';
import { DAY } from './outbox-desk.ts';
import type { Opened } from './store.contract.ts';

const SEEN = { date: addDays(DAY, 3), time: localTime('15:00'), duration: 60, version: null };

export function postsContract(now: () => Opened): void {
  describe('messages of their own', () => {
    const posts = () => now().store.posts;
    const outbox = () => now().store.outbox;
    const channel = (schoolId: SchoolId = now().school.id): Destination => ({
      kind: 'channel',
      schoolId,
      channel: 'bovenbouw',
    });
    const draft = (key: string, change: Partial<PostDraft> = {}): PostDraft => ({
      key,
      kind: 'agenda-delen',
      schoolId: now().school.id,
      to: channel(),
      subject: `meeting:${now().school.team('Bovenbouw')}:2026-09-10`,
      day: DAY,
      time: localTime('08:00'),
      untilDay: DAY,
      until: localTime('15:00'),
      ...change,
    });
    const at = (time: string, day: LocalDate = DAY) => instantAt(day, localTime(time));
    const due = (time: string, day = DAY, limit = 10) => posts().due(at(time, day), limit);
    /** Of the only one that is due. */
    const claim = async (time = '08:00', lease = '08:02'): Promise<PostClaim> => {
      const [id] = await due(time);
      return (await posts().claim(id!, at(time), at(lease)))!;
    };
    const states = async () => {
      const { planned, sent, lapsed, failed } = await outbox().counts();
      return `${planned} ${sent} ${lapsed} ${failed}`;
    };
    let version = 0;
    beforeEach(async () => {
      version = (await outbox().schoolState(now().school.id))!.version;
    });
    const plan = (drafts: readonly PostDraft[], day = DAY) =>
      outbox().plan(now().school.id, version, day, [], [], drafts);
    /** By an act: somebody shares the agenda. */
    const tell = (drafts: readonly PostDraft[], changed: readonly string[] = []) =>
      now().store.agenda.share(
        stamp(),
        { ...SEEN, teamId: now().school.team('Bovenbouw') },
        { tells: [], posts: drafts, changed },
      );
    /** By an act that changes what was shared. */
    const change = () =>
      now().store.agenda.addItem(stamp(), {
        schoolId: now().school.id,
        teamId: now().school.team('Bovenbouw'),
        kind: 'overig',
        text: 'Toetsdata',
        minutes: null,
        link: '',
      });

    describe('planned', () => {
      it('twice is once', async () => {
        await plan([draft('a')]);
        await plan([draft('a')]);
        expect(await due('08:00')).toHaveLength(1);
        expect(await states()).toBe('1 0 0 0');
      });

      it('is due from its time on, longest waiting first', async () => {
        await plan([draft('late', { time: localTime('09:00') }), draft('early')]);
        expect(await due('07:59')).toEqual([]);
        expect(await due('08:59')).toHaveLength(1);
        const both = await due('09:00');
        expect(both).toHaveLength(2);
        expect(await due('09:00', DAY, 1)).toEqual([both[0]]);
        expect((await posts().claim(both[0]!, at('09:00'), at('09:02')))!.post.key).toBe('early');
      });

      it('lapses when planning knows nothing of it any more, and comes back when it does', async () => {
        await plan([draft('a')]);
        await plan([]);
        expect(await due('08:00')).toEqual([]);
        expect(await states()).toBe('0 0 1 0');
        await plan([draft('a', { time: localTime('10:00') })]);
        expect(await due('09:59')).toEqual([]);
        expect(await due('10:00')).toHaveLength(1);
      });

      it('leaves those of other days and schools alone', async () => {
        await plan([draft('today')]);
        await plan([], addDays(DAY, 1));
        expect(await due('08:00')).toHaveLength(1);
      });

      it('does not bring back what was sent, lapsed or failed', async () => {
        for (const outcome of [
          { kind: 'sent', reference: 'r' },
          { kind: 'lapsed' },
          { kind: 'failed', reason: 'blocked' },
        ] as const) {
          await plan([draft(outcome.kind)]);
          await posts().settle(await claim(), outcome, at('08:01'));
          await plan([draft(outcome.kind)]);
          expect(await due('08:05')).toEqual([]);
        }
        expect(await states()).toBe('0 1 1 1');
      });

      it('is told anew once it could not be edited, and not while it stands there', async () => {
        /** By another act: the agenda was shared before. */
        const tellAnew = (days: number) => {
          const day = addDays(DAY, days);
          const told = { tells: [], posts: [draft('a')], changed: [] };
          return now().store.people.reportAbsent(stamp(), now().school.person('Nico'), { from: day, until: day }, told);
        };
        await tell([draft('a')]);
        await posts().settle(await claim(), { kind: 'sent', reference: 'r1' }, at('08:00'));
        await tellAnew(10);
        expect([await due('08:05'), await states()]).toEqual([[], '0 1 0 0']);
        await change();
        await posts().settle(
          await claim('09:00', '09:02'),
          { kind: 'failed', reason: 'message_not_found' },
          at('09:00'),
        );
        expect(await posts().state('a')).toEqual({ state: 'sent', reason: 'message_not_found' });
        expect(await due('09:05')).toEqual([]);
        await tellAnew(20);
        const anew = await claim('09:10', '09:12');
        expect(anew.reference).toBeNull();
        await posts().settle(anew, { kind: 'sent', reference: 'r2' }, at('09:10'));
        expect(await posts().state('a')).toEqual({ state: 'sent', reason: '' });
      });

      it('goes to where it is planned for by then', async () => {
        const person = (name: string): Destination => ({ kind: 'person', personId: now().school.person(name) });
        await plan([draft('p', { to: person('Nadia') })]);
        await plan([draft('p', { to: person('Nico') })]);
        expect((await claim()).post.to).toEqual(person('Nico'));
        const elsewhere = { ...channel(), channel: 'elders' } as Destination;
        await plan([draft('c')]);
        await plan([draft('c', { to: elsewhere })]);
        expect((await claim()).post.to).toEqual(elsewhere);
      });

      it('is edited for as long as it is planned by then, sent or told', async () => {
        await tell([draft('a')]);
        await posts().settle(await claim(), { kind: 'sent', reference: 'r' }, at('08:00'));
        await plan([draft('a', { until: localTime('17:00') })]);
        await change();
        expect((await claim('16:00', '16:02')).post.until).toBe('17:00');
      });

      it('gives what was planned', async () => {
        const person = draft('p', { to: { kind: 'person', personId: now().school.person('Nadia') }, kind: 'verslag' });
        await plan([person]);
        expect(await claim()).toMatchObject({ post: person, reference: null });
        await plan([draft('c'), person]);
        expect((await claim()).post).toEqual(draft('c'));
      });
    });

    describe('a claim', () => {
      beforeEach(() => plan([draft('a')]));

      it('is for one, until its lease is over', async () => {
        const [id] = await due('08:00');
        const mine = (await posts().claim(id!, at('08:00'), at('08:02')))!;
        expect(await posts().claim(id!, at('08:01'), at('08:03'))).toBeNull();
        expect(await due('08:01')).toEqual([]);
        const theirs = (await posts().claim(id!, at('08:02'), at('08:04')))!;
        expect(theirs.token).not.toBe(mine.token);
      });

      it('given back it is not due before the time that was said', async () => {
        await posts().release(await claim(), at('08:05'));
        expect(await due('08:04')).toEqual([]);
        expect(await due('08:05')).toHaveLength(1);
      });

      it('that was taken over ends nothing, but what was sent is known', async () => {
        const mine = await claim();
        const theirs = await claim('08:02', '08:04');
        await posts().settle(mine, { kind: 'lapsed' }, at('08:03'));
        expect(await states()).toBe('1 0 0 0');
        await posts().settle(mine, { kind: 'sent', reference: 'mine' }, at('08:03'));
        expect(await states()).toBe('0 1 0 0');
        await posts().settle(theirs, { kind: 'lapsed' }, at('08:03'));
        expect(await states()).toBe('0 1 0 0');
        expect(await due('08:10')).toEqual([]);
      });

      it('of what is not there, not due or done is none', async () => {
        const [id] = await due('08:00');
        expect(await posts().claim(999 as never, at('08:00'), at('08:02'))).toBeNull();
        expect(await posts().claim(id!, at('07:59'), at('08:02'))).toBeNull();
        await posts().settle(await claim(), { kind: 'sent', reference: 'r' }, at('08:00'));
        expect(await posts().claim(id!, at('08:05'), at('08:07'))).toBeNull();
      });

      it('that lapses may leave a point for a digest', async () => {
        const nadia = now().school.person('Nadia');
        const instead: Tell = {
          key: 'a',
          kind: 'bijeenkomst-gewijzigd',
          receiver: nadia,
          schoolId: now().school.id,
          subject: 'meeting:1:2026-09-10',
          from: DAY,
          until: addDays(DAY, 3),
        };
        await posts().settle(await claim(), { kind: 'lapsed', instead }, at('08:01'));
        expect(await outbox().rows(nadia, DAY)).toMatchObject([{ key: 'a', from: DAY, until: instead.until }]);
      });
    });

    it('that fails may leave points for digests, and says why it failed', async () => {
      const nadia = now().school.person('Nadia');
      const about = { kind: 'agenda-delen', schoolId: now().school.id, subject: 'meeting:1:2026-09-10' } as const;
      const instead: Tell = { ...about, key: 'a:1', receiver: nadia, from: DAY, until: addDays(DAY, 3) };
      await plan([draft('a')]);
      expect(await posts().state('a')).toEqual({ state: 'planned', reason: '' });
      await posts().settle(
        await claim(),
        { kind: 'failed', reason: 'not_in_channel', instead: [instead] },
        at('08:01'),
      );
      expect(await outbox().rows(nadia, DAY)).toMatchObject([{ key: 'a:1', from: DAY, until: instead.until }]);
      expect(await posts().state('a')).toEqual({ state: 'failed', reason: 'not_in_channel' });
      expect(await posts().state('b')).toBeNull();
    });

    describe('an act', () => {
      it('tells at once; planning leaves that alone', async () => {
        await tell([draft('told', { time: localTime('07:00') })]);
        await plan([]);
        expect(await due('07:00')).toHaveLength(1);
        await plan([draft('told')]);
        expect(await due('07:00')).toHaveLength(1);
      });

      it('tells what lapsed before it was sent, and what was planned, at once', async () => {
        await plan([draft('planned', { time: localTime('12:00') }), draft('lapsed')]);
        await posts().settle(await claim(), { kind: 'lapsed' }, at('08:00'));
        await tell(['planned', 'lapsed'].map((key) => draft(key, { time: localTime('09:00') })));
        expect(await due('09:00')).toHaveLength(2);
        await plan([]);
        expect(await due('09:00')).toHaveLength(2);
      });

      it('has what was sent edited instead of told again, and tells again what failed', async () => {
        await plan([draft('sent'), draft('failed')]);
        await posts().settle(await claim(), { kind: 'sent', reference: 'r' }, at('08:00'));
        await posts().settle(await claim(), { kind: 'failed', reason: 'blocked' }, at('08:00'));
        await tell([draft('sent'), draft('failed')], [draft('sent').subject]);
        const both = await due('09:00');
        expect(both).toHaveLength(2);
        const claims = await Promise.all(both.map((id) => posts().claim(id, at('09:00'), at('09:02'))));
        expect(Object.fromEntries(claims.map((each) => [each!.post.key, each!.reference]))).toEqual({
          sent: 'r',
          failed: null,
        });
      });

      it('that changes what was sent has it edited, once', async () => {
        await tell([draft('told')]);
        await posts().settle(await claim(), { kind: 'sent', reference: 'r' }, at('08:00'));
        expect(await due('08:05')).toEqual([]);
        await change();
        expect(await claim('08:05', '08:07')).toMatchObject({ reference: 'r' });
        expect(await due('08:06')).toEqual([]);
        await posts().settle(await claim('08:07', '08:09'), { kind: 'edited' }, at('08:07'));
        expect(await due('08:20')).toEqual([]);
        expect(await states()).toBe('0 1 0 0');
      });

      it.each(['sent', 'edited'] as const)('that changes it while it is being %s has it edited again', async (when) => {
        await tell([draft('told')]);
        if (when === 'edited') {
          await posts().settle(await claim(), { kind: 'sent', reference: 'r' }, at('08:00'));
          await change();
        }
        const mine = await claim('08:01', '08:03');
        await change();
        const outcome = when === 'sent' ? ({ kind: 'sent', reference: 'r' } as const) : ({ kind: 'edited' } as const);
        await posts().settle(mine, outcome, at('08:02'));
        await posts().settle(await claim('08:02', '08:04'), { kind: 'edited' }, at('08:02'));
        expect(await due('08:20')).toEqual([]);
      });

      it('that changes what went out without a reference changes nothing', async () => {
        await tell([draft('told')]);
        const mine = await claim();
        await change();
        await posts().settle(mine, { kind: 'sent', reference: null }, at('08:00'));
        await change();
        expect(await due('08:20')).toEqual([]);
      });

      it.each([{ kind: 'lapsed' }, { kind: 'failed', reason: 'gone' }] as const)(
        'whose edit ends as $kind leaves what was sent as it is',
        async (outcome) => {
          await tell([draft('told')]);
          await posts().settle(await claim(), { kind: 'sent', reference: 'r' }, at('08:00'));
          await change();
          await posts().settle(await claim('08:01', '08:03'), outcome, at('08:01'));
          expect(await due('08:20')).toEqual([]);
          expect(await states()).toBe('0 1 0 0');
        },
      );
    });
  });
}
