/** "Jullie werken allebei op dinsdag en donderdag": the days on which somebody and their lead can talk. */
import {
  addDays,
  eachDay,
  earliest,
  isWithin,
  type LocalDate,
  latest,
  type Weekday,
  weekdayOf,
} from '../calendar/local-date.ts';
import { type SchoolCalendar, schoolCalendar } from '../calendar/school-calendar.ts';
import { schoolYearRange } from '../calendar/school-year.ts';
import { WEEKDAYS } from '../calendar/weekdays.ts';
import { firstOwnWorkingDay, isOwnWorkingDay, type Worker } from '../calendar/working-day.ts';
import { workplacesOf } from '../delivery/workplace.ts';
import type { PersonId } from '../people/person.ts';
import { comingTalks } from './open-talk.ts';
import type { Talk } from './pop.ts';
import { opensOn } from './pop-days.ts';
import type { PopView, Reader } from './pop-view.ts';

/** The two at the school of the POP; `self` is whoever asks. */
export type TalkPlace = { readonly calendar: SchoolCalendar; readonly self: Worker; readonly other: Worker };

/** What is needed to know it. */
type Talkers = Pick<PopView, 'person' | 'school' | 'lead' | 'isOwn'>;

const MOST_DAYS = 3;
/** Weekdays are read from so many days: also those of every other week show. */
const SOME_WEEKS = 28;

/** Null when one of them cannot be planned for, such as a lead who has left. */
export async function talkPlace(reader: Reader, view: Talkers): Promise<TalkPlace | null> {
  const otherId = view.isOwn ? view.lead?.id : view.person.id;
  const [self, other] = await Promise.all([
    placeOf(reader, view, reader.actor.id),
    otherId === undefined ? null : placeOf(reader, view, otherId),
  ]);
  // The school of the view is one object for all of its people, so that its year is worked out once.
  const calendar = schoolCalendar(view.school.calendar);
  return self && other ? { calendar, self: self.worker, other: other.worker } : null;
}

async function placeOf({ store, actor, today }: Reader, { school }: Talkers, id: PersonId) {
  const person = id === actor.id ? actor : await store.people.actorById(id, today);
  return person && (await workplacesOf(store, person, new Set([school.id]), today)).get(school.id);
}

/** At most three days on which both work, from `first` until the end of that school year, but not `except`. Pure. */
export function talkDays(
  place: TalkPlace,
  { year }: Pick<PopView, 'year'>,
  first: LocalDate,
  except: LocalDate | null = null,
): readonly LocalDate[] {
  const days: LocalDate[] = [];
  for (const day of eachDay(first, schoolYearRange(year).until)) {
    if (day !== except && bothWork(place, day)) days.push(day);
    if (days.length === MOST_DAYS) break;
  }
  return days;
}

/** The talks that are planned on a day to come on which they do not both work; nothing is known when one of them cannot be planned for. */
export async function talksOffDay(reader: Reader, view: Talkers): Promise<readonly Talk[]> {
  const coming = comingTalks(view.person.pop, reader.today);
  const place = coming.length > 0 ? await talkPlace(reader, view) : null;
  if (place === null) return [];
  return coming.filter(({ planned }) => !bothWork(place, planned.day)).map(({ talk }) => talk);
}

type NoDay = 'closed' | 'away' | 'days';

/** Why `talkDays` finds none: the school does not open any more, one of them is away, or their working days have none in common. Pure. */
export function whyNoDay(place: TalkPlace, view: Pick<PopView, 'year'>, first: LocalDate): NoDay {
  const open = place.calendar.nextOpen(first);
  if (open === null || open > schoolYearRange(view.year).until) return 'closed';
  const [self, other] = [place.self, place.other].map((worker): Worker => ({ ...worker, absences: [] }));
  return talkDays({ ...place, self: self!, other: other! }, view, first).length > 0 ? 'away' : 'days';
}

export function isAwayOn({ absences }: Worker, day: LocalDate): boolean {
  return absences.some((absence) => isWithin(day, absence));
}

export function bothWork({ calendar, self, other }: TalkPlace, day: LocalDate): boolean {
  return isOwnWorkingDay(calendar, self, day) && isOwnWorkingDay(calendar, other, day);
}

/**
 * The first day that is worth proposing: not before the talk opens, and after the next working day of the other, who hears of it that morning. Pure.
 */
export function firstTalkDay(
  place: TalkPlace,
  { terms, year }: Pick<PopView, 'terms' | 'year'>,
  talk: Talk,
  today: LocalDate,
): LocalDate {
  const tomorrow = addDays(today, 1);
  const hears = firstOwnWorkingDay(place.calendar, place.other, tomorrow, addDays(today, SOME_WEEKS)) ?? today;
  return latest(opensOn(terms.days, talk, year), addDays(hears, 1));
}

/** The weekdays on which both work in the weeks from `first` on, in their order. Pure. */
export function sharedWeekdays(
  place: TalkPlace,
  { year }: Pick<PopView, 'year'>,
  first: LocalDate,
): readonly (typeof WEEKDAYS)[number][] {
  const last = earliest(addDays(first, SOME_WEEKS - 1), schoolYearRange(year).until);
  const found = new Set([...eachDay(first, last)].filter((day) => bothWork(place, day)).map(weekdayOf));
  return WEEKDAYS.filter((_, at) => found.has((at + 1) as Weekday));
}
