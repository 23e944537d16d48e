/** A stored message as the page gets it: words, and the same reply as Teams and as Slack would show it. */
import type { File, Form, Notice, Part, Reply, RichText } from '../../src/bot/reply.ts';
import { filesIn } from '../../src/bot/reply-files.ts';
import { plainText } from '../../src/bot/text.ts';
import { isoInZone } from '../../src/calendar/zone.ts';
import type { Language } from '../../src/people/person.ts';
import type { ChannelPlace, ReceivedMessage, SlackLook, TeamsLook, TrialMessage, TrialOptions } from './options.ts';

type ShownBase = { readonly id: number /** ISO 8601 with the Dutch offset. */; readonly at: string };

export type ShownMessage = ShownBase &
  (
    | {
        readonly author: 'person';
        /** Who wrote it in a channel; null in a chat with one person. */
        readonly name: string | null;
        readonly text: string;
        readonly onlyYou: boolean;
      }
    | {
        readonly author: 'bot';
        readonly kind: 'notice' | 'form';
        readonly nudge: boolean;
        /** In a channel: nobody else sees it, and it is not kept. */
        readonly onlyYou: boolean;
        /** Takes the place of the message whose button was pressed, also when that is not kept. */
        readonly replaces: boolean;
        /** A form that led to this stays as it is. */
        readonly changedNothing: boolean;
        readonly language: Language;
        readonly title: string;
        readonly teams: TeamsLook;
        readonly slack: SlackLook;
        /** On both platforms a file hangs under the message. */
        readonly files: readonly File[];
      }
  );

export type ShownReceipt = ShownBase & {
  /** To ask for what came before it. */
  readonly mark: string;
  /** Who can see it; null when nobody can any more. */
  readonly email: string | null;
  /** Of the person or, with `#`, of the channel. */
  readonly name: string;
  /** As the page names the channel; null for a person. */
  readonly channelId: string | null;
  readonly title: string;
  /** The beginning of what it says. */
  readonly excerpt: string;
};

const EXCERPT = 140;
/** Marks that turn the direction of text: the bot leaves them out of what it reads, so they are not shown either. */
const TURNING = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** What a channel knows of a message beyond what a chat does. */
export type InChannel = { readonly name: string | null; readonly onlyYou: boolean; readonly replaces: boolean };

const IN_A_CHAT: InChannel = { name: null, onlyYou: false, replaces: false };

/** `language` is the reader's. */
export function shownMessage(
  { slackLook, teamsLook }: Pick<TrialOptions, 'slackLook' | 'teamsLook'>,
  message: TrialMessage,
  language: Language,
  { name, onlyYou, replaces } = IN_A_CHAT,
): ShownMessage {
  const base = { id: message.id, at: isoInZone(message.at), onlyYou };
  if (message.author === 'person') {
    return { ...base, author: 'person', name, text: message.content.replace(TURNING, '') };
  }
  const reply = storedReply(message.content);
  return {
    ...base,
    author: 'bot',
    kind: reply.kind,
    nudge: message.nudge,
    replaces,
    changedNothing: reply.kind === 'notice' && reply.changedNothing === true,
    language,
    title: titleOf(reply),
    teams: teamsLook(reply, language),
    slack: slackLook(reply, language),
    files: filesIn(reply),
  };
}

/** A line of the inbox. */
export function shownReceipt(message: ReceivedMessage): ShownReceipt {
  const reply = storedReply(message.content);
  const { id, kind, at, email, name, schoolId } = message;
  return {
    id,
    at: isoInZone(at),
    mark: `${kind}:${id}:${at.getTime()}`,
    email,
    name: schoolId === null ? name : `#${name}`,
    channelId: schoolId === null ? null : channelIdOf({ schoolId, channel: name }),
    title: titleOf(reply),
    excerpt: excerptOf(reply),
  };
}

/** Reads the `mark` of a line; null for anything else. */
export function readMark(text: string): Pick<ReceivedMessage, 'kind' | 'id' | 'at'> | null {
  const mark = /^(person|channel):(\d{1,15}):(\d{1,15})$/.exec(text);
  return mark && { kind: mark[1] as ReceivedMessage['kind'], id: Number(mark[2]), at: new Date(Number(mark[3])) };
}

/** How the page names a channel. */
export function channelIdOf({ schoolId, channel }: ChannelPlace): string {
  return `${schoolId}:${channel}`;
}

/** What is kept of a reply: a replacement is kept as the notice it became. */
export function contentOf(reply: Reply): string {
  return JSON.stringify(reply.kind === 'replace' ? reply.notice : reply);
}

function storedReply(content: string): Notice | Form {
  return JSON.parse(content) as Notice | Form;
}

function titleOf(reply: Notice | Form): string {
  if (reply.kind === 'form') return reply.title;
  if (reply.title) return oneLine(plainText(reply.title));
  return reply.parts.map(firstWords).find((words) => words !== '') ?? '';
}

function excerptOf(reply: Notice | Form): string {
  if (reply.kind === 'form') return '';
  const words = reply.parts
    .slice(reply.title ? 0 : 1)
    .map(firstWords)
    .filter((one) => one !== '')
    .join(' · ');
  const characters = [...words];
  return characters.length <= EXCERPT
    ? words
    : `${characters
        .slice(0, EXCERPT - 1)
        .join('')
        .trimEnd()}…`;
}

function firstWords(part: Part): string {
  const words: RichText = textOf(part);
  return oneLine(plainText(words));
}

function textOf(part: Part): RichText {
  switch (part.kind) {
    case 'text':
    case 'heading':
      return part.text;
    case 'progress':
    case 'chart':
    case 'file':
      return part.sentence;
    case 'list':
      return part.rows.flatMap((row, index) => [{ text: index > 0 ? ' · ' : '' }, ...row.title]);
    case 'facts':
    case 'buttons':
    case 'small':
      return [];
  }
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
