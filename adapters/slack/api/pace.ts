/** Keeps calls below Slack's limits before they are hit, and obeys a 429: that method waits, the others go on. */
import type { Clock } from '../../../src/clock.ts';

/** Calls a minute of one method in one workspace, below what Slack allows ("several hundred" messages; tier 2 to 4 for the rest). */
const MESSAGES_A_MINUTE = 150;
const PEOPLE_A_MINUTE = 45;
const OTHERS_A_MINUTE = 40;
/** Between two messages in one channel Slack wants a second; on the way they may get closer to each other. */
const CHANNEL_MILLISECONDS = 1_100;
/** Somebody who waits for an answer waits this long for Slack's limits, and then hears that it did not work. */
const ANSWER_PATIENCE = 3_000;

export type Pace = {
  /** Waits until a call of this method may go out. Gives instead how many seconds it is held back, when that is too long to wait for. */
  turn(method: string, channel: string | null, isBulk: boolean): Promise<number | null>;
  /** After a 429: nothing of this method for so many seconds. */
  hold(method: string, seconds: number): void;
};

export function createPace({ clock, wait }: { clock: Clock; wait: (milliseconds: number) => Promise<void> }): Pace {
  /** When the next call may go out, in milliseconds, by method and by channel. */
  const methods = new Map<string, number>();
  const channels = new Map<string, number>();
  const held = new Map<string, number>();
  let latest = 0;

  /** A clock that is put back would hold everything up for as long. */
  function present(): number {
    const now = clock.now().getTime();
    if (now < latest) for (const times of [methods, channels, held]) times.clear();
    latest = now;
    return now;
  }

  return {
    hold: (method, seconds) => {
      held.set(method, Math.max(held.get(method) ?? 0, present() + seconds * 1_000));
    },

    turn: async (method, channel, isBulk) => {
      const now = present();
      const heldFor = (held.get(method) ?? 0) - now;
      if (heldFor > (isBulk ? 0 : ANSWER_PATIENCE)) return Math.ceil(heldFor / 1_000);
      const ofMethod = Math.max(now, methods.get(method) ?? 0);
      const ofChannel = Math.max(now, channel === null ? 0 : (channels.get(channel) ?? 0));
      // An answer waits for nothing but its channel; it takes its share, so that bulk sending makes room.
      const at = Math.max(isBulk ? ofMethod : now, ofChannel, now + Math.max(heldFor, 0));
      methods.set(method, Math.max(ofMethod, isBulk ? at : 0) + Math.ceil(60_000 / perMinute(method)));
      if (channel !== null) {
        forgetPast(channels, now);
        channels.delete(channel);
        channels.set(channel, at + CHANNEL_MILLISECONDS);
      }
      if (at > now) await wait(at - now);
      return null;
    },
  };
}

function perMinute(method: string): number {
  if (method === 'chat.postMessage') return MESSAGES_A_MINUTE;
  return method.startsWith('users.') ? PEOPLE_A_MINUTE : OTHERS_A_MINUTE;
}

function forgetPast(channels: Map<string, number>, now: number): void {
  // The oldest come first.
  for (const [channel, free] of channels) {
    if (free > now) return;
    channels.delete(channel);
  }
}
