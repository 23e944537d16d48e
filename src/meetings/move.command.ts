/** `/agenda verzet vrijdag`: the meeting gets another day, and everybody hears it once. */
import { z } from 'zod';
import type { ActionLine } from '../actions/actions.store.ts';
import { showMeeting, storedAgenda } from '../agenda/agenda-answer.ts';
import { type Context, command } from '../bot/command.ts';
import { Stale } from '../bot/errors.ts';
import { answer, buttonsPart, textPart } from '../bot/notice.ts';
import type { Button, Notice, Part, Reply } from '../bot/reply.ts';
import type { SchoolState } from '../delivery/nudge.ts';
import { may } from '../people/permissions.ts';
import { askDate, dateForm } from './ask-date.ts';
import { changedMeeting } from './changed-meeting.ts';
import { type FoundMeeting, meetingArgument, seen } from './find-meeting.ts';
import type { StoredMeeting } from './meeting.ts';
import { meetingToChange } from './meeting-to-change.ts';
import { meetingTitle, startWords } from './meeting-words.ts';
import { newTimes, readDate } from './new-times.ts';
import { plansMeetings } from './plans-meetings.ts';
import { missingOn } from './propose-days.ts';
import { readMove } from './read-move.ts';
import { teamOn } from './team-workers.ts';

export const move = command({
  intent: 'agenda.verzet',
  words: ['agenda verzet'],
  example: 'example.agenda-move',
  help: 'help.agenda.move',
  listedFor: plansMeetings,
  parse: (rest, today) =>
    readMove(
      rest.map(({ text }) => text),
      today,
    ),
  args: z.object({
    bijeenkomst: z.string().optional(),
    leerteam: z.string().optional(),
    naar: z.string().optional(),
    tijd: z.string().optional(),
    /** Open actions that are due on the day of the meeting move along. */
    acties: z.string().optional(),
    /** The form for a day of one's own choice. */
    vraag: z.literal('datum').optional(),
  }),
  run: async (context, { naar, tijd, acties, vraag, ...which }): Promise<Reply> => {
    // A date that cannot be read is a slip, whichever meeting is meant.
    if (naar !== undefined) {
      const { leerteam, bijeenkomst } = which;
      const again = {
        ...(leerteam && { leerteam }),
        ...(bijeenkomst && { bijeenkomst }),
        ...(tijd && { tijd }),
        ...(acties && { acties }),
      };
      readDate(context, naar, { name: 'agenda.verzet', args: { ...again, vraag: 'datum' } });
    }
    const { found, settled } = await meetingToChange(context, which);
    if (settled) return settled;
    const due = await dueActions(context, found);
    if (vraag !== undefined && naar === undefined) return dateForm(context, found, due);
    if (naar === undefined && tijd === undefined) return askDate(context, found, question(context, found), []);
    const to = newTimes(context, found, naar, tijd);
    return moveTo(context, found, to, acties === 'ja' ? due : []);
  },
  again: showMeeting,
});

function question({ say, today }: Context, { team, meeting }: FoundMeeting) {
  return say('agenda.move.question', { meeting: meetingTitle(say, team, meeting, today) });
}

/** The team's open actions that are due on the day of the meeting; none for a director of another team, who does not see them. */
export async function dueActions(
  { actor, store }: Context,
  { team, meeting }: FoundMeeting,
): Promise<readonly ActionLine[]> {
  if (!may(actor, 'agenda.see', { schoolId: team.schoolId, teamId: team.id })) return [];
  const open = await store.actions.lines({ teamId: team.id, states: ['open'] });
  return open.filter(({ due }) => due === meeting.date);
}

async function moveTo(
  context: Context,
  found: FoundMeeting,
  to: Pick<StoredMeeting, 'date' | 'time' | 'duration'>,
  actions: readonly ActionLine[],
): Promise<Notice> {
  const { actor, now, say, stamp, store, today } = context;
  const { team } = found;
  const state = await store.outbox.schoolState(team.schoolId);
  if (!state) throw new Error('a team without a school');
  const others = teamOn(state, team, today).filter(({ id }) => id !== actor.id);
  const announcement = changedMeeting(found, to.date, others, now);
  const ids = actions.map(({ id }) => id);
  try {
    const moved = await store.agenda.move(stamp, seen(found), to, ids, announcement);
    return await movedAnswer(context, found, moved, actions.length, state);
  } catch (error) {
    if (!(error instanceof Stale)) throw error;
    return storedAgenda(context, found, say('agenda.changed-meanwhile'));
  }
}

async function movedAnswer(
  context: Context,
  found: FoundMeeting,
  moved: StoredMeeting,
  movedActions: number,
  state: SchoolState,
): Promise<Notice> {
  const { actor, say, today } = context;
  const { team, meeting, calendar } = found;
  const people = teamOn(state, team, moved.date);
  const missing = missingOn({ calendar, teamOn: () => people.filter(({ id }) => id !== actor.id) }, moved.date);
  const isAway =
    missingOn({ calendar, teamOn: () => people.filter(({ id }) => id === actor.id) }, moved.date).length > 0;
  const parts: Part[] = [];
  if (isAway) {
    parts.push(
      textPart(
        missing.length === 0
          ? say('agenda.move.missing-you')
          : say('agenda.move.missing-you-too', { names: say.list(missing) }),
      ),
    );
  } else if (missing.length > 0) {
    parts.push(textPart(say('agenda.move.missing', { count: missing.length, names: say.list(missing) })));
  }
  if (movedActions > 0) parts.push(textPart(say('agenda.move.actions-too', { count: movedActions })));
  const left = moved.date === meeting.date ? [] : await dueActions(context, found);
  if (left.length > 0) {
    const words = { count: left.length, date: say.date(meeting.date, today) };
    parts.push(textPart(say('agenda.move.actions-left', words)));
  }
  parts.push({ kind: 'small', text: say(team.channel === '' ? 'agenda.told-members' : 'agenda.told-channel') });
  const title = say('agenda.move.done', { team: team.name, start: startWords(say, moved, today) });
  return answer(title, [...parts, ...buttonsPart(nextButtons(context, found, moved, left.length))]);
}

function nextButtons(
  { say }: Context,
  { team, meeting }: FoundMeeting,
  moved: StoredMeeting,
  actionsLeft: number,
): readonly Button[] {
  const show = { name: 'agenda', args: { bijeenkomst: meetingArgument(team.id, moved.date) } };
  const actions = { name: 'agenda.verzet-acties', args: { bijeenkomst: meetingArgument(team.id, meeting.date) } };
  return [
    ...(actionsLeft > 0
      ? [{ label: say.plain('agenda.button.move-actions', { count: actionsLeft }), intent: actions }]
      : []),
    { label: say.plain('agenda.button.show'), intent: show },
  ];
}
