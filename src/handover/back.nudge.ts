/** "Fijn dat je er weer bent": one overview on the first own working day after a long absence (PRODUCT 3, Absence). */

import { textPart } from '../bot/notice.ts';
import type { Part } from '../bot/reply.ts';
import { literal } from '../bot/text.ts';
import { addDays, isWithin, type LocalDate, parseLocalDate } from '../calendar/local-date.ts';
import { schoolCalendar } from '../calendar/school-calendar.ts';
import { firstOwnWorkingDay } from '../calendar/working-day.ts';
import { aboutPerson } from '../delivery/about-person.ts';
import type { ComposeContext, Nudge, PlannedPerson, Reference, SchoolState } from '../delivery/nudge.ts';
import { personSubject } from '../delivery/subject.ts';
import { meetingRows } from '../meetings/meeting-rows.ts';
import { longAbsences } from '../people/long-absence.ts';
import { actionRows, catchUpList, decisionRows, goalRows } from './catch-up.ts';

/** The first own working day after the longest vacation is nearer than this. */
const MOST_DAYS = 90;
/** Until so many days after the return the overview is of use. */
const WINDOW_DAYS = 7;
/** Of each team. */
const MOST_DECISIONS = 5;

export const back: Nudge = {
  kind: 'terug',

  plan: (state, day) =>
    state.people
      .flatMap((person) => referencesOf(state, person, day))
      .filter(({ from, until }) => isWithin(day, { from, until })),

  about: aboutPerson,

  lastDay: (_, { until }) => until,

  compose: async ({ key, receiver }, context) => {
    // Somebody at two schools gets one overview of both.
    const absence = key.slice(0, key.lastIndexOf(':') + 1);
    const since = parseLocalDate(absence.split(':')[2] ?? '');
    if (since === null || (await context.store.handover.nudged(receiver, absence)) > 0) return null;
    return { parts: await overview(context, since) };
  },
};

function referencesOf(state: SchoolState, person: PlannedPerson, day: LocalDate): readonly Reference[] {
  const calendar = schoolCalendar(state.school.calendar);
  const recent = person.absences.filter(
    ({ until }) => until !== null && until < day && day <= addDays(until, MOST_DAYS),
  );
  return longAbsences(calendar, { absences: recent }).flatMap(({ from: since, until }): Reference[] => {
    const from = firstOwnWorkingDay(calendar, person, addDays(until!, 1), addDays(until!, MOST_DAYS));
    if (from === null) return [];
    return [
      {
        key: `terug:${person.id}:${since}:${until}:${state.school.id}`,
        kind: 'terug',
        receiver: person.id,
        schoolId: state.school.id,
        subject: personSubject(person.id),
        step: 0,
        from,
        until: addDays(from, WINDOW_DAYS - 1),
        answeredFrom: from,
      },
    ];
  });
}

async function overview(context: ComposeContext, since: LocalDate): Promise<readonly Part[]> {
  const { store, say, today, receiver } = context;
  const teamIds = [...new Set(receiver.teams.map(({ teamId }) => teamId))];
  const chaired = receiver.teams.filter(({ role }) => role !== 'member').map(({ teamId }) => teamId);
  const teams = (await Promise.all(teamIds.map((id) => store.agenda.team(id)))).filter((team) => team !== null);
  const [goals, actions, meetings, decisions] = await Promise.all([
    store.goals.lines({ ownedBy: { teamIds: chaired, personId: receiver.id } }),
    store.actions.lines({ ownerId: receiver.id, states: ['open'] }),
    meetingRows(
      context,
      teams.map((team) => ({ team, title: literal(team.name) })),
    ),
    Promise.all(
      teams.map(async (team) => {
        const newest = await store.minutes.decisions(team.id, MOST_DECISIONS);
        return decisionRows(
          { say, today },
          newest.filter(({ date }) => date >= since),
          team.name,
        );
      }),
    ),
  ]);
  return [
    textPart(
      decisions.flat().length === 0
        ? say('handover.back-plain')
        : say('handover.back', { date: say.dayMonth(since, today) }),
    ),
    ...catchUpList(say('handover.back.goals'), goalRows({ say, today }, goals)),
    ...catchUpList(say('handover.back.actions'), actionRows({ say, today }, actions, true)),
    ...catchUpList(say('handover.back.decisions'), decisions.flat()),
    ...catchUpList(say('handover.catch-up.meetings'), meetings),
  ];
}
