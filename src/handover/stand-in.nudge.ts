/** "Piet is langer afwezig. Wie neemt waar?": one list when an absence lasts more than ten school days (PRODUCT 3, Absence). */
import { addDays, isWithin, type LocalDate } from '../calendar/local-date.ts';
import { type SchoolCalendar, schoolCalendar } from '../calendar/school-calendar.ts';
import { firstOwnWorkingDay } from '../calendar/working-day.ts';
import { aboutPerson } from '../delivery/about-person.ts';
import type { Nudge, PlannedPerson, Reference, SchoolState } from '../delivery/nudge.ts';
import { receiversOf } from '../delivery/receivers.ts';
import { personSubject } from '../delivery/subject.ts';
import { longAbsences, longSince } from '../people/long-absence.ts';
import type { Absence } from '../people/person.ts';
import { handedBy } from './handed-by.ts';
import { leaversOn } from './leavers.ts';
import { shownTo } from './shown-things.ts';
import { thingsParts } from './things-part.ts';

/** Without a known end somebody is looked for at most this long. */
const MOST_DAYS = 366;

export const standIn: Nudge = {
  kind: 'wie-neemt-waar',

  plan: (state, day) => {
    const leavers = new Set(leaversOn(state, day).map(({ id }) => id));
    return state.people
      .filter(({ id, employment }) => !leavers.has(id) && isWithin(day, employment))
      .flatMap((person) =>
        absencesOn(state, person, day).flatMap((absence) => referencesOf(state, person, absence, day)),
      )
      .filter(({ from, until }) => isWithin(day, { from, until }));
  },

  about: aboutPerson,

  lastDay: (_, { until }) => until,

  compose: async ({ subject, schoolId, receiver }, { store, say, today, receiver: reader }) => {
    const state = await store.outbox.schoolState(schoolId);
    const person = state?.people.find(({ id }) => personSubject(id) === subject);
    const absence = state && person && absencesOn(state, person, today)[0];
    const things = absence && handedBy(state, person.id, today).get(receiver);
    if (!absence || !things) return null;
    const { name, id } = person;
    const intro =
      absence.until === null
        ? say('handover.away-open', { name })
        : say('handover.away', { name, until: say.date(absence.until, today) });
    const shown = shownTo(reader, state, id, things, today);
    return { parts: thingsParts({ say, today }, { person: id, school: schoolId, intro, things: shown }) };
  },
};

/** The long absence that asks for somebody else on `day`. */
function absencesOn(state: SchoolState, person: PlannedPerson, day: LocalDate): readonly Absence[] {
  const calendar = schoolCalendar(state.school.calendar);
  return longAbsences(calendar, person).filter(
    (absence) => isWithin(day, absence) && firstDay(calendar, absence) <= day,
  );
}

/** Of a known end the first day of the absence; of an open end the day after the tenth school day. */
function firstDay(calendar: SchoolCalendar, absence: Absence): LocalDate {
  return absence.until === null ? longSince(calendar, absence)! : absence.from;
}

function referencesOf(
  state: SchoolState,
  { id }: PlannedPerson,
  absence: Absence,
  day: LocalDate,
): readonly Reference[] {
  const calendar = schoolCalendar(state.school.calendar);
  const people = receiversOf(state);
  const first = firstDay(calendar, absence);
  // As long as they are away: an absence may turn out to be long, or be told, only after weeks.
  const until = absence.until ?? addDays(first, MOST_DAYS);
  return [...handedBy(state, id, day).keys()].flatMap((receiver) => {
    const from = firstOwnWorkingDay(calendar, people.get(receiver)!, first, until);
    if (from === null) return [];
    return [
      {
        key: `wie-neemt-waar:${state.school.id}:${id}:${absence.from}:${receiver}`,
        kind: 'wie-neemt-waar' as const,
        receiver,
        schoolId: state.school.id,
        subject: personSubject(id),
        step: 0,
        from,
        until,
        answeredFrom: from,
      },
    ];
  });
}
