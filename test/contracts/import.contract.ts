/** The part of the store contract for import and export: everything in one act, and what goes in comes out. */
import { describe, expect, it } from 'vitest';
import { localDate } from '../../src/calendar/local-date.ts';
import type { Book } from '../../src/import/book.ts';
import type { Change } from '../../src/import/change.ts';
import { buildSchool, stamp } from '../support/store.ts';
import type { Opened } from './store.contract.ts';

/** The changes that put the whole book into an empty store. */
function allOf(book: Book): readonly Change[] {
  const schools = book.scholen.map(({ school }) => school);
  const ofSchool = <Row extends { readonly school: string }>(rows: readonly Row[], school: string) =>
    rows.filter((row) => row.school === school);
  return [
    ...book.scholen.map((row) => ({ kind: 'school', row, changed: null }) as const),
    ...schools.map((school) => ({ kind: 'calendar', school, rows: ofSchool(book.kalender, school) }) as const),
    ...book.medewerkers.map((row) => ({ kind: 'staff', row, changed: null }) as const),
    ...book.leerteams.map((row) => ({ kind: 'team', row, changed: null }) as const),
    ...schools.map((school) => ({ kind: 'members', school, rows: ofSchool(book.leden, school) }) as const),
    ...book.doelen.map((row) => ({ kind: 'goal', row, changed: null }) as const),
    ...book.acties.map((row) => ({ kind: 'action', row, changed: null }) as const),
  ];
}

export function importContract(now: () => Opened, openEmpty: () => Promise<Pick<Opened, 'store' | 'close'>>): void {
  describe('an import', () => {
    it('gives what was put in, also in another store', async () => {
      const day = localDate('2026-10-01');
      await buildSchool(now(), {
        school: { school: 'De Wilg', region: 'zuid', goodFridayFree: true, popConsent: day },
        calendar: [{ from: day, until: day, kind: 'studiedag', name: 'rekenen' }],
        staff: [
          { name: 'Wim', roles: ['directeur', 'ib'], previousEmail: 'wim@old.example', language: 'en', from: day },
          { name: 'Bo', lead: 'Wim', pop: true, workingDays: ['ma', 'wo-even'], otherEmails: ['b@x.example'] },
          { name: 'Nadia', workingDays: ['vr'], until: day },
        ],
        teams: [{ team: 'Team', chair: 'Bo', deputy: 'Wim', members: ['Bo', 'Wim'], channel: '#team', firstDate: day }],
        goals: [
          { title: 'Doel', team: 'Team', number: 7, baseline: 1.5, rhythm: 'blok', status: 'loopt achter', end: day },
          { title: 'Ander doel', owner: 'Bo', phase: 'op stoom' },
        ],
        actions: [{ what: 'Bellen', owner: 'Bo', due: day, goal: 'Doel', team: 'Team', state: 'klaar' }],
      });
      const book = await now().store.import.snapshot();
      expect(book.scholen.map((row) => row.school)).toEqual(['De Regenbui', 'De Wilg']);
      expect(book.doelen.find((row) => row.title === 'Doel')).toMatchObject({
        number: 7,
        baseline: 1.5,
        status: 'loopt achter',
      });

      const other = await openEmpty();
      const heard: number[] = [];
      const changes = allOf(book);
      await other.store.import.apply(stamp(), changes, (done) => heard.push(done));
      expect(await other.store.import.snapshot()).toEqual(book);
      expect(heard.at(-1)).toBe(changes.length);
      other.close();
    });

    it('is all or nothing', async () => {
      const { store } = now();
      const before = await store.import.snapshot();
      const [school] = allOf(before);
      const goal = allOf(before).find((change) => change.kind === 'goal')!;
      const changes = [
        { ...school, row: { ...before.scholen[0]!, school: 'De Wilg' } },
        { ...goal, row: { ...goal.row, school: 'De Wilg', team: 'Nergens', number: null } },
      ] as readonly Change[];
      await expect(store.import.apply(stamp(), changes)).rejects.toThrow();
      expect(await store.import.snapshot()).toEqual(before);
      expect((await store.people.schools()).map((one) => one.name)).toEqual(['De Regenbui']);
    });

    it('has the planning of its schools made again', async () => {
      const { store, school } = now();
      const version = async () => (await store.outbox.schoolState(school.id))!.version;
      const before = await version();
      const row = { ...(await store.import.snapshot()).scholen[0]!, region: 'noord' } as const;
      const changed = [{ column: 'regio', from: 'midden', to: 'noord' }];
      await store.import.apply(stamp(), [{ kind: 'school', row, changed }]);
      expect(await version()).toBe(before + 1);
      expect((await store.people.school(school.id))!.calendar.region).toBe('noord');
    });
  });
}
