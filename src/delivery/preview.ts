/** `vooruitblik`: every nudge of a period if nobody reacts, from stored plans and calendars alone. Pure. */
import { eachDay, type LocalDate } from '../calendar/local-date.ts';
import { schoolCalendar } from '../calendar/school-calendar.ts';
import { instantAt, isoInZone } from '../calendar/zone.ts';
import { isBackToday } from '../people/long-absence.ts';
import { NUDGE_KINDS, type Nudge, type NudgeKind, type SchoolState } from './nudge.ts';
import { NUDGES } from './nudges.ts';
import { enteredAfter } from './plan.ts';
import { placesOf, receiversOf } from './receivers.ts';

/** Those that somebody's act or arrival makes cannot be known in advance. */
const FORESEEN: readonly string[] = NUDGE_KINDS;

/** On their first day after a long absence people get one overview instead of these (PRODUCT 3, Absence). */
const NOT_ON_RETURN: readonly NudgeKind[] = ['doel-checkin', 'actie-te-laat'];

/** The fixed format of `vooruitblik --json` (ARCHITECTURE, command line). */
export type PreviewLine = {
  /** ISO 8601 with the Dutch offset: the receiver's digest time on that day, or the time of a message of its own. */
  readonly op: string;
  /** An e-mail address or a channel. */
  readonly aan: string;
  readonly soort: NudgeKind;
  readonly onderwerp: string;
};

/** All nudges from `from` until and including `until`, by time, then receiver. What people switched off is not looked at: nobody else sees that. */
export function preview(
  states: readonly SchoolState[],
  from: LocalDate,
  until: LocalDate,
  nudges: readonly Nudge[] = NUDGES,
): readonly PreviewLine[] {
  const days = [...eachDay(from, until)];
  const foreseen = nudges.filter(({ kind }) => FORESEEN.includes(kind));
  // One digest says it once, also when several schools have it for one person (POP).
  const said = new Set<string>();
  return states
    .flatMap((state) => {
      const people = receiversOf(state);
      return days.flatMap((day) =>
        foreseen.flatMap((nudge) => [...linesOf(state, nudge, day, said), ...postLinesOf(state, people, nudge, day)]),
      );
    })
    .sort(
      (a, b) =>
        compare(a.op, b.op) || compare(a.aan, b.aan) || compare(a.soort, b.soort) || compare(a.onderwerp, b.onderwerp),
    );
}

/** `said` holds the day, kind, receiver and subject of the lines so far. */
function linesOf(state: SchoolState, nudge: Nudge, day: LocalDate, said: Set<string>): readonly PreviewLine[] {
  return nudge.plan(state, day).flatMap((reference): PreviewLine[] => {
    const [person] = placesOf(state, reference);
    if (reference.from !== day || !person || enteredAfter(state, reference, day)) return [];
    if (NOT_ON_RETURN.includes(nudge.kind) && isBackToday(schoolCalendar(state.school.calendar), person, day)) {
      return [];
    }
    const line = `${day} ${nudge.kind} ${reference.receiver} ${reference.subject}`;
    if (said.has(line)) return [];
    said.add(line);
    return [
      {
        op: isoInZone(instantAt(day, person.digestTime)),
        aan: person.email,
        soort: nudge.kind,
        onderwerp: nudge.about(state, reference),
      },
    ];
  });
}

/** Messages of their own, each at its own time. */
function postLinesOf(
  state: SchoolState,
  people: ReadonlyMap<number, SchoolState['people'][number]>,
  nudge: Nudge,
  day: LocalDate,
): readonly PreviewLine[] {
  return (nudge.posts?.(state, day) ?? [])
    .filter((post) => post.day === day)
    .flatMap((post) => {
      const to = post.to.kind === 'channel' ? post.to.channel : people.get(post.to.personId)?.email;
      const op = isoInZone(instantAt(day, post.time));
      return to === undefined ? [] : [{ op, aan: to, soort: nudge.kind, onderwerp: nudge.about(state, post) }];
    });
}

/** Digests come after 08:00, when all offsets of a day are the same, so the texts sort as the times do. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
