/** What reaches the bot: somebody said something, or pressed or filled in something. */
import type { Intent } from './reply.ts';

/** Whoever has the machine may speak as anybody (command line and trial page); on a platform the account tells who it is. */
export type Sender =
  | { readonly kind: 'machine'; readonly email: string }
  | {
      readonly kind: 'account';
      readonly platform: 'slack' | 'teams';
      /** Slack workspace or Teams tenant. */
      readonly tenant: string;
      readonly account: string;
      /** E-mail and UPN, as the platform vouches for them; asked for when the account is not linked yet. */
      readonly addresses: readonly string[];
    };

export type Request = {
  readonly sender: Sender;
  readonly said:
    | { readonly kind: 'text'; readonly text: string }
    | { readonly kind: 'intent'; readonly intent: Intent };
  /** Unique per control or message: a repeat does nothing and shows what is stored. */
  readonly once: string | null;
  readonly place:
    | { readonly kind: 'personal' }
    /** `name`: what people call it, without a `#`; left out when the platform did not say. */
    | { readonly kind: 'channel'; readonly channel: string; readonly name?: string };
};
