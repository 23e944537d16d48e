/** How often the fake lets a method be called, on the clock it was given. */

const MINUTE = 60_000;
const SECOND = 1_000;

/** A minute, per method and workspace: docs.slack.dev/apis/web-api/rate-limits and each method's page. */
const SLACKS_OWN: Readonly<Record<string, number>> = {
  'apps.connections.open': 10,
  'auth.test': 300,
  'chat.delete': 50,
  'chat.getPermalink': 300,
  'chat.postEphemeral': 100,
  // Slack says «several hundred».
  'chat.postMessage': 200,
  'chat.update': 50,
  'conversations.history': 50,
  'conversations.open': 50,
  'files.completeUploadExternal': 100,
  'files.getUploadURLExternal': 100,
  'users.info': 100,
  'users.list': 20,
  'users.lookupByEmail': 50,
  'views.open': 100,
  'views.publish': 100,
  'views.push': 100,
  'views.update': 100,
};

export class FakeLimits {
  readonly #perMinute = new Map<string, number>();
  readonly #calls = new Map<string, number[]>();
  #perChannel = false;
  limited = 0;

  limit(method: string, perMinute: number): void {
    this.#perMinute.set(method, perMinute);
  }

  enforceSlacksOwn(): void {
    for (const [method, perMinute] of Object.entries(SLACKS_OWN)) this.limit(method, perMinute);
    this.#perChannel = true;
  }

  /** Null: it may be called, and is counted. Else in how many seconds. */
  retryAfter(method: string, channel: string, now: Date): number | null {
    const checks: [key: string, most: number, span: number][] = [];
    const perMinute = this.#perMinute.get(method);
    if (perMinute !== undefined) checks.push([method, perMinute, MINUTE]);
    if (this.#perChannel && method === 'chat.postMessage') checks.push([`${method} ${channel}`, 1, SECOND]);
    const waits = checks.map(([key, most, span]) => this.#wait(key, most, span, now.getTime()));
    const longest = Math.max(0, ...waits);
    if (longest > 0) {
      this.limited += 1;
      return Math.max(1, Math.ceil(longest / SECOND));
    }
    for (const [key] of checks) this.#calls.get(key)!.push(now.getTime());
    return null;
  }

  /** Milliseconds until one more fits. */
  #wait(key: string, most: number, span: number, now: number): number {
    const recent = (this.#calls.get(key) ?? []).filter((at) => at > now - span);
    this.#calls.set(key, recent);
    return recent.length < most ? 0 : recent[recent.length - most]! + span - now;
  }
}
