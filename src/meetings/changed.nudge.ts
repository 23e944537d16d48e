/** "Bovenbouw komt niet donderdag, maar vrijdag bij elkaar": told once to everybody in the team (PRODUCT 1, besides the digest). */
import { answer, buttonsPart, textPart } from '../bot/notice.ts';
import type { Button, RichText } from '../bot/reply.ts';
import type { Nudge, PostContext, Reference } from '../delivery/nudge.ts';
import { calendarButton } from './calendar-button.ts';
import { changedTell, knownTime } from './changed-meeting.ts';
import { meetingArgument } from './find-meeting.ts';
import { lastMove } from './last-move.ts';
import { isOver } from './meeting.ts';
import { meetingOfSubject, nameOfMeeting } from './meeting-of-subject.ts';
import { startWords } from './meeting-words.ts';

export const changedNudge: Nudge = {
  kind: 'bijeenkomst-gewijzigd',

  // Comes of what somebody does, so it is never planned.
  plan: () => [],
  about: nameOfMeeting,
  lastDay: () => null,

  compose: async (reference, context) => {
    const told = await tell(reference, context);
    return told && { parts: [textPart(told.words), ...buttonsPart(told.buttons)] };
  },

  insteadOf: async ({ key, subject, untilDay }, { store, today }) => {
    const found = await meetingOfSubject(store, subject);
    const members = found ? await store.people.teamPeople(found.team.id, today) : [];
    return members.map(({ id }) => changedTell(found!.team, { key, subject }, id, today, untilDay));
  },

  composePost: async (post, context) => {
    const told = await tell(post, context);
    if (!told) return null;
    const notice = answer(told.words, buttonsPart(told.buttons));
    return post.to.kind === 'channel' ? { ...notice, visibility: 'everyone' } : notice;
  },
};

type Told = { readonly words: RichText; readonly buttons: readonly Button[] };

/** What became of it by now; null when that is over, or when it is where its receiver knows it to be. */
async function tell({ subject, key }: Pick<Reference, 'subject' | 'key'>, context: PostContext): Promise<Told | null> {
  const { store, say, now, today, receiver } = context;
  const found = await meetingOfSubject(store, subject);
  if (!found) return null;
  // Who left the team since has nothing to do with it; a post in the channel has no receiver.
  if (receiver && !receiver.teams.some(({ teamId }) => teamId === found.team.id)) return null;
  const { team, meeting } = found;
  const date = say.date(meeting.date, today);
  const last = lastMove(found);
  if (last?.state === 'vervallen') {
    if (last.date < today) return null;
    const words = { team: team.name, date };
    const { reason } = last;
    const said = reason
      ? say('agenda.told.cancelled', { ...words, reason })
      : say('agenda.told.cancelled-plain', words);
    return { words: said, buttons: [calendarButton(context, team, last.date, 'strike')] };
  }
  if (last === null || isOver(last, now)) return null;
  if (last.date === meeting.date && last.time === knownTime(key)) return null;
  const start = startWords(say, last, today);
  const show: Button = {
    label: say.plain('agenda.button.show'),
    intent: { name: 'agenda', args: { bijeenkomst: meetingArgument(team.id, last.date) } },
  };
  const words =
    last.date === meeting.date
      ? say('agenda.told.time', { team: team.name, start })
      : say('agenda.told.moved', { team: team.name, date, start });
  return { words, buttons: [show, calendarButton(context, team, last.date)] };
}
