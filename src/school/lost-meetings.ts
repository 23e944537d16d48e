/** "Let op: op deze dag zou Bovenbouw bij elkaar komen": what a closed day takes away, with the offer to move it. */

import type { Context } from '../bot/command.ts';
import type { Part, Row } from '../bot/reply.ts';
import { isWithin, type LocalDate } from '../calendar/local-date.ts';
import { schoolYearOf } from '../calendar/school-year.ts';
import { meetingArgument, teamYear } from '../meetings/find-meeting.ts';
import { type TeamMeeting, teamMeetings } from '../meetings/meeting.ts';
import { may } from '../people/permissions.ts';
import type { School } from '../people/person.ts';

/** Nothing when no meeting falls in the period, both days included. */
export async function lostMeetings(
  context: Context,
  school: School,
  period: { readonly from: LocalDate; readonly until: LocalDate },
): Promise<readonly Part[]> {
  const { store, today } = context;
  const years = new Set([schoolYearOf(period.from), schoolYearOf(period.until)]);
  const rows: Row[] = [];
  for (const team of await store.agenda.teams(school.id, today)) {
    const { calendar, stored } = await teamYear(store, team);
    const lost = [...years]
      .flatMap((year) => teamMeetings(team, calendar, year, stored))
      .filter((meeting) => isWithin(meeting.date, period) && isLost(meeting));
    rows.push(...lost.map((meeting) => rowOf(context, team, meeting)));
  }
  if (rows.length === 0) return [];
  return [
    { kind: 'text', text: context.say('school.meetings-lost', { count: rows.length }) },
    { kind: 'list', rows },
  ];
}

/** It would take place, were the school not closed. */
function isLost({ closed, state }: TeamMeeting): boolean {
  return closed !== null && state !== 'verzet' && state !== 'vervallen';
}

function rowOf(
  { actor, say, today }: Context,
  team: { readonly id: Parameters<typeof meetingArgument>[0]; readonly name: string; readonly schoolId: School['id'] },
  { date }: TeamMeeting,
): Row {
  const move = { name: 'agenda.verzet', args: { bijeenkomst: meetingArgument(team.id, date) } };
  return {
    title: say('school.meeting-lost', { team: team.name, date: say.date(date, today) }),
    lines: [],
    buttons: may(actor, 'meeting.plan', { schoolId: team.schoolId, teamId: team.id })
      ? [{ label: say.plain('school.button.move'), intent: move }]
      : [],
  };
}
