/** Which waiting points were on the agenda of a meeting, and which of them stay there when nobody says so. */

import type { AgendaItem, ItemCause } from '../agenda/agenda-item.ts';
import { loadAgenda } from '../agenda/load-agenda.ts';
import { instantAt, localDateOf } from '../calendar/zone.ts';
import type { FoundMeeting } from '../meetings/find-meeting.ts';
import { endOf, type MeetingId } from '../meetings/meeting.ts';
import type { Store } from '../store.ts';

/** Open points that were there before the meeting ended, that the chair did not leave for later and that no later meeting moved on. */
export async function itemsOnAgenda(store: Store, found: FoundMeeting): Promise<readonly AgendaItem[]> {
  const { meeting, stored } = found;
  const later = new Set(stored.filter(({ date }) => date > meeting.date).map(({ id }) => id));
  const { lines } = await loadAgenda(store, found);
  const items = lines.flatMap(({ about }) => (about.kind === 'item' ? [about.item] : []));
  const end = instantAt(meeting.date, endOf(meeting));
  const isThere = items.map(async (item) => {
    if (item.madeOn > meeting.date || (await movedOnBy(store, item, later))) return false;
    return !(await newsAfter(store, item, end));
  });
  const there = await Promise.all(isThere);
  return items.filter((_, index) => there[index]);
}

/** Who tells of an older meeting last cannot mean what one of these left open. */
async function movedOnBy(store: Store, item: AgendaItem, later: ReadonlySet<MeetingId>): Promise<boolean> {
  if (item.carried === 0) return false;
  const events = await store.agenda.itemEvents(item.id);
  return events.some(({ meetingId }) => meetingId !== null && later.has(meetingId));
}

/** What was brought up, or answered by the MT, after the meeting is for the next one. */
async function newsAfter(store: Store, { id, cause, adviceId, madeOn }: AgendaItem, end: Date): Promise<boolean> {
  if (cause === 'antwoord van het MT' && adviceId !== null) {
    return (await store.advice.events(adviceId)).some(({ at }) => at > end);
  }
  if (madeOn < localDateOf(end)) return false;
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
