/** "Verslag van Bovenbouw, donderdag 26 november": what is stored of a meeting, for who may see it. */
import type { Context } from '../bot/command.ts';
import { answer, buttonsPart, textPart } from '../bot/notice.ts';
import type { Button, Intent, Notice, Part } from '../bot/reply.ts';
import { type FoundMeeting, meetingArgument } from '../meetings/find-meeting.ts';
import { may } from '../people/permissions.ts';
import { teamArgument } from '../teams/find-team.ts';
import { untoldMeetings } from './meeting-told.ts';
import type { Minutes } from './minutes.store.ts';
import { fullParts, titleParts } from './minutes-parts.ts';

/** Members see all; director and IB decisions and what is shared with the MT. */
export async function minutesPage(context: Context, found: FoundMeeting): Promise<Notice> {
  const { say, today } = context;
  const { team, meeting } = found;
  const title = say('minutes.title', { team: team.name, date: say.date(meeting.date, today) });
  return answer(title, [...(await contentParts(context, found)), ...buttonsPart(await pageButtons(context, found))]);
}

/** Without title and buttons. */
export async function contentParts(context: Context, found: FoundMeeting): Promise<readonly Part[]> {
  const { say, actor } = context;
  const stored = await storedMinutes(context, found);
  if (!stored) return [textPart(say('minutes.none'))];
  const parts = seesAll(context, found)
    ? await fullParts({ ...context, reader: actor.id }, stored)
    : titleParts(say, stored);
  const nothing = stored.entries.length === 0 ? 'minutes.held-only' : 'minutes.nothing-more';
  return parts.length > 0 ? parts : [textPart(say(nothing))];
}

export async function storedMinutes(
  { store }: Pick<Context, 'store'>,
  { meeting }: FoundMeeting,
): Promise<Minutes | null> {
  return meeting.id === null ? null : store.minutes.of(meeting.id);
}

function seesAll({ actor }: Context, { team }: FoundMeeting): boolean {
  return may(actor, 'agenda.see', { schoolId: team.schoolId, teamId: team.id });
}

async function pageButtons(context: Context, found: FoundMeeting): Promise<readonly Button[]> {
  const { say, actor, today, now } = context;
  const { team, meeting } = found;
  if (!may(actor, 'minutes.write', { schoolId: team.schoolId, teamId: team.id })) return [];
  const earlier = untoldMeetings(found, now).filter(({ date }) => date !== meeting.date);
  const has = (await storedMinutes(context, found))?.entries.length;
  return [
    { label: say.plain(has ? 'minutes.button.add' : 'minutes.button.fill-in'), intent: additionIntent(found, {}) },
    newActionButton(context, found),
    ...earlier.slice(-1).map(({ date }) => ({
      label: say.plain('minutes.button.earlier', { date: say.dayMonth(date, today) }),
      intent: { name: 'agenda.verslag', args: { bijeenkomst: meetingArgument(team.id, date) } },
    })),
  ];
}

/** [Aanvullen]: the form for what is to be added, with what was filled in. */
export function additionIntent({ team, meeting }: FoundMeeting, filled: Intent['args']): Intent {
  const bijeenkomst = meetingArgument(team.id, meeting.date);
  return { name: 'agenda.verslag', args: { ...filled, bijeenkomst, aanvullen: 'ja', opnieuw: 'ja' } };
}

export function newActionButton({ say }: Context, { team, meeting }: FoundMeeting): Button {
  const args = { leerteam: teamArgument(team), bijeenkomst: meetingArgument(team.id, meeting.date) };
  return { label: say.plain('minutes.button.new-action'), intent: { name: 'actie.nieuw', args } };
}

export function showButton(
  { say }: Pick<Context, 'say'>,
  { team, meeting }: Pick<FoundMeeting, 'team' | 'meeting'>,
): Button {
  const args = { bijeenkomst: meetingArgument(team.id, meeting.date), toon: 'ja' };
  return { label: say.plain('minutes.button.show'), intent: { name: 'agenda.verslag', args } };
}
