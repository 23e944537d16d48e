/** Which meeting is moved or cancelled: never another one than the person means, and never one that somebody changed already. */

import { agendaPage } from '../agenda/agenda-answer.ts';
import type { Context } from '../bot/command.ts';
import { UserError } from '../bot/errors.ts';
import { buttonsPart } from '../bot/notice.ts';
import type { Button, Notice } from '../bot/reply.ts';
import { type FoundMeeting, findMeeting, meetingArgument } from './find-meeting.ts';
import { meetingsAhead } from './meeting.ts';

export type ToChange = {
  readonly found: FoundMeeting;
  /** What became of it already, to be shown instead; null when it can be changed. */
  readonly settled: Notice | null;
};

/**
 * The meeting of a button, or the next one of the team. When one before that was cancelled, as a second chair may not know, a typed line
 * is answered with the question which one is meant (a UserError).
 */
export async function meetingToChange(
  context: Context,
  which: { readonly bijeenkomst?: string | undefined; readonly leerteam?: string | undefined },
): Promise<ToChange> {
  const found = await findMeeting(context, 'meeting.plan', which);
  if (which.bijeenkomst === undefined) mustMean(context, found);
  const { state } = found.meeting;
  const isSettled = state === 'verzet' || state === 'vervallen' || state === 'gehouden';
  return { found, settled: isSettled ? await agendaPage(context, found) : null };
}

function mustMean({ say, today, now, intent }: Context, { team, meeting, calendar, stored }: FoundMeeting): void {
  const cancelled = meetingsAhead(team, calendar, stored, now).findLast(
    ({ date, state }) => date < meeting.date && state === 'vervallen',
  );
  if (!cancelled) return;
  const button: Button = {
    label: say.plain('agenda.mean.button', { date: say.date(meeting.date, today) }),
    intent: { name: intent.name, args: { ...intent.args, bijeenkomst: meetingArgument(team.id, meeting.date) } },
  };
  const words = { cancelled: say.date(cancelled.date, today), next: say.date(meeting.date, today) };
  throw new UserError(say('agenda.mean', words), buttonsPart([button]));
}
