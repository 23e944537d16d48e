/** "Actie 12": of what needs another owner the words are for who may see them; anybody else gets its number alone (PRODUCT 2). Pure. */
import type { LocalDate } from '../calendar/local-date.ts';
import type { SchoolState } from '../delivery/nudge.ts';
import { may, standsAt } from '../people/permissions.ts';
import type { Actor, PersonId } from '../people/person.ts';
import { handersOf } from './handed-by.ts';
import type { OpenThing } from './open-work.ts';

/** The same things, for `reader`. */
export function shownTo(
  reader: Actor,
  state: SchoolState,
  leaver: PersonId,
  things: readonly OpenThing[],
  today: LocalDate,
): readonly OpenThing[] {
  return things.map((thing) => {
    if (thing.kind === 'doel') return seesGoal(reader, state, leaver) ? thing : { ...thing, title: null };
    if (thing.kind !== 'actie') return thing;
    return seesAction(reader, state, leaver, thing, today) ? thing : { ...thing, what: null };
  });
}

function seesGoal(reader: Actor, { school }: SchoolState, leaver: PersonId): boolean {
  return may(reader, 'goal.see-titles', { schoolId: school.id, teamId: null, ownerId: leaver });
}

/** Its team; and of what has no team, or nobody to lead it, the director who is asked to find an owner. */
function seesAction(
  reader: Actor,
  state: SchoolState,
  leaver: PersonId,
  thing: Extract<OpenThing, { kind: 'actie' }>,
  today: LocalDate,
): boolean {
  const schoolId = state.school.id;
  if (thing.teamId !== null && may(reader, 'agenda.see', { schoolId, teamId: thing.teamId })) return true;
  return standsAt(reader, 'director', schoolId) && handersOf(state, leaver, thing, today).includes(reader.id);
}
