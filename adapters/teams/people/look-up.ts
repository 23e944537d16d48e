/** Asks Teams who an account is, once in a while: what it told is remembered. */
import type { Clock } from '../../../src/clock.ts';
import type { ConversationsStore } from '../../../src/people/conversations.store.ts';
import type { TeamsApi } from '../api/api.ts';
import type { Where } from '../api/calls.ts';
import { TeamsError } from '../errors.ts';
import { accountOf, type TeamsAccount } from './account.ts';

/** Somebody to ask about, and in which of their conversations. */
export type Asked = Where & {
  readonly tenant: string;
  /** The Entra object id, in lower case. */
  readonly account: string;
  /** `29:…`, or the Entra object id. */
  readonly member: string;
};

export type LookUpOptions = {
  readonly api: Pick<TeamsApi, 'answers' | 'bulk'>;
  readonly conversations: Pick<ConversationsStore, 'conversationWith'>;
  readonly clock: Clock;
};

/** In milliseconds: a guest of today may be a colleague tomorrow. */
const KNOWN_FOR_ANSWERS = 3_600_000;
/** Whoever is looked for among all who have the app. */
const KNOWN_FOR_SENDING = 24 * 3_600_000;

/** Teams knows no such member where they did something, nor in a chat of their own. */
export const NOBODY: TeamsAccount = { addresses: [], outsider: 'stranger' };

type Known = { readonly at: number; readonly account: Promise<TeamsAccount> };

export class LookUp {
  readonly #options: LookUpOptions;
  /** Longest ago first. */
  readonly #known = new Map<string, Known>();

  constructor(options: LookUpOptions) {
    this.#options = options;
  }

  /** For an answer to somebody who waits. Throws a TeamsError. */
  async answering(asked: Asked): Promise<TeamsAccount> {
    const known = this.#knownFor(asked, KNOWN_FOR_ANSWERS);
    const account = known && (await known);
    // Who was nobody elsewhere may be known here.
    return account && account !== NOBODY ? account : this.#ask(asked, 'answers');
  }

  /** For a message that nobody asked for. Throws a TeamsError. */
  sending(asked: Asked): Promise<TeamsAccount> {
    return this.#knownFor(asked, KNOWN_FOR_SENDING) ?? this.#ask(asked, 'bulk');
  }

  /** Need Teams not be asked, for a message that nobody asked for? */
  isKnown(asked: Asked): boolean {
    return this.#knownFor(asked, KNOWN_FOR_SENDING) !== null;
  }

  #knownFor(asked: Asked, milliseconds: number): Promise<TeamsAccount> | null {
    const known = this.#known.get(keyOf(asked));
    return known && known.at > this.#now() - milliseconds ? known.account : null;
  }

  #ask(asked: Asked, way: 'answers' | 'bulk'): Promise<TeamsAccount> {
    this.#forgetOld();
    const key = keyOf(asked);
    const account = this.#answer(asked, way);
    this.#known.delete(key);
    this.#known.set(key, { at: this.#now(), account });
    account.catch(() => this.#known.delete(key));
    return account;
  }

  async #answer(asked: Asked, way: 'answers' | 'bulk'): Promise<TeamsAccount> {
    const { api, conversations } = this.#options;
    const { tenant, account, member, serviceUrl } = asked;
    // A thread has no members of its own.
    const conversation = asked.conversation.split(';', 1)[0]!;
    const found = await foundBy(() => api[way].member({ serviceUrl, conversation }, member));
    if (found !== 'no') return accountOf(found, tenant);
    // The app may be theirs, and not of the chat in which they used it.
    const own = await conversations.conversationWith(tenant, account);
    if (!own?.conversation || own.conversation === conversation) return NOBODY;
    const chat = { serviceUrl: own.serviceUrl, conversation: own.conversation };
    const foundThere = await foundBy(() => api[way].member(chat, own.member ?? account));
    return foundThere === 'no' ? NOBODY : accountOf(foundThere, tenant);
  }

  #forgetOld(): void {
    for (const [key, { at }] of this.#known) {
      if (at > this.#now() - KNOWN_FOR_SENDING) return;
      this.#known.delete(key);
    }
  }

  #now(): number {
    return this.#options.clock.now().getTime();
  }
}

function keyOf({ tenant, account }: Asked): string {
  return `${tenant} ${account}`;
}

/** `no`: Teams knows no such member there, or does not tell us. */
async function foundBy<Member>(look: () => Promise<Member>): Promise<Member | 'no'> {
  try {
    return await look();
  } catch (error) {
    if (error instanceof TeamsError && error.of === 'call' && [403, 404].includes(error.status ?? 0)) return 'no';
    throw error;
  }
}
