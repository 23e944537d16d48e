/** The platform port: how a message that nobody asked for reaches a person or a channel. */
import type { Notice } from './bot/reply.ts';
import type { PersonId, SchoolId } from './people/person.ts';

export type Destination =
  | { readonly kind: 'person'; readonly personId: PersonId }
  | { readonly kind: 'channel'; readonly schoolId: SchoolId; readonly channel: string };

/** `reference` lets the platform edit the message later. */
export type Sent = { readonly reference: string };

/** retryable: nothing was sent, try again (not before `retryAfter` seconds). permanent: never try again. ambiguous: it may have been sent. */
export class PlatformError extends Error {
  readonly outcome: 'retryable' | 'permanent' | 'ambiguous';
  readonly retryAfter: number | null;

  constructor(outcome: PlatformError['outcome'], reason: string, retryAfter: number | null = null) {
    super(reason);
    this.name = 'PlatformError';
    this.outcome = outcome;
    this.retryAfter = retryAfter;
  }
}

/** Somebody who cannot be written to there (yet): nothing was sent, and another platform may reach them. */
export class Unreachable extends PlatformError {
  /** Tried again after so many seconds; null: that ends it. */
  constructor(reason: string, retryAfter: number | null) {
    super(retryAfter === null ? 'permanent' : 'retryable', reason, retryAfter);
  }
}

export interface Platform {
  readonly name: 'slack' | 'teams' | 'trial';
  /** Sends once. `now` is for platforms that show when it was sent. Throws a PlatformError. */
  send(to: Destination, notice: Notice, now: Date): Promise<Sent>;
  /** Puts `notice` in the place of what was sent with this reference. Throws a PlatformError. */
  edit(to: Destination, reference: string, notice: Notice, now: Date): Promise<void>;
}
