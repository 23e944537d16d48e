import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Store } from '../../src/store.ts';
import { buildSchool, REGENBUI } from '../support/store.ts';
import { at, MORNING, type TickingSchool, tickingSchool } from './ticking-school.ts';

let here: TickingSchool;
beforeEach(async () => {
  here = await tickingSchool();
});
afterEach(() => here.opened.close());

describe('two processes, and a crash', () => {
  /** A process that dies at the n-th thing it asks of the outbox: just before it is done, or when it is done and nobody hears of it. */
  function dying(isTime: (act: string, count: number) => boolean, when: 'before' | 'after' = 'before'): Store {
    let isDead = false;
    let count = 0;
    const outbox = new Proxy(here.store.outbox, {
      get: (target, name) => {
        const method = Reflect.get(target, name) as (...args: unknown[]) => unknown;
        return async (...args: unknown[]) => {
          const diesNow = !isDead && isTime(String(name), ++count);
          if (!isDead && (!diesNow || when === 'after')) {
            const result = await method(...args);
            if (!diesNow) return result;
          }
          isDead = true;
          throw new Error('the process is dead');
        };
      },
    });
    return { ...here.store, outbox };
  }

  test('two ticks at once send each digest once', async () => {
    const second = here.makeTick();
    await Promise.all([here.tick.tick(at(MORNING)), second.tick(at(MORNING)), here.tick.tick(at(MORNING))]);
    expect(here.received()).toEqual(['2026-09-28T08:00']);
    expect(await here.store.outbox.counts()).toMatchObject({ planned: 0, sent: 2 });
  });

  test('dies between sending and marking: sent again, but only after the lease', async () => {
    await here.makeTick(dying((act) => act === 'settle')).tick(at(MORNING));
    expect(here.received()).toHaveLength(1);
    await here.tick.tick(at('2026-09-28T08:01:00+02:00'));
    expect(here.received()).toHaveLength(1);
    await here.tick.tick(at('2026-09-28T08:03:00+02:00'));
    await here.tick.tick(at('2026-09-28T08:10:00+02:00'));
    expect(here.received()).toEqual(['2026-09-28T08:00', '2026-09-28T08:03']);
  });

  const acts = Array.from({ length: 9 }, (_, index) => index + 1);
  test.each(acts.flatMap((act) => [[act, 'before'] as const, [act, 'after'] as const]))(
    'dies at act %i of the outbox, %s it is done: the next process does what is left',
    async (nth, when) => {
      let lastAct = '';
      const first = here.makeTick(
        dying((act, count) => {
          if (count <= nth) lastAct = act;
          return count === nth;
        }, when),
      );
      await first.tick(at(MORNING));
      const sentBefore = here.platform.sent.length;
      await here.tick.tick(at('2026-09-28T08:03:00+02:00'));
      await here.tick.tick(at('2026-09-28T08:04:00+02:00'));
      // A second time only when it was sent and the process died before that was written down.
      expect(here.platform.sent).toHaveLength(sentBefore === 1 && lastAct === 'settle' && when === 'before' ? 2 : 1);
      expect(await here.store.outbox.counts()).toEqual({ planned: 0, sent: 2, lapsed: 0, failed: 0 });
    },
  );

  test('those acts are all that a tick does', async () => {
    let acts = 0;
    await here
      .makeTick(
        dying((_, count) => {
          acts = count;
          return false;
        }),
      )
      .tick(at(MORNING));
    expect(acts).toBe(9);
  });

  test('a school that cannot be planned does not stop the others', async () => {
    const other = await buildSchool(here.opened, {
      ...REGENBUI,
      school: { school: 'De Zonnebloem', region: 'midden' },
    });
    const outbox = {
      ...here.store.outbox,
      schoolState: async (id: typeof here.school.id) => {
        if (id === here.school.id) throw new Error('broken');
        return here.store.outbox.schoolState(id);
      },
    };
    await here.makeTick({ ...here.store, outbox }).tick(at(MORNING));
    expect(here.faults).toEqual([{ act: 'plan', schoolId: here.school.id }]);
    expect(here.platform.sent.map(({ to }) => to)).toEqual([other.person('Nadia')]);
  });

  test('stopping finishes what is being sent, and takes nothing more', async () => {
    await here.tick.tick(at('2026-10-01T00:01:00+02:00'));
    const gate = here.platform.close();
    const running = here.tick.tick(at('2026-10-01T08:00:00+02:00'));
    await gate.reached;
    const stopped = here.tick.stop();
    gate.open();
    expect(await running).toEqual({ planned: 0, posts: 0, digests: 1 });
    await stopped;
    expect(here.platform.sent).toHaveLength(1);

    expect(await here.tick.tick(at('2026-10-01T08:01:00+02:00'))).toEqual({ planned: 0, posts: 0, digests: 0 });
    expect(await here.makeTick().tick(at('2026-10-01T08:01:00+02:00'))).toEqual({ planned: 0, posts: 0, digests: 1 });
    expect(new Set(here.platform.sent.map(({ to }) => to)).size).toBe(2);
  });

  test('stopped, it does not look into the store any more: that is closed by then', async () => {
    await here.tick.stop();
    here.opened.close();
    expect(await here.tick.tickPosts(at(MORNING))).toEqual({ planned: 0, posts: 0, digests: 0 });
    expect(await here.tick.tick(at(MORNING))).toEqual({ planned: 0, posts: 0, digests: 0 });
    expect(here.faults).toEqual([]);
  });

  test('stopping before it is handed over gives it back at once', async () => {
    await here.tick.tick(at('2026-09-28T00:01:00+02:00'));
    let stopped: Promise<void> = Promise.resolve();
    const people = {
      ...here.store.people,
      settings: async (id: typeof here.nadia) => {
        stopped = ticking.stop();
        return here.store.people.settings(id);
      },
    };
    const ticking = here.makeTick({ ...here.store, people });
    expect(await ticking.tick(at(MORNING))).toEqual({ planned: 0, posts: 0, digests: 0 });
    await stopped;
    expect(here.received()).toEqual([]);
    await here.tick.tick(at('2026-09-28T08:00:05+02:00'));
    expect(here.received()).toEqual(['2026-09-28T08:00']);
  });
});
