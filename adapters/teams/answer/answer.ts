/** How an answer gets to who asked: what is for everybody where it was asked, all else in their own chat with the bot. */
import type { Form, Notice, Reply, RichText } from '../../../src/bot/reply.ts';
import { filePartsIn } from '../../../src/bot/reply-files.ts';
import type { Tools, Who } from '../receive.ts';
import { formCard, type TeamsMessage, teamsMessages } from '../render.ts';
import type { Answered, Asked } from './ask.ts';
import { type Carried, carrying } from './carried.ts';
import { offerFiles, offerKept } from './files.ts';
import { mistakeIn } from './mistake.ts';
import { inOwnChat, NoOwnChat } from './own-chat.ts';
import { hereOf, post, postLine, replace } from './post.ts';
import { keepCards, keepPress, markedMessage, named, placeOn, type Question, wasPressed } from './pressed.ts';
import { suggestAfter } from './suggestions.ts';
import type { Surface } from './surface.ts';

/** What became of it, for where it was asked. */
export type Outcome =
  /** It takes the place of the card that was pressed. */
  | {
      readonly kind: 'in-place';
      readonly message: TeamsMessage;
      /** The same a moment later, when more of it may have been pressed. */
      readonly now?: () => Promise<TeamsMessage | null>;
    }
  /** It stands in the same conversation. */
  | { readonly kind: 'below' }
  /** It stands in their own chat. */
  | { readonly kind: 'personally' }
  /** It stands nowhere: these words are all there is. Nothing private is in them. */
  | { readonly kind: 'words'; readonly text: RichText };

/** Shows a reply. Never throws. */
export function show(tools: Tools, asked: Asked, surface: Surface, { reply, isRefused }: Answered): Promise<Outcome> {
  const acted = reply.kind === 'notice' && reply.acted === true;
  return orSaySo(tools, { ...surface, acted }, async () => {
    // There may be no chat with somebody who is not helped, and no secret in that either.
    if (isRefused && !surface.isOwn && reply.kind === 'notice') return { kind: 'words', text: reply.title ?? [] };
    if (reply.kind === 'form') return showForm(tools, asked, surface, reply);
    const shown = reply.kind === 'replace' ? reply.notice : reply;
    if (!surface.isOwn && shown.aloud) return { kind: 'words', text: shown.aloud };
    if (surface.isForm && shown.changedNothing) return showMistake(tools, asked, surface, shown);
    return showNotice(tools, asked, surface, reply);
  });
}

/** What goes wrong in this is said with a reference. `acted`: who tries again would do it twice. Never throws. */
export async function orSaySo(
  tools: Tools,
  { who, acted }: Pick<Surface, 'who'> & { readonly acted?: boolean },
  work: () => Promise<Outcome>,
): Promise<Outcome> {
  try {
    return await work();
  } catch (error) {
    const say = await tools.voices.of(who);
    if (error instanceof NoOwnChat)
      return { kind: 'words', text: say(acted ? 'msteams.stored-open-app' : 'msteams.open-app-first') };
    const reference = tools.onFault(error);
    return { kind: 'words', text: say('msteams.answer-lost', { reference }) };
  }
}

/** Below a card that was pressed; in the place of a form that led to it. */
async function showForm(tools: Tools, asked: Asked, surface: Surface, form: Form): Promise<Outcome> {
  const { language } = await tools.voices.of(surface.who);
  const question = surface.question ?? (await questionOf(tools, surface));
  const message = named(inForm(formCard(form, language), asked, question), tools.newKey);
  keepLater(tools, [message]);
  if (surface.isForm) return { kind: 'in-place', message };
  await inOwnChat(tools, surface.who, surface.isOwn, (where) => post(tools, where, [message]));
  return { kind: surface.isOwn ? 'below' : 'personally' };
}

/** Above the form that led to it, in its place, or below it: see `mistake.ts`. */
async function showMistake(tools: Tools, asked: Asked, surface: Surface, mistake: Notice): Promise<Outcome> {
  const shown = await mistakeIn(tools, asked, mistake, surface.pressed?.card ?? null);
  if (shown === null) {
    // The form still stands there, with what Teams leaves in it.
    return showNotice(tools, asked, { ...surface, isForm: false }, mistake);
  }
  const [first, ...others] = shown.map((message) => named(inForm(message, asked, surface.question), tools.newKey));
  keepLater(tools, [first!, ...others]);
  if (others.length > 0) await post(tools, hereOf(surface.who), others);
  return { kind: 'in-place', message: first! };
}

function showNotice(tools: Tools, asked: Asked, surface: Surface, reply: Exclude<Reply, Form>): Promise<Outcome> {
  const notice = reply.kind === 'replace' ? reply.notice : reply;
  const replaces = surface.pressed !== null && (reply.kind === 'replace' || surface.isForm);
  return notice.visibility === 'everyone' && !surface.isOwn
    ? showForAll(tools, surface, notice, replaces)
    : showPrivately(tools, asked, surface, notice, replaces);
}

async function showForAll(tools: Tools, surface: Surface, notice: Notice, replaces: boolean): Promise<Outcome> {
  const [first, ...others] = await messagesOf(tools, surface.who, notice);
  await post(tools, hereOf(surface.who), replaces ? others : [first, ...others]);
  await addFiles(tools, surface, notice);
  return replaces ? { kind: 'in-place', message: first } : { kind: 'below' };
}

/** The cards remember where it was asked, and which of their buttons were pressed. */
async function showPrivately(
  tools: Tools,
  asked: Asked,
  surface: Surface,
  notice: Notice,
  replaces: boolean,
): Promise<Outcome> {
  const { who, isOwn, pressed } = surface;
  const drawn = await messagesOf(tools, who, notice);
  const messages = drawn.map((message) => named(withCarried(message, channelOf(asked)), tools.newKey));
  const isInPlace = replaces && isOwn;
  const below = isInPlace ? messages.slice(1) : messages;
  if (below.length > 0) await inOwnChat(tools, who, isOwn, (where) => post(tools, where, below));
  keepLater(tools, messages);
  await addFiles(tools, surface, notice);
  if (isInPlace) {
    if (notice.acted && surface.question) tools.later(markAnswered(tools, who, surface.question));
    return { kind: 'in-place', message: messages[0]! };
  }
  if (!isOwn) return { kind: 'personally' };
  await suggestAfter(tools, asked, notice);
  return (notice.acted && pressed?.card && (await markDone(tools, pressed.card, pressed.control))) || { kind: 'below' };
}

/** Null when the card is not kept (any more). */
async function markDone(tools: Tools, card: string, control: string): Promise<Outcome | null> {
  const at = await placeOn(tools, card, control);
  if (at !== null) await keepPress(tools, { card, at });
  const message = await markedMessage(tools, card);
  return message && { kind: 'in-place', message, now: () => markedMessage(tools, card) };
}

/** What a form answers that is opened by this button. */
async function questionOf(tools: Tools, { pressed }: Surface): Promise<Question | null> {
  if (!pressed?.card || pressed.asking === null) return null;
  const at = await placeOn(tools, pressed.card, pressed.control);
  return at === null ? null : { card: pressed.card, at, message: pressed.asking };
}

/** The form was sent: it is not asked any more where it was opened. */
async function markAnswered(tools: Tools, who: Who, question: Question): Promise<void> {
  await keepPress(tools, question);
  await tools.turns.take(`${who.conversation} ${question.message}`, async () => {
    const message = await markedMessage(tools, question.card);
    if (message) await replace(tools, hereOf(who), question.message, message);
  });
}

async function messagesOf(
  tools: Tools,
  who: Who,
  notice: Notice,
): Promise<readonly [TeamsMessage, ...(readonly TeamsMessage[])]> {
  const { language } = await tools.voices.of(who);
  const [first, ...others] = teamsMessages(notice, language);
  if (!first) throw new Error('an answer without a word');
  return [first, ...others];
}

/** Below the message that tells of the file. The button that asked for it is gone then: a second question would be about the same file. */
export async function showOffer(tools: Tools, { who, isOwn, pressed }: Surface, key: string): Promise<Outcome> {
  const say = await tools.voices.of(who);
  try {
    const wasOffered = pressed?.card && (await wasPressed(tools, pressed.card, pressed.control));
    const isOffered = wasOffered || (await inOwnChat(tools, who, isOwn, (where) => offerKept(tools, who, where, key)));
    if (!isOffered) return { kind: 'words', text: say('msteams.file-too-old') };
  } catch (error) {
    return { kind: 'words', text: say('msteams.file-failed', { reference: tools.onFault(error) }) };
  }
  return (pressed?.card && (await markDone(tools, pressed.card, pressed.control))) || { kind: 'below' };
}

/** The answer stands there already: what goes wrong now is about the files only. */
async function addFiles(tools: Tools, { who, isOwn }: Surface, notice: Notice): Promise<void> {
  const files = filePartsIn(notice);
  if (files.length === 0) return;
  try {
    await inOwnChat(tools, who, isOwn, (where) => offerFiles(tools, who, where, files));
  } catch (error) {
    const say = await tools.voices.of(who);
    const failed =
      error instanceof NoOwnChat
        ? say('msteams.open-app-first')
        : say('msteams.file-failed', { reference: tools.onFault(error) });
    await postLine(tools, hereOf(who), failed);
  }
}

/** Nobody waits for it: by the time that something is pressed they are kept. */
function keepLater(tools: Tools, messages: readonly TeamsMessage[]): void {
  tools.later(keepCards(tools.controls, messages, tools.clock.now()));
}

function inForm(message: TeamsMessage, asked: Asked, question: Question | null): TeamsMessage {
  return withCarried(message, { ...channelOf(asked), form: true, ...(question && { question }) });
}

function withCarried(message: TeamsMessage, carried: Carried): TeamsMessage {
  return { ...message, card: carrying(message.card, carried) };
}

function channelOf({ place }: Asked): Carried {
  return place.kind === 'channel' ? { channel: place.channel } : {};
}
