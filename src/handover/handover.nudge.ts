/** "Piet werkt nog tot en met 18 december. Dit heeft een nieuwe eigenaar nodig", with [Verdelen] (PRODUCT 6, overdracht). */
import { isWithin, type LocalDate } from '../calendar/local-date.ts';
import { schoolCalendar } from '../calendar/school-calendar.ts';
import { aboutPerson } from '../delivery/about-person.ts';
import type { Nudge, Reference, SchoolState } from '../delivery/nudge.ts';
import { receiversOf } from '../delivery/receivers.ts';
import { personSubject, readSubject } from '../delivery/subject.ts';
import type { PersonId } from '../people/person.ts';
import { handedBy } from './handed-by.ts';
import { handoverStep, MOST_NUDGES } from './handover-days.ts';
import { leaversOn } from './leavers.ts';
import { shownTo } from './shown-things.ts';
import { composeTakenOver } from './taken-over.ts';
import { thingsParts } from './things-part.ts';

export const handover: Nudge = {
  kind: 'overdracht',

  plan: (state, day) =>
    leaversOn(state, day)
      .flatMap(({ id, end }) => referencesOf(state, id, end, day))
      .filter(({ from, until }) => isWithin(day, { from, until })),

  about: aboutPerson,

  lastDay: (state, { subject, receiver, until }) => {
    if (readSubject(subject)?.kind !== 'person') return until;
    const leaver = leaversOn(state, until).find(({ id }) => personSubject(id) === subject);
    return leaver && handedBy(state, leaver.id, until).has(receiver) ? until : null;
  },

  compose: async (reference, context) => {
    const { key, subject, schoolId, receiver } = reference;
    const { store, say, today } = context;
    const about = readSubject(subject);
    if (about?.kind !== 'person') return composeTakenOver(reference, context);
    const state = await store.outbox.schoolState(schoolId);
    const leaver = state && leaversOn(state, today).find(({ id }) => id === about.id);
    const things = leaver ? handedBy(state, leaver.id, today).get(receiver) : undefined;
    if (!leaver || !things) return null;
    if ((await store.handover.nudged(receiver, key.slice(0, key.lastIndexOf(':') + 1))) >= MOST_NUDGES) return null;
    const { name, end } = leaver;
    const date = say.date(end, today);
    const isGone = end < today;
    const intro = say(isGone ? 'handover.gone' : 'handover.leaves', { name, date, school: state.school.name });
    const shown = shownTo(context.receiver, state, leaver.id, things, today);
    return { parts: thingsParts({ say, today }, { person: leaver.id, school: schoolId, intro, things: shown }) };
  },
};

function referencesOf(state: SchoolState, leaver: PersonId, end: LocalDate, day: LocalDate): readonly Reference[] {
  const calendar = schoolCalendar(state.school.calendar);
  const people = receiversOf(state);
  return [...handedBy(state, leaver, day).keys()].flatMap((receiver) => {
    const planned = handoverStep(calendar, people.get(receiver)!, end, day);
    if (!planned) return [];
    const { step, from, until } = planned;
    return [
      {
        key: `overdracht:${state.school.id}:${leaver}:${end}:${receiver}:${step}`,
        kind: 'overdracht' as const,
        receiver,
        schoolId: state.school.id,
        subject: personSubject(leaver),
        step,
        from,
        until,
        answeredFrom: from,
      },
    ];
  });
}
