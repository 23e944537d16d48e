/** In which language the adapter itself speaks to somebody: their own when the core knows them, else Dutch. */
import { type Say, say } from '../../../src/bot/text.ts';
import { localDateOf } from '../../../src/calendar/zone.ts';
import type { Language } from '../../../src/people/person.ts';
import type { SlackOptions } from '../options.ts';

export class Voices {
  readonly #options: Pick<SlackOptions, 'people' | 'clock' | 'onFault'>;
  readonly #tenant: string;
  readonly #last = new Map<string, Language>();

  /** `tenant` is the workspace. */
  constructor(options: Pick<SlackOptions, 'people' | 'clock' | 'onFault'>, tenant: string) {
    this.#options = options;
    this.#tenant = tenant;
  }

  /** Never throws: what is said matters more than in which language. */
  async of(account: string): Promise<Say> {
    const { people, clock, onFault } = this.#options;
    const whose = { platform: 'slack', tenant: this.#tenant, account } as const;
    try {
      const actor = await people.actorByAccount(whose, localDateOf(clock.now()));
      this.#last.set(account, actor?.language ?? 'nl');
    } catch (fault) {
      onFault(fault);
    }
    return this.known(account);
  }

  /** As it was last time, without asking the store: for when there is no time for that. */
  known(account: string): Say {
    return say(this.#last.get(account) ?? 'nl');
  }
}
