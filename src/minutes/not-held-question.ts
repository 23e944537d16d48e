/** "Gaat het niet door? Kies meteen een nieuwe datum. Dan weet iedereen waar die aan toe is." */
import type { Context } from '../bot/command.ts';
import { answer, buttonsPart } from '../bot/notice.ts';
import type { Button, Notice } from '../bot/reply.ts';
import { refusal } from '../goals/goal-access.ts';
import { type FoundMeeting, meetingArgument } from '../meetings/find-meeting.ts';
import { may } from '../people/permissions.ts';
import { hasBegun } from './meeting-told.ts';

/** Asks for a new date or a reason; `more` are buttons beside those. Throws a UserError for who may not cancel a meeting. */
export async function notHeldQuestion(
  context: Context,
  { team, meeting }: FoundMeeting,
  more: readonly Button[] = [],
): Promise<Notice> {
  const { say, actor, today, now } = context;
  const subject = { schoolId: team.schoolId, teamId: team.id };
  if (!may(actor, 'meeting.plan', subject)) throw await refusal(context, 'meeting.plan', subject);
  const args = { bijeenkomst: meetingArgument(team.id, meeting.date) };
  return {
    ...answer(
      say('minutes.not-held.ask', { team: team.name, date: say.date(meeting.date, today) }),
      buttonsPart([
        { label: say.plain('minutes.button.new-date'), intent: { name: 'agenda.verzet', args } },
        {
          label: say.plain('minutes.button.no-date'),
          // One that is still to come is cancelled, so that everybody hears of it.
          intent: hasBegun(meeting, now)
            ? { name: 'agenda.ging-niet-door', args: { ...args, nieuw: 'nee' } }
            : { name: 'agenda.vervalt', args },
        },
        ...more,
      ]),
    ),
    changedNothing: true,
  };
}
