/** The part of the store contract for the group whose POP steps a summary counts. */
import { describe, expect, it } from 'vitest';
import { localDate } from '../../src/calendar/local-date.ts';
import type { SchoolYear } from '../../src/calendar/school-days.ts';
import { NOTHING_TO_TELL } from '../../src/delivery/announcement.ts';
import { type BuiltSchool, buildSchool, type SchoolDraft, stamp } from '../support/store.ts';
import type { Opened } from './store.contract.ts';

const TODAY = localDate('2026-11-03');
const LATER = localDate('2027-01-05');
const YEAR = '2026-2027' as SchoolYear;

const PRESENT = ['Adil', 'Bo', 'Cor', 'Daan', 'Eva'];
const SCHOOL: SchoolDraft = {
  school: { school: 'De Eik', popConsent: localDate('2026-09-01') },
  staff: [
    { name: 'Els', roles: ['directeur'] },
    { name: 'Wim', roles: ['ib'] },
    { name: 'Ida', roles: ['ib'], until: localDate('2026-10-31') },
    ...PRESENT.map((name) => ({ name, pop: true, lead: name === 'Eva' ? 'Ida' : name === 'Daan' ? 'Wim' : null })),
    { name: 'Gijs' },
    { name: 'Left', pop: true, until: localDate('2026-10-31') },
    ...['Nel', 'Ot', 'Pia', 'Ria', 'Sam'].map((name) => ({ name, pop: true, from: LATER })),
  ],
};

export function popCountedContract(now: () => Opened): void {
  const counted = (school: BuiltSchool, day = TODAY, year = YEAR) => now().store.pop.counted(school.id, year, day);
  const key = (school: BuiltSchool, name: string) => ({
    personId: school.person(name),
    schoolId: school.id,
    year: YEAR,
  });

  describe('the group whose POP steps are counted', () => {
    it('is everybody with a POP in service that day, with their steps, and who may read the numbers', async () => {
      const { store } = now();
      const school = await buildSchool(now(), SCHOOL);
      await store.pop.setReady(stamp(), key(school, 'Bo'), TODAY);
      await store.pop.setHeld(stamp(), key(school, 'Bo'), 'gesprek', TODAY, () => NOTHING_TO_TELL);
      await store.pop.planTalk(
        stamp(),
        key(school, 'Cor'),
        'gesprek',
        0,
        { day: TODAY, time: null },
        () => NOTHING_TO_TELL,
      );
      const fresh = { batch: 1, isPresent: true, isReady: false, held: [], leadId: null };
      expect(await counted(school)).toEqual({
        people: [
          { ...fresh, id: school.person('Adil') },
          { ...fresh, id: school.person('Bo'), isReady: true, held: ['gesprek'] },
          { ...fresh, id: school.person('Cor') },
          { ...fresh, id: school.person('Daan'), leadId: school.person('Wim') },
          { ...fresh, id: school.person('Eva') },
        ],
        readers: [school.person('Els'), school.person('Wim')],
        directors: [school.person('Els')],
        isWhole: true,
      });
    });

    it('is nobody at a school with fewer than five of them', async () => {
      expect((await counted(now().school)).people).toEqual([]);
    });

    it('takes in five newcomers together, and knows who is there no more', async () => {
      const school = await buildSchool(now(), SCHOOL);
      const batches = async (day: typeof TODAY) => (await counted(school, day)).people.map(({ batch }) => batch);
      expect(await batches(TODAY)).toEqual([1, 1, 1, 1, 1]);
      expect(await batches(LATER)).toEqual([1, 1, 1, 1, 1, 2, 2, 2, 2, 2]);
      await now().store.school.endService(stamp(), school.id, school.person('Eva'), TODAY);
      const { people } = await counted(school, LATER);
      expect(people.filter(({ isPresent }) => !isPresent).map(({ id }) => id)).toEqual([school.person('Eva')]);
      expect(people).toHaveLength(10);
    });

    it('is another one in another year', async () => {
      const { store } = now();
      const school = await buildSchool(now(), SCHOOL);
      await store.pop.setReady(stamp(), key(school, 'Bo'), TODAY);
      expect((await counted(school)).people.some(({ isReady }) => isReady)).toBe(true);
      const next = await counted(school, LATER, '2027-2028' as SchoolYear);
      expect(next.people.map(({ batch, isReady }) => [batch, isReady])).toEqual(next.people.map(() => [1, false]));
      expect(next.people).toHaveLength(10);
    });

    it('is settled once by all who look at the same moment, and keeps the steps that are stored', async () => {
      const { store } = now();
      const school = await buildSchool(now(), SCHOOL);
      await store.pop.setLink(stamp(), key(school, 'Bo'), 'https://school.example/bo');
      const groups = await Promise.all([1, 2, 3].map(() => counted(school)));
      expect(new Set(groups.map((group) => JSON.stringify(group))).size).toBe(1);
      const people = await store.pop.people(school.id, YEAR, TODAY);
      expect(people.find(({ name }) => name === 'Bo')!.pop.link).toBe('https://school.example/bo');
    });
  });
}
