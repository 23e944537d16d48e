/** Sends or edits one message of its own: claim, compose, send, settle. What fails is tried again later, and never stops anything else. */
import { createHash } from 'node:crypto';
import { addMinutes } from 'date-fns/addMinutes';
import { withKeys } from '../bot/once.ts';
import type { Notice } from '../bot/reply.ts';
import { say as voice } from '../bot/text.ts';
import { localDateOf, localTimeOf } from '../calendar/zone.ts';
import type { Actor } from '../people/person.ts';
import { PlatformError } from '../platform.ts';
import { type DeliveryOptions, LEASE_MINUTES } from './deliver.ts';
import { receptionOf } from './may-receive.ts';
import type { PostClaim, PostId, PostOutcome } from './posts.store.ts';
import { readSubject } from './subject.ts';
import { afterPlatformError, retryAfterFault, type Trouble } from './trouble.ts';

export type PostDeliveryOptions = Omit<DeliveryOptions, 'onFault'> & {
  /** Told of every fault; must not write people's words anywhere. */
  readonly onFault: (act: 'compose' | 'send' | 'settle' | 'release', post: PostId, fault: unknown) => void;
};

/** Sends or edits the post as of `now`; true when something was sent, or may have been. Throws only when claiming fails. */
export type DeliverPost = (id: PostId, now: Date) => Promise<boolean>;

export function createDeliverPost(options: PostDeliveryOptions): DeliverPost {
  const { store, platform, nudges, newKey, onFault, isStopping } = options;
  const troubles = new Map<PostId, Trouble>();

  return async (id, now) => {
    const claim = await store.posts.claim(id, now, addMinutes(now, LEASE_MINUTES));
    if (!claim) return false;
    const trouble = troubles.get(id) ?? { ambiguous: 0, faults: 0 };
    troubles.set(id, trouble);
    const attempted = await attempt(claim, now, trouble);
    const outcome = attempted instanceof Date ? attempted : await withInstead(claim, attempted, now);
    if (outcome instanceof Date) {
      await stored('release', id, () => store.posts.release(claim, outcome));
      return false;
    }
    troubles.delete(id);
    // When this fails the claim stays until its lease ends: giving it back now could send the same message twice at once.
    await stored('settle', id, () => store.posts.settle(claim, outcome, now));
    return outcome.kind === 'sent';
  };

  /** What became of it, or when to try again. */
  async function attempt(claim: PostClaim, now: Date, trouble: Trouble): Promise<PostOutcome | Date> {
    let notice: Notice | Exclude<PostOutcome, { kind: 'sent' }>;
    try {
      notice = isOver(claim, now) ? { kind: 'lapsed' } : await composed(claim, now);
    } catch (fault) {
      onFault('compose', claim.id, fault);
      return retryAfterFault(now, trouble) ?? { kind: 'failed', reason: 'fault' };
    }
    if (notice.kind !== 'notice') return notice;
    if (isStopping()) return now;
    return handOver(claim, notice, now, trouble);
  }

  /** What it says now, or that it is not needed (any more). */
  async function composed(
    { post, reference }: PostClaim,
    now: Date,
  ): Promise<Notice | Exclude<PostOutcome, { kind: 'sent' }>> {
    const today = localDateOf(now);
    let receiver: Actor | null = null;
    if (post.to.kind === 'person') {
      receiver = await store.people.actorById(post.to.personId, today);
      if (!receiver) return { kind: 'lapsed' };
      // An edit disturbs nobody.
      const lapsed = reference === null ? await receptionOf(store, receiver, post, now) : null;
      if (lapsed) return lapsed;
    }
    if (!(await isStillTheirs(post))) return { kind: 'lapsed' };
    const nudge = nudges.find(({ kind }) => kind === post.kind);
    // A channel has no language of its own.
    const say = voice(receiver?.language ?? 'nl');
    const notice = await nudge?.composePost?.(post, { store, say, now, today, receiver });
    return notice ?? { kind: 'lapsed' };
  }

  /** A channel that was untied from the team since may be full of other people: nothing of the team goes there any more. */
  async function isStillTheirs({ to, subject }: PostClaim['post']): Promise<boolean> {
    const about = readSubject(subject);
    const team = to.kind === 'channel' && about?.kind === 'meeting' ? await store.agenda.team(about.teamId) : null;
    return team === null || to.kind !== 'channel' || team.channel === to.channel;
  }

  async function handOver(
    { id, post, reference, print: standing }: PostClaim,
    notice: Notice,
    now: Date,
    trouble: Trouble,
  ): Promise<PostOutcome | Date> {
    const print = printOf(notice);
    // An edit without another word is marked all the same, for everybody there. With one person, a button may say that it was pressed.
    if (reference !== null && post.to.kind === 'channel' && print === standing) return { kind: 'edited', print };
    const withControls = withKeys(notice, newKey);
    try {
      if (reference === null) return { kind: 'sent', ...(await platform.send(post.to, withControls, now)), print };
      await platform.edit(post.to, reference, withControls, now);
      return { kind: 'edited', print };
    } catch (error) {
      if (!(error instanceof PlatformError)) {
        onFault('send', id, error);
        return retryAfterFault(now, trouble) ?? { kind: 'failed', reason: 'fault' };
      }
      const next = afterPlatformError(error, now, trouble);
      if (next instanceof Date) return next;
      if (next !== 'unsure') return { kind: 'failed', ...next };
      return reference === null ? { kind: 'sent', reference: null } : { kind: 'edited' };
    }
  }

  /** Whoever would have read in a channel what never stood there gets it in a digest; without it when that cannot be said either. */
  async function withInstead(
    { id, post, reference }: PostClaim,
    outcome: PostOutcome,
    now: Date,
  ): Promise<PostOutcome> {
    if (outcome.kind !== 'failed' || reference !== null || post.to.kind !== 'channel') return outcome;
    const nudge = nudges.find(({ kind }) => kind === post.kind);
    try {
      const instead = await nudge?.insteadOf?.(post, { store, now, today: localDateOf(now) });
      return instead ? { ...outcome, instead } : outcome;
    } catch (fault) {
      onFault('compose', id, fault);
      return outcome;
    }
  }

  async function stored(act: 'settle' | 'release', id: PostId, write: () => Promise<unknown>): Promise<void> {
    try {
      await write();
    } catch (fault) {
      onFault(act, id, fault);
    }
  }
}

/** Of the words, and of what its buttons mean: not of their keys, which are new each time. */
function printOf(notice: Notice): string {
  return createHash('sha256').update(JSON.stringify(notice)).digest('base64url');
}

function isOver({ post: { untilDay, until } }: PostClaim, now: Date): boolean {
  const today = localDateOf(now);
  return untilDay < today || (untilDay === today && until <= localTimeOf(now));
}
