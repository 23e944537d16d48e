/** "Welkom in Bovenbouw": goals, last decisions, open actions and the next meeting, for who is new in a leerteam or leads it from now on. */

import { buttonsPart, textPart } from '../bot/notice.ts';
import type { RichText } from '../bot/reply.ts';
import { literal } from '../bot/text.ts';
import { isWithin } from '../calendar/local-date.ts';
import { schoolCalendar } from '../calendar/school-calendar.ts';
import { firstOwnWorkingDay } from '../calendar/working-day.ts';
import type { ComposeContext, Nudge, PlannedMember, Reference, SchoolState } from '../delivery/nudge.ts';
import { readSubject, teamSubject } from '../delivery/subject.ts';
import { meetingRows } from '../meetings/meeting-rows.ts';
import { teamArgument } from '../teams/find-team.ts';
import type { Leerteam } from '../teams/leerteam.ts';
import { actionRows, catchUpList, decisionRows, goalRows } from './catch-up.ts';
import { newcomerTell } from './newcomer-tell.ts';

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
      meetingRows(context, [{ team, title: literal(team.name) }]),
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
        ({ what, fromId }) => (what === 'voorzitter' || what === 'vervanger') && fromId === receiver.id,
      );
      return led ? null : say('handover.new.member', { team: team.name });
    }
  }
}
