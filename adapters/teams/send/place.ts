/** Where a message goes: the record that Teams' own activities left of this person's conversation, or of this channel. */
import type { Conversation, ConversationsStore } from '../../../src/people/conversations.store.ts';
import type { PeopleStore } from '../../../src/people/people.store.ts';
import type { Language, PersonId } from '../../../src/people/person.ts';
import { type Destination, PlatformError } from '../../../src/platform.ts';
import type { TeamsApi } from '../api/api.ts';
import { notThereYet, platformError, TeamsError } from '../errors.ts';
import type { TeamsPeople } from '../people/people.ts';

export type PlaceOptions = {
  readonly api: Pick<TeamsApi, 'bulk'>;
  readonly people: Pick<TeamsPeople, 'accountOf'>;
  readonly settings: Pick<PeopleStore, 'settings'>;
  readonly conversations: ConversationsStore;
  /** Whose people are written to; empty: of any tenant (TEAMS_ANONYMOUS). */
  readonly tenants: readonly string[];
};

/** `language`: of a person; a channel has none of its own. */
export type Place = { readonly at: Conversation; readonly language: Language };

/** @throws PlatformError when there is no place to write to (now). */
export async function placeOf(options: PlaceOptions, to: Destination, now: Date): Promise<Place> {
  if (to.kind === 'channel') return { at: await channelCalled(options, to.channel), language: 'nl' };
  const at = await ownConversation(options, to.personId, now);
  return { at, language: (await options.settings.settings(to.personId)).language };
}

async function ownConversation(options: PlaceOptions, personId: PersonId, now: Date): Promise<Conversation> {
  const { people, conversations } = options;
  const { tenant, account } = await people.accountOf(personId, now);
  const at = isOurs(options, tenant) ? await conversations.conversationWith(tenant, account) : null;
  if (!at) throw notThereYet('no_conversation');
  return at;
}

/** By its id, or by the name that is in the plans. */
async function channelCalled(options: PlaceOptions, called: string): Promise<Conversation> {
  const found = await options.conversations.channelsCalled(called);
  const [at, ...others] = found.filter(({ tenant }) => isOurs(options, tenant));
  // Who shared it hears how to mend that, and the people of the team get it themselves: see `unreached-channel.ts` of the core.
  if (!at) throw new PlatformError('permanent', 'app_not_in_channel');
  // Another team may have a channel of that name: what is not theirs must not stand there.
  if (others.length > 0) throw new PlatformError('permanent', 'several_channels');
  return at;
}

function isOurs({ tenants }: PlaceOptions, tenant: string): boolean {
  return tenants.length === 0 || tenants.includes(tenant);
}

/**
 * Begins the conversation with this person, or finds it again, and remembers it.
 * @throws PlatformError.
 */
export async function begun({ api, conversations }: PlaceOptions, at: Conversation, now: Date): Promise<Conversation> {
  const member = at.member ?? (at.of.kind === 'person' ? at.of.account : null);
  if (member === null) throw notThereYet('no_conversation');
  try {
    const opened = { ...at, conversation: await api.bulk.openPersonal({ ...at, member }) };
    await conversations.remember(opened, now);
    return opened;
  } catch (error) {
    throw platformError(error, 'repeatable');
  }
}

/** Teams does not know it (any more): a channel is gone, of a person another conversation can be begun. */
export async function forget({ conversations }: PlaceOptions, at: Conversation, now: Date): Promise<void> {
  await conversations.forget(at.tenant, at.of);
  if (at.of.kind === 'person') await conversations.remember({ ...at, conversation: null }, now);
}

/** Does Teams itself say that there is no such thing? Whoever else is between may know no address at all. */
export function isGone(error: unknown): error is TeamsError {
  return error instanceof TeamsError && error.status === 404 && error.code !== null;
}
