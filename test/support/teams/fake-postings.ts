/** What stands in the conversations of the fake. */
import { noActivity } from './fake-refusal.ts';
import type { FakeEdit, FakeMessage, Json } from './fake-types.ts';

/** Of a channel, the thread is in the id. */
export function splitThread(conversation: string): { readonly base: string; readonly thread: string | null } {
  const [base = '', thread = null] = conversation.split(';messageid=');
  return { base, thread };
}

export class FakePostings {
  readonly #now: () => Date;
  readonly #messages = new Map<string, FakeMessage[]>();
  readonly edits: FakeEdit[] = [];
  #last = 0;

  constructor(now: () => Date) {
    this.#now = now;
  }

  /** `thread`: the message that it answers, in a channel; `root` begins a thread; null elsewhere. */
  post(conversation: string, from: string, activity: Json, thread: string | 'root' | null): FakeMessage {
    const id = this.#newId();
    const message: FakeMessage = {
      id,
      conversation,
      thread: thread === 'root' ? id : thread,
      from,
      activity,
      at: this.#now(),
      edited: false,
    };
    this.#in(conversation).push(message);
    return message;
  }

  find(conversation: string, id: string): FakeMessage | null {
    return this.#in(conversation).find((message) => message.id === id) ?? null;
  }

  edit(conversation: string, id: string, activity: Json): void {
    this.#replace(conversation, id, (message) => [{ ...message, activity, edited: true }]);
    this.edits.push({ conversation, id, activity, at: this.#now() });
  }

  remove(conversation: string, id: string): void {
    this.#replace(conversation, id, () => []);
    this.edits.push({ conversation, id, activity: null, at: this.#now() });
  }

  messages(conversation: string, thread: string | null): readonly FakeMessage[] {
    return this.#in(conversation).filter((message) => thread === null || message.thread === thread);
  }

  #replace(conversation: string, id: string, by: (message: FakeMessage) => readonly FakeMessage[]): void {
    const messages = this.#in(conversation);
    const at = messages.findIndex((message) => message.id === id);
    if (at < 0) throw noActivity();
    messages.splice(at, 1, ...by(messages[at]!));
  }

  #in(conversation: string): FakeMessage[] {
    const found = this.#messages.get(conversation);
    if (found !== undefined) return found;
    const made: FakeMessage[] = [];
    this.#messages.set(conversation, made);
    return made;
  }

  /** Milliseconds, as Teams numbers its messages; never twice the same. */
  #newId(): string {
    this.#last = Math.max(this.#last + 1, this.#now().getTime());
    return String(this.#last);
  }
}
