import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, eachDay, type LocalDate, localDate, mondayOf } from '../../src/calendar/local-date.ts';
import { schoolCalendar } from '../../src/calendar/school-calendar.ts';
import { isOwnWorkingDay } from '../../src/calendar/working-day.ts';
import { instantAt, localTime } from '../../src/calendar/zone.ts';
import { preview } from '../../src/delivery/preview.ts';
import { createTick } from '../../src/delivery/tick.ts';
import { RHYTHMS } from '../../src/goals/goal.ts';
import type { WorkingDay } from '../../src/people/person.ts';
import { buildSchool, type OpenStore, openStore, type SchoolDraft, stamp } from '../support/store.ts';
import { FakePlatform } from './fake-platform.ts';

const FIRST = localDate('2026-08-01');
const LAST = localDate('2027-07-31');
const BEFORE = '2026-07-01T08:00:00Z';

type Days = { readonly sanne: WorkingDay[]; readonly nico: WorkingDay[] };
/** The first and last day on which Sanne, the chair, works at De Regenbui. */
type InService = { readonly from: LocalDate | null; readonly until: LocalDate | null };

/** Sanne works at both schools: chair at one, owner of a goal at the other. */
function schools(days: Days, rhythm: (typeof RHYTHMS)[number], chair: InService): SchoolDraft[] {
  return [
    {
      school: { school: 'De Regenbui', region: 'midden' },
      enteredAt: BEFORE,
      staff: [
        { name: 'Marieke', roles: ['directeur'], workingDays: ['ma', 'di', 'do'] },
        { name: 'Sanne', workingDays: days.sanne, ...chair },
        { name: 'Nico', workingDays: days.nico },
      ],
      teams: [{ team: 'Bovenbouw', chair: 'Sanne', deputy: 'Nico', day: 'di' }],
      goals: [
        { title: 'Rekenen', team: 'Bovenbouw', rhythm },
        { title: 'Lezen', owner: 'Nico', rhythm: 2 },
      ],
    },
    {
      school: { school: 'De Zonnebloem', region: 'noord' },
      enteredAt: BEFORE,
      staff: [
        { name: 'Piet', roles: ['directeur'] },
        { name: 'Sanne', workingDays: ['ma', 'vr'] },
      ],
      goals: [{ title: 'Schrijven', owner: 'Sanne', rhythm }],
    },
  ];
}

type Line = { readonly day: string; readonly to: string; readonly kind: string; readonly subject: string };

/** A whole school year in which nobody reacts: a tick every morning, and what went out. */
async function liveThrough(opened: OpenStore) {
  const platform = new FakePlatform();
  const faults: unknown[] = [];
  const tick = createTick({
    store: opened.store,
    platform,
    newKey: () => 'key',
    onFault: (_, fault) => faults.push(fault),
  });
  for (const day of eachDay(FIRST, LAST)) await tick.tick(instantAt(day, localTime('08:00')));
  expect(faults).toEqual([]);
  return platform.sent;
}

test('what goes out in a school year is what the preview said, one digest a day, on own working days only', async () => {
  const aDay = fc.constantFrom<WorkingDay>('ma', 'di', 'wo-even', 'do', 'vr-oneven');
  const someDays = fc.uniqueArray(aDay, { minLength: 1, maxLength: 3 });
  const aDate = fc.option(
    fc.integer({ min: 0, max: 300 }).map((after) => addDays(FIRST, after)),
    { nil: null },
  );
  // The meeting of week 4 is on Tuesday 22 September: the chair leaves, or begins, between it and an own working day.
  const leaves = { from: null, until: localDate('2026-09-25') };
  const begins = { from: localDate('2026-09-25'), until: null };
  await fc.assert(
    fc.asyncProperty(
      fc.record({ sanne: someDays, nico: someDays }),
      fc.constantFrom(...RHYTHMS),
      fc.option(fc.integer({ min: 0, max: 250 }), { nil: null }),
      fc.record({ from: aDate, until: aDate }),
      async (days, rhythm, absentAfter, chair) => {
        const opened = await openStore();
        const built = [];
        for (const draft of schools(days, rhythm, chair)) built.push(await buildSchool(opened, draft));
        const sanne = built[0]!.person('Sanne');
        if (absentAfter !== null) {
          const from = addDays(FIRST, absentAfter);
          await opened.store.people.reportAbsent(stamp(null, BEFORE), sanne, { from, until: addDays(from, 30) });
        }
        const states = (await Promise.all(built.map(({ id }) => opened.store.outbox.schoolState(id)))).map(
          (state) => state!,
        );
        const previewed = preview(states, FIRST, LAST);
        const emails = new Map(states.flatMap(({ people }) => people.map(({ id, email }) => [id, email])));

        const sent = await liveThrough(opened);
        const digests = sent.map(({ at, to }) => `${at.slice(0, 10)} ${to}`);
        expect(new Set(digests).size).toBe(digests.length);

        const lines: Line[] = [];
        for (const { at, to } of sent) {
          const day = at.slice(0, 10) as LocalDate;
          for (const row of await opened.store.outbox.sentOn(to, day)) {
            const state = states.find(({ school }) => school.id === row.schoolId)!;
            const worker = state.people.find(({ id }) => id === to)!;
            expect(isOwnWorkingDay(schoolCalendar(state.school.calendar), worker, day)).toBe(true);
            const goal = state.goals.find(({ id }) => row.subject === `goal:${id}`);
            lines.push({ day, to: emails.get(to)!, kind: row.kind, subject: goal?.title ?? state.school.name });
          }
        }
        const sorted = (each: Line[]) => each.map((line) => Object.values(line).join(' | ')).sort();
        expect(sorted(lines)).toEqual(
          sorted(
            previewed.map(({ op, aan, soort, onderwerp }) => ({
              day: op.slice(0, 10),
              to: aan,
              kind: soort,
              subject: onderwerp,
            })),
          ),
        );
        expect(lines.length).toBeGreaterThan(20);
        expect(await opened.store.outbox.counts()).toMatchObject({ planned: 0, lapsed: 0, failed: 0 });

        // What nobody answered is a point: of the team on its agenda, of a person with the director.
        const { team, id } = { team: built[0]!.team('Bovenbouw'), id: built[0]!.id };
        const points = [
          ...(await opened.store.agenda.openItems(id, team)),
          ...(await opened.store.agenda.openItems(id, null)),
        ];
        expect(points.length).toBeGreaterThan(0);
        expect(points.every(({ madeOn }) => madeOn === mondayOf(madeOn))).toBe(true);
        opened.close();
      },
    ),
    {
      numRuns: 5,
      examples: [
        [{ sanne: ['ma', 'di'], nico: ['do'] }, 4, null, leaves],
        [{ sanne: ['ma', 'di'], nico: ['vr-oneven'] }, 4, null, begins],
      ],
    },
  );
}, 60_000);
