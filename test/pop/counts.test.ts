/** POP steps are counted where that says nothing about fewer than five people: tables, and the property that no summaries of a year together do. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PersonId } from '../../src/people/person.ts';
import { changesOfGroup } from '../../src/pop/counted-group.ts';
import { type CountedGroup, type CountedPerson, popCounts } from '../../src/pop/counts.ts';

const [DIRECTOR, COACH] = [1, 2] as PersonId[] as [PersonId, PersonId];
const ids = (from: number, count: number) => Array.from({ length: count }, (_, at) => (from + at) as PersonId);
const batches = (...counts: readonly (readonly [batch: number, from: number, count: number])[]) =>
  new Map(counts.flatMap(([batch, from, count]) => ids(from, count).map((id) => [id, batch] as const)));

describe('the group that is counted', () => {
  const nobody = new Map<PersonId, number>();
  test.each([
    ['begins with everybody', nobody, ids(10, 6), [], batches([1, 10, 6])],
    ['does not begin with four people', nobody, ids(10, 4), [], nobody],
    ['begins whomever a reader knows', nobody, ids(10, 6), [ids(10, 3)], batches([1, 10, 6])],
    ['waits for a fifth newcomer', batches([1, 10, 6]), ids(10, 10), [], nobody],
    ['takes in five newcomers', batches([1, 10, 6]), ids(10, 11), [], batches([2, 16, 5])],
    [
      'waits for a newcomer more when a reader knows one of five',
      batches([1, 10, 6]),
      ids(10, 11),
      [ids(16, 1)],
      nobody,
    ],
    [
      'takes in six newcomers of whom a reader knows one',
      batches([1, 10, 6]),
      ids(10, 12),
      [ids(16, 1)],
      batches([2, 16, 6]),
    ],
    [
      'takes in five newcomers whom a reader knows all',
      batches([1, 10, 6]),
      ids(10, 11),
      [ids(16, 5)],
      batches([2, 16, 5]),
    ],
    ['keeps four who left', batches([1, 10, 12]), ids(14, 8), [], nobody],
    ['lets five go', batches([1, 10, 12]), ids(15, 7), [], batches([-2, 10, 5])],
    ['keeps eight who left when four stay', batches([1, 10, 12]), ids(18, 4), [], nobody],
    ['lets all go', batches([1, 10, 12]), [], [], batches([-2, 10, 12])],
    ['lets a whole batch go', batches([1, 10, 6], [2, 20, 5]), ids(10, 6), [], batches([-3, 20, 5])],
    [
      'keeps four of one batch and three of another',
      batches([1, 10, 9], [2, 20, 8]),
      [...ids(14, 5), ...ids(23, 5)],
      [],
      nobody,
    ],
    [
      'takes those who left in again together',
      batches([1, 10, 6], [-2, 20, 5]),
      [...ids(10, 6), ...ids(20, 5)],
      [],
      batches([3, 20, 5]),
    ],
    [
      'leaves out one who comes back, with four newcomers',
      batches([1, 10, 6], [-2, 20, 5]),
      [...ids(10, 6), ...ids(20, 1), ...ids(30, 4)],
      [],
      nobody,
    ],
    [
      'swaps five for five',
      batches([1, 10, 12]),
      ids(15, 12),
      [],
      new Map([...batches([-3, 10, 5]), ...batches([2, 22, 5])]),
    ],
    ['stays as it is', batches([1, 10, 6]), ids(10, 6), [], nobody],
  ] as const)('%s', (_, before, present, known, expected) => {
    expect(
      changesOfGroup(
        before,
        present,
        known.map((each) => new Set<PersonId>(each)),
      ),
    ).toEqual(expected);
  });
});

const person = (id: PersonId, change: Partial<CountedPerson> = {}): CountedPerson => ({
  id,
  leadId: null,
  batch: 1,
  isPresent: true,
  isReady: false,
  held: [],
  ...change,
});
const group = (people: readonly CountedPerson[], change: Partial<CountedGroup> = {}): CountedGroup => ({
  people,
  readers: [DIRECTOR, COACH],
  directors: [DIRECTOR],
  isWhole: true,
  ...change,
});

describe('what is shown', () => {
  const of = (count: number, change: Partial<CountedPerson> = {}) => ids(10, count).map((id) => person(id, change));
  const led = (leadId: number | null) => ({ leadId: leadId as PersonId | null });

  test('how many are ready and how many of each talk were held', () => {
    const people = of(6).map((one, at) => ({
      ...one,
      isReady: at < 4,
      held: at < 2 ? (['gesprek', 'evaluatie'] as const) : at < 3 ? (['gesprek'] as const) : [],
    }));
    expect(popCounts(group(people))).toEqual({
      people: 6,
      ready: 4,
      held: { gesprek: 3, opvolging: 0, evaluatie: 2 },
    });
  });

  test.each<[string, CountedGroup, number | null]>([
    ['five people whom the director leads', group(of(5)), 5],
    ['four people', group(of(4)), null],
    ['nobody', group([]), null],
    ['somebody was removed', group(of(9), { isWhole: false }), null],
    ['no reader leads anybody', group(of(5, led(9))), 5],
    ['the director leads all but four', group([...of(9), ...ids(30, 4).map((id) => person(id, led(9)))]), null],
    ['the director leads all but five', group([...of(9), ...ids(30, 5).map((id) => person(id, led(9)))]), 14],
    ['the coach is one of five', group([...ids(10, 4), COACH].map((id) => person(id, led(9)))), null],
    ['the coach is one of six', group([...ids(10, 5), COACH].map((id) => person(id, led(9)))), 6],
    ['the director is led by the board and is one of six', group([...of(5), person(DIRECTOR, led(9))]), 6],
    ['two directors: nobody leads without being recorded', group(of(5), { directors: [DIRECTOR, COACH] }), 5],
    [
      'two directors of whom one leads three of seven',
      group([...of(4), ...ids(30, 3).map((id) => person(id, led(DIRECTOR)))], { directors: [DIRECTOR, COACH] }),
      null,
    ],
    [
      'all but one of the second batch are known to the director',
      group([
        ...of(9, led(9)),
        ...ids(30, 4).map((id) => person(id, { batch: 2 })),
        person(34 as PersonId, { ...led(9), batch: 2 }),
      ]),
      null,
    ],
    [
      'who left and is not counted any more',
      group([...of(6), ...ids(30, 5).map((id) => person(id, { batch: -2 }))]),
      6,
    ],
    ['two of nine left', group([...of(7), ...ids(30, 2).map((id) => person(id, { isPresent: false }))]), 9],
    [
      'two of six left: a number that rises is of four',
      group([...of(4), ...ids(30, 2).map((id) => person(id, { isPresent: false }))]),
      null,
    ],
    [
      'of those who still take steps the director knows all but two',
      group([
        ...of(7),
        ...ids(30, 2).map((id) => person(id, led(9))),
        ...ids(40, 4).map((id) => person(id, { ...led(9), isPresent: false })),
      ]),
      null,
    ],
  ])('%s', (_, given, people) => expect(popCounts(given)?.people ?? null).toBe(people));
});

/** A school year: people come, leave and get another lead, and now and then somebody looks at the summary. */
type Event =
  | { readonly what: 'comes' | 'leaves'; readonly who: readonly PersonId[] }
  | { readonly what: 'lead'; readonly who: readonly PersonId[]; readonly lead: PersonId | null };

const STAFF = ids(1, 18);
const LEADS = [null, DIRECTOR, COACH, 3 as PersonId];
const some = fc.uniqueArray(fc.constantFrom(...STAFF), { minLength: 1, maxLength: 9 });
const events: fc.Arbitrary<readonly Event[]> = fc.array(
  fc.oneof(
    fc.record({ what: fc.constantFrom('comes' as const, 'leaves' as const), who: some }),
    fc.record({ what: fc.constant('lead' as const), who: some, lead: fc.constantFrom(...LEADS) }),
  ),
  { minLength: 1, maxLength: 14 },
);

/** Whose steps this reader sees in `/pop`, as PRODUCT 2 has it: the recorded lead, else the only director; nobody is their own. */
function seen(reader: PersonId, leads: ReadonlyMap<PersonId, PersonId | null>): ReadonlySet<PersonId> {
  const leadOf = (one: PersonId) => {
    const recorded = leads.get(one) ?? null;
    return recorded === null || recorded === one ? (one === DIRECTOR ? null : DIRECTOR) : recorded;
  };
  return new Set(STAFF.filter((one) => one === reader || leadOf(one) === reader));
}

/**
 * The smallest group whose steps follow from numbers of these groups, for whoever knows the steps of `known`; 0 when there is none. Whatever is added to
 * or taken from the numbers, people who are in all the same groups stay together.
 */
function smallestToldApart(shown: readonly (readonly PersonId[])[], known: ReadonlySet<PersonId>): number {
  const together = new Map<string, number>();
  for (const one of STAFF) {
    const where = shown.map((each) => (each.includes(one) ? 'x' : '-')).join('');
    if (where.includes('x') && !known.has(one)) together.set(where, (together.get(where) ?? 0) + 1);
  }
  return together.size === 0 ? 0 : Math.min(...together.values());
}

/** What is shown at each moment of such a year: who is counted (null: not shown), who of them still takes steps, and what each reader knows then. */
function* lookedAt(first: readonly PersonId[], happened: readonly Event[]) {
  const present = new Set(first);
  const leads = new Map<PersonId, PersonId | null>();
  const batchOf = new Map<PersonId, number>();
  for (const event of [null, ...happened]) {
    for (const one of event?.who ?? []) {
      if (event?.what === 'lead') leads.set(one, event.lead);
      else if (event?.what === 'comes') present.add(one);
      else present.delete(one);
    }
    const readers = [DIRECTOR, COACH].map((reader) => seen(reader, leads));
    for (const [one, batch] of changesOfGroup(batchOf, [...present], readers)) batchOf.set(one, batch);
    const people = [...batchOf].map(([id, batch]) =>
      person(id, { batch, leadId: leads.get(id) ?? null, isPresent: present.has(id) }),
    );
    const counted = people.filter(({ batch }) => batch > 0).map(({ id }) => id);
    const counts = popCounts(group(people));
    expect([counted.length, undefined]).toContain(counts?.people);
    yield { shown: counts && counted, steps: counted.filter((one) => present.has(one)), readers };
  }
}

const start = fc.uniqueArray(fc.constantFrom(...STAFF), { minLength: 5 });
const isTold = (count: number) => count > 0 && count < 5;

test('no summaries of a year, whoever read them, tell a reader the steps of fewer than five people', () => {
  let looked = 0;
  fc.assert(
    fc.property(start, events, (first, happened) => {
      const shown: PersonId[][] = [];
      for (const { shown: now, steps, readers } of lookedAt(first, happened)) {
        if (!now) continue;
        looked++;
        shown.push(now);
        for (const known of readers) {
          expect(isTold(smallestToldApart(shown, known))).toBe(false);
          expect(isTold(steps.filter((one) => !known.has(one)).length)).toBe(false);
        }
      }
    }),
    { numRuns: 1000 },
  );
  expect(looked).toBeGreaterThan(500);
});

test('as long as nobody gets another lead, a number that was shown goes only when fewer than five still take steps', () => {
  let [changed, stayed] = [0, 0];
  const comings = fc.array(fc.record({ what: fc.constantFrom('comes' as const, 'leaves' as const), who: some }), {
    minLength: 1,
    maxLength: 14,
  });
  const leads = fc.array(fc.record({ what: fc.constant('lead' as const), who: some, lead: fc.constantFrom(...LEADS) }));
  fc.assert(
    fc.property(start, leads, comings, (first, before, happened) => {
      let last: readonly PersonId[] | null = null;
      for (const { shown, steps, readers } of [...lookedAt(first, [...before, ...happened])].slice(before.length)) {
        const few = steps.length < 5 || readers.some((known) => isTold(steps.filter((one) => !known.has(one)).length));
        if (last && !few) expect(shown).not.toBeNull();
        if (last && shown) `${last}` === `${shown}` ? stayed++ : changed++;
        last = shown ?? last;
      }
    }),
    { numRuns: 1000 },
  );
  expect(Math.min(changed, stayed)).toBeGreaterThan(100);
});
