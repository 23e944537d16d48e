/** The agenda of one meeting as it stands now: what the store knows, put together by the rule. */

import type { FoundMeeting } from '../meetings/find-meeting.ts';
import type { Store } from '../store.ts';
import { type Agenda, draftAgenda } from './draft-agenda.ts';

export async function loadAgenda(store: Store, { team, meeting, calendar }: FoundMeeting): Promise<Agenda> {
  const { id, schoolId, chairId } = team;
  const [goals, actions, items, lineMinutes] = await Promise.all([
    store.goals.lines({ schoolIds: [schoolId], ownedBy: { teamIds: [id], personId: chairId } }),
    store.actions.lines({ teamId: id, states: ['open'] }),
    store.agenda.openItems(schoolId, id),
    meeting.id === null ? new Map<string, number>() : store.agenda.lineMinutes(meeting.id),
  ]);
  // Those that are an item themselves are not spoken of twice.
  const late = new Set(items.filter(({ cause }) => cause === 'actie te laat').map(({ actionId }) => actionId));
  const openActions = actions.filter(
    ({ id, due, meetingId }) => !late.has(id) && (meetingId !== null || due <= meeting.date),
  ).length;
  return draftAgenda({ team, meeting, calendar, goals, openActions, items, lineMinutes });
}
