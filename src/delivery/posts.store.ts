/** The store port for messages of their own, beside the digest. Every method is one atomic act. */
import type { PostDraft, Tell } from './announcement.ts';

export type PostId = number & { readonly __post: true };

/** The right to send or edit one post until the lease ends. */
export type PostClaim = {
  readonly id: PostId;
  readonly token: string;
  readonly post: PostDraft;
  /** The platform's reference when it was sent and is to be edited; null when it is to be sent. */
  readonly reference: string | null;
  /** Of what surely stands there (see `PostOutcome`); null when that is not known. */
  readonly print: string | null;
};

export type PostOutcome =
  /** Sent, or it may have been (then without a reference). */
  | { readonly kind: 'sent'; readonly reference: string | null; readonly print?: string | null }
  /** `print`: the same for the same words, as nothing of the words is stored; left out or null when they may not stand there. */
  | { readonly kind: 'edited'; readonly print?: string | null }
  /** No longer needed, or its time is over. `instead`: it becomes a point of a digest. */
  | { readonly kind: 'lapsed'; readonly instead?: Tell }
  /**
   * The platform refuses for good; `reason` without content. What was sent before stays, and is not edited any more. `instead`: points of
   * digests, when it never stood there.
   */
  | { readonly kind: 'failed'; readonly reason: string; readonly instead?: readonly Tell[] };

/** What became of a post so far; `reason` says why it failed or lapsed, or why what was sent could not be edited. */
export type PostState = { readonly state: 'planned' | 'sent' | 'lapsed' | 'failed'; readonly reason: string };

export interface PostsStore {
  /** Posts that are to be sent or edited now and that nobody has claimed, longest waiting first. Those whose time is over too, so that they lapse. */
  due(now: Date, limit: number): Promise<readonly PostId[]>;
  /** Null when somebody else has it or there is nothing to do any more. Takes over a claim whose lease is over. */
  claim(id: PostId, now: Date, leaseUntil: Date): Promise<PostClaim | null>;
  /** Stores the outcome and ends the claim. What changed while it was under way is edited again. */
  settle(claim: PostClaim, outcome: PostOutcome, now: Date): Promise<void>;
  /** Null when there is no post with this key. */
  state(key: string): Promise<PostState | null>;
  /** Gives the claim back; it is not due again before `retryAt`. */
  release(claim: PostClaim, retryAt: Date): Promise<void>;
}
