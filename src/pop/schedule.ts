/** On which days of a school year who hears of the POP: the table of PRODUCT 6, from plans and calendars alone. Pure. */
import { addDays, daysBetween, eachDay, isWithin, type LocalDate, latest } from '../calendar/local-date.ts';
import { type SchoolCalendar, schoolCalendar } from '../calendar/school-calendar.ts';
import type { SchoolYear } from '../calendar/school-days.ts';
import { schoolYearRange } from '../calendar/school-year.ts';
import type { PlannedPerson, SchoolState } from '../delivery/nudge.ts';
import { isOwnDayAt, workplacesIn } from '../delivery/receivers.ts';
import type { PersonId } from '../people/person.ts';
import { STEPS, type Step, TALKS, type Talk } from './pop.ts';
import { opensOn } from './pop-days.ts';
import { ledOn, takingPart } from './taking-part.ts';

/** Somebody is asked about a step; `turn` 0 is the first time, 1 and up are the reminders. */
export type PopAsk = {
  readonly receiver: PersonId;
  readonly step: Step;
  readonly turn: number;
  /** The receiver's own working day on which it is sent. */
  readonly from: LocalDate;
  /** The day before the receiver's next one of any step, else the last of the school year. */
  readonly until: LocalDate;
};

/** How many days after a step opens its reminders come: on or after 15 and 25 October, 15 November, 15 February and 10 June. */
const REMINDERS: Readonly<Record<Step, readonly number[]>> = {
  uitleg: [],
  klaar: [14, 24],
  gesprek: [14],
  opvolging: [14],
  evaluatie: [26],
};
/** A reminder that would come sooner after the nudge before it is left out. */
const LEAST_DAYS_BETWEEN = 7;

/** All of them in that school year, by receiver and day. */
export function popAsksOf(state: SchoolState, year: SchoolYear): readonly PopAsk[] {
  const plan = new YearPlan(state, year);
  return plan.receivers().flatMap((receiver) => plan.asksOf(receiver));
}

/** Those of one receiver. */
export function popAsksFor(state: SchoolState, year: SchoolYear, receiver: PersonId): readonly PopAsk[] {
  return new YearPlan(state, year).asksOf(receiver);
}

class YearPlan {
  readonly #state: SchoolState;
  readonly #year: SchoolYear;
  readonly #takesPart: readonly PlannedPerson[];
  readonly #calendar: SchoolCalendar;
  readonly #last: LocalDate;
  readonly #mayLead: ReadonlySet<PersonId>;

  constructor(state: SchoolState, year: SchoolYear) {
    const takesPart = takingPart(state, year);
    this.#state = state;
    this.#year = year;
    this.#takesPart = takesPart;
    this.#calendar = schoolCalendar(state.school.calendar);
    this.#last = schoolYearRange(year).until;
    const directors = state.people.filter(({ employment }) => employment.roles.includes('directeur'));
    const recorded = takesPart.flatMap(({ employment: { leadId } }) => (leadId === null ? [] : [leadId]));
    this.#mayLead = new Set([...recorded, ...directors.map(({ id }) => id)]);
  }

  receivers(): readonly PersonId[] {
    if (this.#takesPart.length === 0) return [];
    return [...new Set([...this.#takesPart.map(({ id }) => id), ...this.#mayLead])];
  }

  asksOf(receiver: PersonId): readonly PopAsk[] {
    if (this.#takesPart.length === 0) return [];
    const asks = this.#daysOf(receiver);
    return asks.map((ask) => {
      const next = asks.find(({ from }) => from > ask.from);
      return { ...ask, receiver, until: next ? addDays(next.from, -1) : this.#last };
    });
  }

  #daysOf(receiver: PersonId): readonly Pick<PopAsk, 'step' | 'turn' | 'from'>[] {
    const firsts = STEPS.map((step) => this.#dayOf(receiver, step, 0));
    return STEPS.flatMap((step, index) => {
      const first = firsts[index] ?? null;
      const next = firsts.slice(index + 1).find((day) => day !== null) ?? null;
      const isBeforeNext = (day: LocalDate) => next === null || day < next;
      // Who starts or comes back late begins with the step that is open by then; what POP is they hear once anyhow.
      if (first === null || (step !== 'uitleg' && !isBeforeNext(first))) return [];
      const asks = [{ step, turn: 0, from: first }];
      REMINDERS[step].forEach((days, reminder) => {
        const from = this.#dayOf(receiver, step, days);
        if (from === null || !isBeforeNext(from)) return;
        if (daysBetween(asks.at(-1)!.from, from) < LEAST_DAYS_BETWEEN) return;
        asks.push({ step, turn: reminder + 1, from });
      });
      return asks;
    });
  }

  /** Their first own working day on or after so many days after the step opened, on which it concerns them. */
  #dayOf(receiver: PersonId, step: Step, days: number): LocalDate | null {
    const places = workplacesIn(this.#state, receiver);
    const opens = addDays(opensOn(this.#state.pop.days, step, this.#year), days);
    for (const day of eachDay(latest(opens, this.#state.pop.consent!), this.#last)) {
      if (isOwnDayAt(this.#calendar, places, day) && this.#concerns(receiver, step, day)) return day;
    }
    return null;
  }

  /** Their own POP, or for a talk that of somebody they lead. */
  #concerns(receiver: PersonId, step: Step, day: LocalDate): boolean {
    const own = this.#takesPart.find(({ id }) => id === receiver);
    if (own && isWithin(day, own.employment)) return true;
    if (!TALKS.includes(step as Talk) || !this.#mayLead.has(receiver)) return false;
    return ledOn(this.#state, this.#takesPart, receiver, day).length > 0;
  }
}
