/** Which nudges of one school may go out on a day, and when each receiver gets them. Pure. */
import { earliest, type LocalDate, latest } from '../calendar/local-date.ts';
import { schoolCalendar } from '../calendar/school-calendar.ts';
import type { PostDraft } from './announcement.ts';
import type { Nudge, PointDraft, Reference, SchoolState } from './nudge.ts';
import { NUDGES } from './nudges.ts';
import { firstOwnDayAt, placesOf } from './receivers.ts';
import { readSubject } from './subject.ts';

export type SchoolPlan = {
  /** `nextDay` is the receiver's own working day, on or after the planned day and within the window. */
  readonly references: readonly (Reference & { readonly nextDay: LocalDate })[];
  readonly points: readonly PointDraft[];
  readonly posts: readonly PostDraft[];
};

/** What the outbox should hold for this school on `day`. A nudge whose receiver has no working day left in its window is left out. */
export function planSchool(state: SchoolState, day: LocalDate, nudges: readonly Nudge[] = NUDGES): SchoolPlan {
  const calendar = schoolCalendar(state.school.calendar);
  const references = nudges
    .flatMap((nudge) => nudge.plan(state, day))
    .filter((reference) => !enteredAfter(state, reference, day))
    .flatMap((reference) => {
      const places = placesOf(state, reference);
      const nextDay = firstOwnDayAt(calendar, places, latest(day, reference.from), reference.until);
      return nextDay ? [{ ...reference, nextDay }] : [];
    });
  return {
    references,
    points: nudges.flatMap((nudge) => nudge.points?.(state, day) ?? []),
    posts: nudges.flatMap((nudge) => nudge.posts?.(state, day) ?? []).filter((post) => post.day === day),
  };
}

/** A goal or a school that was entered today gets no nudges of the days before, nor about a meeting before it. */
export function enteredAfter(state: SchoolState, { subject, from }: Reference, day: LocalDate): boolean {
  const about = readSubject(subject);
  const createdOn = about?.kind === 'goal' ? state.goals.find(({ id }) => id === about.id)?.createdOn : state.createdOn;
  const since = about?.kind === 'meeting' ? earliest(from, about.date) : from;
  return createdOn !== undefined && since < createdOn && createdOn <= day;
}
