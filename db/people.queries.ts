/** People and schools: who works where, and the schools with their calendars. */
import { eq, sql } from 'drizzle-orm';
import type { LocalDate } from '../src/calendar/local-date.ts';
import type { CalendarSettings, OwnDays, Region } from '../src/calendar/school-days.ts';
import type { Colleague, PeopleStore } from '../src/people/people.store.ts';
import type { School, SchoolId } from '../src/people/person.ts';
import { absenceQueries } from './absence.queries.ts';
import { accountQueries } from './accounts.queries.ts';
import { actorQueries } from './actor.queries.ts';
import { byName } from './by-name.ts';
import type { Database, Orm } from './database.ts';
import { HOLDS } from './holds.ts';
import { ownDays, school } from './schema.ts';
import { settingsQueries } from './settings.queries.ts';

const EMPLOYED = `select distinct p.id, p.name, p.email from employment e join person p on p.id = e.person_id`;
const COLLEAGUES = `${EMPLOYED} where e.school_id = :schoolId and ${HOLDS('e')}`;
const DIRECTORS = `${COLLEAGUES} and instr(e.roles, '"directeur"') > 0`;
// The same words as in the index `employment_admin`, or SQLite reads every employment.
const ADMINS = `${EMPLOYED} where instr(e.roles, '"beheerder"') > 0 and ${HOLDS('e')}`;
const GOVERNORS = `${EMPLOYED} where e.school_id is null and ${HOLDS('e')}`;
const TEAM_PEOPLE = `
  select p.id, p.name, p.email from person p
  where p.id in (
    select t.chair_id from team t where t.id = :teamId and ${HOLDS('t')}
    union select t.deputy_id from team t where t.id = :teamId and ${HOLDS('t')}
    union select m.person_id from membership m join team t on t.id = m.team_id
      where m.team_id = :teamId and ${HOLDS('m')} and ${HOLDS('t')})
    and exists (
      select 1 from employment e join team t on t.school_id = e.school_id
      where t.id = :teamId and e.person_id = p.id and ${HOLDS('e')})`;

type SchoolRow = typeof school.$inferSelect;

/** The school with its own days, by first day. */
function schoolOf(row: SchoolRow, days: readonly OwnDays[]): School {
  return {
    id: row.id as SchoolId,
    name: row.name,
    calendar: {
      region: row.region as Region,
      goodFridayFree: row.goodFridayFree,
      liberationDayFree: row.liberationDayFree,
      blokStarts: row.blokStarts === null ? null : (JSON.parse(row.blokStarts) as LocalDate[]),
      ownDays: days,
    },
  };
}

function ownDaysIn({ fromDay: from, untilDay: until, kind, name }: typeof ownDays.$inferSelect): OwnDays {
  return { from, until, kind, name } as OwnDays;
}

const SCHOOL = (orm: Orm) =>
  orm
    .select()
    .from(school)
    .where(eq(school.id, sql.placeholder('id')))
    .prepare();
const OWN_DAYS = (orm: Orm) =>
  orm
    .select()
    .from(ownDays)
    .where(eq(ownDays.schoolId, sql.placeholder('id')))
    .orderBy(ownDays.fromDay)
    .prepare();

/** By first day, per school. */
function allOwnDays(orm: Orm): ReadonlyMap<number, OwnDays[]> {
  const days = new Map<number, OwnDays[]>();
  for (const row of orm.select().from(ownDays).orderBy(ownDays.fromDay).all()) {
    const ofSchool = days.get(row.schoolId) ?? [];
    if (ofSchool.length === 0) days.set(row.schoolId, ofSchool);
    ofSchool.push(ownDaysIn(row));
  }
  return days;
}

/** The school, and its row with what is not in it; null when there is none. */
export function schoolById(
  database: Database,
  id: SchoolId,
): { readonly school: School; readonly row: SchoolRow } | null {
  const row = database.prepared(SCHOOL).get({ id });
  if (!row) return null;
  const school = schoolOf(row, database.prepared(OWN_DAYS).all({ id }).map(ownDaysIn));
  return { school: { ...school, calendar: unchanged(database, school) }, row };
}

type Known = { readonly text: string; readonly calendar: CalendarSettings };
const SETTINGS = new WeakMap<Database, Map<SchoolId, Known>>();

/** The same object as last time as long as nothing changed, so that a school year is not worked out again for every question about it. */
function unchanged(database: Database, { id, calendar }: School): CalendarSettings {
  const schools = SETTINGS.get(database) ?? new Map<SchoolId, Known>();
  SETTINGS.set(database, schools);
  const text = JSON.stringify(calendar);
  const known = schools.get(id);
  if (known?.text === text) return known.calendar;
  schools.set(id, { text, calendar });
  return calendar;
}

export function peopleQueries(database: Database): PeopleStore {
  const people = (text: string, parameters: object): Promise<readonly Colleague[]> =>
    database.read(() => byName(database.statement<object, Colleague>(text).all(parameters)));

  return {
    ...actorQueries(database),
    ...accountQueries(database),
    ...absenceQueries(database),
    ...settingsQueries(database),

    school: (id) => database.read(() => schoolById(database, id)?.school ?? null),

    schools: () =>
      database.read((orm) => {
        const days = allOwnDays(orm);
        return byName(
          orm
            .select()
            .from(school)
            .all()
            .map((row) => schoolOf(row, days.get(row.id) ?? [])),
        );
      }),

    colleagues: (schoolId, today) => people(COLLEAGUES, { schoolId, today }),
    directors: (schoolId, today) => people(DIRECTORS, { schoolId, today }),
    admins: (today) => people(ADMINS, { today }),
    governors: (today) => people(GOVERNORS, { today }),
    teamPeople: (teamId, today) => people(TEAM_PEOPLE, { teamId, today }),
  };
}
