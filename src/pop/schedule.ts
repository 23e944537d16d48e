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

/** One of the days on which somebody is asked, whoever it is. */
type AskDay = Omit<PopAsk, 'receiver'>;

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
  readonly #takesPart: ReadonlyMap<PersonId, PlannedPerson>;
  readonly #calendar: SchoolCalendar;
  readonly #last: LocalDate;
  readonly #mayLead: ReadonlySet<PersonId>;
  readonly #opens: Readonly<Record<Step, LocalDate>>;
  /** Of people who lead nobody and are never away: those who work on the same days are asked on the same days. */
  readonly #alike = new Map<string, readonly AskDay[]>();

  constructor(state: SchoolState, year: SchoolYear) {
    const takesPart = takingPart(state, year);
    this.#state = state;
    this.#takesPart = new Map(takesPart.map((person) => [person.id, person]));
    this.#calendar = schoolCalendar(state.school.calendar);
    this.#last = schoolYearRange(year).until;
    const directors = state.people.filter(({ employment }) => employment.roles.includes('directeur'));
    const recorded = takesPart.flatMap(({ employment: { leadId } }) => (leadId === null ? [] : [leadId]));
    this.#mayLead = new Set([...recorded, ...directors.map(({ id }) => id)]);
    const opens = STEPS.map((step) => [step, opensOn(state.pop.days, step, year)]);
    this.#opens = Object.fromEntries(opens) as Record<Step, LocalDate>;
  }

  receivers(): readonly PersonId[] {
    if (this.#takesPart.size === 0) return [];
    return [...new Set([...this.#takesPart.keys(), ...this.#mayLead])];
  }

  asksOf(receiver: PersonId): readonly PopAsk[] {
    if (this.#takesPart.size === 0) return [];
    return this.#windowsOf(receiver).map((ask) => ({ ...ask, receiver }));
  }

  #windowsOf(receiver: PersonId): readonly AskDay[] {
    const places = workplacesIn(this.#state, receiver);
    const [place] = places;
    if (!place || places.length > 1 || place.absences.length > 0 || this.#mayLead.has(receiver)) {
      return this.#withWindows(receiver, places);
    }
    const { workingDays, from, until } = place.employment;
    const key = `${workingDays} ${from} ${until}`;
    const known = this.#alike.get(key) ?? this.#withWindows(receiver, places);
    this.#alike.set(key, known);
    return known;
  }

  #withWindows(receiver: PersonId, places: readonly PlannedPerson[]): readonly AskDay[] {
    const asks = this.#daysOf(receiver, places);
    return asks.map((ask) => {
      const next = asks.find(({ from }) => from > ask.from);
      return { ...ask, until: next ? addDays(next.from, -1) : this.#last };
    });
  }

  #daysOf(receiver: PersonId, places: readonly PlannedPerson[]): readonly Omit<AskDay, 'until'>[] {
    const dayOf = (step: Step, days: number) => this.#dayOf(receiver, places, step, days);
    const firsts = STEPS.map((step) => dayOf(step, 0));
    return STEPS.flatMap((step, index) => {
      const first = firsts[index] ?? null;
      const next = firsts.slice(index + 1).find((day) => day !== null) ?? null;
      const isBeforeNext = (day: LocalDate) => next === null || day < next;
      // Who starts or comes back late begins with the step that is open by then; what POP is they hear once anyhow.
      if (first === null || (step !== 'uitleg' && !isBeforeNext(first))) return [];
      const asks = [{ step, turn: 0, from: first }];
      REMINDERS[step].forEach((days, reminder) => {
        const from = dayOf(step, days);
        if (from === null || !isBeforeNext(from)) return;
        if (daysBetween(asks.at(-1)!.from, from) < LEAST_DAYS_BETWEEN) return;
        asks.push({ step, turn: reminder + 1, from });
      });
      return asks;
    });
  }

  /** Their first own working day on or after so many days after the step opened, on which it concerns them. */
  #dayOf(receiver: PersonId, places: readonly PlannedPerson[], step: Step, days: number): LocalDate | null {
    const opens = addDays(this.#opens[step], days);
    for (const day of eachDay(latest(opens, this.#state.pop.consent!), this.#last)) {
      if (isOwnDayAt(this.#calendar, places, day) && this.#concerns(receiver, step, day)) return day;
    }
    return null;
  }

  /** Their own POP, or for a talk that of somebody they lead. */
  #concerns(receiver: PersonId, step: Step, day: LocalDate): boolean {
    const own = this.#takesPart.get(receiver);
    if (own && isWithin(day, own.employment)) return true;
    if (!TALKS.includes(step as Talk) || !this.#mayLead.has(receiver)) return false;
    return ledOn(this.#state, [...this.#takesPart.values()], receiver, day).length > 0;
  }
}
