/** `/agenda ging niet door`: a meeting that should have been did not take place; asks for a new date or a reason. */
import { z } from 'zod';
import { type Context, command } from '../bot/command.ts';
import { UserError } from '../bot/errors.ts';
import { answer, buttonsPart } from '../bot/notice.ts';
import type { Form } from '../bot/reply.ts';
import { wordsOf } from '../bot/tokens.ts';
import { NOTHING_TO_TELL } from '../delivery/announcement.ts';
import { worksWithGoals } from '../goals/goal-access.ts';
import { mustFit } from '../goals/lengths.ts';
import { type FoundMeeting, meetingArgument, seen } from '../meetings/find-meeting.ts';
import { hasBegun, meetingToTell } from './meeting-told.ts';
import { showButton } from './minutes-page.ts';
import { notHeldQuestion } from './not-held-question.ts';

const REASON_LENGTH = 200;

export const notHeld = command({
  intent: 'agenda.ging-niet-door',
  words: ['agenda ging niet door'],
  example: '/agenda ging niet door',
  help: null,
  listedFor: worksWithGoals,
  parse: (rest): Record<string, string> => (rest.length === 0 ? {} : { reden: wordsOf(rest) }),
  args: z.object({
    bijeenkomst: z.string().optional(),
    leerteam: z.string().optional(),
    /** Said that there is no new date. */
    nieuw: z.literal('nee').optional(),
    reden: z.string().optional(),
  }),
  run: async (context, { reden, nieuw, ...told }) => {
    const { say, store, stamp, today, now } = context;
    const found = await meetingToTell(context, 'meeting.plan', told);
    const { team, meeting } = found;
    const name = { team: team.name, date: say.date(meeting.date, today) };
    if (meeting.state === 'gehouden') {
      throw new UserError(say('minutes.was-held', name), buttonsPart([showButton(context, found)]));
    }
    if (!hasBegun(meeting, now)) return notHeldQuestion(context, found);
    if (reden === undefined) return nieuw ? form(context, found) : notHeldQuestion(context, found);
    mustFit(reden, REASON_LENGTH, say.plain('minutes.field.reason'), say);
    await store.agenda.cancel(stamp, seen(found), reden, NOTHING_TO_TELL);
    return answer(say('minutes.not-held.saved', name));
  },
});

function form({ say, intent, today }: Context, { team, meeting }: FoundMeeting): Form {
  return {
    kind: 'form',
    title: say.plain('minutes.not-held.title', { team: team.name, date: say.date(meeting.date, today) }),
    short: say.plain('minutes.not-held.short'),
    intro: null,
    fields: [
      {
        kind: 'text',
        name: 'reden',
        label: say.plain('minutes.field.reason'),
        required: true,
        maxLength: REASON_LENGTH,
      },
    ],
    intent: { name: intent.name, args: { bijeenkomst: meetingArgument(team.id, meeting.date), nieuw: 'nee' } },
    submit: say.plain('bot.save'),
    small: say('minutes.not-held.small'),
  };
}
