/** Whom a reference is about, as `vooruitblik` prints it. */
import type { Reference, SchoolState } from './nudge.ts';
import { personSubject } from './subject.ts';

/** The name; of who is not of the school the subject as it is stored. Pure. */
export function aboutPerson({ people }: SchoolState, { subject }: Pick<Reference, 'subject'>): string {
  return people.find(({ id }) => personSubject(id) === subject)?.name ?? subject;
}
