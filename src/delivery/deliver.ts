/** Sends one person the digest of today: claim, compose, send, settle. What fails is tried again later, and never stops anybody else. */
import { addMinutes } from 'date-fns/addMinutes';
import { withKeys } from '../bot/once.ts';
import type { Notice } from '../bot/reply.ts';
import type { LocalDate } from '../calendar/local-date.ts';
import { localDateOf } from '../calendar/zone.ts';
import type { PersonId } from '../people/person.ts';
import { type Platform, PlatformError } from '../platform.ts';
import type { Store } from '../store.ts';
import { type PreparedDigest, prepareDigest } from './digest.ts';
import type { Nudge } from './nudge.ts';
import type { Claim, Outcome } from './outbox.store.ts';
import { afterPlatformError, retryAfterFault, type Trouble } from './trouble.ts';

export const LEASE_MINUTES = 2;
/** Rows that cannot be composed are tried again before anything is sent. */
const FAULT_RETRY_MINUTES = 10;

export type DeliveryOptions = {
  readonly store: Store;
  readonly platform: Platform;
  readonly nudges: readonly Nudge[];
  /** A new unguessable key for a control. */
  readonly newKey: () => string;
  /** Told of every fault; must not write people's words anywhere. */
  readonly onFault: (act: 'compose' | 'send' | 'settle' | 'release', receiver: PersonId, fault: unknown) => void;
  /** True when the program is going down: what was not handed to the platform yet is given back. */
  readonly isStopping: () => boolean;
};

/** Of one digest. */
type DayTrouble = Trouble & { readonly day: LocalDate };

/** Sends the receiver the digest of the day of `now`; true when it went out, or may have. Throws only when claiming fails. */
export type Deliver = (receiver: PersonId, now: Date) => Promise<boolean>;

export function createDeliver(options: DeliveryOptions): Deliver {
  const { store, platform, nudges, newKey, onFault, isStopping } = options;
  const troubles = new Map<PersonId, DayTrouble>();

  return async (receiver, now) => {
    const day = localDateOf(now);
    const claim = await store.outbox.claim(receiver, day, now, addMinutes(now, LEASE_MINUTES));
    if (!claim) return false;
    const outcome = await attempt(claim, now, troubleOf(receiver, day));
    if (outcome instanceof Date) {
      await settled('release', receiver, () => store.outbox.release(claim, outcome));
      return false;
    }
    troubles.delete(receiver);
    // When this fails the claim stays until its lease ends: giving it back now could send the same digest twice at once.
    await settled('settle', receiver, () => store.outbox.settle(claim, outcome, now));
    return outcome.digest;
  };

  /** What became of it, or when to try again. */
  async function attempt(claim: Claim, now: Date, trouble: Trouble): Promise<Outcome | Date> {
    let prepared: PreparedDigest;
    try {
      prepared = await prepareDigest(store, claim.receiver, now, nudges);
    } catch (fault) {
      onFault('compose', claim.receiver, fault);
      return addMinutes(now, FAULT_RETRY_MINUTES);
    }
    for (const { fault } of prepared.faults) onFault('compose', claim.receiver, fault);
    const again = prepared.faults.length > 0 ? retryAfterFault(now, trouble) : null;
    if (again) return again;
    if (prepared.notice === null) return outcomeOf(prepared, {});
    if (isStopping()) return now;
    return send(claim, prepared, prepared.notice, now, trouble);
  }

  async function send(
    { receiver }: Claim,
    prepared: PreparedDigest,
    notice: Notice,
    now: Date,
    trouble: Trouble,
  ): Promise<Outcome | Date> {
    const ids = prepared.included.map(({ id }) => id);
    const failed = (reason: string) => outcomeOf(prepared, { failed: ids.map((id) => ({ id, reason })) });
    try {
      const { reference } = await platform.send({ kind: 'person', personId: receiver }, withKeys(notice, newKey), now);
      return outcomeOf(prepared, { sent: ids, digest: true, reference });
    } catch (error) {
      if (!(error instanceof PlatformError)) {
        onFault('send', receiver, error);
        return retryAfterFault(now, trouble) ?? failed('fault');
      }
      const next = afterPlatformError(error, now, trouble);
      if (next instanceof Date) return next;
      return next === 'unsure' ? outcomeOf(prepared, { sent: ids, digest: true }) : failed(next.reason);
    }
  }

  function troubleOf(receiver: PersonId, day: LocalDate): DayTrouble {
    const known = troubles.get(receiver);
    const trouble = known?.day === day ? known : { day, ambiguous: 0, faults: 0 };
    troubles.set(receiver, trouble);
    return trouble;
  }

  async function settled(act: 'settle' | 'release', receiver: PersonId, store: () => Promise<unknown>): Promise<void> {
    try {
      await store();
    } catch (fault) {
      onFault(act, receiver, fault);
    }
  }
}

/** Rows that could not be composed, even after retries, have failed. */
function outcomeOf(prepared: PreparedDigest, change: Partial<Outcome>): Outcome {
  return {
    sent: [],
    lapsed: prepared.lapsed,
    moved: prepared.moved,
    digest: false,
    reference: null,
    ...change,
    failed: [...(change.failed ?? []), ...prepared.faults.map(({ row }) => ({ id: row.id, reason: 'fault' }))],
  };
}
