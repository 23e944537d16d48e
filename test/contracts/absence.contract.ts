/** The part of the store contract for absence: dates only, kept as few ranges. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AlreadyDone } from '../../src/bot/errors.ts';
import { addDays, eachDay, type LocalDate, localDate } from '../../src/calendar/local-date.ts';
import type { Announcement } from '../../src/delivery/announcement.ts';
import type { Absence } from '../../src/people/person.ts';
import { stamp } from '../support/store.ts';
import type { Opened } from './store.contract.ts';

export function absenceContract(now: () => Opened): void {
  describe('absence', () => {
    const day = (number: number) => localDate(`2026-09-${String(number).padStart(2, '0')}`);
    const range = ([from, until]: readonly [number, number | null]): Absence => ({
      from: day(from),
      until: until === null ? null : day(until),
    });
    type Ranges = readonly (readonly [number, number | null])[];
    const report = async (ranges: Ranges) => {
      const { store, school } = now();
      for (const one of ranges) await store.people.reportAbsent(stamp(), school.person('Sanne'), range(one));
    };
    const stored = () => now().store.people.absences(now().school.person('Sanne'), day(1));

    it.each<{ reported: Ranges; kept: Ranges }>([
      {
        reported: [
          [5, 6],
          [10, 12],
        ],
        kept: [
          [5, 6],
          [10, 12],
        ],
      },
      {
        reported: [
          [5, 6],
          [7, 8],
        ],
        kept: [[5, 8]],
      },
      {
        reported: [
          [7, 8],
          [5, 6],
        ],
        kept: [[5, 8]],
      },
      {
        reported: [
          [5, 6],
          [8, 9],
        ],
        kept: [
          [5, 6],
          [8, 9],
        ],
      },
      {
        reported: [
          [5, 6],
          [8, 9],
          [7, 7],
        ],
        kept: [[5, 9]],
      },
      {
        reported: [
          [5, 20],
          [8, 9],
        ],
        kept: [[5, 20]],
      },
      {
        reported: [
          [8, 9],
          [5, 20],
        ],
        kept: [[5, 20]],
      },
      {
        reported: [
          [8, 9],
          [12, 13],
          [5, null],
        ],
        kept: [
          [5, null],
          [8, 9],
          [12, 13],
        ],
      },
      {
        reported: [
          [5, 6],
          [9, 9],
          [8, null],
          [7, 8],
        ],
        kept: [
          [5, null],
          [9, 9],
        ],
      },
      {
        reported: [
          [8, null],
          [5, 6],
        ],
        kept: [
          [5, 6],
          [8, null],
        ],
      },
      {
        reported: [
          [8, null],
          [5, 7],
        ],
        kept: [[5, null]],
      },
      {
        reported: [
          [8, null],
          [10, 11],
          [12, 12],
        ],
        kept: [
          [8, null],
          [10, 12],
        ],
      },
    ])('keeps $reported as $kept', async ({ reported, kept }) => {
      await report(reported);
      expect(await stored()).toEqual(kept.map(range));
    });

    it('keeps exactly the days that were reported, whatever the order', async () => {
      const { store, school } = now();
      const ranges = fc.array(fc.tuple(fc.integer({ min: 1, max: 28 }), fc.integer({ min: 0, max: 4 })), {
        maxLength: 8,
      });
      let offset = 0;
      await fc.assert(
        fc.asyncProperty(ranges, async (lengths) => {
          // A stretch of days of its own for each run, so that the runs do not meet.
          const first = addDays(localDate('2030-01-01'), 100 * offset++);
          const reported = lengths.map(([start, length]) => ({
            from: addDays(first, start),
            until: addDays(first, start + length),
          }));
          for (const one of reported) await store.people.reportAbsent(stamp(), school.person('Nico'), one);
          const kept = (await store.people.absences(school.person('Nico'), first)) as {
            from: LocalDate;
            until: LocalDate;
          }[];
          const daysOf = (all: typeof kept) => new Set(all.flatMap(({ from, until }) => [...eachDay(from, until)]));
          expect([...daysOf(kept)]).toEqual([...daysOf(reported)].sort());
          kept.slice(1).forEach((one, index) => {
            expect(one.from > addDays(kept[index]!.until, 1)).toBe(true);
          });
        }),
        { numRuns: 60 },
      );
    });

    it('gives the absences that end on or after a day', async () => {
      const { store, school } = now();
      await report([
        [5, 6],
        [10, null],
      ]);
      const from = (number: number) => store.people.absences(school.person('Sanne'), day(number));
      expect(await from(6)).toEqual([range([5, 6]), range([10, null])]);
      expect(await from(7)).toEqual([range([10, null])]);
      expect(await from(30)).toEqual([range([10, null])]);
      expect(await store.people.absences(school.person('Nico'), day(1))).toEqual([]);
    });

    it.each<{ reported: Ranges; last: Ranges[number] }>([
      { reported: [], last: [5, 6] },
      { reported: [], last: [5, null] },
      { reported: [[5, 6]], last: [7, 8] },
      { reported: [[5, 6]], last: [20, 21] },
      { reported: [[5, 20]], last: [8, 9] },
      {
        reported: [
          [5, 6],
          [12, null],
        ],
        last: [4, 14],
      },
      {
        reported: [
          [5, null],
          [8, 9],
        ],
        last: [10, 11],
      },
    ])('takes back $last and no more after $reported', async ({ reported, last }) => {
      const { store, school } = now();
      const sanne = school.person('Sanne');
      await report(reported);
      const before = await stored();
      const made = await store.people.reportAbsent(stamp(), sanne, range(last));
      expect(await stored()).toContainEqual(made.absence);
      const { version } = (await store.outbox.schoolState(school.id))!;
      expect(await store.people.withdrawAbsence(stamp(), school.person('Nico'), made)).toBe(false);
      expect(await store.people.withdrawAbsence(stamp(), sanne, made)).toBe(true);
      expect(await stored()).toEqual(before);
      // The school is planned again.
      expect((await store.outbox.schoolState(school.id))!.version).toBeGreaterThan(version);
    });

    it('takes nothing back that was changed meanwhile', async () => {
      const { store, school } = now();
      const made = await store.people.reportAbsent(stamp(), school.person('Sanne'), range([5, 6]));
      await report([[7, 7]]);
      expect(await store.people.withdrawAbsence(stamp(), school.person('Sanne'), made)).toBe(false);
      expect(await stored()).toEqual([range([5, 7])]);
    });

    it.each<{ reported: Ranges; back: number; was: boolean; kept: Ranges }>([
      { reported: [[5, 10]], back: 8, was: true, kept: [[5, 7]] },
      { reported: [[5, null]], back: 8, was: true, kept: [[5, 7]] },
      { reported: [[5, 10]], back: 10, was: true, kept: [[5, 9]] },
      { reported: [[5, 10]], back: 5, was: true, kept: [] },
      { reported: [[5, 10]], back: 11, was: false, kept: [[5, 10]] },
      { reported: [[5, 10]], back: 4, was: false, kept: [[5, 10]] },
      {
        reported: [
          [5, null],
          [20, 21],
        ],
        back: 8,
        was: true,
        kept: [
          [5, 7],
          [20, 21],
        ],
      },
      {
        reported: [
          [5, 10],
          [20, 21],
        ],
        back: 8,
        was: true,
        kept: [
          [5, 7],
          [20, 21],
        ],
      },
    ])('$reported, back on $back: $was, $kept', async ({ reported, back, was, kept }) => {
      const { store, school } = now();
      await report(reported);
      expect(await store.people.reportBack(stamp(), school.person('Sanne'), day(back))).toBe(was);
      expect(await stored()).toEqual(kept.map(range));
    });

    it('tells the person in the same act, and nothing when there was nothing to change', async () => {
      const { store, school } = now();
      const [sanne, director] = [school.person('Sanne'), school.person('Marieke')];
      const told = (key: string): Announcement => {
        const dates = { from: day(1), until: day(30) };
        const tell = {
          key,
          kind: 'afwezig-gemeld',
          receiver: sanne,
          schoolId: school.id,
          subject: 'person:1',
        } as const;
        return { tells: [{ ...tell, ...dates }], posts: [], changed: [] };
      };
      const keys = async () => (await store.outbox.rows(sanne, day(30))).map(({ key }) => key).sort();
      const by = (once: string) => stamp(director, '2026-09-01T08:00:00Z', once);
      const made = await store.people.reportAbsent(by('1'), sanne, range([5, 6]), told('reported'));
      await expect(store.people.reportAbsent(by('1'), sanne, range([9, 9]), told('again'))).rejects.toThrow(
        AlreadyDone,
      );
      expect(await store.people.reportBack(by('2'), sanne, day(20), told('not away'))).toBe(false);
      expect(await keys()).toEqual(['reported']);
      await store.people.withdrawAbsence(by('3'), sanne, made, told('withdrawn'));
      expect(await store.people.withdrawAbsence(by('4'), sanne, made, told('gone'))).toBe(false);
      await store.people.reportAbsent(by('5'), sanne, range([5, 6]));
      await store.people.reportBack(by('6'), sanne, day(6), told('back'));
      expect(await keys()).toEqual(['back', 'reported', 'withdrawn']);
    });
  });
}
