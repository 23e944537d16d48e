/** Where a call of the bot is about, or why it may not. */
import { checkActivity } from './check-activity.ts';
import { bytesOf } from './check-card.ts';
import type { Place } from './fake-directory.ts';
import { splitThread } from './fake-postings.ts';
import { badSyntax, noConversation, notInRoster, Refusal } from './fake-refusal.ts';
import type { FakeMessage, Json } from './fake-types.ts';
import type { FakeWorld } from './fake-world.ts';

const CONVERSATION = /^(a:1[\w-]+|19:[0-9a-f]{32}@thread\.(tacv2|v2))(;messageid=\d+)?$/;

/** A conversation that the bot is in; `thread` of a channel. */
export function placeOf(conversation: string, { directory, postings }: FakeWorld): Place & { thread: string | null } {
  if (!CONVERSATION.test(conversation)) throw badSyntax('Bad format of conversation ID');
  const { base, thread } = splitThread(conversation);
  const place = directory.place(base);
  if (place === null) throw noConversation();
  if (thread !== null && (place.kind !== 'channel' || postings.messages(base, thread).length === 0))
    throw noConversation();
  if (!directory.hasApp(place)) throw notInRoster();
  return { ...place, thread };
}

/** What the bot says there; throws when Teams would not take it. */
export function postAt(place: Place & { thread: string | null }, activity: Json, world: FakeWorld): FakeMessage {
  refuseBlocked(place);
  checkSent(place, activity);
  const thread = place.kind === 'channel' ? (place.thread ?? 'root') : null;
  return world.postings.post(place.id, world.bot.id, activity, thread);
}

export function refuseBlocked(place: Place): void {
  if (place.kind === 'chat' && place.person.blocked)
    throw new Refusal(403, 'ConversationBlockedByUser', 'User blocked the conversation with the bot.');
}

/** Teams says «about 100 KB», with everything in it. */
const MOST_BYTES = 100_000;

export function checkSent(place: Place, activity: Json): void {
  if (bytesOf(activity) > MOST_BYTES) throw new Refusal(413, 'MessageSizeTooBig', 'Message size too large.');
  const problems = checkActivity(activity, place.kind);
  if (problems.length > 0) throw badSyntax(problems.join('; '));
  const { suggestedActions } = activity as { suggestedActions?: { to?: readonly string[] } };
  const to = suggestedActions?.to ?? [];
  if (place.kind === 'chat' && to.some((each) => each !== place.person.id))
    throw badSyntax('suggestedActions.to somebody else');
}
