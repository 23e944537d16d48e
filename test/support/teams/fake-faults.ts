/** What a test told the fake to do wrong. */
import type { Failure, FakeCallName, Json } from './fake-types.ts';

export type Fault = { readonly how: Failure['how']; readonly after: boolean };

export class FakeFaults {
  readonly #planned: { readonly call: FakeCallName | '*'; readonly failure: Failure; left: number }[] = [];

  plan(call: FakeCallName | '*', failure: Failure): void {
    this.#planned.push({ call, failure, left: failure.times ?? 1 });
  }

  mend(): void {
    this.#planned.length = 0;
  }

  /** The fault of this call, if any; it is used up by it. */
  next(call: FakeCallName, path: string, sent: Json): Fault | null {
    const found = this.#planned.find(
      (plan) =>
        plan.left > 0 && (plan.call === call || plan.call === '*') && (plan.failure.only?.({ path, sent }) ?? true),
    );
    if (found === undefined) return null;
    found.left -= 1;
    return { how: found.failure.how, after: found.failure.when === 'after' };
  }
}
