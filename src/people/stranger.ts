/** "Hoi, ik ken je nog niet. Vraag Axel om je toe te voegen.": whom to ask for whoever the bot cannot help, and nothing else (PRODUCT 2, Accounts). */
import type { RichText } from '../bot/reply.ts';
import type { Sender } from '../bot/request.ts';
import type { Say } from '../bot/text.ts';
import type { LocalDate } from '../calendar/local-date.ts';
import type { Store } from '../store.ts';

/** For a sender for whom `identify` found nobody, or nobody in service. `today`: who is in service and who is admin then. */
export async function strangerWords(
  { people }: Pick<Store, 'people'>,
  say: Say,
  sender: Sender,
  today: LocalDate,
): Promise<RichText> {
  const names = (await people.admins(today)).slice(0, 3).map(({ name }) => name);
  const admins = names.length > 0 ? say.list(names) : say.plain('bot.whoever-runs');
  if (sender.kind === 'machine') return say('bot.stranger', { admins });
  if (sender.addresses.length === 0) return say('bot.stranger-no-address', { admins });
  const found = await Promise.all(sender.addresses.map((address) => people.actorByEmail(address, today)));
  const inService = new Set(found.flatMap((actor) => (actor && actor.employments.length > 0 ? [actor.id] : [])));
  // One person, and still not tied: another account of theirs is. With two people nobody knows whose this is.
  return say(inService.size === 1 ? 'bot.second-account' : 'bot.stranger', { admins });
}
