/** The part of the store contract for what people set for themselves, and what has the planning made again. */
import { describe, expect, it } from 'vitest';
import { localDate } from '../../src/calendar/local-date.ts';
import { localTime } from '../../src/calendar/zone.ts';
import type { Settings } from '../../src/people/people.store.ts';
import { type BuiltSchool, buildSchool, stamp } from '../support/store.ts';
import { WILG } from './people.contract.ts';
import type { Opened } from './store.contract.ts';

const TODAY = localDate('2026-09-01');
const BEFORE = localDate('2026-08-31');
const AFTER = localDate('2026-09-02');

const DEFAULT_SETTINGS: Settings = {
  language: 'nl',
  digestTime: localTime('08:00'),
  mutedKinds: [],
  mutedSubjects: [],
  snoozedUntil: null,
};

export function settingsContract(now: () => Opened): void {
  describe('settings', () => {
    it('begin with the defaults and are stored as a whole', async () => {
      const { store, school } = now();
      const sanne = school.person('Sanne');
      expect(await store.people.settings(sanne)).toEqual(DEFAULT_SETTINGS);
      const settings: Settings = {
        language: 'en',
        digestTime: localTime('12:30'),
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
        act: (o) => o.store.people.changeSettings(stamp(), nadia(o), settings({ digestTime: localTime('09:00') }), []),
      },
      {
        name: 'language',
        again: 'none',
        act: (o) => o.store.people.changeSettings(stamp(), nadia(o), settings({ language: 'en' }), []),
      },
      { name: 'mute', again: 'none', act: (o) => o.store.people.mute(stamp(), nadia(o), 'goal:1') },
    ])('$name: $again', async ({ act, again }) => {
      const opened = now();
      const other = await buildSchool(opened, WILG);
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
