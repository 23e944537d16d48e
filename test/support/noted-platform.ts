/** A platform that remembers every message with its number, to find the one of each kind afterwards. */
import type { Database } from '../../db/database.ts';
import type { Notice } from '../../src/bot/reply.ts';
import { localDateOf } from '../../src/calendar/zone.ts';
import type { Destination, Platform } from '../../src/platform.ts';

type Noted = { readonly to: Destination; readonly notice: Notice; readonly day: string };

export class NotedPlatform implements Platform {
  readonly name = 'trial';
  readonly notices: Noted[] = [];

  async send(to: Destination, notice: Notice, now: Date) {
    this.notices.push({ to, notice, day: localDateOf(now) });
    return { reference: String(this.notices.length - 1) };
  }

  async edit(to: Destination, _reference: string, notice: Notice, now: Date) {
    this.notices.push({ to, notice, day: localDateOf(now) });
  }

  /** The message of its own, or the digest it stood in. Throws when it was never sent. */
  lastOf(kind: string, { sqlite }: Database): Notice {
    const reference = sqlite
      .prepare("select reference from post where kind = ? and state = 'sent' order by due_at desc, id desc")
      .pluck()
      .get(kind);
    const own = reference === undefined ? undefined : this.notices[Number(reference)];
    if (own) return own.notice;
    const row = sqlite
      .prepare(
        "select receiver_id as receiver, sent_day as day from outbox where kind = ? and state = 'sent' order by sent_day desc, id desc",
      )
      .get(kind) as { receiver: number; day: string } | undefined;
    const digest = this.notices.find(
      ({ to, day }) => to.kind === 'person' && to.personId === row?.receiver && day === row.day,
    );
    if (!digest) throw new Error(`never sent: ${kind}`);
    return digest.notice;
  }
}
