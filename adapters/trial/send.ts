/** How a digest reaches somebody in the trial school: as a message in their chat that came by itself. */
import { type Platform, PlatformError } from '../../src/platform.ts';
import type { TrialMailbox } from './options.ts';

/** The trial school as a platform. `mailbox` is asked at each sending, so that a reset may put another one in its place. */
export function trialPlatform(mailbox: () => TrialMailbox): Platform {
  return {
    name: 'trial',
    send: async (to, notice, now) => {
      if (to.kind === 'channel') throw new PlatformError('permanent', 'the trial school has no channels');
      const id = await mailbox().append(to.personId, {
        at: now,
        author: 'bot',
        content: JSON.stringify(notice),
        nudge: true,
      });
      return { reference: String(id) };
    },
  };
}
