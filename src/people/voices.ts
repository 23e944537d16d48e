/** In which language an adapter itself speaks to somebody: their own when the core knows them, else Dutch. */
import { type Say, say } from '../bot/text.ts';
import { localDateOf } from '../calendar/zone.ts';
import type { Clock } from '../clock.ts';
import type { Account, PeopleStore } from './people.store.ts';
import type { Language } from './person.ts';

export type VoicesOptions = {
  readonly people: Pick<PeopleStore, 'actorByAccount'>;
  readonly clock: Clock;
  /** A fault while asking the store. */
  readonly onFault: (fault: unknown) => unknown;
};

export class Voices<Who> {
  readonly #options: VoicesOptions;
  readonly #accountOf: (who: Who) => Account;
  readonly #last = new Map<string, Language>();

  /** `accountOf`: the adapter's own name for somebody as the core knows it. */
  constructor(options: VoicesOptions, accountOf: (who: Who) => Account) {
    this.#options = options;
    this.#accountOf = accountOf;
  }

  /** Never throws: what is said matters more than in which language. */
  async of(who: Who): Promise<Say> {
    const { people, clock, onFault } = this.#options;
    const whose = this.#accountOf(who);
    try {
      const actor = await people.actorByAccount(whose, localDateOf(clock.now()));
      this.#last.set(nameOf(whose), actor?.language ?? 'nl');
    } catch (fault) {
      onFault(fault);
    }
    return this.known(who);
  }

  /** As it was last time, without asking the store: for when there is no time for that. */
  known(who: Who): Say {
    return say(this.#last.get(nameOf(this.#accountOf(who))) ?? 'nl');
  }
}

function nameOf({ platform, tenant, account }: Account): string {
  return `${platform} ${tenant} ${account}`;
}
