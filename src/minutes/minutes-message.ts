/** "Verslag van Bovenbouw, donderdag 26 november": what the team gets when minutes are saved, in its channel or in each member's digest. */
import { buttonsPart, textPart } from '../bot/notice.ts';
import type { Part, RichText } from '../bot/reply.ts';
import type { LocalDate } from '../calendar/local-date.ts';
import type { PostContext } from '../delivery/nudge.ts';
import { readSubject } from '../delivery/subject.ts';
import type { TeamId } from '../people/person.ts';
import { showButton } from './minutes-page.ts';
import { shortParts } from './minutes-parts.ts';

const PREFIX = 'verslag-klaar';

/** The post in the channel; one for each meeting, which is edited when something is added. */
export function savedPostKey(teamId: TeamId, date: LocalDate): string {
  return `${PREFIX}:${teamId}:${date}`;
}

/** The point in a member's digest: again when something is added, also on the day on which it went out. */
export function savedTellKey(teamId: TeamId, date: LocalDate, receiver: number, at: Date): string {
  return `${savedPostKey(teamId, date)}:${receiver}:${at.getTime()}`;
}

export function isSavedMinutes(key: string): boolean {
  return key.startsWith(`${PREFIX}:`);
}

export type SavedMinutes = { readonly title: RichText; readonly parts: readonly Part[] };

/** What is stored by now; null when nothing is, or for somebody who left the team. */
export async function savedMinutes(
  subject: string,
  { store, say, today, receiver }: PostContext,
): Promise<SavedMinutes | null> {
  const about = readSubject(subject);
  if (about?.kind !== 'meeting') return null;
  const team = await store.agenda.team(about.teamId);
  const meeting = (await store.agenda.meetings(about.teamId)).find(({ date }) => date === about.date);
  const stored = meeting && (await store.minutes.of(meeting.id));
  if (!team || !stored || (receiver && !receiver.teams.some(({ teamId }) => teamId === team.id))) return null;
  const shown = { store, say, today, reader: receiver?.id ?? null };
  const parts = await shortParts(shown, stored);
  const none = parts.length === 0 ? [textPart(say('minutes.nothing-short'))] : [];
  const show = showButton({ say }, { team, meeting: { ...meeting, closed: null } });
  return {
    title: say('minutes.title', { team: team.name, date: say.date(meeting.date, today) }),
    parts: [...parts, ...none, ...buttonsPart([show])],
  };
}
