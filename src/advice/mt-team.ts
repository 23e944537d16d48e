/** Where advice goes: the team of kind MT of the school; and whether the director is in the chair already (PRODUCT 4, Advice). */

import type { Context } from '../bot/command.ts';
import { isWithin, type LocalDate } from '../calendar/local-date.ts';
import type { SchoolId } from '../people/person.ts';
import type { Leerteam } from '../teams/leerteam.ts';

type Asker = Pick<Context, 'store' | 'today'>;

/** The team of kind MT of the school; null when it has none today. */
export async function mtTeam({ store, today }: Asker, schoolId: SchoolId): Promise<Leerteam | null> {
  return mtOf(await store.agenda.teams(schoolId, today), today);
}

/** The one of kind MT that exists on `day`, the first by name when there are more. Pure. */
export function mtOf(teams: readonly Leerteam[], day: LocalDate): Leerteam | null {
  const mts = teams.filter((team) => team.kind === 'MT' && isWithin(day, team));
  return mts.toSorted((a, b) => a.name.localeCompare(b.name, 'nl'))[0] ?? null;
}

/** Does a director of the school chair this team? Then its advice is a decision, without reminders. */
export async function isChairedByDirector(
  { store, today }: Asker,
  { schoolId, chairId }: Pick<Leerteam, 'schoolId' | 'chairId'>,
): Promise<boolean> {
  return (await store.people.directors(schoolId, today)).some(({ id }) => id === chairId);
}
