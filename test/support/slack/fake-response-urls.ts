/** The addresses to which an answer may be sent: 5 times, in 30 minutes. docs.slack.dev/interactivity/handling-user-interaction */
import { z } from 'zod';
import { Refusal } from './fake-method.ts';
import { readWords } from './fake-methods-chat.ts';
import type { Json } from './fake-types.ts';
import type { FakeWorld } from './fake-world.ts';

const MOST_USES = 5;
const LIVES = 30 * 60_000;

type ResponseUrl = {
  readonly channel: string;
  readonly user: string;
  readonly ts: string | null;
  readonly until: number;
  uses: number;
};

const ANSWER = z.strictObject({
  text: z.string().optional(),
  blocks: z.array(z.unknown()).optional(),
  response_type: z.enum(['ephemeral', 'in_channel']).optional(),
  replace_original: z.boolean().optional(),
  delete_original: z.boolean().optional(),
  thread_ts: z.string().optional(),
  unfurl_links: z.boolean().optional(),
  unfurl_media: z.boolean().optional(),
  link_names: z.boolean().optional(),
  parse: z.enum(['none', 'full']).optional(),
  mrkdwn: z.boolean().optional(),
});

export class FakeResponseUrls {
  readonly #urls = new Map<string, ResponseUrl>();
  readonly #world: FakeWorld;

  constructor(world: FakeWorld) {
    this.#world = world;
  }

  /** Gives the last part of the address. */
  make(channel: string, user: string, ts: string | null): string {
    const key = `${this.#urls.size + 1}`.padStart(12, '0');
    this.#urls.set(key, { channel, user, ts, until: this.#world.now().getTime() + LIVES, uses: 0 });
    return key;
  }

  /** Throws a Refusal: 404 for an address that is used up, 400 for a message that Slack would not take. */
  use(key: string, sent: Json | null): void {
    const url = this.#urls.get(key);
    if (url === undefined) throw new Refusal('no_such_url', { status: 404 });
    if (this.#world.now().getTime() >= url.until) throw new Refusal('expired_url', { status: 404 });
    if (url.uses >= MOST_USES) throw new Refusal('used_url', { status: 404 });
    const read = ANSWER.safeParse(sent);
    if (!read.success) throw new Refusal('invalid_payload', { status: 400 });
    this.#apply(url, read.data);
    url.uses += 1;
  }

  #apply({ channel, user, ts }: ResponseUrl, answer: z.infer<typeof ANSWER>): void {
    const { postings } = this.#world;
    if (answer.delete_original === true && ts !== null) {
      postings.remove(channel, ts);
      return;
    }
    const words = readWords(answer);
    if (answer.replace_original === true && ts !== null) postings.replace(channel, ts, words);
    else if (answer.response_type === 'in_channel')
      postings.post(channel, words, { threadTs: answer.thread_ts ?? null });
    // A thread is promised for what everybody sees only (docs.slack.dev/interactivity/handling-user-interaction).
    else postings.postEphemeral(channel, user, words, null);
  }
}
