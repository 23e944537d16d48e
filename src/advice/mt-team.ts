/** Where advice goes: the team of kind MT of the school; and whether the director is in the chair already (PRODUCT 4, Advice). */

import type { Context } from '../bot/command.ts';
import type { SchoolId } from '../people/person.ts';
import type { Leerteam } from '../teams/leerteam.ts';

type Asker = Pick<Context, 'store' | 'today'>;

/** The team of kind MT, the first by name when there are more; null when the school has none today. */
export async function mtTeam({ store, today }: Asker, schoolId: SchoolId): Promise<Leerteam | null> {
  return (await store.agenda.teams(schoolId, today)).find(({ kind }) => kind === 'MT') ?? null;
}

/** Does a director of the school chair this team? Then its advice is a decision, without reminders. */
export async function isChairedByDirector(
  { store, today }: Asker,
  { schoolId, chairId }: Pick<Leerteam, 'schoolId' | 'chairId'>,
): Promise<boolean> {
  return (await store.people.directors(schoolId, today)).some(({ id }) => id === chairId);
}
