/** `/school account los Sanne`: lets go of somebody's Slack or Teams account, so that the next one they use can be tied. */
import { z } from 'zod';
import { type Context, command } from '../bot/command.ts';
import { UserError } from '../bot/errors.ts';
import { answer } from '../bot/notice.ts';
import { wordsOf } from '../bot/tokens.ts';
import { eachOnce, everybody } from '../people/everybody.ts';
import { meantColleague } from '../people/find-colleague.ts';
import type { Account, Colleague } from '../people/people.store.ts';
import { hasRole } from '../people/permissions.ts';
import type { Actor, PersonId } from '../people/person.ts';

const PLATFORMS: readonly Account['platform'][] = ['slack', 'teams'];

export const unlinkAccount = command({
  intent: 'school.account.los',
  words: ['school account los'],
  example: '/school account los Sanne',
  help: null,
  listedFor: mayUnlink,
  parse: (rest): Record<string, string> | null => (rest.length === 0 ? null : { persoon: wordsOf(rest) }),
  args: z.object({ persoon: z.string() }),
  run: async (context, { persoon }) => {
    const { say } = context;
    await refuseOthers(context);
    const person = meantColleague(context, await mayHaveAccount(context), persoon, 'persoon');
    const count = await unlink(context, person.id);
    return answer(say(count > 0 ? 'account.unlinked' : 'account.none', { name: person.name }));
  },
});

/** Who uses which account is technical, and not for one school only. */
function mayUnlink(actor: Actor): boolean {
  return hasRole(actor, 'beheerder', null);
}

async function refuseOthers({ actor, store, say, today }: Context): Promise<void> {
  if (mayUnlink(actor)) return;
  const admins = await store.people.admins(today);
  if (admins.length === 0) throw new UserError(say('bot.refused-plain'));
  throw new UserError(say('account.refused', { who: say.list(admins.map(({ name }) => name).slice(0, 3)) }));
}

/** Who works somewhere today, and who has left with an account that somebody else should have. */
async function mayHaveAccount({ store, today }: Context): Promise<readonly Colleague[]> {
  return eachOnce([...(await everybody(store.people, today)), ...(await store.people.accountHolders())]);
}

/** How many accounts there were. */
async function unlink({ store, stamp }: Context, person: PersonId): Promise<number> {
  let count = 0;
  for (const platform of PLATFORMS) {
    // A control counts once, and it is one act.
    const once = count === 0 ? stamp.once : null;
    count += await store.people.unlinkAccounts({ ...stamp, once }, person, platform);
  }
  return count;
}
