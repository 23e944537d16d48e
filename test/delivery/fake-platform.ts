/** A platform that remembers what it was given, and fails when told to. */
import { plain } from '../../src/bot/plain.ts';
import type { Notice } from '../../src/bot/reply.ts';
import { isoInZone } from '../../src/calendar/zone.ts';
import type { PersonId } from '../../src/people/person.ts';
import type { Destination, Platform } from '../../src/platform.ts';

export type SentDigest = { readonly to: PersonId; readonly at: string; readonly notice: Notice; readonly text: string };
/** What a channel got. */
export type SentToChannel = Omit<SentDigest, 'to'> & { readonly channel: string };
export type Edit = Omit<SentDigest, 'to'> & { readonly reference: string };

export class FakePlatform implements Platform {
  readonly name = 'trial';
  /** Everything that was handed over for a person, also when the answer was an error. */
  readonly attempts: SentDigest[] = [];
  /** What arrived. */
  readonly sent: SentDigest[] = [];
  readonly channelAttempts: SentToChannel[] = [];
  readonly channelSent: SentToChannel[] = [];
  /** Everything that was to take the place of a message, also when the answer was an error. */
  readonly edits: Edit[] = [];
  readonly #failures = new Map<PersonId | string, { readonly error: Error; readonly arrives: boolean }[]>();
  #gate: { reach(): void; readonly opened: Promise<void> } | null = null;

  /**
   * The next sendings to this person or channel, or edits of the message with this reference, fail with these errors, one each. `arrives`: it was
   * got all the same.
   */
  fail(to: PersonId | string, errors: readonly Error[], arrives = false): void {
    this.#failures.set(
      to,
      errors.map((error) => ({ error, arrives })),
    );
  }

  /** Holds every sending until it is opened; `reached` tells when the first one waits. */
  close(): { readonly reached: Promise<void>; open(): void } {
    let reach = () => {};
    let open = () => {};
    const reached = new Promise<void>((resolve) => {
      reach = resolve;
    });
    const opened = new Promise<void>((resolve) => {
      open = resolve;
    });
    this.#gate = { reach, opened };
    return { reached, open };
  }

  async send(to: Destination, notice: Notice, now: Date) {
    const words = { at: isoInZone(now).slice(0, 16), notice, text: plain(notice) };
    this.#gate?.reach();
    await this.#gate?.opened;
    if (to.kind === 'person') this.#take(to.personId, { to: to.personId, ...words }, this.attempts, this.sent);
    else this.#take(to.channel, { channel: to.channel, ...words }, this.channelAttempts, this.channelSent);
    return { reference: `message ${this.attempts.length + this.channelAttempts.length}` };
  }

  async edit(_to: Destination, reference: string, notice: Notice, now: Date) {
    this.#take(reference, { reference, at: isoInZone(now).slice(0, 16), notice, text: plain(notice) }, this.edits, []);
  }

  #take<Message>(to: PersonId | string, message: Message, attempts: Message[], arrived: Message[]): void {
    attempts.push(message);
    const failure = this.#failures.get(to)?.shift();
    if (!failure || failure.arrives) arrived.push(message);
    if (failure) throw failure.error;
  }
}
