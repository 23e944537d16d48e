/** Whose POP steps the monthly summary counts: a group that changes by five people or more at a time, so that two summaries never differ by fewer. */
import type { PersonId } from '../people/person.ts';
import { leadOf } from './lead.ts';

/** Fewer people are not counted (PRODUCT 1). */
export const FEWEST = 5;

/**
 * The number of the batch of people with whom somebody came into the group and was always counted since: above 0 they are counted now, below 0 they
 * were before. 0: never.
 */
export type Batch = number;

type Led = { readonly id: PersonId; readonly leadId: PersonId | null };
export type Known = ReadonlySet<PersonId>;

/** Whose steps somebody sees in `/pop`: their own, and of those they are the lead of. Pure. */
export function knownTo(reader: PersonId, people: readonly Led[], directors: readonly PersonId[]): Known {
  const led = people.filter(({ id, leadId }) => leadOf(id, leadId, directors) === reader);
  return new Set([reader, ...led.map(({ id }) => id)]);
}

/** Is what is left of these people, without those whom a reader knows, nobody or a group? For each reader. Pure. */
export function isHidden(people: readonly PersonId[], readers: readonly Known[]): boolean {
  return readers.every((known) => {
    const left = people.filter((id) => !known.has(id)).length;
    return left === 0 || left >= FEWEST;
  });
}

/**
 * Who comes into the group or leaves it now, with their new batch. `batches` are the present ones (people without one left out), `present` those with a POP
 * who work at the school today. The group begins with all of them. Later five or more who belong in it come together, and five or more of one batch leave
 * together, if what stays behind of that batch is none or five as well, each time also without the people whom a reader knows. So every number ever
 * shown is a sum over whole batches, and whatever is added to or taken from such numbers, the steps of a part of a batch never follow from it. Pure.
 */
export function changesOfGroup(
  batches: ReadonlyMap<PersonId, Batch>,
  present: readonly PersonId[],
  readers: readonly Known[],
): ReadonlyMap<PersonId, Batch> {
  const isPresent = new Set(present);
  const changes = new Map<PersonId, Batch>();
  let last = Math.max(0, ...[...batches.values()].map(Math.abs));
  if (last === 0) return new Map(present.length >= FEWEST ? present.map((id) => [id, 1]) : []);
  const newcomers = present.filter((id) => !batches.has(id));
  for (const batch of [0, ...new Set(batches.values())]) {
    const together = batch === 0 ? newcomers : [...batches.keys()].filter((id) => batches.get(id) === batch);
    const moving = together.filter((id) => isPresent.has(id) !== batch > 0);
    const staying = together.filter((id) => !moving.includes(id));
    if (moving.length < FEWEST || (staying.length > 0 && staying.length < FEWEST)) continue;
    if (!isHidden(moving, readers) || !isHidden(staying, readers)) continue;
    last++;
    for (const id of moving) changes.set(id, batch > 0 ? -last : last);
  }
  return changes;
}
