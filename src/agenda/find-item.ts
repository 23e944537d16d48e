/** "Welk punt bedoel je?": from a button (`id:12`) or the number on the agenda to one item. */
import { type Context, short } from '../bot/command.ts';
import { UserError } from '../bot/errors.ts';
import { buttonsPart } from '../bot/notice.ts';
import { findMeeting } from '../meetings/find-meeting.ts';
import { may } from '../people/permissions.ts';
import type { Leerteam } from '../teams/leerteam.ts';
import type { AgendaItem, ItemId } from './agenda-item.ts';
import { loadAgenda } from './load-agenda.ts';

export type FoundItem = { readonly item: AgendaItem; readonly team: Leerteam };

/** The item of a team's agenda, whatever became of it. Throws a UserError when there is none or its agenda is not theirs to see. */
export async function findItem(context: Context, typed: string): Promise<FoundItem> {
  const { actor, store } = context;
  const id = /^id:(\d{1,15})$/.exec(typed);
  if (!id) return byNumber(context, typed);
  const item = await store.agenda.item(Number(id[1]) as ItemId);
  const team = item?.teamId ? await store.agenda.team(item.teamId) : null;
  // The same for what is not there and what is not theirs to see, so that nothing shows that it is there.
  if (!item || !team || !may(actor, 'agenda.see-titles', { schoolId: team.schoolId, teamId: team.id })) {
    throw unknown(context, typed);
  }
  return { item, team };
}

/** As the next agenda of the person's team numbers its lines. */
async function byNumber(context: Context, typed: string): Promise<FoundItem> {
  const found = await findMeeting(context, 'agenda.see', {});
  const line = (await loadAgenda(context.store, found)).lines[Number(typed) - 1];
  if (line?.about.kind !== 'item') throw unknown(context, typed);
  return { item: line.about.item, team: found.team };
}

function unknown({ say }: Context, typed: string): UserError {
  const button = { label: say.plain('agenda.button.show'), intent: { name: 'agenda', args: {} } };
  return new UserError(say('agenda.item.unknown', { typed: short(typed.replace(/^id:/, '')) }), buttonsPart([button]));
}
