/** "21 van 24 POP's zijn klaar": how many people took a step, when that says nothing about fewer than five of them (PRODUCT 1 and 7). */
import type { PersonId } from '../people/person.ts';
import { type Batch, FEWEST, isHidden, knownTo } from './counted-group.ts';
import { TALKS, type Talk } from './pop.ts';

/** Somebody who is or was in the group; without a name, as nobody asks who it is. */
export type CountedPerson = {
  readonly id: PersonId;
  /** As recorded, when that person is in service somewhere today. */
  readonly leadId: PersonId | null;
  readonly batch: Batch;
  /** Works at the school today and has a POP; who does not takes no steps any more. */
  readonly isPresent: boolean;
  readonly isReady: boolean;
  readonly held: readonly Talk[];
};

export type CountedGroup = {
  readonly people: readonly CountedPerson[];
  /** Everybody who may read the school's summary today. */
  readonly readers: readonly PersonId[];
  readonly directors: readonly PersonId[];
  /** False when somebody in it was removed since: the numbers without them would tell theirs. */
  readonly isWhole: boolean;
};

export type PopCounts = {
  readonly people: number;
  readonly ready: number;
  readonly held: Readonly<Record<Talk, number>>;
};

/**
 * The counts, the same for every reader; null when one of them could work out the steps of fewer than five people with what they see in `/pop`: of a
 * batch from the numbers before and after it came, or of those who still take steps from a number that rises. That everybody or nobody took a step may
 * be known. Pure.
 */
export function popCounts({ people, readers, directors, isWhole }: CountedGroup): PopCounts | null {
  const counted = people.filter(({ batch }) => batch > 0);
  const present = counted.filter(({ isPresent }) => isPresent);
  if (!isWhole || present.length < FEWEST) return null;
  const known = readers.map((reader) => knownTo(reader, people, directors));
  const batches = [...new Set(people.map(({ batch }) => batch))].map((each) =>
    people.filter(({ batch }) => batch === each),
  );
  if (![present, ...batches].every((part) => isHidden(ids(part), known))) return null;
  const held = (talk: Talk) => counted.filter((person) => person.held.includes(talk)).length;
  return {
    people: counted.length,
    ready: counted.filter(({ isReady }) => isReady).length,
    held: Object.fromEntries(TALKS.map((talk) => [talk, held(talk)])) as Record<Talk, number>,
  };
}

function ids(people: readonly CountedPerson[]): readonly PersonId[] {
  return people.map(({ id }) => id);
}
