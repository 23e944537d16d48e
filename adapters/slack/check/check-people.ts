/** `controleer`: who of the staff cannot be reached in Slack, because there is no account, it is switched off, or it is a guest's. */
import { z } from 'zod';
import type { Looked } from '../../../src/checkup/checkup.ts';
import { everybody } from '../../../src/people/everybody.ts';
import type { Colleague, PeopleStore } from '../../../src/people/people.store.ts';
import { readAccount, type SlackAccount } from '../people/account.ts';
import type { CheckOptions } from './check.ts';
import type { Ask } from './check-api.ts';

/** As Slack advises for one page of `users.list`. */
const PAGE = 200;
/** Of more people the number is enough. */
const MOST_NAMED = 10;

const LIST = z.object({
  members: z.array(z.unknown()),
  response_metadata: z.object({ next_cursor: z.string().default('') }).optional(),
});

/** What keeps somebody from using the bot. */
type Lack = 'no-account' | 'switched-off' | 'guests' | 'elsewhere';

/** Compares everybody who works somewhere today, and can be reached by no other way, with the accounts of this workspace. */
export async function checkPeople(
  { people, today, say, reachedOtherwise }: Pick<CheckOptions, 'people' | 'today' | 'say' | 'reachedOtherwise'>,
  ask: Ask,
  teamId: string,
): Promise<readonly Looked[]> {
  const members = await membersOf(ask, teamId);
  if (typeof members === 'string')
    return [
      {
        what: say('checkup.slack-people-unknown', { reason: members }),
        mend: say('checkup.slack-people-unknown-mend'),
      },
    ];
  const all = await everybody(people, today);
  const staff = all.filter(({ id }) => !reachedOtherwise.has(id));
  const lacking: Record<Lack, Colleague[]> = { 'no-account': [], 'switched-off': [], guests: [], elsewhere: [] };
  for (const person of staff) {
    const lack = await lackOf(people, person, members, teamId);
    if (lack !== null) lacking[lack].push(person);
  }
  const lacks = (Object.keys(lacking) as Lack[]).filter((lack) => lacking[lack].length > 0);
  if (lacks.length === 0)
    return staff.length > 0
      ? [
          {
            what: say(staff.length < all.length ? 'checkup.slack-others' : 'checkup.slack-people', {
              count: staff.length,
            }),
            mend: null,
          },
        ]
      : [];
  return lacks.map((lack) => {
    const count = lacking[lack].length;
    const named = lacking[lack].slice(0, MOST_NAMED).map(({ name, email }) => `${name} (${email})`);
    const list = named.length === count ? say.list(named) : `${named.join(', ')}, …`;
    return { what: say(`checkup.slack-${lack}`, { count, people: list }), mend: say(`checkup.slack-${lack}-mend`) };
  });
}

/** By id and by address in lower case; or Slack's reason for not telling. Bots and people of other workspaces are not in it. */
async function membersOf(ask: Ask, teamId: string): Promise<ReadonlyMap<string, SlackAccount> | string> {
  const members = new Map<string, SlackAccount>();
  for (let cursor = '', first = true; first || cursor !== ''; first = false) {
    const page = await ask('users.list', { limit: PAGE, ...(cursor !== '' && { cursor }) });
    if (page.outcome !== 'answered') return page.reason;
    const read = LIST.safeParse(page.answer);
    if (!read.success) return 'users.list';
    for (const user of read.data.members) {
      const member = readAccount(user, teamId);
      if (member === null || member.outsider === 'bot' || member.outsider === 'stranger') continue;
      members.set(member.id, member);
      // An account that is switched off may have left its address to a new one.
      if (member.email && isOff(members.get(member.email))) members.set(member.email, member);
    }
    cursor = read.data.response_metadata?.next_cursor ?? '';
  }
  return members;
}

/** Null: can be reached. */
async function lackOf(
  people: PeopleStore,
  { id }: Colleague,
  members: ReadonlyMap<string, SlackAccount>,
  teamId: string,
): Promise<Lack | null> {
  const tied = await people.accountOf(id, 'slack');
  if (tied?.tenant === teamId) return lackOfAccount(members.get(tied.account));
  const found = (await people.addressesOf(id)).flatMap((address) => members.get(address.toLowerCase()) ?? []);
  const lack = lackOfAccount(found.find(({ outsider }) => outsider === null) ?? found[0]);
  return lack ?? (tied ? 'elsewhere' : null);
}

function lackOfAccount(account: SlackAccount | undefined): Lack | null {
  if (account === undefined) return 'no-account';
  if (isOff(account)) return 'switched-off';
  return account.outsider === null ? null : 'guests';
}

function isOff(account: SlackAccount | undefined): boolean {
  return account === undefined || account.outsider === 'deactivated';
}
