/** How often the fake lets something be called, on the clock it was given. */
import type { FakeCallName } from './fake-types.ts';

type Limit = { readonly most: number; readonly span: number };

const SECOND = 1_000;

const limitsOf = (...limits: readonly (readonly [most: number, seconds: number])[]): readonly Limit[] =>
  limits.map(([most, seconds]) => ({ most, span: seconds * SECOND }));

/** Per bot and conversation; learn.microsoft.com/microsoftteams/platform/bots/how-to/rate-limit. It does not say where edits count: here with what is sent. */
const WRITING = limitsOf([7, 1], [8, 2], [60, 30], [1_800, 3_600]);
const READING = limitsOf([14, 1], [16, 2], [120, 30], [3_600, 3_600]);

const PER_CONVERSATION: Partial<Record<FakeCallName, { readonly bucket: string; readonly limits: readonly Limit[] }>> =
  {
    send: { bucket: 'send', limits: WRITING },
    edit: { bucket: 'send', limits: WRITING },
    remove: { bucket: 'send', limits: WRITING },
    create: { bucket: 'create', limits: WRITING },
    member: { bucket: 'members', limits: READING },
    members: { bucket: 'members', limits: READING },
    channels: { bucket: 'conversations', limits: READING },
    team: { bucket: 'conversations', limits: READING },
  };

/** Per app and tenant. The page said 30 a second for years, and says 50 now: the lower one. */
const PER_TENANT: readonly Limit[] = limitsOf([30, 1]);

export class FakeLimits {
  readonly #asked = new Map<FakeCallName, Limit[]>();
  readonly #calls = new Map<string, number[]>();
  #teamsOwn = false;
  limited = 0;

  limit(call: FakeCallName, most: number, span: number): void {
    this.#asked.set(call, [...(this.#asked.get(call) ?? []), { most, span }]);
  }

  enforceTeamsOwn(): void {
    this.#teamsOwn = true;
  }

  /** Null: it may be called, and is counted. Else in how many seconds. `conversation`: without the thread. */
  retryAfter(call: FakeCallName, conversation: string, now: Date): number | null {
    const checks: (readonly [bucket: string, limits: readonly Limit[]])[] = [];
    const asked = this.#asked.get(call);
    if (asked !== undefined) checks.push([`call ${call}`, asked]);
    const own = PER_CONVERSATION[call];
    if (this.#teamsOwn && own !== undefined) {
      checks.push([`${own.bucket} ${conversation}`, own.limits]);
      checks.push(['tenant', PER_TENANT]);
    }
    const longest = Math.max(0, ...checks.map(([bucket, limits]) => this.#wait(bucket, limits, now.getTime())));
    if (longest > 0) {
      this.limited += 1;
      return Math.max(1, Math.ceil(longest / SECOND));
    }
    for (const [bucket] of checks) this.#calls.get(bucket)!.push(now.getTime());
    return null;
  }

  /** Milliseconds until one more fits. */
  #wait(bucket: string, limits: readonly Limit[], now: number): number {
    const longestSpan = Math.max(...limits.map(({ span }) => span));
    const recent = (this.#calls.get(bucket) ?? []).filter((at) => at > now - longestSpan);
    this.#calls.set(bucket, recent);
    return Math.max(
      ...limits.map(({ most, span }) => {
        const within = recent.filter((at) => at > now - span);
        return within.length < most ? 0 : within[within.length - most]! + span - now;
      }),
    );
  }
}
