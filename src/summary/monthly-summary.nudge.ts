/** The director's monthly summary, on the first own working day of October to July (PRODUCT 6, maandoverzicht). */
import { isWithin, type LocalDate } from '../calendar/local-date.ts';
import { schoolCalendar } from '../calendar/school-calendar.ts';
import { firstOwnWorkingDay } from '../calendar/working-day.ts';
import type { Nudge, Reference, SchoolState } from '../delivery/nudge.ts';
import { schoolSubject } from '../delivery/subject.ts';
import { standsAt } from '../people/permissions.ts';
import { firstOf, lastOf, type Month, monthOf, periodOf, previousMonth } from './period.ts';
import { composeSummary } from './summary.ts';

export const monthlySummary: Nudge = {
  kind: 'maandoverzicht',

  plan: (state, day) => plannedIn(state, monthOf(day)).filter(({ from, until }) => isWithin(day, { from, until })),

  about: (state) => state.school.name,

  lastDay: (_, { from }) => lastOf(monthOf(from)),

  compose: async (reference, { store, say, now, today, receiver }) => {
    const school = await store.people.school(reference.schoolId);
    if (!school || !standsAt(receiver, 'director', school.id)) return null;
    const month = previousMonth(monthOf(reference.from));
    const period = periodOf(month, today);
    const asked = { store, say, school, team: null, now, today, period, viewer: receiver };
    const { title, parts, short } = await composeSummary(asked, 'nudge');
    const intent = { name: 'overzicht', args: { school: String(school.id), maand: month } };
    return {
      parts: [{ kind: 'heading', text: title }, ...parts],
      short: [
        ...short.map((text) => ({ kind: 'text' as const, text })),
        { kind: 'buttons', buttons: [{ label: say.plain('summary.read-on'), intent }] },
      ],
    };
  },
};

const PLANNED = new WeakMap<SchoolState, Map<Month, readonly Reference[]>>();

/** Worked out once per month and loaded state, for previews. */
function plannedIn(state: SchoolState, month: Month): readonly Reference[] {
  const months = PLANNED.get(state) ?? new Map<Month, readonly Reference[]>();
  PLANNED.set(state, months);
  const planned = months.get(month) ?? referencesOf(state, month);
  months.set(month, planned);
  return planned;
}

function referencesOf(state: SchoolState, month: Month): readonly Reference[] {
  if (month.endsWith('-08') || month.endsWith('-09')) return [];
  const until: LocalDate = lastOf(month);
  const calendar = schoolCalendar(state.school.calendar);
  return state.people
    .filter(({ employment }) => employment.roles.includes('directeur'))
    .flatMap((director) => {
      const from = firstOwnWorkingDay(calendar, director, firstOf(month), until);
      if (from === null) return [];
      return [
        {
          key: `maandoverzicht:${state.school.id}:${month}:${director.id}`,
          kind: 'maandoverzicht' as const,
          receiver: director.id,
          schoolId: state.school.id,
          subject: schoolSubject(state.school.id),
          step: 0,
          from,
          until,
          answeredFrom: from,
        },
      ];
    });
}
