/** `/school`: who works at a school, in and out of service. */
import { and, eq } from 'drizzle-orm';
import { Stale } from '../src/bot/errors.ts';
import type { LocalDate } from '../src/calendar/local-date.ts';
import { localDateOf } from '../src/calendar/zone.ts';
import { NOTHING_TO_TELL } from '../src/delivery/announcement.ts';
import type { Employment, PersonId, Role, SchoolId, WorkingDay } from '../src/people/person.ts';
import type { Hired, NewStaff, SchoolStore, StaffFields, StaffMember } from '../src/people/school.store.ts';
import type { Stamp } from '../src/stamp.ts';
import { employmentOf } from './actor.queries.ts';
import { announce } from './announce.ts';
import { byName } from './by-name.ts';
import { markColumns } from './column-marks.ts';
import type { Database, Orm } from './database.ts';
import { planAgain, planSchoolsOfAgain } from './planning-mark.ts';
import { removedAmong } from './removed-addresses.ts';
import { employment, person } from './schema.ts';

const STAFF = `
  select p.id, p.name, p.email, e.school_id as schoolId, e.roles, e.working_days as workingDays, e.lead_id as leadId, e.pop,
    e.from_day as "from", e.until_day as until
  from employment e join person p on p.id = e.person_id
  where e.school_id = :schoolId and (e.until_day is null or e.until_day >= :today)`;
const OF_ADDRESS = `
  select id, name from person where email = :email
  union all
  select p.id, p.name from address a join person p on p.id = a.person_id where a.email = :email
  limit 1`;
// Somebody comes back: what they were in the school's teams ended with their last day.
const CLOSE_MEMBERSHIPS = `
  update membership set until_day = :last
  where person_id = :id and (until_day is null or until_day > :last) and (from_day is null or from_day <= :last)
    and team_id in (select id from team where school_id = :schoolId)`;

type StaffRow = Parameters<typeof employmentOf>[0] & Pick<StaffMember, 'id' | 'name' | 'email'>;

function rowOf(orm: Orm, schoolId: SchoolId, id: PersonId) {
  return orm
    .select()
    .from(employment)
    .where(and(eq(employment.personId, id), eq(employment.schoolId, schoolId)))
    .get();
}

function fieldsOf({ roles, workingDays, leadId, pop }: NonNullable<ReturnType<typeof rowOf>>): StaffFields {
  return {
    roles: JSON.parse(roles) as Role[],
    workingDays: workingDays === null ? null : (JSON.parse(workingDays) as WorkingDay[]),
    leadId: leadId as PersonId | null,
    pop,
  };
}

function daysText(days: StaffFields['workingDays']): string | null {
  return days === null ? null : JSON.stringify(days);
}

/** The sheet's columns in which two differ. */
function differing(a: StaffFields, b: StaffFields): readonly string[] {
  const same = (x: readonly unknown[] | null, y: readonly unknown[] | null) => JSON.stringify(x) === JSON.stringify(y);
  return [
    ...(same(a.roles, b.roles) ? [] : ['rol']),
    ...(same(a.workingDays, b.workingDays) ? [] : ['werkdagen']),
    ...(a.leadId === b.leadId ? [] : ['leidinggevende']),
    ...(a.pop === b.pop ? [] : ['pop']),
  ];
}

export function staffQueries(database: Database): Pick<SchoolStore, 'staff' | 'hire' | 'changeStaff' | 'endService'> {
  const putIntoService = (orm: Orm, stamp: Stamp, schoolId: SchoolId, staff: NewStaff): Hired => {
    const { name, email, roles, workingDays, from } = staff;
    if (removedAmong(database, [email]).size > 0) return { outcome: 'removed' };
    const known = database.statement<object, { id: PersonId; name: string }>(OF_ADDRESS).get({ email });
    const values = { roles: JSON.stringify(roles), workingDays: daysText(workingDays), fromDay: from };
    if (!known) {
      // Not with RETURNING: then SQLite looks through every table that refers to persons.
      const id = Number(orm.insert(person).values({ name, email }).run().lastInsertRowid) as PersonId;
      orm
        .insert(employment)
        .values({ ...values, personId: id, schoolId })
        .run();
      return { outcome: 'new', id, name };
    }
    const before = rowOf(orm, schoolId, known.id);
    if (!before) {
      orm
        .insert(employment)
        .values({ ...values, personId: known.id, schoolId })
        .run();
      return { outcome: 'known', ...known };
    }
    const { untilDay: last } = before;
    if (last === null || last >= (from ?? localDateOf(stamp.at))) return { outcome: 'present', ...known };
    database.statement(CLOSE_MEMBERSHIPS).run({ id: known.id, schoolId, last });
    orm
      .update(employment)
      .set({ ...values, untilDay: null })
      .where(eq(employment.id, before.id))
      .run();
    markColumns(orm, stamp, `employment:${before.id}`, ['rol', 'werkdagen', 'van', 'tot']);
    return { outcome: 'back', ...known };
  };

  return {
    staff: (schoolId, today) =>
      database.read(() =>
        byName(
          database
            .statement<object, StaffRow>(STAFF)
            .all({ schoolId, today })
            .map((row): StaffMember => {
              const { schoolId: _, ...member } = { ...row, ...employmentOf(row) } as StaffMember & Employment;
              return member;
            }),
        ),
      ),

    hire: (stamp, schoolId, staff) =>
      database.act(stamp, (orm) => {
        const hired = putIntoService(orm, stamp, schoolId, staff);
        if (hired.outcome === 'present' || hired.outcome === 'removed') return { result: hired, subject: null };
        planSchoolsOfAgain(orm, hired.id);
        return { result: hired, subject: `person:${hired.id}` };
      }),

    changeStaff: (stamp, schoolId, id, seen, fields, told = NOTHING_TO_TELL) =>
      database.act(stamp, (orm) => {
        const row = rowOf(orm, schoolId, id);
        if (!row || differing(seen, fieldsOf(row)).length > 0) throw new Stale();
        const { roles, workingDays, leadId, pop } = fields;
        orm
          .update(employment)
          .set({
            roles: JSON.stringify(roles),
            workingDays: daysText(workingDays),
            leadId,
            pop,
          })
          .where(eq(employment.id, row.id))
          .run();
        markColumns(orm, stamp, `employment:${row.id}`, differing(seen, fields));
        announce(database, told);
        planSchoolsOfAgain(orm, id);
        return { result: undefined, subject: `person:${id}` };
      }),

    endService: (stamp, schoolId, id, last: LocalDate | null) =>
      database.act(stamp, (orm) => {
        const row = rowOf(orm, schoolId, id);
        if (!row) return { result: false, subject: null };
        orm.update(employment).set({ untilDay: last }).where(eq(employment.id, row.id)).run();
        markColumns(orm, stamp, `employment:${row.id}`, ['tot']);
        planAgain(orm, schoolId);
        return { result: true, subject: `person:${id}` };
      }),
  };
}
