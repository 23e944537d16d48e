/** What reaches people and channels by itself: digests, shared agendas, requests for minutes (ARCHITECTURE, Nudges and delivery). */
import { keepLong } from '../../src/bot/control.ts';
import type { ControlsStore } from '../../src/bot/controls.store.ts';
import type { Notice } from '../../src/bot/reply.ts';
import { say } from '../../src/bot/text.ts';
import { createOutage } from '../../src/delivery/outage.ts';
import { editPieces, postPieces } from '../../src/delivery/pieces.ts';
import type { Conversation } from '../../src/people/conversations.store.ts';
import type { Language } from '../../src/people/person.ts';
import { type Platform, PlatformError } from '../../src/platform.ts';
import { keepFiles, type NamedFile, withFileButtons } from './answer/files.ts';
import { keepCards, namedAsking } from './answer/pressed.ts';
import type { Outgoing } from './api/calls.ts';
import { platformError, TeamsError, troubleWord } from './errors.ts';
import type { TeamsLog } from './options.ts';
import { activityOf, controlsOf, type TeamsMessage, teamsMessages } from './render.ts';
import { type PlaceOptions, placeOf } from './send/place.ts';
import { type Posted, post } from './send/post.ts';

export type SendOptions = PlaceOptions & {
  readonly controls: ControlsStore;
  /** A new unguessable key for a file that is offered. */
  readonly newKey: () => string;
  /** Waits this many milliseconds. */
  readonly wait: (milliseconds: number) => Promise<void>;
  readonly log: TeamsLog;
};

/** In seconds; a lease is two minutes. */
const SHORT_HOLD = 30;

/**
 * The platform port on Teams. A reference is `<conversation id> <activity id>`, with a further activity id for each message that did not fit in the one before.
 */
export function teamsPlatform(options: SendOptions): Platform {
  const { api, controls, newKey, wait, log } = options;
  const outage = createOutage((reason) => log('warn', 'teams: out of order, sending waits', { reason }));

  return {
    name: 'teams',

    send: async (to, notice, now) => {
      const { at, language } = await placeOf(options, to, now);
      const { messages, files } = await shown(at, notice, language, now);
      const posted = await postPieces<TeamsMessage, Posted>(messages, {
        post: (message, [first]) => {
          const posting = () => post({ ...options, outage }, at, first, outgoing(message), now);
          return first ? patiently(posting) : posting();
        },
        remove: (one) => patiently(() => remove(at, one)),
        onLeft: (error) => log('warn', 'teams: the beginning of a message stays', { reason: troubleWord(error) }),
      });
      await keep(at, messages, files, now);
      return { reference: [posted[0]!.conversation, ...posted.map(({ id }) => id)].join(' ') };
    },

    edit: async (to, reference, notice, now) => {
      const [conversation = '', ...ids] = reference.split(' ');
      if (ids.length === 0) throw new PlatformError('permanent', 'unknown_reference');
      // Where it stands: by now its channel may be called something else, or another one the same.
      const place = to.kind === 'channel' ? { ...to, channel: conversation.split(';', 1)[0]! } : to;
      const { at, language } = await placeOf(options, place, now);
      const standing = ids.map((id): Posted => ({ conversation, id }));
      const { messages, files } = await shown(at, notice, language, now);
      await editPieces(messages, standing, {
        replace: (one, message) => replace(at, one, message),
        remove: (one) => remove(at, one),
      });
      await keep(at, messages, files, now);
    },
  };

  /** Halfway a message a short 429 is waited for, once: what stands there already could not be taken back before that either. */
  async function patiently<Done>(call: () => Promise<Done>): Promise<Done> {
    try {
      return await call();
    } catch (error) {
      const seconds = error instanceof PlatformError && error.outcome === 'retryable' ? error.retryAfter : null;
      if (seconds === null || seconds > SHORT_HOLD) throw error;
      await wait(seconds * 1_000);
      return call();
    }
  }

  /** The messages of a notice, after what their controls carry is kept; and its files, to be kept with them. Teams gives files to one person only. */
  async function shown(
    { of }: Conversation,
    notice: Notice,
    language: Language,
    now: Date,
  ): Promise<{ readonly messages: readonly TeamsMessage[]; readonly files: readonly NamedFile[] }> {
    await keepLong(controls, controlsOf(notice), now);
    const isOwn = of.kind === 'person';
    const { shown, files } = isOwn ? withFileButtons(notice, say(language), newKey) : { shown: notice, files: [] };
    const messages = teamsMessages(shown, language);
    if (messages.length === 0) throw new Error('a message without a word');
    return { messages: isOwn ? messages.map((message) => namedAsking(message, newKey)) : messages, files };
  }

  /** For one person, when it stands there: see `pressed.ts`. What is tried a thousand times while Teams is out of order is not kept as often. */
  async function keep(
    { of }: Conversation,
    messages: readonly TeamsMessage[],
    files: readonly NamedFile[],
    now: Date,
  ): Promise<void> {
    if (of.kind === 'channel') return;
    try {
      await keepFiles(controls, of.account, files, now);
      await keepCards(controls, messages, now);
    } catch {
      // It stands there: without this, a file is too old at once, and the sign that something was pressed is missing.
      log('warn', 'teams: a card was not kept');
    }
  }

  async function replace(at: Conversation, { conversation, id }: Posted, message: TeamsMessage): Promise<void> {
    try {
      await api.bulk.update({ serviceUrl: at.serviceUrl, conversation }, id, outgoing(message));
    } catch (error) {
      // What is not there cannot be edited later either.
      if (isNotThere(error)) throw new PlatformError('permanent', troubleWord(error));
      throw platformError(error, 'repeatable');
    }
  }

  async function remove(at: Conversation, { conversation, id }: Posted): Promise<void> {
    try {
      await api.bulk.remove({ serviceUrl: at.serviceUrl, conversation }, id);
    } catch (error) {
      if (!isNotThere(error)) throw platformError(error, 'repeatable');
    }
  }
}

function outgoing(message: TeamsMessage): Outgoing {
  return activityOf(message) as Outgoing;
}

function isNotThere(error: unknown): boolean {
  return error instanceof TeamsError && error.status === 404;
}
