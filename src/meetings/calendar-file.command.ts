/** `/agenda kalender`: the meetings of the school year as a file for one's own calendar. */
import { z } from 'zod';
import { seesAgendas } from '../agenda/agenda.command.ts';
import { type Context, command } from '../bot/command.ts';
import { UserError } from '../bot/errors.ts';
import { fileName } from '../bot/file-name.ts';
import { answer, buttonsPart } from '../bot/notice.ts';
import type { File, Notice } from '../bot/reply.ts';
import { wordsOf } from '../bot/tokens.ts';
import { type Appointment, appointmentFile } from '../calendar/appointment.ts';
import type { SchoolYear } from '../calendar/school-days.ts';
import { schoolYearOf, schoolYearRange } from '../calendar/school-year.ts';
import { instantAt, localTime } from '../calendar/zone.ts';
import type { Store } from '../store.ts';
import { nameAmong } from '../teams/find-team.ts';
import { teamFor } from '../teams/team-for.ts';
import { calendarYearButton } from './calendar-button.ts';
import { type CalendarEntry, calendarEntries } from './calendar-entries.ts';
import { type FoundMeeting, findMeeting, type TeamYear, teamYear } from './find-meeting.ts';
import { formerRhythms } from './former-rhythms.ts';
import { lastMove } from './last-move.ts';
import { meetingsAhead, takesPlace } from './meeting.ts';
import { startWords, teamWords } from './meeting-words.ts';

export const calendarFile = command({
  intent: 'agenda.kalender',
  words: ['agenda kalender'],
  example: '/agenda kalender',
  help: 'help.agenda.calendar',
  listedFor: seesAgendas,
  parse: (rest): Record<string, string> => (rest.length === 0 ? {} : { leerteam: wordsOf(rest) }),
  args: z.object({ leerteam: z.string().optional(), bijeenkomst: z.string().optional() }),
  run: async (context, { leerteam, bijeenkomst }) => {
    if (bijeenkomst !== undefined) {
      return oneMeeting(context, await findMeeting(context, 'agenda.see-titles', { bijeenkomst }));
    }
    const team = await teamFor(context, 'agenda.see-titles', leerteam);
    return wholeYear(context, await teamYear(context.store, team));
  },
});

/** This school year; the next one when no meeting of this one is to come. */
async function wholeYear(context: Context, found: TeamYear): Promise<Notice> {
  const { say, store, today, now } = context;
  const { team, calendar, stored } = found;
  const next = meetingsAhead(team, calendar, stored, now).find(takesPlace);
  const year = schoolYearOf(next?.date ?? today);
  const entries = await entriesOf(store, found, year);
  const name = await nameAmong(context, team);
  if (entries.length === 0) throw new UserError(say('files.year.none', { team: name, year }));
  const count = entries.filter(({ isCancelled }) => !isCancelled).length;
  const file = await fileOf(context, found, fileName(team.name, year), entries);
  return answer(say('files.year.title', { team: name, year }), [
    { kind: 'file', file, sentence: say('files.year.sentence', { count }) },
    { kind: 'small', text: say('files.again') },
  ]);
}

/** Where it is now, when it was moved. */
async function oneMeeting(context: Context, found: FoundMeeting): Promise<Notice> {
  const { say, store, today } = context;
  const { team } = found;
  const meeting = lastMove(found) ?? found.meeting;
  const entries = await entriesOf(store, found, schoolYearOf(meeting.date));
  const entry = entries.find((each) => each.meeting.date === meeting.date);
  if (!entry) throw new UserError(say('meeting.gone', { team: team.name, date: say.date(meeting.date, today) }));
  const file = await fileOf(context, found, fileName(team.name, meeting.date), [entry]);
  const sentence = say(entry.isCancelled ? 'files.one.cancelled' : 'files.one.sentence');
  return answer(
    say('files.one.title', { team: await nameAmong(context, team), start: startWords(say, meeting, today) }),
    [
      { kind: 'file', file, sentence },
      ...buttonsPart([calendarYearButton(context, team, 'year')]),
      { kind: 'small', text: say('files.again') },
    ],
  );
}

async function entriesOf(store: Store, found: TeamYear, year: SchoolYear): Promise<readonly CalendarEntry[]> {
  const events = await store.teams.events(found.team.id);
  const since = instantAt(schoolYearRange(year).from, localTime('00:00'));
  return calendarEntries(found, year, formerRhythms(found.team, events, since));
}

async function fileOf(
  { say, store, now }: Context,
  { team, school }: TeamYear,
  name: string,
  entries: readonly CalendarEntry[],
): Promise<File> {
  // It rises with whatever may touch a meeting: a move, another rhythm, a closed day.
  const sequence = (await store.outbox.schoolState(team.schoolId))!.version;
  const title = teamWords(say, team);
  const appointments = entries.map(
    ({ uid, meeting: { date, time, duration }, isCancelled }): Appointment => ({
      uid,
      sequence,
      day: date,
      time,
      minutes: duration,
      title: isCancelled ? say.plain('files.struck-out', { title }) : title,
      note: say.plain('files.meeting.note', { school: school.name }),
      isCancelled,
    }),
  );
  return appointmentFile(name, appointments, now);
}
