/** Who can be chosen on the page of the trial school: everybody in service, with where they work and their teams. */
import { asc, eq } from 'drizzle-orm';
import type { LocalDate } from '../src/calendar/local-date.ts';
import type { Language, Role, TeamRole, WorkingDay } from '../src/people/person.ts';
import type { TrialPerson, TrialPlace } from '../src/trial/trial-person.ts';
import type { Orm } from './database.ts';
import { holdsOn } from './holds.ts';
import { employment, membership, person, school, team } from './schema.ts';

/** Everybody who works somewhere on `today`, by name. */
export function peopleOn(orm: Orm, today: LocalDate): readonly TrialPerson[] {
  const places = placesOn(orm, today);
  const teams = teamRolesOn(orm, today);
  return orm
    .select({ id: person.id, email: person.email, name: person.name, language: person.language })
    .from(person)
    .orderBy(asc(person.name))
    .all()
    .map(({ id, email, name, language }) => {
      const own = teams.get(id) ?? [];
      const worked = (places.get(id) ?? []).map((place) => ({
        ...place,
        teams: own.filter((one) => one.school === place.school).map(withoutSchool),
      }));
      return { email, name, language: language as Language, places: worked };
    })
    .filter((one) => one.places.length > 0);
}

type TeamOfPerson = TrialPlace['teams'][number] & { readonly school: string };

function withoutSchool({ name, role }: TeamOfPerson): TrialPlace['teams'][number] {
  return { name, role };
}

function placesOn(orm: Orm, today: LocalDate): ReadonlyMap<number, readonly Omit<TrialPlace, 'teams'>[]> {
  const rows = orm
    .select({
      personId: employment.personId,
      school: school.name,
      roles: employment.roles,
      days: employment.workingDays,
    })
    .from(employment)
    .leftJoin(school, eq(school.id, employment.schoolId))
    .where(holdsOn(employment, today))
    .orderBy(asc(school.name))
    .all();
  return grouped(
    rows,
    ({ personId }) => personId,
    ({ school: name, roles, days }) => ({
      school: name,
      roles: JSON.parse(roles) as Role[],
      workingDays: days === null ? null : (JSON.parse(days) as WorkingDay[]),
    }),
  );
}

/** Each team once per person: as chair, else as deputy, else as member. */
function teamRolesOn(orm: Orm, today: LocalDate): ReadonlyMap<number, readonly TeamOfPerson[]> {
  const teams = orm
    .select({ id: team.id, name: team.name, school: school.name, chairId: team.chairId, deputyId: team.deputyId })
    .from(team)
    .innerJoin(school, eq(school.id, team.schoolId))
    .where(holdsOn(team, today))
    .orderBy(asc(team.name))
    .all();
  const members = orm
    .select({ teamId: membership.teamId, personId: membership.personId })
    .from(membership)
    .where(holdsOn(membership, today))
    .all();
  const memberIds = grouped(
    members,
    ({ teamId }) => teamId,
    ({ personId }) => personId,
  );
  const rows = teams.flatMap((one) => {
    const roles = new Map<number, TeamRole['role']>((memberIds.get(one.id) ?? []).map((id) => [id, 'member']));
    if (one.deputyId !== null) roles.set(one.deputyId, 'deputy');
    roles.set(one.chairId, 'chair');
    return [...roles].map(([personId, role]) => ({ personId, name: one.name, school: one.school, role }));
  });
  return grouped(
    rows,
    ({ personId }) => personId,
    ({ name, school: at, role }) => ({ name, school: at, role }),
  );
}

function grouped<Row, Key, Value>(
  rows: readonly Row[],
  key: (row: Row) => Key,
  value: (row: Row) => Value,
): ReadonlyMap<Key, readonly Value[]> {
  const groups = new Map<Key, Value[]>();
  for (const row of rows) {
    const group = groups.get(key(row));
    if (group) group.push(value(row));
    else groups.set(key(row), [value(row)]);
  }
  return groups;
}
