/** A school that works in a chat, whatever the platform: the real bot on a real store, and people who use it. */
import { addSeconds } from 'date-fns/addSeconds';
import type { Bot } from '../../../src/bot/bot.ts';
import type { Notice } from '../../../src/bot/reply.ts';
import type { Platform } from '../../../src/platform.ts';
import type { BuiltSchool, OpenStore } from '../store.ts';
import type { ChatMember } from './chat-member.ts';
import type { MovedClock } from './moved-clock.ts';
import type { OpenCore } from './open-core.ts';

/** How long somebody looks at an answer before they go on. */
const SECONDS_BETWEEN_ACTS = 20;

/** A message of the bot that everybody in a channel can read. */
export type Post = { readonly words: string; readonly isEdited: boolean };

export abstract class ChatSchool {
  readonly opened: OpenStore;
  readonly bot: Bot;
  readonly clock: MovedClock;
  readonly schools: readonly BuiltSchool[];
  /** Every fault that somebody was told about, and every line for whoever runs the server that is more than a remark. */
  readonly faults: string[];
  /** What the core sent to channels by itself, oldest first. */
  readonly posted: readonly Notice[];
  readonly #core: OpenCore;

  protected constructor(core: OpenCore) {
    this.opened = core.opened;
    this.bot = core.bot;
    this.clock = core.clock;
    this.schools = core.schools;
    this.faults = core.faults;
    this.posted = core.posted;
    this.#core = core;
  }

  /** As the core sends, past the note of what was meant for whom. */
  get platform(): Platform {
    return this.#core.platform;
  }

  /** By name. */
  abstract member(name: string): ChatMember;
  /** The id of a channel. */
  abstract channel(name: string): string;
  /** What the bot wrote there for everybody, oldest first; not that an answer stands in somebody's own conversation with it. */
  abstract postsIn(channel: string): readonly Post[];
  /** Somebody takes the newest of those away by hand. */
  abstract deletesPost(channel: string): void;
  /** The bot is taken out of this channel. */
  abstract losesApp(channel: string): Promise<void>;
  /** The bot comes into this channel. */
  abstract getsApp(channel: string): Promise<void>;
  abstract stop(): Promise<void>;
  /** The ids of all channels. */
  protected abstract channels(): readonly string[];
  /** A message for each part that does not fit in one. */
  protected abstract wordsOf(notice: Notice): readonly string[];

  /** What stands in a channel, and was not meant for everybody in it. */
  leaks(): readonly string[] {
    const meant = new Set(this.#core.forAll.flatMap((notice) => this.wordsOf(notice)));
    const posts = this.channels().flatMap((channel) => this.postsIn(channel));
    return posts.map(({ words }) => words).filter((words) => !meant.has(words));
  }

  /** Sends what is due, as the server does every minute. */
  async tick(): Promise<void> {
    this.#core.ticks();
    await this.settled();
  }

  /** The time becomes this ISO instant, and what is due then is sent. */
  async comes(at: string): Promise<void> {
    this.clock.moveTo(new Date(at));
    await this.tick();
  }

  /** What the bot answers to something; time goes by where it waits before it does. */
  protected async answerTo<Answer>(asked: Promise<Answer>): Promise<Answer> {
    let isAnswered = false;
    const answering = asked.finally(() => {
      isAnswered = true;
    });
    while (!isAnswered) {
      await this.#core.quiet.reached();
      const { next } = this.clock;
      if (!isAnswered && next !== null) this.clock.moveTo(next);
    }
    return answering;
  }

  /** Everything is answered and sent. Then some seconds go by; where the bot waits to spare the platform, it goes on meanwhile. */
  async settled(): Promise<void> {
    const { quiet, sending } = this.#core;
    await quiet.reached();
    const after = addSeconds(this.clock.now(), SECONDS_BETWEEN_ACTS);
    for (;;) {
      const { next } = this.clock;
      if (next === null || (next > after && sending.size === 0)) break;
      this.clock.moveTo(next);
      await quiet.reached();
    }
    this.clock.moveTo(after);
  }
}
