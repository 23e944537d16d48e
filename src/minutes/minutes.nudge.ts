/** "Hoe was Bovenbouw vandaag?" for the chair after a meeting, and the minutes for the team when they are saved (PRODUCT 6, verslag). */
import { answer } from '../bot/notice.ts';
import { addDays, isWithin, type LocalDate } from '../calendar/local-date.ts';
import { schoolYearOf } from '../calendar/school-year.ts';
import { localTime } from '../calendar/zone.ts';
import type { PostDraft } from '../delivery/announcement.ts';
import { CLOSES } from '../delivery/digest-times.ts';
import type { Nudge, Reference } from '../delivery/nudge.ts';
import { meetingSubject, readSubject } from '../delivery/subject.ts';
import { meetingOfSubject, nameOfMeeting } from '../meetings/meeting-of-subject.ts';
import type { SchoolId } from '../people/person.ts';
import { minutesTells } from './minutes-announcement.ts';
import { isSavedMinutes, savedMinutes } from './minutes-message.ts';
import { askedMeeting, minutesButtons, minutesQuestion } from './minutes-question.ts';
import { type MinutesRequest, type RequestStep, requestsNear, requestsOf } from './minutes-requests.ts';

export const minutesNudge: Nudge = {
  kind: 'verslag',

  plan: (state, day) =>
    requestsNear(state, day)
      .flatMap((request) => referencesOf(state.school.id, request))
      .filter(({ from, until }) => isWithin(day, { from, until })),

  posts: (state, day) => requestsNear(state, day).flatMap((request) => postOf(state.school.id, request, day)),

  about: nameOfMeeting,

  lastDay: (state, reference) => {
    const { key, subject, from, until } = reference;
    // What was told once stays true.
    if (isSavedMinutes(key)) return until;
    const about = readSubject(subject);
    const teams = about?.kind === 'meeting' ? state.teams.filter(({ id }) => id === about.teamId) : [];
    const years = new Set(about?.kind === 'meeting' ? [schoolYearOf(about.date), schoolYearOf(from)] : []);
    const requests = [...years].flatMap((year) => requestsOf({ ...state, teams }, year));
    return requests.find((request) => subject === subjectOf(request))?.last ?? null;
  },

  compose: async (reference, context) => {
    if (isSavedMinutes(reference.key)) {
      const saved = await savedMinutes(reference.subject, context);
      return saved && { parts: [{ kind: 'heading', text: saved.title }, ...saved.parts] };
    }
    const asked = await askedMeeting(reference.subject, context, context.receiver);
    return (
      asked && {
        parts: [{ kind: 'text', text: minutesQuestion(context, asked) }, ...minutesButtons(context.say, asked)],
      }
    );
  },

  insteadOf: async ({ subject }, { store, now, today }) => {
    const found = await meetingOfSubject(store, subject);
    if (!found) return [];
    const readers = (await store.people.teamPeople(found.team.id, today)).map(({ id }) => id);
    return minutesTells(found.team, found.meeting.date, readers, now);
  },

  composePost: async (post, context) => {
    if (isSavedMinutes(post.key)) {
      const saved = await savedMinutes(post.subject, context);
      return saved && { ...answer(saved.title, saved.parts), visibility: 'everyone' };
    }
    const asked = context.receiver && (await askedMeeting(post.subject, context, context.receiver));
    return asked && answer(minutesQuestion(context, asked), minutesButtons(context.say, asked));
  },
};

function subjectOf({ team, date }: MinutesRequest): string {
  return meetingSubject(team.id, date);
}

function keyOf({ team, date }: MinutesRequest, step: number): string {
  return `verslag:${team.id}:${date}:${step}`;
}

/** Those for the digest. The first makes sense until its reminder takes over. */
function referencesOf(schoolId: SchoolId, request: MinutesRequest): readonly Reference[] {
  const { first, reminder, last, date } = request;
  return [first, reminder].flatMap((each: RequestStep | null, step): Reference[] => {
    if (!each || each.at !== null) return [];
    const until = step === 0 && reminder ? addDays(reminder.day, -1) : last;
    return [
      {
        key: keyOf(request, step),
        kind: 'verslag',
        receiver: each.receiver,
        schoolId,
        subject: subjectOf(request),
        step,
        from: each.day,
        until,
        answeredFrom: date,
      },
    ];
  });
}

/** The one that comes a quarter of an hour after the end. */
function postOf(schoolId: SchoolId, request: MinutesRequest, day: LocalDate): readonly PostDraft[] {
  const { receiver, at, day: on } = request.first;
  if (at === null || on !== day) return [];
  return [
    {
      key: keyOf(request, 0),
      kind: 'verslag',
      schoolId,
      to: { kind: 'person', personId: receiver },
      subject: subjectOf(request),
      day,
      time: at,
      untilDay: day,
      until: localTime(CLOSES),
    },
  ];
}
