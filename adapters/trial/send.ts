/** How a message reaches somebody in the trial school, or a channel: in their chat, as one that came by itself. */
import type { Notice } from '../../src/bot/reply.ts';
import { type Destination, type Platform, PlatformError } from '../../src/platform.ts';
import type { TrialMailbox } from './options.ts';

/** The trial school as a platform. `mailbox` is asked at each sending, so that a reset may put another one in its place. */
export function trialPlatform(mailbox: () => TrialMailbox): Platform {
  return {
    name: 'trial',
    send: async (to, notice, now) => {
      const content = JSON.stringify(notice);
      if (to.kind === 'channel') {
        const id = await mailbox().post(to, { at: now, personId: null, content });
        return { reference: `channel:${id}` };
      }
      const id = await mailbox().append(to.personId, { at: now, author: 'bot', content, nudge: true });
      return { reference: `message:${id}` };
    },
    edit: async (to, reference, notice) => {
      if (!(await replaced(mailbox(), to, reference, notice))) throw new PlatformError('permanent', 'no such message');
    },
  };
}

async function replaced(mailbox: TrialMailbox, to: Destination, reference: string, notice: Notice): Promise<boolean> {
  const [kind, id] = reference.split(':');
  const content = JSON.stringify(notice);
  if (to.kind === 'channel') return kind === 'channel' && mailbox.replacePost(to, Number(id), content);
  return kind === 'message' && (await mailbox.replace(to.personId, Number(id), content)) !== null;
}
