/** The part of the store contract for people, absence and settings. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, eachDay, type LocalDate, localDate } from '../../src/calendar/local-date.ts';
import type { LocalTime } from '../../src/calendar/zone.ts';
import type { Settings } from '../../src/people/people.store.ts';
import type { Absence } from '../../src/people/person.ts';
import { type BuiltSchool, buildSchool, stamp } from '../support/store.ts';
import type { Opened } from './store.contract.ts';

const TODAY = localDate('2026-09-01');
const BEFORE = localDate('2026-08-31');
const AFTER = localDate('2026-09-02');

const DEFAULT_SETTINGS: Settings = {
  language: 'nl',
  digestTime: '08:00' as LocalTime,
  mutedKinds: [],
  mutedSubjects: [],
  snoozedUntil: null,
};

/** A second school, where Nadia of De Regenbui works too. */
function wilg(opened: Opened): Promise<BuiltSchool> {
  return buildSchool(opened, {
    school: { school: 'De Wilg', region: 'zuid' },
    staff: [{ name: 'Wim', roles: ['directeur', 'beheerder'] }, { name: 'Nadia' }, { name: 'Åsa' }, { name: 'Zoë' }],
  });
}

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
      const other = await wilg(now());
      const { employments } = (await store.people.actorById(school.person('Nadia'), TODAY))!;
      const rest = { roles: ['leerkracht'], leadId: null, pop: false, from: null, until: null };
      expect(employments).toEqual([
        { ...rest, schoolId: school.id, workingDays: ['ma', 'di', 'do'] },
        { ...rest, schoolId: other.id, workingDays: null },
      ]);
    });

    it('lists people and schools by name, as people look for them', async () => {
      const { store, school } = now();
      const other = await wilg(now());
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

    it('links one account per platform to a person', async () => {
      const { store, school } = now();
      const [sanne, nico] = [school.person('Sanne'), school.person('Nico')];
      const account = { platform: 'slack', tenant: 'T1', account: 'U1' } as const;
      expect(await store.people.actorByAccount(account, TODAY)).toBeNull();
      expect(await store.people.linkAccount(stamp(sanne), account, sanne)).toBe('linked');
      expect(await store.people.linkAccount(stamp(sanne), account, sanne)).toBe('linked');
      expect(await store.people.linkAccount(stamp(sanne), { ...account, account: 'U2' }, sanne)).toBe('refused');
      expect(await store.people.linkAccount(stamp(nico), account, nico)).toBe('refused');
      expect(await store.people.linkAccount(stamp(sanne), { ...account, platform: 'teams' }, sanne)).toBe('linked');
      expect(await store.people.actorByAccount(account, TODAY)).toMatchObject({ id: sanne });
      expect(await store.people.actorByAccount({ ...account, account: 'U2' }, TODAY)).toBeNull();
      expect(await store.people.actorByAccount({ ...account, tenant: 'T2' }, TODAY)).toBeNull();
    });
  });

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
        kept: [[5, null]],
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
        ],
        kept: [[8, null]],
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

    it.each<{ reported: Ranges; back: number; was: boolean; kept: Ranges }>([
      { reported: [[5, 10]], back: 8, was: true, kept: [[5, 7]] },
      { reported: [[5, null]], back: 8, was: true, kept: [[5, 7]] },
      { reported: [[5, 10]], back: 10, was: true, kept: [[5, 9]] },
      { reported: [[5, 10]], back: 5, was: true, kept: [] },
      { reported: [[5, 10]], back: 11, was: false, kept: [[5, 10]] },
      { reported: [[5, 10]], back: 4, was: false, kept: [[5, 10]] },
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
  });

  describe('settings', () => {
    it('begin with the defaults and are stored as a whole', async () => {
      const { store, school } = now();
      const sanne = school.person('Sanne');
      expect(await store.people.settings(sanne)).toEqual(DEFAULT_SETTINGS);
      const settings: Settings = {
        language: 'en',
        digestTime: '12:30' as LocalTime,
        mutedKinds: ['maandoverzicht'],
        mutedSubjects: ['goal:1', 'goal:2'],
        snoozedUntil: localDate('2026-09-04'),
      };
      await store.people.changeSettings(stamp(sanne), sanne, settings, [
        { schoolId: school.id, days: ['do', 'vr-even'] },
      ]);
      expect(await store.people.settings(sanne)).toEqual(settings);
      const actor = (await store.people.actorById(sanne, TODAY))!;
      expect(actor).toMatchObject({ language: 'en', digestTime: '12:30' });
      expect(actor.employments[0]!.workingDays).toEqual(['do', 'vr-even']);

      await store.people.changeSettings(stamp(sanne), sanne, DEFAULT_SETTINGS, []);
      expect(await store.people.settings(sanne)).toEqual(DEFAULT_SETTINGS);
      expect((await store.people.actorById(sanne, TODAY))!.employments[0]!.workingDays).toEqual(['do', 'vr-even']);
      expect(await store.people.settings(school.person('Nico'))).toEqual(DEFAULT_SETTINGS);
    });

    it('switch off a subject once, however often it is asked', async () => {
      const { store, school } = now();
      const sanne = school.person('Sanne');
      for (const subject of ['goal:2', 'goal:1', 'goal:2']) await store.people.mute(stamp(sanne), sanne, subject);
      expect((await store.people.settings(sanne)).mutedSubjects).toEqual(['goal:1', 'goal:2']);
      expect((await store.people.settings(school.person('Nico'))).mutedSubjects).toEqual([]);
    });
  });

  describe('what has the planning made again', () => {
    type Act = (opened: Opened, other: BuiltSchool) => Promise<unknown>;
    const nadia = ({ school }: Opened) => school.person('Nadia');
    const settings = (change: Partial<Settings>) => ({ ...DEFAULT_SETTINGS, ...change });

    it.each<{ name: string; act: Act; again: 'both' | 'none' }>([
      {
        name: 'absent',
        again: 'both',
        act: (o) => o.store.people.reportAbsent(stamp(), nadia(o), { from: TODAY, until: null }),
      },
      { name: 'not absent after all', again: 'none', act: (o) => o.store.people.reportBack(stamp(), nadia(o), TODAY) },
      {
        name: 'working days at one school',
        again: 'both',
        act: (o, other) =>
          o.store.people.changeSettings(stamp(), nadia(o), DEFAULT_SETTINGS, [{ schoolId: other.id, days: ['ma'] }]),
      },
      {
        name: 'digest time',
        again: 'both',
        act: (o) =>
          o.store.people.changeSettings(stamp(), nadia(o), settings({ digestTime: '09:00' as LocalTime }), []),
      },
      {
        name: 'language',
        again: 'none',
        act: (o) => o.store.people.changeSettings(stamp(), nadia(o), settings({ language: 'en' }), []),
      },
      { name: 'mute', again: 'none', act: (o) => o.store.people.mute(stamp(), nadia(o), 'goal:1') },
    ])('$name: $again', async ({ act, again }) => {
      const opened = now();
      const other = await wilg(opened);
      const unrelated = await buildSchool(opened, { school: { school: 'De Es' }, staff: [{ name: 'Eva' }] });
      const versions = async () =>
        Promise.all(
          [opened.school, other, unrelated].map(async ({ id }) => (await opened.store.outbox.schoolState(id))!.version),
        );
      const [regenbui, wilgBefore, es] = await versions();
      await act(opened, other);
      const rise = again === 'both' ? 1 : 0;
      expect(await versions()).toEqual([regenbui! + rise, wilgBefore! + rise, es]);
    });

    it('the return of somebody who was absent', async () => {
      const { store, school } = now();
      await store.people.reportAbsent(stamp(), nadia(now()), { from: BEFORE, until: AFTER });
      const before = (await store.outbox.schoolState(school.id))!;
      expect(before.people.find((one) => one.id === nadia(now()))!.absences).toEqual([{ from: BEFORE, until: AFTER }]);
      await store.people.reportBack(stamp(), nadia(now()), TODAY);
      const after = (await store.outbox.schoolState(school.id))!;
      expect(after.version).toBe(before.version + 1);
      expect(after.people.find((one) => one.id === nadia(now()))!.absences).toEqual([{ from: BEFORE, until: BEFORE }]);
    });
  });
}
