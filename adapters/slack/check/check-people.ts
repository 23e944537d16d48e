/** `controleer`: who of the staff cannot be reached in Slack, because there is no account, it is switched off, or it is a guest's. */
import { z } from 'zod';
import type { LocalDate } from '../../../src/calendar/local-date.ts';
import type { Looked } from '../../../src/checkup/checkup.ts';
import type { Colleague, PeopleStore } from '../../../src/people/people.store.ts';
import type { CheckOptions } from './check.ts';
import type { Ask } from './check-api.ts';

/** As Slack advises for one page of `users.list`. */
const PAGE = 200;
/** Of more people the number is enough. */
const MOST_NAMED = 10;

const MEMBER = z.object({
  id: z.string(),
  team_id: z.string().optional(),
  deleted: z.boolean().default(false),
  is_bot: z.boolean().default(false),
  is_restricted: z.boolean().default(false),
  is_ultra_restricted: z.boolean().default(false),
  profile: z.object({ email: z.string().nullish() }).optional(),
});
type Member = z.infer<typeof MEMBER>;

const LIST = z.object({
  members: z.array(MEMBER),
  response_metadata: z.object({ next_cursor: z.string().default('') }).optional(),
});

/** What keeps somebody from using the bot. */
type Lack = 'no-account' | 'switched-off' | 'guests';

/** Compares everybody who works somewhere today with the accounts of this workspace. */
export async function checkPeople(
  { people, today, say }: Pick<CheckOptions, 'people' | 'today' | 'say'>,
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
  const staff = await everybody(people, today);
  const lacking: Record<Lack, Colleague[]> = { 'no-account': [], 'switched-off': [], guests: [] };
  for (const person of staff) {
    const lack = lackOf(await accountOf(people, person, members, teamId));
    if (lack !== null) lacking[lack].push(person);
  }
  const lacks = (Object.keys(lacking) as Lack[]).filter((lack) => lacking[lack].length > 0);
  if (lacks.length === 0)
    return staff.length > 0 ? [{ what: say('checkup.slack-people', { count: staff.length }), mend: null }] : [];
  return lacks.map((lack) => {
    const count = lacking[lack].length;
    const named = lacking[lack].slice(0, MOST_NAMED).map(({ name, email }) => `${name} (${email})`);
    const list = named.length === count ? say.list(named) : `${named.join(', ')}, …`;
    return { what: say(`checkup.slack-${lack}`, { count, people: list }), mend: say(`checkup.slack-${lack}-mend`) };
  });
}

/** By id and by address in lower case; or Slack's reason for not telling. Bots and people of other workspaces are not in it. */
async function membersOf(ask: Ask, teamId: string): Promise<ReadonlyMap<string, Member> | string> {
  const members = new Map<string, Member>();
  for (let cursor = '', first = true; first || cursor !== ''; first = false) {
    const page = await ask('users.list', { limit: PAGE, ...(cursor !== '' && { cursor }) });
    if (page.outcome !== 'answered') return page.reason;
    const read = LIST.safeParse(page.answer);
    if (!read.success) return 'users.list';
    for (const member of read.data.members) {
      if (member.is_bot || (member.team_id ?? teamId) !== teamId) continue;
      members.set(member.id, member);
      const email = member.profile?.email?.toLowerCase();
      // An account that is switched off may have left its address to a new one.
      if (email && (members.get(email)?.deleted ?? true)) members.set(email, member);
    }
    cursor = read.data.response_metadata?.next_cursor ?? '';
  }
  return members;
}

/** Everybody who works somewhere on `today`, each once, by school and name. */
async function everybody(people: PeopleStore, today: LocalDate): Promise<readonly Colleague[]> {
  const schools = await people.schools();
  const groups = await Promise.all(schools.map(({ id }) => people.colleagues(id, today)));
  const all = [...groups.flat(), ...(await people.governors(today))];
  return [...new Map(all.map((person) => [person.id, person])).values()];
}

/** The account that is tied to this person, else the one with an address of theirs. */
async function accountOf(
  people: PeopleStore,
  { id }: Colleague,
  members: ReadonlyMap<string, Member>,
  teamId: string,
): Promise<Member | null> {
  const tied = await people.accountOf(id, 'slack');
  if (tied?.tenant === teamId) return members.get(tied.account) ?? null;
  const found = (await people.addressesOf(id)).flatMap((address) => members.get(address.toLowerCase()) ?? []);
  return found.find(({ deleted }) => !deleted) ?? found[0] ?? null;
}

function lackOf(member: Member | null): Lack | null {
  if (member === null) return 'no-account';
  if (member.deleted) return 'switched-off';
  return member.is_restricted || member.is_ultra_restricted ? 'guests' : null;
}
