/** "Bovenbouw komt niet donderdag, maar vrijdag bij elkaar": told once to everybody in the team (PRODUCT 1, besides the digest). */
import { answer, buttonsPart, textPart } from '../bot/notice.ts';
import type { Button, RichText } from '../bot/reply.ts';
import { schoolYearOf } from '../calendar/school-year.ts';
import type { Nudge, PostContext } from '../delivery/nudge.ts';
import { type FoundMeeting, meetingArgument } from './find-meeting.ts';
import { isOver, type TeamMeeting, teamMeetings } from './meeting.ts';
import { meetingOfSubject, nameOfMeeting } from './meeting-of-subject.ts';
import { startWords } from './meeting-words.ts';

export const changedNudge: Nudge = {
  kind: 'bijeenkomst-gewijzigd',

  // Comes of what somebody does, so it is never planned.
  plan: () => [],
  about: nameOfMeeting,
  lastDay: () => null,

  compose: async ({ subject }, context) => {
    const told = await tell(subject, context);
    return told && { parts: [textPart(told.words), ...buttonsPart(told.buttons)] };
  },

  composePost: async ({ subject, to }, context) => {
    const told = await tell(subject, context);
    if (!told) return null;
    const notice = answer(told.words, buttonsPart(told.buttons));
    return to.kind === 'channel' ? { ...notice, visibility: 'everyone' } : notice;
  },
};

type Told = { readonly words: RichText; readonly buttons: readonly Button[] };

/** What became of it by now; null when that is over. */
async function tell(
  subject: string,
  context: Pick<PostContext, 'store' | 'say' | 'now' | 'today'>,
): Promise<Told | null> {
  const { store, say, now, today } = context;
  const found = await meetingOfSubject(store, subject);
  if (!found) return null;
  const { team, meeting } = found;
  const date = say.date(meeting.date, today);
  if (meeting.state === 'vervallen') {
    if (meeting.date < today) return null;
    const words = { team: team.name, date };
    const { reason } = meeting;
    const said = reason
      ? say('agenda.told.cancelled', { ...words, reason })
      : say('agenda.told.cancelled-plain', words);
    return { words: said, buttons: [] };
  }
  const last = lastMove(found);
  if (last === null || isOver(last, now)) return null;
  const start = startWords(say, last, today);
  const show: Button = {
    label: say.plain('agenda.button.show'),
    intent: { name: 'agenda', args: { bijeenkomst: meetingArgument(team.id, last.date) } },
  };
  if (last.state === 'vervallen') {
    return { words: say('agenda.told.cancelled-plain', { team: team.name, date }), buttons: [] };
  }
  const words =
    last.date === meeting.date
      ? say('agenda.told.time', { team: team.name, start })
      : say('agenda.told.moved', { team: team.name, date, start });
  return { words, buttons: [show] };
}

/** Where it is after all moves; itself when it stands where it was. Null when that cannot be found (any more). */
function lastMove({ team, meeting, calendar, stored }: FoundMeeting): TeamMeeting | null {
  let at: TeamMeeting | null = meeting;
  const passed = new Set<string>();
  while (at?.state === 'verzet' && at.movedTo !== null && !passed.has(at.date)) {
    passed.add(at.date);
    const { movedTo }: TeamMeeting = at;
    at = teamMeetings(team, calendar, schoolYearOf(movedTo), stored).find(({ date }) => date === movedTo) ?? null;
  }
  return at?.state === 'verzet' ? null : at;
}
