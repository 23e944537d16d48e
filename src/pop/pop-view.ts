/** The POP's that somebody may see: their own, and those of the people they lead (PRODUCT 2). */

import type { LocalDate } from '../calendar/local-date.ts';
import type { SchoolYear } from '../calendar/school-days.ts';
import { schoolYearOf } from '../calendar/school-year.ts';
import { may } from '../people/permissions.ts';
import type { Actor, PersonId, School, SchoolId } from '../people/person.ts';
import type { Store } from '../store.ts';
import { leadOf } from './lead.ts';
import type { PopKey, PopPerson, Talk } from './pop.ts';
import type { PopTerms } from './pop-days.ts';
import { beginsIn } from './taking-part.ts';
import { talksOffDay } from './talk-days.ts';

/** Whoever looks: the person who types, or the receiver of a nudge. */
export type Reader = { readonly store: Store; readonly actor: Actor; readonly today: LocalDate };

/** One POP of this school year, as its person or their lead sees it. */
export type PopView = {
  readonly person: PopPerson;
  readonly school: School;
  readonly year: SchoolYear;
  readonly terms: PopTerms;
  readonly lead: { readonly id: PersonId; readonly name: string } | null;
  readonly isOwn: boolean;
  /** Its talks that are to come on a day on which the two cannot talk any more. */
  readonly lost: readonly Talk[];
};

/** Of every school where POP is on, by school and name: the own ones and those of the people they lead. */
export async function visiblePops(reader: Reader): Promise<readonly PopView[]> {
  return (await Promise.all((await schoolsConcerned(reader)).map((id) => popsAt(reader, id)))).flat();
}

/** Where they work themselves, or lead somebody with a POP; also where POP is off. */
export async function schoolsConcerned({ store, actor, today }: Reader): Promise<readonly SchoolId[]> {
  const own = actor.employments.flatMap(({ schoolId }) => schoolId ?? []);
  const led = await store.pop.schoolsLed(actor.id, today);
  return [...new Set([...own, ...led])].sort((a, b) => a - b);
}

/** Those at one school; none when POP is off there, nor of who starts so late that it begins next year. */
export async function popsAt(reader: Reader, schoolId: SchoolId): Promise<readonly PopView[]> {
  const { store, actor, today } = reader;
  const terms = await store.pop.terms(schoolId);
  const school = await store.people.school(schoolId);
  if (!school || !isOn(terms, today)) return [];
  const year = schoolYearOf(today);
  const directors = (await store.people.directors(schoolId, today)).map(({ id }) => id);
  const people = await store.pop.people(schoolId, year, today);
  const seen = people
    .filter(({ from }) => beginsIn(year, terms, from))
    .map((person) => ({ person, leadId: leadOf(person.id, person.leadId, directors) }))
    .filter(({ person, leadId }) => may(actor, 'pop.see', { schoolId, ownerId: person.id, leadId }));
  return Promise.all(
    seen.map(async ({ person, leadId }): Promise<PopView> => {
      const lead = leadId === null ? null : leadId === actor.id ? actor : await store.people.person(leadId);
      const view = { person, school, year, terms, lead, isOwn: person.id === actor.id };
      return { ...view, lost: await talksOffDay(reader, view) };
    }),
  );
}

/** On from the day on which the PGMR agreed. */
export function isOn({ consent }: PopTerms, today: LocalDate): boolean {
  return consent !== null && consent <= today;
}

export function popKey({ person, school, year }: Pick<PopView, 'person' | 'school' | 'year'>): PopKey {
  return { personId: person.id, schoolId: school.id, year };
}

/** The other of the two who talk: the lead for the person, the person for the lead. Null: there is no lead. */
export function otherOf({ isOwn, lead, person }: PopView): { readonly id: PersonId; readonly name: string } | null {
  return isOwn ? lead : person;
}
