/** "Verzetten naar wanneer?": from what was typed or chosen to a day and time on which the team can meet. */
import { type Context, short } from '../bot/command.ts';
import { readDay } from '../bot/dates.ts';
import { dayName } from '../bot/day-name.ts';
import { UserError } from '../bot/errors.ts';
import { buttonsPart } from '../bot/notice.ts';
import type { Button, Intent } from '../bot/reply.ts';
import type { Say } from '../bot/text.ts';
import { addDays, type LocalDate } from '../calendar/local-date.ts';
import { schoolYearOf } from '../calendar/school-year.ts';
import { type LocalTime, localTimeOf, parseLocalTime } from '../calendar/zone.ts';
import { type FoundMeeting, meetingArgument } from './find-meeting.ts';
import { type StoredMeeting, takesPlace, teamMeetings } from './meeting.ts';

type Times = Pick<StoredMeeting, 'date' | 'time' | 'duration'>;

/** A meeting begins between these times. */
const EARLIEST = '07:00';
const LATEST = '21:00';
const MOST_DAYS_AHEAD = 183;

/** The last meeting before this one that took or takes place; null when it is the first of its school year. */
export function previousMeeting({ team, meeting, calendar, stored }: FoundMeeting): LocalDate | null {
  const meetings = teamMeetings(team, calendar, schoolYearOf(meeting.date), stored);
  return meetings.findLast((each) => each.date < meeting.date && takesPlace(each))?.date ?? null;
}

/** Other days from `from` until and including `until` on which the team meets. */
export function takenDays(
  { team, meeting, calendar, stored }: FoundMeeting,
  from: LocalDate,
  until: LocalDate,
): readonly LocalDate[] {
  return [...new Set([schoolYearOf(from), schoolYearOf(until)])]
    .flatMap((year) => teamMeetings(team, calendar, year, stored))
    .filter((each) => from <= each.date && each.date <= until && takesPlace(each) && each.date !== meeting.date)
    .map(({ date }) => date);
}

/** Without a day it keeps its own. Throws a UserError for a day or time on which the team cannot meet; nothing has changed then. */
export function newTimes(
  context: Context,
  found: FoundMeeting,
  day: string | undefined,
  time: string | undefined,
): Times {
  const { meeting } = found;
  const other = otherDate(context, found);
  const date = day === undefined ? meeting.date : readDate(context, day, other);
  const start = time === undefined ? meeting.time : readTime(context, time);
  mustBeAhead(context, date, start, other);
  mustBeInTeamTime(context, found, date);
  mustBeOpen(context, found, date);
  mustFitBetween(context, found, date);
  if (date === meeting.date && start === meeting.time) {
    throw new UserError(context.say('agenda.move.same', names(context, found, date)));
  }
  return { date, time: start, duration: meeting.duration };
}

/** The day of a typed line; else a UserError with the button `other`. */
export function readDate({ say, today }: Pick<Context, 'say' | 'today'>, typed: string, other: Intent): LocalDate {
  const date = readDay(typed, today);
  if (date) return date;
  throw new UserError(say('bot.date-unknown', { typed: short(typed) }), buttonsPart([otherButton(say, other)]));
}

function otherButton(say: Say, other: Intent): Button {
  return { label: say.plain('bot.date-other'), intent: other, reopens: true };
}

function readTime({ say }: Context, typed: string): LocalTime {
  const time = parseLocalTime(typed);
  if (time && EARLIEST <= time && time <= LATEST) return time;
  throw new UserError(say('agenda.move.time-wrong', { typed: short(typed) }));
}

function mustBeAhead({ say, today, now }: Context, date: LocalDate, time: LocalTime, other: Intent): void {
  if (date < today || (date === today && time <= localTimeOf(now))) {
    throw new UserError(say('agenda.move.past'), buttonsPart([otherButton(say, other)]));
  }
  if (date > addDays(today, MOST_DAYS_AHEAD))
    throw new UserError(say('agenda.move.far'), buttonsPart([otherButton(say, other)]));
}

function mustBeInTeamTime(context: Context, found: FoundMeeting, date: LocalDate): void {
  const { say, today } = context;
  const { team } = found;
  if (team.until !== null && date > team.until) {
    const words = { team: team.name, last: say.date(team.until, today) };
    const other = otherButton(say, otherDate(context, found));
    throw new UserError(say('agenda.move.team-ended', words), buttonsPart([other]));
  }
}

/** The answer to a closed day is the next open one on which the team does not meet yet. */
function mustBeOpen(context: Context, found: FoundMeeting, date: LocalDate): void {
  const { say, today } = context;
  const { calendar } = found;
  if (calendar.isOpen(date)) return;
  const taken = takenDays(found, date, addDays(date, MOST_DAYS_AHEAD));
  let next = calendar.nextOpen(date);
  while (next !== null && (taken.includes(next) || next === found.meeting.date))
    next = calendar.nextOpen(addDays(next, 1));
  const name = calendar.nameOf(date);
  const other = otherButton(say, otherDate(context, found));
  if (next === null) throw new UserError(say('agenda.move.closed'), buttonsPart([other]));
  const words = { date: say.date(date, today), next: say.date(next, today) };
  const question =
    name === null
      ? say('bot.date-closed-plain', words)
      : say('agenda.move.closed-name', { ...words, name: dayName(say, name) });
  const yes: Button = { label: say.plain('bot.yes'), intent: moveIntent(context, found, next) };
  throw new UserError(question, buttonsPart([yes, other]));
}

function mustFitBetween(context: Context, found: FoundMeeting, date: LocalDate): void {
  const { say, today } = context;
  const previous = previousMeeting(found);
  const other = buttonsPart([otherButton(say, otherDate(context, found))]);
  if (previous !== null && date <= previous) {
    const words = { team: found.team.name, previous: say.date(previous, today) };
    throw new UserError(say('agenda.move.before-previous', words), other);
  }
  if (takenDays(found, date, date).length > 0) {
    throw new UserError(say('agenda.move.taken', names(context, found, date)), other);
  }
}

function names({ say, today }: Context, { team }: FoundMeeting, date: LocalDate) {
  return { team: team.name, date: say.date(date, today) };
}

/** This move to that day; what was asked along with it (time, actions) stays. */
export function moveIntent(
  { intent }: Pick<Context, 'intent'>,
  { team, meeting }: FoundMeeting,
  to: LocalDate,
): Intent {
  const { tijd, acties } = intent.args;
  const along = { ...(tijd && { tijd }), ...(acties && { acties }) };
  return { name: 'agenda.verzet', args: { bijeenkomst: meetingArgument(team.id, meeting.date), naar: to, ...along } };
}

/** The form for another day. */
export function otherDate({ intent }: Pick<Context, 'intent'>, { team, meeting }: FoundMeeting): Intent {
  const { tijd, acties } = intent.args;
  const along = { ...(tijd && { tijd }), ...(acties && { acties }) };
  return {
    name: 'agenda.verzet',
    args: { bijeenkomst: meetingArgument(team.id, meeting.date), vraag: 'datum', ...along },
  };
}
