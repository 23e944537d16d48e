/**
 * Once a minute: plan every school for today, send what goes by itself, then a digest to everybody whose time has come (ARCHITECTURE, nudges and
 * delivery). Once a day: remove what is too old (PRODUCT 8).
 */
import { setImmediate as breathe } from 'node:timers/promises';
import { addMilliseconds } from 'date-fns/addMilliseconds';
import type { LocalDate } from '../calendar/local-date.ts';
import { localDateOf, localTimeOf } from '../calendar/zone.ts';
import type { PersonId, SchoolId } from '../people/person.ts';
import type { RetentionCounts } from '../privacy/retention.store.ts';
import { createDeliver, type DeliveryOptions, LEASE_MINUTES } from './deliver.ts';
import { createDeliverPost } from './deliver-post.ts';
import { isOpenAt } from './digest-times.ts';
import { NUDGES } from './nudges.ts';
import { planSchool } from './plan.ts';
import type { PostId } from './posts.store.ts';

/** A tick takes no new receivers after a third of a lease; the next tick goes on. */
const LONGEST_MILLISECONDS = (LEASE_MINUTES * 60_000) / 3;
/** How many receivers or posts are looked up at a time; each is claimed on its own. */
const BATCH = 20;

export type FaultPlace =
  | { readonly act: 'plan'; readonly schoolId: SchoolId }
  | { readonly act: 'claim' | 'compose' | 'send' | 'settle' | 'release'; readonly receiver: PersonId }
  | { readonly act: 'claim' | 'compose' | 'send' | 'settle' | 'release'; readonly post: PostId }
  | { readonly act: 'tick' | 'retention' };

export type TickOptions = Pick<DeliveryOptions, 'store' | 'platform' | 'newKey'> & {
  /** Told of every fault; must not write people's words anywhere. */
  readonly onFault: (where: FaultPlace, fault: unknown) => void;
  /** Told once a day how many records were too old and went. */
  readonly onRetention?: (counts: RetentionCounts) => void;
  /** All of them when left out. */
  readonly nudges?: DeliveryOptions['nudges'];
};

/** How many nudges were added to the outbox, and how many digests and messages of their own went out. */
export type TickReport = { readonly planned: number; readonly posts: number; readonly digests: number };

export type Tick = {
  /** Plans and sends as of `now`. A second tick waits for the first. Never throws. */
  tick(now: Date): Promise<TickReport>;
  /**
   * The same without digests: what somebody just did reaches others at once, also while a tick is sending digests, and no digest comes earlier
   * than the clock says.
   */
  tickPosts(now: Date): Promise<TickReport>;
  /** Finishes what is being sent, gives back what is not, and does nothing any more. */
  stop(): Promise<void>;
};

export function createTick(options: TickOptions): Tick {
  const { store, platform, newKey, onFault, onRetention, nudges = NUDGES } = options;
  let isStopping = false;
  let last: Promise<unknown> = Promise.resolve();
  let isPostAsked = false;
  const means = { store, platform, nudges, newKey, isStopping: () => isStopping };
  const deliver = createDeliver({
    ...means,
    onFault: (act, receiver, fault) => onFault({ act, receiver }, fault),
  });
  const deliverPost = createDeliverPost({ ...means, onFault: (act, post, fault) => onFault({ act, post }, fault) });

  const inTurn = (act: () => Promise<TickReport>): Promise<TickReport> => {
    const report = last.then(act);
    last = report;
    return report;
  };

  return {
    tick: (now) => inTurn(() => run(now, true)),
    tickPosts: (now) => {
      isPostAsked = true;
      return inTurn(() => run(now, false));
    },
    stop: async () => {
      isStopping = true;
      await last;
    },
  };

  async function run(now: Date, withDigests: boolean): Promise<TickReport> {
    const startedAt = performance.now();
    const elapsed = () => performance.now() - startedAt;
    const report = { planned: 0, posts: 0, digests: 0 };
    if (isStopping) return report;
    try {
      await plan(localDateOf(now), report);
      await sendPosts(now, elapsed, report);
      if (!withDigests) return report;
      await send(now, elapsed, report);
      if (isStopping) return report;
      // After what somebody waits for.
      await removeOld(localDateOf(now));
      await store.outbox.ticked(now);
    } catch (fault) {
      onFault({ act: 'tick' }, fault);
    }
    return report;
  }

  async function removeOld(today: LocalDate): Promise<void> {
    try {
      const counts = await store.retention.carryOut(today);
      if (counts !== null) onRetention?.(counts);
    } catch (fault) {
      onFault({ act: 'retention' }, fault);
    }
  }

  async function plan(day: LocalDate, report: { planned: number }): Promise<void> {
    for (const schoolId of await store.outbox.schoolsToPlan(day)) {
      if (isStopping) return;
      try {
        const state = await store.outbox.schoolState(schoolId);
        if (!state) continue;
        const { references, points, posts } = planSchool(state, day, nudges);
        report.planned += (await store.outbox.plan(schoolId, state.version, day, references, points, posts)).added;
      } catch (fault) {
        onFault({ act: 'plan', schoolId }, fault);
      }
      // Planning many schools must not keep somebody who types waiting.
      await breathe();
    }
  }

  async function sendPosts(now: Date, elapsed: () => number, report: { posts: number }): Promise<void> {
    const tried = new Set<PostId>();
    isPostAsked = false;
    for (;;) {
      // Those that were tried may still be due, and must not keep those behind them waiting.
      const due = await store.posts.due(addMilliseconds(now, elapsed()), BATCH + tried.size);
      const fresh = due.filter((post) => !tried.has(post));
      if (fresh.length === 0) return;
      for (const post of fresh) {
        if (isStopping || elapsed() > LONGEST_MILLISECONDS) return;
        tried.add(post);
        try {
          if (await deliverPost(post, addMilliseconds(now, elapsed()))) report.posts++;
        } catch (fault) {
          onFault({ act: 'claim', post }, fault);
        }
      }
    }
  }

  async function send(now: Date, elapsed: () => number, report: { posts: number; digests: number }): Promise<void> {
    const tried = new Set<PersonId>();
    // Tried without a digest: they may still be due, and must not keep those behind them waiting.
    let left = 0;
    for (;;) {
      const at = addMilliseconds(now, elapsed());
      const due = isOpenAt(at)
        ? await store.outbox.receiversDue(localDateOf(at), localTimeOf(at), at, BATCH + left)
        : [];
      const fresh = due.filter((receiver) => !tried.has(receiver));
      if (fresh.length === 0) return;
      for (const receiver of fresh) {
        const at = addMilliseconds(now, elapsed());
        if (isStopping || elapsed() > LONGEST_MILLISECONDS || !isOpenAt(at)) return;
        tried.add(receiver);
        left++;
        // What somebody just did does not wait until everybody has a digest.
        if (isPostAsked) await sendPosts(now, elapsed, report);
        try {
          // Each claim gets a lease from this moment, however long the ones before took.
          if (!(await deliver(receiver, at))) continue;
          report.digests++;
          left--;
        } catch (fault) {
          onFault({ act: 'claim', receiver }, fault);
        }
      }
    }
  }
}
