/** "Welkom in Bovenbouw": goals, last decisions, open actions and the next meeting, for who is new in a leerteam or leads it from now on. */

import { buttonsPart, textPart } from '../bot/notice.ts';
import type { RichText } from '../bot/reply.ts';
import { addDays, isWithin, type LocalDate } from '../calendar/local-date.ts';
import { schoolCalendar } from '../calendar/school-calendar.ts';
import { firstOwnWorkingDay } from '../calendar/working-day.ts';
import type { Tell } from '../delivery/announcement.ts';
import type { ComposeContext, Nudge, PlannedMember, Reference, SchoolState } from '../delivery/nudge.ts';
import { readSubject, teamSubject } from '../delivery/subject.ts';
import type { PersonId, SchoolId, TeamId } from '../people/person.ts';
import { teamArgument } from '../teams/find-team.ts';
import type { Leerteam } from '../teams/leerteam.ts';
import { actionRows, catchUpList, decisionRows, goalRows, meetingRows } from './catch-up.ts';

/** Somebody is new for so many days. */
const WINDOW_DAYS = 14;
const MOST_DECISIONS = 3;

export const newcomer: Nudge = {
  kind: 'nieuw-in-team',

  plan: (state, day) =>
    state.members
      .flatMap((member) => referenceOf(state, member))
      .filter(({ from, until }) => isWithin(day, { from, until })),

  about: (state, { subject }) => state.teams.find(({ id }) => teamSubject(id) === subject)?.name ?? subject,

  lastDay: (_, { until }) => until,

  compose: async ({ subject }, context) => {
    const about = readSubject(subject);
    const team = about?.kind === 'team' ? await context.store.agenda.team(about.id) : null;
    const hello = team && (await helloTo(context, team));
    if (!team || !hello) return null;
    const { store, say, today, receiver } = context;
    const [goals, decisions, actions, meetings] = await Promise.all([
      store.goals.lines({ schoolIds: [team.schoolId], ownedBy: { teamIds: [team.id], personId: receiver.id } }),
      store.minutes.decisions(team.id, MOST_DECISIONS),
      store.actions.lines({ teamId: team.id, states: ['open'] }),
      meetingRows(context, team),
    ]);
    const ofTeam = goals.filter(({ owner }) => owner?.kind === 'team');
    return {
      parts: [
        textPart(hello),
        ...catchUpList(say('handover.new.goals'), goalRows({ say, today }, ofTeam)),
        ...catchUpList(say('handover.new.decisions'), decisionRows({ say, today }, decisions, team.name)),
        ...catchUpList(say('handover.new.actions'), actionRows({ say, today }, actions, false)),
        ...catchUpList(say('handover.catch-up.meetings'), meetings),
        ...buttonsPart([
          {
            label: say.plain('leerteam.button.show'),
            intent: { name: 'leerteam', args: { leerteam: teamArgument(team) } },
          },
        ]),
      ],
    };
  },
};

/** For the act that makes somebody chair or deputy, or a member, from `day` on. */
export function newcomerTell(schoolId: SchoolId, teamId: TeamId, receiver: PersonId, day: LocalDate): Tell {
  return {
    key: keyOf(teamId, receiver, day),
    kind: 'nieuw-in-team',
    receiver,
    schoolId,
    subject: teamSubject(teamId),
    from: day,
    until: addDays(day, WINDOW_DAYS - 1),
  };
}

function keyOf(teamId: TeamId, receiver: PersonId, day: LocalDate): string {
  return `nieuw-in-team:${teamId}:${receiver}:${day}`;
}

/** Who was in the team when the school was entered here is not new. */
function referenceOf(state: SchoolState, member: PlannedMember): readonly Reference[] {
  const { teamId, personId, from: begins, until: ends } = member;
  const person = state.people.find(({ id }) => id === personId);
  if (!person || begins === null || begins <= state.createdOn) return [];
  const tell = newcomerTell(state.school.id, teamId, personId, begins);
  const last = ends !== null && ends < tell.until ? ends : tell.until;
  const from = firstOwnWorkingDay(schoolCalendar(state.school.calendar), person, begins, last);
  return from === null ? [] : [{ ...tell, from, until: last, step: 0, answeredFrom: from }];
}

/** Null: not in the team any more, or in it since long, such as a chair who became an ordinary member. */
async function helloTo({ store, say, receiver }: ComposeContext, team: Leerteam): Promise<RichText | null> {
  const role = receiver.teams.find(({ teamId }) => teamId === team.id)?.role;
  switch (role) {
    case undefined:
      return null;
    case 'chair':
      return say('handover.new.chair', { team: team.name });
    case 'deputy':
      return say('handover.new.deputy', { team: team.name });
    case 'member': {
      const events = await store.teams.events(team.id);
      const led = events.some(
        ({ what, from }) => (what === 'voorzitter' || what === 'vervanger') && from === receiver.name,
      );
      return led ? null : say('handover.new.member', { team: team.name });
    }
  }
}
