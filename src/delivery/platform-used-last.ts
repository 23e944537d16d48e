/** Who uses both Slack and Teams gets what comes by itself on the one used last; a channel is where it is (PRODUCT 2, Accounts). */
import type { ConversationsStore } from '../people/conversations.store.ts';
import type { PeopleStore } from '../people/people.store.ts';
import type { PersonId } from '../people/person.ts';
import { type Destination, type Platform, PlatformError, Unreachable } from '../platform.ts';
import { isOfTeams } from '../teams/channel-of.ts';

type Name = 'slack' | 'teams';

export type UsedLastOptions = {
  /** Those that are there: at least one. */
  readonly platforms: { readonly [name in Name]?: Platform };
  readonly people: Pick<PeopleStore, 'platformUsedLast'>;
  readonly conversations: Pick<ConversationsStore, 'channelsCalled'>;
};

/** Both platforms as one. A reference begins with the platform that gave it; one without is Slack's, of before there was Teams. */
export function platformUsedLast({ platforms, people, conversations }: UsedLastOptions): Platform {
  const there = (['teams', 'slack'] as const).filter((name) => platforms[name] !== undefined);

  return {
    name: there[0] ?? 'slack',

    send: async (to, notice, now) => {
      let unreachable: unknown = null;
      for (const name of await waysTo(to)) {
        try {
          const { reference } = await platforms[name]!.send(to, notice, now);
          return { reference: `${name} ${reference}` };
        } catch (error) {
          if (!(error instanceof Unreachable)) throw error;
          unreachable ??= error;
        }
      }
      throw unreachable;
    },

    edit: async (to, reference, notice, now) => {
      const { name, own } = readReference(reference);
      const platform = platforms[name];
      if (!platform) throw new PlatformError('permanent', 'platform_not_there');
      await platform.edit(to, own, notice, now);
    },
  };

  /** In the order in which they are tried. */
  async function waysTo(to: Destination): Promise<readonly Name[]> {
    if (there.length === 1) return there;
    return to.kind === 'channel' ? [await homeOf(to.channel)] : waysToPerson(to.personId);
  }

  /** Of who did nothing yet Teams knows for sure whether they can be reached: there they have the app, or not. Slack has everybody with an address. */
  async function waysToPerson(personId: PersonId): Promise<readonly Name[]> {
    return (await people.platformUsedLast(personId)) === 'slack' ? ['slack', 'teams'] : ['teams', 'slack'];
  }

  /** By the form of its id, or by its name: Teams told the names of the channels where the app is. */
  async function homeOf(channel: string): Promise<Name> {
    if (isOfTeams(channel)) return 'teams';
    return (await conversations.channelsCalled(channel)).length > 0 ? 'teams' : 'slack';
  }
}

function readReference(reference: string): { readonly name: Name; readonly own: string } {
  const [, name, own] = /^(slack|teams) (.*)$/s.exec(reference) ?? [];
  return name === undefined ? { name: 'slack', own: reference } : { name: name as Name, own: own! };
}
