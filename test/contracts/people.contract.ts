/** The part of the store contract for people and schools. */
import { describe, expect, it } from 'vitest';
import { localDate } from '../../src/calendar/local-date.ts';
import { buildSchool, type SchoolDraft } from '../support/store.ts';
import type { Opened } from './store.contract.ts';

const TODAY = localDate('2026-09-01');
const BEFORE = localDate('2026-08-31');
const AFTER = localDate('2026-09-02');

/** A second school, where Nadia of De Regenbui works too. */
export const WILG: SchoolDraft = {
  school: { school: 'De Wilg', region: 'zuid' },
  staff: [{ name: 'Wim', roles: ['directeur', 'beheerder'] }, { name: 'Nadia' }, { name: 'Åsa' }, { name: 'Zoë' }],
};

export function peopleContract(now: () => Opened): void {
  describe('people', () => {
    it('finds somebody by every address, in any case, and by account', async () => {
      const { store } = now();
      const school = await buildSchool(now(), {
        school: { school: 'De Wilg' },
        staff: [
          { name: 'Bo', email: 'bo@new.example', previousEmail: 'bo@old.example', otherEmails: ['b@other.example'] },
        ],
      });
      for (const email of ['bo@new.example', ' BO@Old.example ', 'b@OTHER.example']) {
        expect(await store.people.actorByEmail(email, TODAY)).toMatchObject({
          id: school.person('Bo'),
          email: 'bo@new.example',
        });
      }
      expect(await store.people.actorByEmail('nobody@new.example', TODAY)).toBeNull();
      expect(await store.people.actorById(school.person('Bo'), TODAY)).toMatchObject({ name: 'Bo' });
      expect(await store.people.person(school.person('Bo'))).toEqual({
        id: school.person('Bo'),
        name: 'Bo',
        email: 'bo@new.example',
        language: 'nl',
        digestTime: '08:00',
      });
    });

    it.each([
      { from: null, until: null, holds: true },
      { from: TODAY, until: TODAY, holds: true },
      { from: AFTER, until: null, holds: false },
      { from: null, until: BEFORE, holds: false },
      { from: BEFORE, until: AFTER, holds: true },
    ])('counts employment, team and membership from $from until $until: $holds', async ({ from, until, holds }) => {
      const { store } = now();
      const school = await buildSchool(now(), {
        school: { school: 'De Wilg' },
        staff: [{ name: 'Bo', from, until, roles: ['directeur', 'beheerder'] }, { name: 'Kim' }],
        teams: [
          { team: 'Van Bo', chair: 'Bo', from, until },
          { team: 'Van Kim', chair: 'Kim', members: ['Bo'], membersFrom: from, membersUntil: until },
        ],
      });
      const actor = (await store.people.actorById(school.person('Bo'), TODAY))!;
      expect(actor.employments).toHaveLength(holds ? 1 : 0);
      const schoolId = school.id;
      expect(actor.teams).toEqual(
        holds
          ? [
              { teamId: school.team('Van Bo'), schoolId, role: 'chair' },
              { teamId: school.team('Van Kim'), schoolId, role: 'member' },
            ]
          : [],
      );
      const names = (people: readonly { name: string }[]) => people.map((one) => one.name);
      const bo = holds ? ['Bo'] : [];
      expect(names(await store.people.colleagues(school.id, TODAY))).toEqual([...bo, 'Kim']);
      expect(names(await store.people.directors(school.id, TODAY))).toEqual(bo);
      expect(names(await store.people.admins(TODAY))).toEqual(bo);
      expect(await store.people.governors(TODAY)).toEqual([]);
      expect(names(await store.people.teamPeople(school.team('Van Bo'), TODAY))).toEqual(bo);
      expect(names(await store.people.teamPeople(school.team('Van Kim'), TODAY))).toEqual([...bo, 'Kim']);
    });

    it('gives chair and deputy who are members too one role', async () => {
      const { store, school } = now();
      const roleOf = async (name: string) =>
        (await store.people.actorByEmail(school.email(name), TODAY))!.teams.map((team) => team.role);
      expect(await roleOf('Nadia')).toEqual(['chair']);
      expect(await roleOf('Nico')).toEqual(['deputy']);
      expect(await roleOf('Sanne')).toEqual(['member']);
      expect(await roleOf('Joost')).toEqual([]);
      const people = await store.people.teamPeople(school.team('Bovenbouw'), TODAY);
      expect(people.map((one) => one.name)).toEqual(['Nadia', 'Nico', 'Sanne']);
    });

    it('gives where somebody works with the words of the sheet', async () => {
      const { store, school } = now();
      const other = await buildSchool(now(), WILG);
      const { employments } = (await store.people.actorById(school.person('Nadia'), TODAY))!;
      const rest = { roles: ['leerkracht'], leadId: null, pop: false, from: null, until: null };
      expect(employments).toEqual([
        { ...rest, schoolId: school.id, workingDays: ['ma', 'di', 'do'] },
        { ...rest, schoolId: other.id, workingDays: null },
      ]);
    });

    it('lists people and schools by name, as people look for them', async () => {
      const { store, school } = now();
      const other = await buildSchool(now(), WILG);
      expect((await store.people.colleagues(other.id, TODAY)).map((one) => one.name)).toEqual([
        'Åsa',
        'Nadia',
        'Wim',
        'Zoë',
      ]);
      expect((await store.people.schools()).map((one) => one.name)).toEqual(['De Regenbui', 'De Wilg']);
      expect(await store.people.directors(other.id, TODAY)).toEqual([
        { id: other.person('Wim'), name: 'Wim', email: 'wim@example.org' },
      ]);
      expect((await store.people.directors(school.id, TODAY)).map((one) => one.name)).toEqual(['Marieke']);
    });

    it('gives a school with its calendar', async () => {
      const days = [
        { from: localDate('2026-10-01'), until: localDate('2026-10-02'), kind: 'studiedag', name: 'rekenen' },
        { from: localDate('2026-09-21'), until: localDate('2026-09-21'), kind: 'vrij', name: 'kermis' },
      ] as const;
      const school = await buildSchool(now(), {
        school: { school: 'De Wilg', region: 'noord', goodFridayFree: true, liberationDayFree: false },
        calendar: days,
        staff: [],
      });
      const expected = {
        id: school.id,
        name: 'De Wilg',
        calendar: {
          region: 'noord',
          goodFridayFree: true,
          liberationDayFree: false,
          blokStarts: null,
          ownDays: [days[1], days[0]],
        },
      };
      expect(await now().store.people.school(school.id)).toEqual(expected);
      expect((await now().store.people.schools())[1]).toEqual(expected);
    });
  });
}
