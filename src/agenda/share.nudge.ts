/** The agenda of today's meeting for the team, as a concept when nobody shared it; and of one that was shared (PRODUCT 6, agenda delen). */
import { answer, buttonsPart, textPart } from '../bot/notice.ts';
import { isWithin, type LocalDate } from '../calendar/local-date.ts';
import { schoolCalendar } from '../calendar/school-calendar.ts';
import { isOwnWorkingDay } from '../calendar/working-day.ts';
import { localTime, localTimeOf } from '../calendar/zone.ts';
import type { PostDraft } from '../delivery/announcement.ts';
import { OPENS } from '../delivery/digest-times.ts';
import type { Nudge, PlannedPerson, PostContext, Reference, SchoolState } from '../delivery/nudge.ts';
import { meetingSubject } from '../delivery/subject.ts';
import type { FoundMeeting } from '../meetings/find-meeting.ts';
import { type TeamMeeting, takesPlace } from '../meetings/meeting.ts';
import { meetingOfSubject, nameOfMeeting } from '../meetings/meeting-of-subject.ts';
import { plannedMeetings } from '../meetings/planned-meetings.ts';
import { may } from '../people/permissions.ts';
import type { Leerteam } from '../teams/leerteam.ts';
import { agendaButton, agendaParts, agendaTitle } from './agenda-page.ts';
import { agendaTells, sharePostKey, shareTellKey } from './agenda-post.ts';
import { channelPost, isInChannel, unreachedParts } from './unreached-channel.ts';

export const shareAgenda: Nudge = {
  kind: 'agenda-delen',

  plan: (state, day) =>
    meetingsOn(state, day)
      // What was shared was told then.
      .filter(({ team, meeting }) => team.channel === '' && meeting.state === 'gepland')
      .flatMap(({ team, meeting }) =>
        presentPeople(state, team, meeting).map((person) => referenceOf(state, team, meeting, person)),
      ),

  posts: (state, day) =>
    meetingsOn(state, day)
      .filter(({ team, meeting }) => team.channel !== '' && meeting.time > OPENS)
      .map(({ team, meeting }) => postOf(state, team, meeting)),

  about: nameOfMeeting,

  // What is about a meeting of today cannot wait for another day; what was told before that can.
  lastDay: (_state, { until }) => until,

  compose: async ({ subject }, context) => {
    const found = await ahead(subject, context);
    if (!found || !takesPlace(found.meeting)) return null;
    // Who left the team since does not read its agenda.
    const { id: teamId, schoolId } = found.team;
    const { receiver, say, store } = context;
    if (!may(receiver, 'agenda.see', { schoolId, teamId })) return null;
    const post = await channelPost(store, found);
    // They read it there after all.
    if (isInChannel(post)) return null;
    const plans = may(receiver, 'meeting.plan', { schoolId, teamId });
    const unreached = plans ? unreachedParts(say, found, post) : [];
    // Whether nobody shared it yet is said as in a channel.
    const title = textPart(agendaTitle(context, found, 'shared'));
    const isShared = found.meeting.state === 'gedeeld';
    const told = unreached.length > 0 ? unreached : [textPart(say(isShared ? 'agenda.ready' : 'agenda.is-draft'))];
    return {
      parts: [title, ...unreached, ...(await agendaParts(context, found, 'member'))],
      short: [title, ...told, ...buttonsPart([agendaButton(context, found)])],
    };
  },

  insteadOf: async ({ subject }, context) => {
    const found = await ahead(subject, context);
    if (!found || !takesPlace(found.meeting)) return [];
    return agendaTells(found, await context.store.people.teamPeople(found.team.id, context.today), context.now);
  },

  composePost: async ({ subject }, context) => {
    const found = await ahead(subject, context);
    if (!found) return null;
    const title = agendaTitle(context, found, 'shared');
    return { ...answer(title, await agendaParts(context, found, 'shared')), visibility: 'everyone' };
  },
};

function meetingsOn(state: SchoolState, day: LocalDate) {
  return state.teams.flatMap((team) => plannedMeetings(state, team, day, day).map((meeting) => ({ team, meeting })));
}

/** Who leads it and its members, as far as it is their own working day and they read their digest before it begins. */
function presentPeople(state: SchoolState, team: Leerteam, { date, time }: TeamMeeting): readonly PlannedPerson[] {
  const calendar = schoolCalendar(state.school.calendar);
  const members = state.members.filter((each) => each.teamId === team.id && isWithin(date, each));
  const ids = new Set([team.chairId, team.deputyId, ...members.map(({ personId }) => personId)]);
  return state.people.filter(
    (person) => ids.has(person.id) && person.digestTime < time && isOwnWorkingDay(calendar, person, date),
  );
}

function referenceOf({ school }: SchoolState, team: Leerteam, { date }: TeamMeeting, { id }: PlannedPerson): Reference {
  return {
    key: shareTellKey(team.id, date, id),
    kind: 'agenda-delen',
    receiver: id,
    schoolId: school.id,
    subject: meetingSubject(team.id, date),
    step: 0,
    from: date,
    until: date,
    answeredFrom: date,
  };
}

function postOf({ school }: SchoolState, team: Leerteam, { date, time }: TeamMeeting): PostDraft {
  return {
    key: sharePostKey(team, date),
    kind: 'agenda-delen',
    schoolId: school.id,
    to: { kind: 'channel', schoolId: school.id, channel: team.channel },
    subject: meetingSubject(team.id, date),
    day: date,
    time: localTime(OPENS),
    untilDay: date,
    until: time,
  };
}

/** Also one that was moved or cancelled, so that its post says so; null when it has begun. */
async function ahead(
  subject: string,
  { store, now, today }: Pick<PostContext, 'store' | 'now' | 'today'>,
): Promise<FoundMeeting | null> {
  const found = await meetingOfSubject(store, subject);
  if (!found) return null;
  const { date, time } = found.meeting;
  return date > today || (date === today && localTimeOf(now) < time) ? found : null;
}
