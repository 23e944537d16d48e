/** `/afwezig 12 t/m 16 januari` and `/ik-ben-er`: when somebody is away. */
import { and, eq, gte, inArray, isNull, lte, or } from 'drizzle-orm';
import { addDays, earliest, type LocalDate, latest } from '../src/calendar/local-date.ts';
import { NOTHING_TO_TELL } from '../src/delivery/announcement.ts';
import type { PeopleStore } from '../src/people/people.store.ts';
import type { Absence, PersonId } from '../src/people/person.ts';
import { announce } from './announce.ts';
import type { Database, Orm } from './database.ts';
import { planSchoolsOfAgain } from './planning-mark.ts';
import { absence } from './schema.ts';

type AbsenceRow = Absence & { readonly id: number };

/** The absences of a person that hold on a day in `from`..`until`, both included; null: for ever. By first day. */
function overlapping(orm: Orm, personId: PersonId, from: LocalDate, until: LocalDate | null): readonly AbsenceRow[] {
  return orm
    .select({ id: absence.id, from: absence.fromDay, until: absence.untilDay })
    .from(absence)
    .where(
      and(
        eq(absence.personId, personId),
        or(isNull(absence.untilDay), gte(absence.untilDay, from)),
        until === null ? undefined : lte(absence.fromDay, until),
      ),
    )
    .orderBy(absence.fromDay)
    .all() as AbsenceRow[];
}

/**
 * Those of the stored `neighbours` that become one with what is reported. What lies within an absence without an end stays by itself: who comes
 * back from that one is still away in those days.
 */
function joining(reported: Absence, neighbours: readonly AbsenceRow[]): readonly AbsenceRow[] {
  const goesOn = (row: Absence) => row.until === null && (reported.until === null || row.from >= reported.from);
  const isOpen = reported.until === null || neighbours.some(goesOn);
  return neighbours.filter((row) => (row.until === null ? goesOn(row) : !isOpen || row.from <= reported.from));
}

/** One absence that covers both. */
function joined(a: Absence, b: Absence): Absence {
  return {
    from: earliest(a.from, b.from),
    until: a.until === null || b.until === null ? null : latest(a.until, b.until),
  };
}

function remove(orm: Orm, rows: readonly AbsenceRow[]): void {
  if (rows.length === 0) return;
  const ids = rows.map((row) => row.id);
  orm.delete(absence).where(inArray(absence.id, ids)).run();
}

function add(orm: Orm, personId: PersonId, { from, until }: Absence): void {
  orm.insert(absence).values({ personId, fromDay: from, untilDay: until }).run();
}

export function absenceQueries(
  database: Database,
): Pick<PeopleStore, 'absences' | 'reportAbsent' | 'withdrawAbsence' | 'reportBack'> {
  return {
    absences: (personId, from) =>
      database.read((orm) =>
        overlapping(orm, personId, from, null).map((row) => ({ from: row.from, until: row.until })),
      ),

    reportAbsent: (stamp, personId, reported, told = NOTHING_TO_TELL) =>
      database.act(stamp, (orm) => {
        // A day more on either side: ranges that touch become one too.
        const until = reported.until === null ? null : addDays(reported.until, 1);
        const taken = joining(reported, overlapping(orm, personId, addDays(reported.from, -1), until));
        const whole = taken.reduce<Absence>(joined, reported);
        remove(orm, taken);
        add(orm, personId, whole);
        planSchoolsOfAgain(orm, personId);
        announce(database, told);
        const before = taken.map((row) => ({ from: row.from, until: row.until }));
        return { result: { absence: whole, before }, subject: `person:${personId}` };
      }),

    withdrawAbsence: (stamp, personId, { absence: { from, until }, before }, told = NOTHING_TO_TELL) =>
      database.act(stamp, (orm) => {
        const stored = overlapping(orm, personId, from, until).filter(
          (row) => row.from === from && row.until === until,
        );
        if (stored.length === 0) return { result: false, subject: null };
        remove(orm, stored);
        for (const one of before) add(orm, personId, one);
        planSchoolsOfAgain(orm, personId);
        announce(database, told);
        return { result: true, subject: `person:${personId}` };
      }),

    reportBack: (stamp, personId, today, told = NOTHING_TO_TELL) =>
      database.act(stamp, (orm) => {
        const present = overlapping(orm, personId, today, today);
        if (present.length === 0) return { result: false, subject: null };
        remove(orm, present);
        for (const { from } of present.filter((row) => row.from < today)) {
          add(orm, personId, { from, until: addDays(today, -1) });
        }
        planSchoolsOfAgain(orm, personId);
        announce(database, told);
        return { result: true, subject: `person:${personId}` };
      }),
  };
}
