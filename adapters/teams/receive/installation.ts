/** The app comes and goes: a welcome for who got it, a word in the team or group where it came, and nothing more is sent where it left. */
import { keepLong } from '../../../src/bot/control.ts';
import type { Notice } from '../../../src/bot/reply.ts';
import { say as voice } from '../../../src/bot/text.ts';
import { hereOf, post, postLine } from '../answer/post.ts';
import { keepCards, named } from '../answer/pressed.ts';
import { suggest } from '../answer/suggestions.ts';
import { platformError, troubleWord } from '../errors.ts';
import type { Listener, Tools, Who } from '../receive.ts';
import { controlsOf, teamsMessages } from '../render.ts';
import { type Arrival, conversationOf, isNobody } from './arrival.ts';
import { rememberTeam } from './conversations.ts';
import { acknowledged, read } from './listen.ts';
import { INSTALLED, TEAM_CHANGED } from './payloads.ts';

/** `add` and `remove`; an upgrade of the app is nothing that anybody needs to hear of. */
export const receiveInstallation: Listener = async (tools, arrival, activity) => {
  const installed = read(tools, 'installation', INSTALLED, activity);
  if (installed?.action === 'add')
    return acknowledged(tools, arrived(tools, arrival, installed.channelData?.team?.name ?? null));
  if (installed?.action === 'remove') await forget(tools, arrival);
  return null;
};

/** Who joins or leaves, when that is the bot itself, and channels that change. */
export const receiveMembers: Listener = async (tools, arrival, activity) => {
  const changed = read(tools, 'members', TEAM_CHANGED, activity);
  if (!changed) return null;
  const { channelData } = changed;
  const isTheBot = ({ id }: { readonly id: string }) => id === arrival.who.bot;
  if (changed.membersAdded?.some(isTheBot))
    return acknowledged(tools, arrived(tools, arrival, channelData?.team?.name ?? null));
  if (changed.membersRemoved?.some(isTheBot)) await forget(tools, arrival);
  if (channelData?.channel) await changeChannel(tools, arrival, channelData.channel, channelData.eventType ?? '');
  return null;
};

/** Teams tells both of the installation and of a new member; one of them is enough. */
function arrived(given: Tools, arrival: Arrival, teamName: string | null): Promise<void> {
  const { place, who } = arrival;
  const tools = { ...given, ...given.unasked };
  if (place.kind === 'own')
    return tools.once(`welcome ${who.conversation}`, () => tools.turns.take(row(who), () => welcome(tools, arrival)));
  return tools.once(`hello ${place.team ?? place.channel}`, async () => {
    await rememberTeam(tools, arrival, teamName);
    await postLine(tools, hereOf(who), voice('nl')('msteams.hello-channel'));
  });
}

/** Some rows of people who wait for their welcome, by the last digit of their account: of a thousand at once most are not begun with yet. */
function row({ account }: Who): string {
  return `welcome ${account.at(-1)}`;
}

/** Nobody is disturbed who is unknown, has a day off, or was welcomed before: the core knows. Who is left when the server stops is welcomed by their first digest. */
async function welcome(tools: Tools, arrival: Arrival): Promise<void> {
  if (isNobody(arrival) || tools.isStopping()) return;
  const sender = await tools.sender(arrival.who);
  if (sender.kind === 'refused') return;
  await tools.greeting(sender.sender, (notice) => greet(tools, arrival, notice));
}

/** False: it surely does not stand there. */
async function greet(tools: Tools, { who }: Arrival, notice: Notice): Promise<boolean> {
  const now = tools.clock.now();
  const say = await tools.voices.of(who);
  await keepLong(tools.controls, controlsOf(notice), now);
  const messages = teamsMessages(notice, say.language).map((message) => named(message, tools.newKey));
  await keepCards(tools.controls, messages, now);
  try {
    await post(tools, hereOf(who), messages);
  } catch (error) {
    tools.log('warn', 'teams: a welcome was not shown', { reason: troubleWord(error) });
    return platformError(error, 'send').outcome === 'ambiguous';
  }
  await suggest(tools, who, notice);
  return true;
}

/** Of a team every channel: there is no word of each. */
async function forget({ conversations }: Tools, arrival: Arrival): Promise<void> {
  const { tenant, of, team } = conversationOf(arrival);
  await conversations.forget(tenant, of);
  if (team !== null) await conversations.forgetTeam(tenant, team);
}

async function changeChannel(
  { conversations, clock }: Tools,
  arrival: Arrival,
  { id, name }: { readonly id: string; readonly name?: string | null | undefined },
  event: string,
): Promise<void> {
  const of = { kind: 'channel', channel: id } as const;
  if (event === 'channelDeleted') return conversations.forget(arrival.who.tenant, of);
  if (event === 'channelCreated' || event === 'channelRenamed' || event === 'channelRestored')
    await conversations.remember({ ...conversationOf(arrival), of, conversation: id, name: name || null }, clock.now());
}
