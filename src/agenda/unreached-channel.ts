/** "De agenda staat niet in het kanaal van Bovenbouw": why a shared agenda is not there, and what who leads the team can do about it. */
import { buttonsPart, textPart } from '../bot/notice.ts';
import type { Part } from '../bot/reply.ts';
import { isTextKey, type Say, type TextKey } from '../bot/text.ts';
import type { PostState } from '../delivery/posts.store.ts';
import { type FoundMeeting, meetingArgument } from '../meetings/find-meeting.ts';
import type { Store } from '../store.ts';
import { sharePostKey } from './agenda-post.ts';

type Shared = Pick<FoundMeeting, 'team' | 'meeting'>;

/** Does it stand in the channel of its team, or is it on its way there? */
export function isInChannel(post: PostState | null): boolean {
  // What the platform does not find to edit was taken away by hand.
  return post?.state === 'planned' || (post?.state === 'sent' && post.reason === '');
}

/** What became of its post in the channel; null when the team has no channel, or nothing was to go there. */
export async function channelPost({ posts }: Store, { team, meeting }: Shared): Promise<PostState | null> {
  return team.channel === '' ? null : posts.state(sharePostKey(team, meeting.date));
}

/** Nothing, unless the platform refused it. Only for who plans the meeting. */
export function unreachedParts(say: Say, { team, meeting }: Shared, post: PostState | null): readonly Part[] {
  if (post?.state !== 'failed') return [];
  const key = `agenda.unreached.${post.reason}`;
  const mend = isTextKey(key) ? (key as Extract<TextKey, `agenda.unreached.${string}`>) : 'agenda.unreached.other';
  const share = {
    label: say.plain('agenda.button.share-again'),
    intent: { name: 'agenda.delen', args: { bijeenkomst: meetingArgument(team.id, meeting.date) } },
  };
  return [textPart(say('agenda.unreached', { team: team.name })), textPart(say(mend)), ...buttonsPart([share])];
}
