/** An item is dealt with, carried over or withdrawn, never gone; and whatever happens to meetings, two never fall on one day (issue 3). */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { MeetingSeen } from '../../src/agenda/agenda.store.ts';
import type { ItemId } from '../../src/agenda/agenda-item.ts';
import { Stale } from '../../src/bot/errors.ts';
import { addDays, localDate } from '../../src/calendar/local-date.ts';
import { localTime } from '../../src/calendar/zone.ts';
import { NOTHING_TO_TELL } from '../../src/delivery/announcement.ts';
import { buildSchool, openStore, stamp } from '../support/store.ts';

const FIRST = localDate('2026-11-24');

type Step =
  | { readonly kind: 'add' }
  | { readonly kind: 'withdraw' | 'reopen'; readonly item: number }
  | { readonly kind: 'share' | 'cancel' | 'lines'; readonly day: number }
  | { readonly kind: 'move'; readonly day: number; readonly to: number }
  | { readonly kind: 'held'; readonly day: number; readonly items: readonly number[] };

const day = fc.nat({ max: 6 });
const item = fc.integer({ min: 1, max: 6 });
const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(
    fc.constant<Step>({ kind: 'add' }),
    fc.record({ kind: fc.constantFrom('withdraw' as const, 'reopen' as const), item }),
    fc.record({ kind: fc.constantFrom('share' as const, 'cancel' as const, 'lines' as const), day }),
    fc.record({ kind: fc.constant('move' as const), day, to: day }),
    fc.record({ kind: fc.constant('held' as const), day, items: fc.uniqueArray(item) }),
  ),
  { maxLength: 25 },
);

test('whatever people do', { timeout: 60_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(steps, async (all) => {
      const opened = await openStore();
      const { agenda, minutes } = opened.store;
      const school = await buildSchool(opened);
      const teamId = school.team('Bovenbouw');
      const by = stamp(school.person('Nadia'), '2026-11-24T09:00:00Z');
      const seenOn = async (at: number): Promise<MeetingSeen> => {
        const date = addDays(FIRST, at);
        const row = (await agenda.meetings(teamId)).find((each) => each.date === date);
        return { teamId, date, time: localTime('15:00'), duration: 60, version: row?.version ?? null };
      };
      let added = 0;
      const act = async (step: Step): Promise<unknown> => {
        switch (step.kind) {
          case 'add': {
            const text = `punt ${++added}`;
            return agenda.addItem(by, { schoolId: school.id, teamId, kind: 'overig', text, minutes: null, link: '' });
          }
          case 'withdraw':
            return agenda.withdrawItem(by, step.item as ItemId);
          case 'reopen':
            return minutes.reopenItem(by, step.item as ItemId);
          case 'share':
            return agenda.share(by, await seenOn(step.day), NOTHING_TO_TELL);
          case 'cancel':
            return agenda.cancel(by, await seenOn(step.day), 'x', NOTHING_TO_TELL);
          case 'lines':
            return agenda.setLineMinutes(by, await seenOn(step.day), new Map([['punt-1', 0]]));
          case 'move': {
            const from = await seenOn(step.day);
            return agenda.move(by, from, { ...from, date: addDays(FIRST, step.to) }, [], NOTHING_TO_TELL);
          }
          case 'held':
            return minutes.held(by, await seenOn(step.day), step.items.filter((each) => each <= added) as ItemId[]);
        }
      };
      for (const step of all) {
        await act(step).catch((error) => expect(error).toBeInstanceOf(Stale));
      }

      const open = (await agenda.openItems(school.id, teamId)).map(({ id }) => id);
      for (let id = 1; id <= added; id++) {
        const stored = (await agenda.item(id as ItemId))!;
        const events = (await agenda.itemEvents(id as ItemId)).map(({ what }) => what);
        expect(stored.text).toBe(`punt ${id}`);
        expect(open.includes(stored.id)).toBe(stored.state === 'open');
        expect(events[0]).toBe('gemaakt');
        const end = events.findLast((what) => what !== 'doorgeschoven');
        expect(end).toBe(
          {
            open: end === 'heropend' ? 'heropend' : 'gemaakt',
            behandeld: 'behandeld',
            ingetrokken: 'ingetrokken',
            vervallen: '',
          }[stored.state],
        );
      }
      const days = (await agenda.meetings(teamId)).map(({ date }) => date);
      expect(new Set(days).size).toBe(days.length);
      for (const { state, movedTo } of await agenda.meetings(teamId)) {
        expect(movedTo === null).toBe(state !== 'verzet');
        if (movedTo !== null) expect(days).toContain(movedTo);
      }
      opened.close();
    }),
    { numRuns: 40 },
  );
});
