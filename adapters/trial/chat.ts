/** What somebody types or presses on the page: kept first, then given to the bot, whose answer is kept too. */
import type { Intent, Reply } from '../../src/bot/reply.ts';
import type { Request } from '../../src/bot/request.ts';
import type { Language, PersonId } from '../../src/people/person.ts';
import { PageError } from './errors.ts';
import type { TrialMessage, TrialOptions } from './options.ts';
import { contentOf, type ShownMessage, shownMessage } from './render.ts';

export type Reader = { readonly email: string; readonly id: PersonId; readonly language: Language };

/** How many examples fit under the line where one types, and how many of them may begin with the same word. */
const EXAMPLES = 8;
const EXAMPLES_PER_WORD = 2;

/** Throws a PageError `unknown-person`. */
export async function readerOf(options: TrialOptions, email: string): Promise<Reader> {
  const found = await options.mailbox.find(email);
  if (!found) throw new PageError('unknown-person');
  return { email, ...found };
}

/** The chat after a message, as the page shows it. */
export async function chatAfter(
  options: TrialOptions,
  reader: Reader,
  afterId: number,
): Promise<readonly ShownMessage[]> {
  const messages = await options.mailbox.list(reader.id, afterId);
  return messages.map((message) => shownMessage(options, message, reader.language));
}

/** A typed line. Gives what was added to the chat. */
export async function type(options: TrialOptions, email: string, text: string): Promise<readonly ShownMessage[]> {
  const reader = await readerOf(options, email);
  const typed = await append(options, reader, { author: 'person', content: text });
  const reply = await options.handle(requestOf(reader, { kind: 'text', text }, `trial:${typed.id}`));
  const answer = await append(options, reader, { author: 'bot', content: contentOf(reply) });
  return shownTo(options, reader, [typed, answer]);
}

export type Pressed = {
  readonly intent: Intent;
  readonly key: string | null;
  /** The message that holds the button or form. */
  readonly messageId: number | null;
};

/** A button or a sent form. Gives what was added to the chat or took the place of its message. */
export async function press(options: TrialOptions, email: string, pressed: Pressed): Promise<readonly ShownMessage[]> {
  const reader = await readerOf(options, email);
  const reply = await options.handle(requestOf(reader, { kind: 'intent', intent: pressed.intent }, pressed.key));
  return shownTo(options, reader, [await keepAnswer(options, reader, reply, pressed.messageId)]);
}

/** Command lines that work for this person, as `/hulp` gives them. */
export async function examplesFor(options: TrialOptions, email: string): Promise<readonly string[]> {
  const reader = await readerOf(options, email);
  const help = await options.handle(requestOf(reader, { kind: 'text', text: '/hulp' }, null));
  const lines = [...new Set(commandLines(help))];
  const wordOf = (line: string) => line.split(' ', 1)[0];
  const varied = lines.filter((line, index) => {
    return lines.slice(0, index).filter((earlier) => wordOf(earlier) === wordOf(line)).length < EXAMPLES_PER_WORD;
  });
  return varied.slice(0, EXAMPLES);
}

async function keepAnswer(
  options: TrialOptions,
  reader: Reader,
  reply: Reply,
  messageId: number | null,
): Promise<TrialMessage> {
  const content = contentOf(reply);
  if (reply.kind === 'replace' && messageId !== null) {
    const replaced = await options.mailbox.replace(reader.id, messageId, content);
    if (replaced) return replaced;
  }
  return append(options, reader, { author: 'bot', content });
}

async function append(
  options: TrialOptions,
  reader: Reader,
  words: Pick<TrialMessage, 'author' | 'content'>,
): Promise<TrialMessage> {
  const message = { ...words, at: options.clock.now(), nudge: false };
  return { ...message, id: await options.mailbox.append(reader.id, message) };
}

/** Read again first: the answer may have changed the language. */
async function shownTo(
  options: TrialOptions,
  { email }: Reader,
  messages: readonly TrialMessage[],
): Promise<readonly ShownMessage[]> {
  const { language } = await readerOf(options, email);
  return messages.map((message) => shownMessage(options, message, language));
}

/** What the bot is asked; in the chat with one person unless a place is given. */
export function requestOf(
  { email }: Reader,
  said: Request['said'],
  once: string | null,
  place: Request['place'] = { kind: 'personal' },
): Request {
  return { sender: { kind: 'machine', email }, said, once, place };
}

function commandLines(reply: Reply): readonly string[] {
  if (reply.kind !== 'notice') return [];
  return reply.parts
    .flatMap((part) =>
      part.kind === 'list' ? part.rows.flatMap((row) => row.lines.flat()) : part.kind === 'text' ? part.text : [],
    )
    .filter((span) => span.style === 'code' && span.text.startsWith('/'))
    .map((span) => span.text);
}
