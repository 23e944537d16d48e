/** `vooruitblik`: every nudge of a period if nobody reacts, from stored plans and calendars alone. Pure. */
import { eachDay, type LocalDate } from '../calendar/local-date.ts';
import { instantAt, isoInZone } from '../calendar/zone.ts';
import type { Nudge, NudgeKind, SchoolState } from './nudge.ts';
import { NUDGES } from './nudges.ts';

/** The fixed format of `vooruitblik --json` (ARCHITECTURE, command line). */
export type PreviewLine = {
  /** ISO 8601 with the Dutch offset: the receiver's digest time on that day. */
  readonly op: string;
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
  return states
    .flatMap((state) => {
      const people = new Map(state.people.map((person) => [person.id, person]));
      return days.flatMap((day) => nudges.flatMap((nudge) => linesOf(state, people, nudge, day)));
    })
    .sort(
      (a, b) =>
        compare(a.op, b.op) || compare(a.aan, b.aan) || compare(a.soort, b.soort) || compare(a.onderwerp, b.onderwerp),
    );
}

function linesOf(
  state: SchoolState,
  people: ReadonlyMap<number, SchoolState['people'][number]>,
  nudge: Nudge,
  day: LocalDate,
): readonly PreviewLine[] {
  const once = new Map<string, PreviewLine>();
  for (const reference of nudge.plan(state, day)) {
    const person = people.get(reference.receiver);
    if (reference.from !== day || !person) continue;
    once.set(`${reference.receiver} ${reference.subject}`, {
      op: isoInZone(instantAt(day, person.digestTime)),
      aan: person.email,
      soort: nudge.kind,
      onderwerp: nudge.about(state, reference),
    });
  }
  return [...once.values()];
}

/** Digests come after 08:00, when all offsets of a day are the same, so the texts sort as the times do. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
