/** The part of the store contract for POP: steps, talks and what the other hears of them. */
import { describe, expect, it } from 'vitest';
import { AlreadyDone, Stale } from '../../src/bot/errors.ts';
import { localDate } from '../../src/calendar/local-date.ts';
import type { SchoolYear } from '../../src/calendar/school-days.ts';
import { localTime } from '../../src/calendar/zone.ts';
import { NOTHING_TO_TELL } from '../../src/delivery/announcement.ts';
import type { PersonId } from '../../src/people/person.ts';
import type { TellTalk } from '../../src/pop/pop.store.ts';
import type { PopTalkId, TalkMoment } from '../../src/pop/pop.ts';
import { USUAL_POP_DAYS } from '../../src/pop/pop-days.ts';
import { type BuiltSchool, buildSchool, type SchoolDraft, stamp } from '../support/store.ts';
import type { Opened } from './store.contract.ts';

const TODAY = localDate('2026-11-03');
const YEAR = '2026-2027' as SchoolYear;
const silent: TellTalk = () => NOTHING_TO_TELL;
const NOVEMBER: TalkMoment = { day: localDate('2026-11-18'), time: localTime('14:00') };
const EMPTY = { id: null, planned: null, heldOn: null, version: 0 };

const BEEMD: SchoolDraft = {
  school: { school: 'De Beemd', popConsent: localDate('2026-09-01') },
  staff: [
    { name: 'Els', roles: ['directeur'] },
    { name: 'Wim', roles: ['ib'], until: localDate('2026-10-31') },
    { name: 'Zeno', pop: true, lead: 'Els' },
    { name: 'Adil', pop: true, lead: 'Wim', from: localDate('2026-10-01') },
    { name: 'Gijs' },
    { name: 'Tess', pop: true, lead: 'Els', until: localDate('2026-10-31') },
    { name: 'Yara', pop: true, lead: 'Els', from: localDate('2027-01-01') },
  ],
};

export function popContract(now: () => Opened): void {
  const beemd = () => buildSchool(now(), BEEMD);
  const key = (school: BuiltSchool, name = 'Zeno', year = YEAR) => ({
    personId: school.person(name),
    schoolId: school.id,
    year,
  });
  const stored = async (school: BuiltSchool, name = 'Zeno', year = YEAR) =>
    (await now().store.pop.people(school.id, year, TODAY)).find(({ id }) => id === school.person(name))!.pop;
  const told = async (receiver: PersonId) =>
    (await now().store.outbox.rows(receiver, TODAY)).map(({ key, kind, subject }) => ({ key, kind, subject }));

  describe('POP', () => {
    it('is off until the PGMR agreed, and its steps open on the usual days or those of the school', async () => {
      const { store, school } = now();
      expect(await store.pop.terms(school.id)).toEqual({ consent: null, days: USUAL_POP_DAYS });
      const own = { ...USUAL_POP_DAYS, klaar: '10-15' } as typeof USUAL_POP_DAYS;
      const before = (await store.outbox.schoolState(school.id))!.version;
      await store.pop.setDays(stamp(), school.id, own);
      expect((await store.pop.terms(school.id)).days).toEqual(own);
      const after = (await store.outbox.schoolState(school.id))!;
      expect(after.version).toBeGreaterThan(before);
      expect(after.pop.days).toEqual(own);
      await store.pop.setDays(stamp(), school.id, null);
      expect((await store.pop.terms(school.id)).days).toEqual(USUAL_POP_DAYS);
    });

    it('is of everybody with a POP in service that day, by name, with a lead who is in service somewhere', async () => {
      const school = await beemd();
      expect(await now().store.pop.people(school.id, YEAR, TODAY)).toEqual([
        expect.objectContaining({ name: 'Adil', leadId: null, from: localDate('2026-10-01'), roles: ['leerkracht'] }),
        expect.objectContaining({ name: 'Zeno', leadId: school.person('Els'), from: null, schoolId: school.id }),
      ]);
      expect(await stored(school)).toEqual({
        readyOn: null,
        link: '',
        talks: [
          { ...EMPTY, talk: 'gesprek' },
          { ...EMPTY, talk: 'opvolging' },
          { ...EMPTY, talk: 'evaluatie' },
        ],
      });
    });

    it('names the schools in whose service somebody has this lead today', async () => {
      const school = await beemd();
      const led = (name: string, day = TODAY) => now().store.pop.schoolsLed(school.person(name), day);
      expect(await led('Els')).toEqual([school.id]);
      // Wim leads Adil on paper, whether he left or not.
      expect(await led('Wim')).toEqual([school.id]);
      expect(await led('Wim', localDate('2026-09-30'))).toEqual([]);
      expect(await led('Zeno')).toEqual([]);
    });

    it('keeps steps per person, school and year', async () => {
      const { store } = now();
      const school = await beemd();
      await store.pop.setReady(stamp(), key(school), TODAY);
      await store.pop.setLink(stamp(), key(school), 'https://school.example/zeno');
      expect(await stored(school)).toMatchObject({ readyOn: TODAY, link: 'https://school.example/zeno' });
      expect(await stored(school, 'Adil')).toMatchObject({ readyOn: null, link: '' });
      expect(await stored(school, 'Zeno', '2025-2026' as SchoolYear)).toMatchObject({ readyOn: null, link: '' });
      await store.pop.setReady(stamp(), key(school), null);
      await store.pop.setLink(stamp(), key(school), '');
      expect(await stored(school)).toMatchObject({ readyOn: null, link: '' });
    });

    it('gives a talk one id for ever and a version that rises with every change', async () => {
      const { store } = now();
      const school = await beemd();
      const plan = (seen: number, moment: TalkMoment | null) =>
        store.pop.planTalk(stamp(school.person('Zeno')), key(school), 'gesprek', seen, moment, silent);
      const first = await plan(0, NOVEMBER);
      expect(first.version).toBe(1);
      expect((await stored(school)).talks[0]).toEqual({
        ...EMPTY,
        id: first.id,
        talk: 'gesprek',
        planned: NOVEMBER,
        version: 1,
      });
      const moved = await plan(1, { day: localDate('2026-11-19'), time: null });
      expect(moved).toEqual({ id: first.id, version: 2 });
      expect((await stored(school)).talks[0]!.planned).toEqual({ day: localDate('2026-11-19'), time: null });
      expect(await plan(2, null)).toEqual({ id: first.id, version: 3 });
      expect((await stored(school)).talks[0]!.planned).toBeNull();
      await store.pop.setHeld(stamp(school.person('Els')), key(school), 'gesprek', TODAY, silent);
      expect((await stored(school)).talks[0]).toMatchObject({ heldOn: TODAY, version: 4 });
      await store.pop.setHeld(stamp(), key(school), 'gesprek', null, silent);
      expect((await stored(school)).talks[0]).toMatchObject({ heldOn: null, version: 5 });
      expect(await store.pop.talkKey(first.id)).toEqual({ ...key(school), talk: 'gesprek' });
      expect(await store.pop.talkKey(999 as PopTalkId)).toBeNull();
    });

    it('refuses a talk that was changed meanwhile, and stores nothing of it', async () => {
      const { store } = now();
      const school = await beemd();
      const plan = (talk: 'gesprek' | 'opvolging', seen: number) =>
        store.pop.planTalk(stamp(), key(school), talk, seen, NOVEMBER, silent);
      await plan('gesprek', 0);
      await expect(plan('gesprek', 0)).rejects.toThrow(Stale);
      await expect(plan('opvolging', 3)).rejects.toThrow(Stale);
      expect((await stored(school)).talks.map(({ version }) => version)).toEqual([1, 0, 0]);
      await store.pop.setHeld(stamp(), key(school), 'gesprek', TODAY, silent);
      await expect(store.pop.setHeld(stamp(), key(school), 'gesprek', TODAY, silent)).rejects.toThrow(Stale);
      await expect(store.pop.setHeld(stamp(), key(school), 'opvolging', null, silent)).rejects.toThrow(Stale);
    });

    it('tells the other within the act, with the id, the version and who was there before', async () => {
      const { store } = now();
      const school = await beemd();
      const [zeno, els] = [school.person('Zeno'), school.person('Els')];
      const seen: unknown[] = [];
      const tells =
        (receiver: PersonId): TellTalk =>
        (id, version, before) => {
          seen.push({ id, version, before });
          const subject = `talk:${id}`;
          const window = { from: TODAY, until: TODAY };
          const tell = { key: `t:${version}`, kind: 'pop-afspraak', receiver, schoolId: school.id, subject, ...window };
          return { ...NOTHING_TO_TELL, tells: [tell as never] };
        };
      const { id } = await store.pop.planTalk(stamp(zeno), key(school), 'gesprek', 0, NOVEMBER, tells(els));
      await store.pop.planTalk(stamp(els), key(school), 'gesprek', 1, null, tells(zeno));
      await store.pop.planTalk(stamp(els), key(school), 'gesprek', 2, NOVEMBER, tells(zeno));
      await store.pop.setHeld(stamp(els), key(school), 'gesprek', TODAY, tells(zeno));
      await store.pop.setHeld(stamp(zeno), key(school), 'gesprek', null, tells(els));
      expect(seen).toEqual([
        { id, version: 1, before: null },
        { id, version: 2, before: zeno },
        { id, version: 3, before: null },
        { id, version: 4, before: null },
        { id, version: 5, before: els },
      ]);
      const row = (version: number) => ({ key: `t:${version}`, kind: 'pop-afspraak', subject: `talk:${id}` });
      expect(await told(els)).toEqual([row(1), row(5)]);
      expect(await told(zeno)).toEqual([row(2), row(3), row(4)]);
    });

    it('does nothing twice', async () => {
      const { store } = now();
      const school = await beemd();
      const once = stamp(school.person('Zeno'), '2026-11-03T09:00:00Z', 'key-1');
      const { id } = await store.pop.planTalk(once, key(school), 'gesprek', 0, NOVEMBER, silent);
      await expect(store.pop.planTalk(once, key(school), 'gesprek', 1, null, silent)).rejects.toThrow(AlreadyDone);
      expect(await store.done('key-1')).toBe(`talk:${id}`);
      expect((await stored(school)).talks[0]!.planned).toEqual(NOVEMBER);
      const ready = stamp(school.person('Zeno'), '2026-11-03T09:00:00Z', 'key-2');
      await store.pop.setReady(ready, key(school), TODAY);
      await expect(store.pop.setReady(ready, key(school), null)).rejects.toThrow(AlreadyDone);
      expect(await store.done('key-2')).toBe('pop:2026-2027');
      expect((await stored(school)).readyOn).toBe(TODAY);
    });

    it('keeps nothing of "ik wil overleggen" but what the lead hears', async () => {
      const { store } = now();
      const school = await beemd();
      const [zeno, els] = [school.person('Zeno'), school.person('Els')];
      const tell = {
        key: 'o',
        kind: 'pop-bericht' as const,
        receiver: els,
        schoolId: school.id,
        subject: `person:${zeno}`,
        from: TODAY,
        until: TODAY,
      };
      await store.pop.ask(stamp(zeno), key(school), { ...NOTHING_TO_TELL, tells: [tell] });
      expect(await told(els)).toEqual([{ key: 'o', kind: 'pop-bericht', subject: `person:${zeno}` }]);
      expect((await stored(school)).readyOn).toBeNull();
    });
  });
}
