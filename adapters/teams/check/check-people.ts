/** `controleer`: who of the staff cannot be reached in Teams, because the app is not there for them, or they are tied to an account elsewhere. */
import type { Looked } from '../../../src/checkup/checkup.ts';
import { everybody } from '../../../src/people/everybody.ts';
import type { Colleague } from '../../../src/people/people.store.ts';
import type { CheckOptions } from './check.ts';

/** Of more people the number is enough. */
const MOST_NAMED = 10;

/** What keeps somebody from hearing anything. */
type Lack = 'no-app' | 'elsewhere';

/** Compares everybody who works somewhere today with whom Teams ever told of. Who can be reached by another way is not missed here. */
export async function checkPeople({
  config,
  people,
  conversations,
  today,
  say,
  onlyWay,
}: Pick<CheckOptions, 'config' | 'people' | 'conversations' | 'today' | 'say' | 'onlyWay'>): Promise<
  readonly Looked[]
> {
  const staff = await everybody(people, today);
  const reachable = await conversations.reachable();
  const lacking: Record<Lack, Colleague[]> = { 'no-app': [], elsewhere: [] };
  for (const person of staff) {
    const tied = await people.accountOf(person.id, 'teams');
    if (tied !== null && !config.tenants.includes(tied.tenant)) lacking.elsewhere.push(person);
    else if (!reachable.has(person.id)) lacking['no-app'].push(person);
  }
  const count = staff.length - lacking['no-app'].length - lacking.elsewhere.length;
  if (!onlyWay) lacking['no-app'] = [];
  const lacks = (Object.keys(lacking) as Lack[]).filter((lack) => lacking[lack].length > 0);
  const reached =
    count === staff.length
      ? say('checkup.teams-people', { count })
      : say('checkup.teams-some', { count, all: staff.length });
  return [
    ...(count > 0 ? [{ what: reached, mend: null }] : []),
    ...lacks.map((lack) => ({
      what: say(`checkup.teams-${lack}`, { count: lacking[lack].length, people: named(lacking[lack], say) }),
      mend: say(`checkup.teams-${lack}-mend`),
    })),
  ];
}

function named(people: readonly Colleague[], say: CheckOptions['say']): string {
  const first = people.slice(0, MOST_NAMED).map(({ name, email }) => `${name} (${email})`);
  return first.length === people.length ? say.list(first) : `${first.join(', ')}, …`;
}
