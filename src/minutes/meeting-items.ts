/** Which waiting points were on the agenda of a meeting, and which of them stay there when nobody says so. */

import type { AgendaItem, ItemCause } from '../agenda/agenda-item.ts';
import { loadAgenda } from '../agenda/load-agenda.ts';
import { instantAt } from '../calendar/zone.ts';
import type { FoundMeeting } from '../meetings/find-meeting.ts';
import { endOf } from '../meetings/meeting.ts';
import type { Store } from '../store.ts';

/** Open points that were there before the meeting ended and that the chair did not leave for later. */
export async function itemsOnAgenda(store: Store, found: FoundMeeting): Promise<readonly AgendaItem[]> {
  const { meeting } = found;
  const { lines } = await loadAgenda(store, found);
  const items = lines.flatMap(({ about }) => (about.kind === 'item' ? [about.item] : []));
  const end = instantAt(meeting.date, endOf(meeting));
  const isThere = items.map(async (item) => {
    if (item.madeOn !== meeting.date) return item.madeOn < meeting.date;
    return !(await madeAfter(store, item, end));
  });
  const there = await Promise.all(isThere);
  return items.filter((_, index) => there[index]);
}

/** What was brought up after the meeting is for the next one. */
async function madeAfter(store: Store, { id }: AgendaItem, end: Date): Promise<boolean> {
  const made = (await store.agenda.itemEvents(id)).find(({ what }) => what === 'gemaakt');
  return made !== undefined && made.at > end;
}

const CLOSE_BY_THEMSELVES: readonly (ItemCause | null)[] = [
  'doel zonder update',
  'actie te laat',
  'advies aan het MT',
  'advies wacht',
  'concept-advies',
];

/** Does it leave the agenda when its cause is gone? Such a point stays until then, unless somebody says that it was dealt with. */
export function closesByItself({ cause }: Pick<AgendaItem, 'cause'>): boolean {
  return CLOSE_BY_THEMSELVES.includes(cause);
}
