/** Who is in a team on a day, with the days on which they work. Pure. */
import { isWithin, type LocalDate } from '../calendar/local-date.ts';
import type { PlannedPerson, SchoolState } from '../delivery/nudge.ts';
import type { Leerteam } from '../teams/leerteam.ts';

/** Members, chair and deputy, by name; nobody when the team has not begun or has ended. */
export function teamOn(
  { people, members }: Pick<SchoolState, 'people' | 'members'>,
  team: Pick<Leerteam, 'id' | 'chairId' | 'deputyId' | 'from' | 'until'>,
  date: LocalDate,
): readonly PlannedPerson[] {
  if (!isWithin(date, team)) return [];
  const ids = new Set(
    members.filter((each) => each.teamId === team.id && isWithin(date, each)).map(({ personId }) => personId),
  );
  const isIn = ({ id }: PlannedPerson) => id === team.chairId || id === team.deputyId || ids.has(id);
  return people
    .filter((person) => isIn(person) && isWithin(date, person.employment))
    .sort((a, b) => a.name.localeCompare(b.name, 'nl'));
}
