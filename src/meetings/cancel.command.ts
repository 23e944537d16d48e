/** `/agenda vervalt studiedag van de stichting`: asks for a new day or a reason; everybody hears it once, and nothing on the agenda is lost. */
import { z } from 'zod';
import { showMeeting, storedAgenda } from '../agenda/agenda-answer.ts';
import { type Context, command } from '../bot/command.ts';
import { Stale, UserError } from '../bot/errors.ts';
import { answer, buttonsPart, textPart } from '../bot/notice.ts';
import type { Button, Form, Notice, Part, Reply } from '../bot/reply.ts';
import { wordsOf } from '../bot/tokens.ts';
import { NOTHING_TO_TELL } from '../delivery/announcement.ts';
import { askDate } from './ask-date.ts';
import { changedMeeting } from './changed-meeting.ts';
import { type FoundMeeting, meetingArgument, nextMeeting, seen, teamYear } from './find-meeting.ts';
import { isOver } from './meeting.ts';
import { meetingToChange } from './meeting-to-change.ts';
import { meetingTitle } from './meeting-words.ts';
import { plansMeetings } from './plans-meetings.ts';
import { teamOn } from './team-workers.ts';

const REASON_LENGTH = 300;

export const cancel = command({
  intent: 'agenda.vervalt',
  words: ['agenda vervalt'],
  example: 'example.agenda-cancel',
  help: 'help.agenda.cancel',
  listedFor: plansMeetings,
  parse: (rest): Record<string, string> => (rest.length === 0 ? {} : { reden: wordsOf(rest) }),
  args: z.object({
    bijeenkomst: z.string().optional(),
    leerteam: z.string().optional(),
    reden: z.string().optional(),
    /** The form for the reason. */
    vraag: z.literal('reden').optional(),
  }),
  run: async (context, { reden, vraag, ...which }): Promise<Reply> => {
    const { say } = context;
    const { found, settled } = await meetingToChange(context, which);
    if (settled) return settled;
    if (reden === undefined) return vraag ? reasonForm(context, found) : ask(context, found);
    if ([...reden].length > REASON_LENGTH) {
      throw new UserError(say('agenda.cancel.reason-too-long', { max: REASON_LENGTH }));
    }
    return cancelNow(context, found, reden);
  },
  again: showMeeting,
});

function args({ team, meeting }: FoundMeeting) {
  return { bijeenkomst: meetingArgument(team.id, meeting.date) };
}

/** A new day first: what is only cancelled is easily forgotten. */
async function ask(context: Context, found: FoundMeeting): Promise<Notice> {
  const { say, today } = context;
  const question = say('agenda.cancel.question', { meeting: meetingTitle(say, found.team, found.meeting, today) });
  const only: Button = {
    label: say.plain('agenda.cancel.only'),
    intent: { name: 'agenda.vervalt', args: { ...args(found), vraag: 'reden' } },
  };
  return askDate(context, found, question, [only]);
}

function reasonForm({ say }: Context, found: FoundMeeting): Form {
  return {
    kind: 'form',
    title: say.plain('agenda.cancel.title', { team: found.team.name }),
    intro: null,
    fields: [
      {
        kind: 'text',
        name: 'reden',
        label: say.plain('agenda.cancel.reason'),
        required: true,
        maxLength: REASON_LENGTH,
      },
    ],
    intent: { name: 'agenda.vervalt', args: args(found) },
    submit: say.plain('agenda.button.cancel'),
    small: say('agenda.cancel.small'),
  };
}

async function cancelNow(context: Context, found: FoundMeeting, reason: string): Promise<Notice> {
  const { actor, now, say, stamp, store, today } = context;
  const { team, meeting } = found;
  const state = await store.outbox.schoolState(team.schoolId);
  if (!state) throw new Error('a team without a school');
  const others = teamOn(state, team, today).filter(({ id }) => id !== actor.id);
  // Of a meeting that should have been everybody knows.
  const isPast = isOver(meeting, now);
  const announcement = isPast ? NOTHING_TO_TELL : changedMeeting(found, null, others, now);
  try {
    await store.agenda.cancel(stamp, seen(found), reason, announcement);
  } catch (error) {
    if (!(error instanceof Stale)) throw error;
    return storedAgenda(context, found, say('agenda.changed-meanwhile'));
  }
  const name = { team: team.name, date: say.date(meeting.date, today) };
  if (isPast) return answer(say('minutes.not-held.saved', name));
  const title = say('agenda.cancel.done', name);
  return answer(title, await whatIsLeft(context, found));
}

/** Where the points go, and who hears it. */
async function whatIsLeft(context: Context, { team }: FoundMeeting): Promise<readonly Part[]> {
  const { now, say, store, today } = context;
  const next = nextMeeting(await teamYear(store, team), now);
  const points = (await store.agenda.openItems(team.schoolId, team.id)).length;
  const show: Button | null = next && {
    label: say.plain('agenda.button.show'),
    intent: { name: 'agenda', args: { bijeenkomst: meetingArgument(team.id, next.date) } },
  };
  return [
    ...(points > 0 && next
      ? [textPart(say('agenda.cancel.points', { count: points, date: say.date(next.date, today) }))]
      : []),
    { kind: 'small', text: say(team.channel === '' ? 'agenda.told-members' : 'agenda.told-channel') },
    ...buttonsPart(show ? [show] : []),
  ];
}
