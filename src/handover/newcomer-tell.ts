/** Who hears in their next digest that they are new in a leerteam, or lead it from now on. */
import { addDays, type LocalDate } from '../calendar/local-date.ts';
import type { Tell } from '../delivery/announcement.ts';
import { teamSubject } from '../delivery/subject.ts';
import type { PersonId, SchoolId, TeamId } from '../people/person.ts';
import type { Leerteam } from '../teams/leerteam.ts';

/** Somebody is new for so many days. */
const WINDOW_DAYS = 14;

/** For the act that makes somebody chair or deputy, or a member, from `day` on. */
export function newcomerTell(schoolId: SchoolId, teamId: TeamId, receiver: PersonId, day: LocalDate): Tell {
  return {
    key: `nieuw-in-team:${teamId}:${receiver}:${day}`,
    kind: 'nieuw-in-team',
    receiver,
    schoolId,
    subject: teamSubject(teamId),
    from: day,
    until: addDays(day, WINDOW_DAYS - 1),
  };
}

type Leaders = { readonly chairId: PersonId | null; readonly deputyId: PersonId | null };

/** For who is chair or deputy since `day` and was not before; not for who did that themselves (`by`). Pure. */
export function newLeaderTells(
  before: Leaders,
  { id, schoolId, chairId, deputyId }: Pick<Leerteam, 'id' | 'schoolId' | 'chairId' | 'deputyId'>,
  by: PersonId | null,
  day: LocalDate,
): readonly Tell[] {
  const chosen = [chairId === before.chairId ? null : chairId, deputyId === before.deputyId ? null : deputyId];
  return chosen
    .filter((person) => person !== null && person !== by)
    .map((person) => newcomerTell(schoolId, id, person!, day));
}
