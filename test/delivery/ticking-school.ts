/** De Regenbui in a real store, with a tick that sends through a fake platform. */
import type { Nudge } from '../../src/delivery/nudge.ts';
import { createTick, type FaultPlace, type Tick } from '../../src/delivery/tick.ts';
import { goalCheckIn } from '../../src/goals/check-in.nudge.ts';
import type { PersonId } from '../../src/people/person.ts';
import type { Store } from '../../src/store.ts';
import { monthlySummary } from '../../src/summary/monthly-summary.nudge.ts';
import { type BuiltSchool, buildSchool, type OpenStore, openStore } from '../support/store.ts';
import { FakePlatform } from './fake-platform.ts';

/** Leerteam Bovenbouw meets on Thursday of week 4; chair Nadia works again on Monday 28 September. */
export const MORNING = '2026-09-28T08:00:00+02:00';

/** What is sent in tests of sending itself: other subjects have their own tests. */
export const DELIVERED: readonly Nudge[] = [goalCheckIn, monthlySummary];

export const at = (instant: string) => new Date(instant);

export type TickingSchool = {
  readonly opened: OpenStore;
  readonly store: Store;
  readonly school: BuiltSchool;
  readonly platform: FakePlatform;
  readonly faults: readonly FaultPlace[];
  readonly tick: Tick;
  /** One more process on the same database, or on another store. */
  makeTick(store?: Store, nudges?: readonly Nudge[]): Tick;
  readonly nadia: PersonId;
  readonly marieke: PersonId;
  /** When Nadia got a digest. */
  received(): readonly string[];
};

export async function tickingSchool(): Promise<TickingSchool> {
  const opened = await openStore();
  const school = await buildSchool(opened);
  const platform = new FakePlatform();
  const faults: FaultPlace[] = [];
  let key = 0;
  const makeTick = (store = opened.store, nudges = DELIVERED) =>
    createTick({ store, platform, nudges, newKey: () => `key ${++key}`, onFault: (where) => faults.push(where) });
  const nadia = school.person('Nadia');
  return {
    opened,
    store: opened.store,
    school,
    platform,
    faults,
    tick: makeTick(),
    makeTick,
    nadia,
    marieke: school.person('Marieke'),
    received: () => platform.sent.filter(({ to }) => to === nadia).map(({ at }) => at),
  };
}
