/** A POP year in which nobody reacts: what goes out is what the preview said, for people at two schools and leads from elsewhere too. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, eachDay, type LocalDate, localDate } from '../../src/calendar/local-date.ts';
import { instantAt, localTime } from '../../src/calendar/zone.ts';
import { NUDGES } from '../../src/delivery/nudges.ts';
import { preview } from '../../src/delivery/preview.ts';
import { createTick } from '../../src/delivery/tick.ts';
import type { PersonId, WorkingDay } from '../../src/people/person.ts';
import { FakePlatform } from '../delivery/fake-platform.ts';
import { type BuiltSchool, buildSchool, type OpenStore, openStore, type SchoolDraft, stamp } from '../support/store.ts';

const FIRST = localDate('2026-08-01');
const LAST = localDate('2027-07-31');
const BEFORE = '2026-07-05T06:00:00Z';
const POP_NUDGES = NUDGES.filter(({ kind }) => kind.startsWith('pop-'));

type Draw = {
  readonly days: WorkingDay[];
  readonly consent: LocalDate;
  readonly from: LocalDate | null;
  readonly until: LocalDate | null;
};

function schools({ days, consent, from, until }: Draw): SchoolDraft[] {
  return [
    {
      school: { school: 'De Regenbui', region: 'midden', popConsent: consent },
      enteredAt: BEFORE,
      staff: [
        { name: 'Marieke', roles: ['directeur'], pop: true, workingDays: ['ma', 'di', 'do'] },
        { name: 'Sanne', pop: true, workingDays: days, from, until },
        { name: 'Nico', pop: true, workingDays: ['wo'] },
        { name: 'Piet' },
      ],
    },
    {
      school: { school: 'De Zonnebloem', region: 'noord', popConsent: localDate('2026-01-01') },
      enteredAt: BEFORE,
      staff: [
        { name: 'Dirk', roles: ['directeur'], workingDays: ['ma', 'wo-even'] },
        { name: 'Sanne', pop: true, workingDays: ['di', 'vr'] },
      ],
    },
  ];
}

/** Dirk leads Nico and Marieke, who work at another school. */
async function setLeads({ store }: OpenStore, regenbui: BuiltSchool, dirk: PersonId): Promise<void> {
  for (const { id, roles, workingDays, leadId, pop } of await store.school.staff(regenbui.id, FIRST)) {
    if (![regenbui.person('Nico'), regenbui.person('Marieke')].includes(id)) continue;
    const seen = { roles, workingDays, leadId, pop };
    await store.school.changeStaff(stamp(null, BEFORE), regenbui.id, id, seen, { ...seen, leadId: dirk });
  }
}

/** `2026-11-02 sanne pop-gesprek` for each that went out. */
async function liveThrough({ store, database }: OpenStore): Promise<string[]> {
  const platform = new FakePlatform();
  const faults: unknown[] = [];
  const onFault = (_: unknown, fault: unknown) => faults.push(fault);
  const { tick } = createTick({ store, platform, newKey: () => 'key', onFault, nudges: POP_NUDGES });
  for (const day of eachDay(FIRST, LAST)) await tick(instantAt(day, localTime('08:00')));
  expect(faults).toEqual([]);
  const digests = platform.sent.map(({ at, to }) => `${at} ${to}`);
  expect(new Set(digests).size).toBe(digests.length);
  return database.sqlite
    .prepare<[], string>(
      `select o.sent_day || ' ' || p.email || ' ' || o.kind from outbox o join person p on p.id = o.receiver_id where o.state = 'sent'`,
    )
    .pluck()
    .all()
    .sort();
}

const aDay = fc.constantFrom<WorkingDay>('ma', 'di', 'wo', 'do-even', 'vr-oneven');
const inYear = (first: number, last: number) =>
  fc.integer({ min: first, max: last }).map((after) => addDays(FIRST, after));

test('what goes out is what the preview said', { timeout: 120_000 }, async () => {
  let count = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.record({
        days: fc.uniqueArray(aDay, { minLength: 1, maxLength: 3 }),
        consent: fc.oneof(fc.constant(localDate('2026-06-01')), inYear(20, 250)),
        from: fc.option(inYear(0, 250), { nil: null }),
        until: fc.option(inYear(60, 330), { nil: null }),
      }),
      fc.constantFrom('Sanne', 'Nico', 'Marieke'),
      fc.tuple(inYear(0, 250), fc.integer({ min: 0, max: 120 })),
      async (draw, absent, [away, length]) => {
        const opened = await openStore();
        const built: BuiltSchool[] = [];
        for (const draft of schools(draw)) built.push(await buildSchool(opened, draft));
        const [regenbui, zonnebloem] = built as [BuiltSchool, BuiltSchool];
        await setLeads(opened, regenbui, zonnebloem.person('Dirk'));
        const absence = { from: away, until: addDays(away, length) };
        await opened.store.people.reportAbsent(stamp(null, BEFORE), regenbui.person(absent), absence);
        const states = await Promise.all(built.map(({ id }) => opened.store.outbox.schoolState(id)));
        const lines = preview(
          states.map((state) => state!),
          FIRST,
          LAST,
          POP_NUDGES,
        );
        const expected = lines.map(({ op, aan, soort }) => `${op.slice(0, 10)} ${aan} ${soort}`).sort();
        count += expected.length;
        expect(await liveThrough(opened)).toEqual(expected);
        opened.close();
      },
    ),
    { numRuns: 6 },
  );
  expect(count).toBeGreaterThan(60);
});
