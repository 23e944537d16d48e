/** A platform that remembers what it was given, and fails when told to. */
import { plain } from '../../src/bot/plain.ts';
import type { Notice } from '../../src/bot/reply.ts';
import { isoInZone } from '../../src/calendar/zone.ts';
import type { PersonId } from '../../src/people/person.ts';
import type { Platform } from '../../src/platform.ts';

export type SentDigest = { readonly to: PersonId; readonly at: string; readonly notice: Notice; readonly text: string };

export class FakePlatform implements Platform {
  readonly name = 'trial';
  /** Everything that was handed over, also when the answer was an error. */
  readonly attempts: SentDigest[] = [];
  /** What arrived. */
  readonly sent: SentDigest[] = [];
  readonly #failures = new Map<PersonId, { readonly error: Error; readonly arrives: boolean }[]>();
  #gate: { reach(): void; readonly opened: Promise<void> } | null = null;

  /** The next sendings to this person fail with these errors, one each. `arrives`: the person got it all the same. */
  fail(to: PersonId, errors: readonly Error[], arrives = false): void {
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

  async send(to: Parameters<Platform['send']>[0], notice: Notice, now: Date) {
    if (to.kind !== 'person') throw new Error('digests go to people');
    const digest = { to: to.personId, at: isoInZone(now).slice(0, 16), notice, text: plain(notice) };
    this.#gate?.reach();
    await this.#gate?.opened;
    this.attempts.push(digest);
    const failure = this.#failures.get(to.personId)?.shift();
    if (!failure || failure.arrives) this.sent.push(digest);
    if (failure) throw failure.error;
    return { reference: `message ${this.attempts.length}` };
  }
}
