/** The part of the store contract for what a director or an admin sets for a school. */
import { describe, expect, it } from 'vitest';
import { Stale } from '../../src/bot/errors.ts';
import { localDate } from '../../src/calendar/local-date.ts';
import { buildSchool, stamp } from '../support/store.ts';
import type { Opened } from './store.contract.ts';

const TODAY = localDate('2026-11-24');
const day = (text: string) => localDate(text);

export function schoolContract(now: () => Opened): void {
  const by = () => stamp(now().school.person('Marieke'), '2026-11-24T09:00:00Z');
  const version = async () => (await now().store.outbox.schoolState(now().school.id))!.version;

  describe('a school', () => {
    it('has its own days, which never overlap', async () => {
      const { store, school } = now();
      const before = await version();
      const study = { from: day('2026-12-03'), until: day('2026-12-04'), kind: 'studiedag', name: 'rekenen' } as const;
      expect(await store.school.addDays(by(), school.id, study)).toBeNull();
      for (const [from, until] of [
        ['2026-12-04', '2026-12-09'],
        ['2026-12-01', '2026-12-03'],
        ['2026-12-01', '2026-12-31'],
      ] as const) {
        const other = { from: day(from), until: day(until), kind: 'vrij', name: '' } as const;
        expect(await store.school.addDays(by(), school.id, other)).toMatchObject(study);
      }
      expect(
        await store.school.addDays(by(), school.id, { ...study, from: day('2026-12-05'), until: day('2026-12-05') }),
      ).toBeNull();
      expect(await version()).toBe(before + 2);
      expect((await store.school.ownDays(school.id, day('2026-12-05'))).map(({ from }) => from)).toEqual([
        '2026-12-05',
      ]);
      const [first] = await store.school.ownDays(school.id, TODAY);
      expect(await store.school.removeDays(by(), school.id, first!.id, day('2026-12-04'))).toMatchObject(study);
      expect((await store.people.school(school.id))!.calendar.ownDays[0]).toMatchObject({ until: '2026-12-03' });
      expect(await store.school.removeDays(by(), school.id, first!.id, day('2026-12-04'))).toBeNull();
      const other = await buildSchool(now(), { school: { school: 'De Wilg' }, staff: [{ name: 'Wim' }] });
      const last = (await store.school.ownDays(school.id, TODAY)).at(-1)!;
      expect(await store.school.removeDays(by(), other.id, last.id, TODAY)).toBeNull();
      expect(await store.school.removeDays(by(), school.id, last.id, TODAY)).toMatchObject({ from: '2026-12-05' });
    });

    it('has the date of the PGMR and blokken', async () => {
      const { store, school } = now();
      const before = await version();
      expect(await store.school.popConsent(school.id)).toBeNull();
      await store.school.setPopConsent(by(), school.id, TODAY);
      expect(await store.school.popConsent(school.id)).toBe(TODAY);
      const starts = ['2026-08-31', '2026-10-26', '2027-01-04', '2027-03-01', '2027-05-10'].map(day);
      await store.school.setBlokken(by(), school.id, starts);
      expect((await store.people.school(school.id))!.calendar.blokStarts).toEqual(starts);
      await store.school.setBlokken(by(), school.id, null);
      expect((await store.people.school(school.id))!.calendar.blokStarts).toBeNull();
      expect(await version()).toBe(before + 3);
    });
  });

  describe('staff of a school', () => {
    const NEW = { name: 'Jan', email: 'jan@example.org', roles: ['ib'], workingDays: null, from: TODAY } as const;
    const names = async (on = TODAY) => (await now().store.school.staff(now().school.id, on)).map(({ name }) => name);

    it('come, also from another school, and go', async () => {
      const { store, school } = now();
      const other = await buildSchool(now(), { school: { school: 'De Wilg' }, staff: [{ name: 'Wim' }] });
      const before = await version();
      expect(await store.school.hire(by(), school.id, NEW)).toMatchObject({ outcome: 'new', name: 'Jan' });
      expect(await store.school.hire(by(), school.id, NEW)).toMatchObject({ outcome: 'present' });
      const wim = { ...NEW, name: 'Willem', email: 'wim@example.org' };
      expect(await store.school.hire(by(), school.id, wim)).toEqual({
        outcome: 'known',
        id: other.person('Wim'),
        name: 'Wim',
      });
      expect(await version()).toBe(before + 2);
      expect(await names()).toEqual(['Jan', 'Joost', 'Marieke', 'Nadia', 'Nico', 'Sanne', 'Wim']);
      expect(await store.school.endService(by(), school.id, other.person('Wim'), TODAY)).toBe(true);
      expect(await names(localDate('2026-11-25'))).not.toContain('Wim');
      expect((await store.school.staff(other.id, TODAY)).map(({ name }) => name)).toEqual(['Wim']);
      expect(await store.school.endService(by(), other.id, school.person('Sanne'), TODAY)).toBe(false);
      const back = { ...wim, from: localDate('2027-01-04') };
      expect(await store.school.hire(by(), school.id, back)).toMatchObject({ outcome: 'back', name: 'Wim' });
      expect(await names(localDate('2027-01-04'))).toContain('Wim');
    });

    it('are changed only from what was seen', async () => {
      const { store, school } = now();
      const sanne = (await store.school.staff(school.id, TODAY)).find(({ name }) => name === 'Sanne')!;
      const fields = { roles: ['ib'], workingDays: ['vr'], leadId: school.person('Joost'), pop: true } as const;
      await store.school.changeStaff(by(), school.id, sanne.id, sanne, fields);
      await expect(store.school.changeStaff(by(), school.id, sanne.id, sanne, fields)).rejects.toThrow(Stale);
      expect((await store.school.staff(school.id, TODAY)).find(({ id }) => id === sanne.id)).toMatchObject(fields);
    });
  });
}
