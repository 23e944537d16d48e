/** Messages and what only one person sees, in the fake's channels. */
import type { FakeEphemeral, FakeFile, FakeMessage, Json } from './fake-types.ts';

export type Words = { readonly text: string; readonly blocks: readonly Json[] };

export class FakePostings {
  readonly #messages: FakeMessage[] = [];
  readonly #ephemerals: FakeEphemeral[] = [];
  readonly #now: () => Date;
  readonly #bot: string;
  #posted = 0;

  constructor(now: () => Date, bot: string) {
    this.#now = now;
    this.#bot = bot;
  }

  post(channel: string, words: Words, { user = this.#bot, threadTs = null, files = [] }: PostedHow = {}): FakeMessage {
    const message = this.#message(channel, words, user, threadTs, files);
    this.#messages.push(message);
    return message;
  }

  postEphemeral(channel: string, visibleTo: string, words: Words, threadTs: string | null = null): FakeEphemeral {
    const ephemeral = { ...this.#message(channel, words, this.#bot, threadTs, []), visibleTo };
    this.#ephemerals.push(ephemeral);
    return ephemeral;
  }

  /** Oldest first. */
  messages(channel: string): readonly FakeMessage[] {
    return this.#messages.filter((message) => message.channel === channel);
  }

  ephemerals(channel: string, user: string): readonly FakeEphemeral[] {
    return this.#ephemerals.filter((one) => one.channel === channel && one.visibleTo === user);
  }

  message(channel: string, ts: string): FakeMessage | null {
    return this.#messages.find((message) => message.channel === channel && message.ts === ts) ?? null;
  }

  /** A message, or what one person sees. Nothing happens when it is gone. */
  replace(channel: string, ts: string, words: Partial<Words>): void {
    for (const list of [this.#messages, this.#ephemerals] as FakeMessage[][]) {
      const at = list.findIndex((one) => one.channel === channel && one.ts === ts);
      if (at !== -1)
        list[at] = {
          ...list[at]!,
          text: words.text ?? list[at]!.text,
          blocks: words.blocks === undefined ? list[at]!.blocks : withIds(words.blocks),
          edited: true,
        };
    }
  }

  remove(channel: string, ts: string): void {
    for (const list of [this.#messages, this.#ephemerals] as FakeMessage[][]) {
      const at = list.findIndex((one) => one.channel === channel && one.ts === ts);
      if (at !== -1) list.splice(at, 1);
    }
  }

  #message(
    channel: string,
    { text, blocks }: Words,
    user: string,
    threadTs: string | null,
    files: readonly FakeFile[],
  ): FakeMessage {
    const seconds = Math.floor(this.#now().getTime() / 1000);
    this.#posted += 1;
    const ts = `${seconds}.${String(this.#posted).padStart(6, '0')}`;
    return { ts, channel, user, text, blocks: withIds(blocks), threadTs, edited: false, files };
  }
}

type PostedHow = {
  readonly user?: string;
  readonly threadTs?: string | null;
  readonly files?: readonly FakeFile[];
};

let named = 0;
const newBlockId = () => (++named).toString(36).padStart(5, '0');

/** Slack names the blocks and elements that were not given a name. */
export function withIds(blocks: readonly Json[]): readonly Json[] {
  return blocks.map((block) => ({
    block_id: newBlockId(),
    ...block,
    ...(block.type === 'actions' ? { elements: (block.elements as Json[]).map(withActionId) } : {}),
    ...(block.accessory === undefined ? {} : { accessory: withActionId(block.accessory as Json) }),
    ...(block.element === undefined ? {} : { element: withActionId(block.element as Json) }),
  }));
}

const withActionId = (element: Json): Json => ({ action_id: newBlockId(), ...element });
