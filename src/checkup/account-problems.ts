/** `controleer`: accounts of Slack or Teams that could not be tied to one person (PRODUCT 2, Accounts). */
import type { Say } from '../bot/text.ts';
import type { RefusedAccount } from '../people/people.store.ts';
import type { Store } from '../store.ts';
import type { Problem } from './checkup.ts';

/** Of more accounts the number is enough. */
const MOST_NAMED = 10;

const PLATFORM = { slack: 'Slack', teams: 'Teams' } as const;

/** Newest first; one line each. */
export async function accountProblems({ people }: Store, say: Say): Promise<readonly Problem[]> {
  const refused = await people.refusedAccounts();
  const more = refused.length - MOST_NAMED;
  const problems = refused.slice(0, MOST_NAMED).map((one) => problemOf(one, say));
  if (more > 0)
    problems.push({ what: say('checkup.accounts-more', { count: more }), mend: say('checkup.accounts-more-mend') });
  return problems;
}

function problemOf({ account, people }: RefusedAccount, say: Say): Problem {
  const platform = PLATFORM[account.platform];
  const [person, ...others] = people;
  if (person && others.length === 0) {
    const { name, email } = person;
    return {
      what: say('checkup.account-second', { platform, account: account.account, name, email }),
      mend: say('checkup.account-second-mend', { name }),
    };
  }
  const named = people.map(({ name, email }) => `${name} (${email})`);
  return {
    what: say('checkup.account-of-two', { platform, account: account.account, people: say.list(named) }),
    mend: say('checkup.account-of-two-mend'),
  };
}
