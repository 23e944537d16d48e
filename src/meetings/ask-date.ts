/** "Kies meteen een nieuwe datum. Dan weet iedereen waar die aan toe is.": days to choose from, and a form for another one. */

import type { ActionLine } from '../actions/actions.store.ts';
import type { Context } from '../bot/command.ts';
import { answer, buttonsPart, textPart } from '../bot/notice.ts';
import type { Button, Field, Form, Notice, RichText, Row } from '../bot/reply.ts';
import { literal } from '../bot/text.ts';
import { addDays } from '../calendar/local-date.ts';
import { parseLocalTime } from '../calendar/zone.ts';
import type { SchoolState } from '../delivery/nudge.ts';
import { type FoundMeeting, meetingArgument } from './find-meeting.ts';
import { startWords } from './meeting-words.ts';
import { moveIntent, otherDate, previousMeeting, takenDays } from './new-times.ts';
import { type ProposedDay, proposeDays } from './propose-days.ts';
import { teamOn } from './team-workers.ts';

const DAYS_TAKEN = 60;

/** `more` are buttons for doing something else. */
export async function askDate(
  context: Context,
  found: FoundMeeting,
  question: RichText,
  more: readonly Button[],
): Promise<Notice> {
  const { say, store } = context;
  const state = await store.outbox.schoolState(found.team.schoolId);
  const days = state ? proposalsOf(context, found, state) : [];
  const other: Button = { label: say.plain('agenda.move.other'), intent: otherDate(context, found) };
  return answer(question, [
    ...(days.length > 0 ? ([textPart(said(context, days)), dayList(context, found, days)] as const) : []),
    ...buttonsPart([other, ...more]),
  ]);
}

function proposalsOf({ today, actor, say }: Context, found: FoundMeeting, state: SchoolState): readonly ProposedDay[] {
  const you = say.plain('agenda.move.you');
  const { team, meeting, calendar } = found;
  const taken = takenDays(found, today, addDays(meeting.date > today ? meeting.date : today, DAYS_TAKEN));
  const previous = previousMeeting(found);
  return proposeDays({
    calendar,
    date: meeting.date,
    previous,
    taken,
    today,
    chairId: team.chairId,
    askerId: actor.id,
    teamOn: (day) =>
      teamOn(state, team, day).map((person) => (person.id === actor.id ? { ...person, name: you } : person)),
  });
}

function said({ say }: Context, days: readonly ProposedDay[]): RichText {
  return say(days.every(({ missing }) => missing.length === 0) ? 'agenda.move.all-work' : 'agenda.move.most-work');
}

function dayList(context: Context, found: FoundMeeting, days: readonly ProposedDay[]): Notice['parts'][number] {
  const { say, today } = context;
  const { time } = found.meeting;
  const rows = days.map(({ date, missing }): Row => {
    const choose: Button = {
      label: say.plain('agenda.move.choose', { date: say.dayMonth(date, today) }),
      intent: moveIntent(context, found, date),
    };
    return {
      title: literal(startWords(say, { date, time }, today)),
      lines: missing.length > 0 ? [say('agenda.move.without', { names: say.list(missing) })] : [],
      buttons: [choose],
    };
  });
  return { kind: 'list', rows };
}

/** The form for a day, a time and (when some are due at the meeting) its actions. */
export function dateForm({ say, intent }: Context, found: FoundMeeting, due: readonly ActionLine[]): Form {
  const { team, meeting } = found;
  const { naar, tijd, acties } = intent.args;
  const time = tijd === undefined ? null : parseLocalTime(tijd);
  const tick: Field = {
    kind: 'tick',
    name: 'acties',
    label: say.plain('agenda.move.field.actions', { count: due.length }),
    required: false,
    ...(acties ? { value: acties } : {}),
  };
  return {
    kind: 'form',
    title: say.plain('agenda.move.title', { team: team.name }),
    intro: null,
    fields: [
      {
        kind: 'date',
        name: 'naar',
        label: say.plain('agenda.move.field.date'),
        required: true,
        ...(naar ? { value: naar } : {}),
      },
      {
        kind: 'time',
        name: 'tijd',
        label: say.plain('agenda.move.field.time'),
        required: true,
        value: time ?? meeting.time,
      },
      ...(due.length > 0 ? [tick] : []),
    ],
    intent: { name: 'agenda.verzet', args: { bijeenkomst: meetingArgument(team.id, meeting.date) } },
    submit: say.plain('agenda.button.move'),
    small: say(team.channel === '' ? 'agenda.move.small' : 'agenda.move.small-channel'),
  };
}
