/** What a test told the fake to do wrong. */
import type { Failure, Json } from './fake-types.ts';

export type Fault = Failure['how'];

export class FakeFaults {
  readonly #planned: { readonly method: string; readonly failure: Failure; left: number }[] = [];

  /** `*` is any method. */
  plan(method: string, failure: Failure): void {
    this.#planned.push({ method, failure, left: failure.times ?? 1 });
  }

  mend(): void {
    this.#planned.length = 0;
  }

  /** The fault of this call, if any; it is used up by it. */
  next(method: string, sent: Json): { readonly how: Fault; readonly after: boolean } | null {
    const found = this.#planned.find(
      (plan) => plan.left > 0 && (plan.method === method || plan.method === '*') && (plan.failure.only?.(sent) ?? true),
    );
    if (found === undefined) return null;
    found.left -= 1;
    return { how: found.failure.how, after: found.failure.when === 'after' };
  }
}

/** For the list of calls. */
export function nameOf(how: Fault): string {
  if (typeof how === 'string') return how;
  if ('error' in how) return how.error;
  return 'status' in how ? String(how.status) : '429';
}
