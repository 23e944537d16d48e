/** `/school`: closed and study days, blokken and the date of the PGMR. */
import { and, eq, gte, lte } from 'drizzle-orm';
import type { LocalDate } from '../src/calendar/local-date.ts';
import { addDays } from '../src/calendar/local-date.ts';
import { NOTHING_TO_TELL } from '../src/delivery/announcement.ts';
import type { SchoolId } from '../src/people/person.ts';
import type { OwnDaysId, SchoolStore, StoredDays } from '../src/people/school.store.ts';
import { markAgendasOfSchool } from './agenda-marks.ts';
import { announce } from './announce.ts';
import { markColumns } from './column-marks.ts';
import type { Changed, Database, Orm } from './database.ts';
import { planAgain } from './planning-mark.ts';
import { ownDays, school } from './schema.ts';
import { staffQueries } from './staff-changes.queries.ts';

function daysOf({ fromDay: from, untilDay: until, id, kind, name }: typeof ownDays.$inferSelect): StoredDays {
  return { id, from, until, kind, name } as StoredDays;
}

function changed<T>(orm: Orm, schoolId: SchoolId, result: T): Changed<T> {
  planAgain(orm, schoolId);
  return { result, subject: `school:${schoolId}` };
}

export function schoolQueries(database: Database): SchoolStore {
  return {
    ...staffQueries(database),

    popConsent: (schoolId) =>
      database.read((orm) => {
        const row = orm.select({ date: school.popConsent }).from(school).where(eq(school.id, schoolId)).get();
        return (row?.date ?? null) as LocalDate | null;
      }),

    setPopConsent: (stamp, schoolId, popConsent) =>
      database.act(stamp, (orm) => {
        orm.update(school).set({ popConsent }).where(eq(school.id, schoolId)).run();
        markColumns(orm, stamp, `school:${schoolId}`, ['pop_instemming']);
        return changed(orm, schoolId, undefined);
      }),

    setBlokken: (stamp, schoolId, starts) =>
      database.act(stamp, (orm) => {
        const blokStarts = starts === null ? null : JSON.stringify(starts);
        orm.update(school).set({ blokStarts }).where(eq(school.id, schoolId)).run();
        markColumns(orm, stamp, `school:${schoolId}`, ['blokken']);
        return changed(orm, schoolId, undefined);
      }),

    ownDays: (schoolId, from) =>
      database.read((orm) =>
        orm
          .select()
          .from(ownDays)
          .where(and(eq(ownDays.schoolId, schoolId), gte(ownDays.untilDay, from)))
          .orderBy(ownDays.fromDay)
          .all()
          .map(daysOf),
      ),

    addDays: (stamp, schoolId, { from, until, kind, name }, told = NOTHING_TO_TELL) =>
      database.act(stamp, (orm) => {
        const overlaps = orm
          .select()
          .from(ownDays)
          .where(and(eq(ownDays.schoolId, schoolId), lte(ownDays.fromDay, until), gte(ownDays.untilDay, from)))
          .orderBy(ownDays.fromDay)
          .get();
        if (overlaps) return { result: daysOf(overlaps), subject: null };
        orm.insert(ownDays).values({ schoolId, fromDay: from, untilDay: until, kind, name }).run();
        announce(database, told);
        markAgendasOfSchool(database, orm, schoolId, stamp.at);
        return changed(orm, schoolId, null);
      }),

    removeDays: (stamp, schoolId, id, today) =>
      database.act(stamp, (orm) => {
        const one = eq(ownDays.id, id as OwnDaysId);
        const row = orm
          .select()
          .from(ownDays)
          .where(and(one, eq(ownDays.schoolId, schoolId)))
          .get();
        if (!row || row.untilDay < today) return { result: null, subject: null };
        if (row.fromDay >= today) orm.delete(ownDays).where(one).run();
        else
          orm
            .update(ownDays)
            .set({ untilDay: addDays(today, -1) })
            .where(one)
            .run();
        markAgendasOfSchool(database, orm, schoolId, stamp.at);
        return changed(orm, schoolId, daysOf(row));
      }),
  };
}
