/** Keeps calls below Teams' limits before they are hit, and obeys a 429: that conversation waits, and sending in bulk with it. */
import type { Clock } from '../../../src/clock.ts';

/** So many calls in so many milliseconds. Teams counts when they arrive, so the times are a little longer than its own. */
type Limit = readonly [calls: number, milliseconds: number];

/** Of one conversation: 7 in a second, 8 in 2, 60 in 30, 1800 in an hour. */
const OF_CONVERSATION: readonly Limit[] = [
  [7, 1_200],
  [8, 2_200],
  [60, 31_000],
  [1_800, 3_605_000],
];
/** Of the app in a tenant: under 25 in a second. */
const OF_ALL: Limit = [24, 1_000];
/** The share of bulk, so that answers never wait for it; two programs that both send stay below the limit too. */
const OF_BULK: Limit = [12, 1_000];
const LONGEST = 3_605_000;
/** What would wait longer than this is told so instead, in milliseconds. */
const PATIENCE = 3_000;
/** How long bulk waits as a whole when one conversation is refused for longer, in milliseconds. */
const BULK_HOLD = 60_000;

export type Pace = {
  /** Waits until a call for this conversation may go out. Gives instead how many seconds it is held back, when that is too long to wait for. */
  turn(conversation: string, isBulk: boolean): Promise<number | null>;
  /** After a 429: nothing for this conversation for so many seconds. */
  hold(conversation: string, seconds: number): void;
};

export function createPace({ clock, wait }: { clock: Clock; wait: (milliseconds: number) => Promise<void> }): Pace {
  /** When calls went out, in milliseconds, oldest first; of conversations those come first that were quiet longest. */
  let all: number[] = [];
  const conversations = new Map<string, number[]>();
  const held = new Map<string, number>();
  let bulkHeld = 0;
  let latest = 0;

  /** A clock that is put back would hold everything up for as long. */
  function present(): number {
    const now = clock.now().getTime();
    if (now < latest) {
      all = [];
      conversations.clear();
      held.clear();
      bulkHeld = 0;
    }
    latest = now;
    return now;
  }

  return {
    hold: (conversation, seconds) => {
      const now = present();
      for (const [each, until] of held) if (until <= now) held.delete(each);
      held.set(conversation, Math.max(held.get(conversation) ?? 0, now + seconds * 1_000));
      bulkHeld = Math.max(bulkHeld, now + Math.min(seconds * 1_000, BULK_HOLD));
    },

    turn: async (conversation, isBulk) => {
      for (;;) {
        const now = present();
        const heldUntil = Math.max(held.get(conversation) ?? 0, isBulk ? bulkHeld : 0);
        const times = conversations.get(conversation) ?? [];
        const free = Math.max(heldUntil, ...OF_CONVERSATION.map((limit) => roomAt(times, limit)));
        if (free - now > (isBulk && heldUntil > now ? 0 : PATIENCE)) return Math.ceil((free - now) / 1_000);
        const at = Math.max(free, roomAt(all, isBulk ? OF_BULK : OF_ALL));
        if (at <= now) {
          note(conversation, times, now);
          return null;
        }
        await wait(at - now);
      }
    },
  };

  function note(conversation: string, times: readonly number[], now: number): void {
    all = [...since(all, now - OF_ALL[1]), now];
    conversations.delete(conversation);
    conversations.set(conversation, [...since(times, now - LONGEST), now]);
    for (const [each, known] of conversations) {
      if (known.at(-1)! > now - LONGEST) return;
      conversations.delete(each);
    }
  }
}

/** When there is room for one more, in milliseconds; in the past when there is room now. */
function roomAt(times: readonly number[], [calls, milliseconds]: Limit): number {
  const last = times.at(-calls);
  return last === undefined ? 0 : last + milliseconds;
}

function since(times: readonly number[], from: number): readonly number[] {
  const first = times.findIndex((time) => time > from);
  return first === -1 ? [] : times.slice(first);
}
