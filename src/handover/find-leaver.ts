/** "Van wie?": whose work there is to hand over, and which of it this person may give to others. */
import { type Context, short } from '../bot/command.ts';
import { UserError } from '../bot/errors.ts';
import type { PlannedPerson, SchoolState } from '../delivery/nudge.ts';
import { matchingColleagues, personArgument } from '../people/find-colleague.ts';
import { hasRole, may, schoolsOf } from '../people/permissions.ts';
import type { Actor, PersonId, SchoolId } from '../people/person.ts';
import { handersOf } from './handed-by.ts';
import { mayBeReplaced } from './leavers.ts';
import { type OpenThing, openWork, teamOf } from './open-work.ts';
import { shownTo } from './shown-things.ts';

/** Somebody who leaves or is away, at one school, with what `actor` may hand over of it. */
export type FoundLeaver = {
  readonly state: SchoolState;
  readonly person: PlannedPerson;
  readonly things: readonly OpenThing[];
};

/** The chair of a team what is the team's; a director or admin everything; else whoever is asked to. */
export function mayHandOver(
  actor: Actor,
  state: SchoolState,
  leaver: PersonId,
  thing: OpenThing,
  today: Context['today'],
): boolean {
  const schoolId = state.school.id;
  const teamId = teamOf(thing);
  return (
    may(actor, 'school.manage', { schoolId }) ||
    (teamId !== null && may(actor, 'team.members', { schoolId, teamId })) ||
    handersOf(state, leaver, thing, today).includes(actor.id)
  );
}

/** Everybody whose work this person may give to others now, with open work. */
export async function leaversFor(context: Context, schoolId: SchoolId | null): Promise<readonly FoundLeaver[]> {
  const states = await Promise.all(
    (await schoolsAround(context, schoolId)).map((id) => context.store.outbox.schoolState(id)),
  );
  return states
    .filter((state) => state !== null)
    .flatMap((state) =>
      state.people
        .filter((person) => mayBeReplaced(state, person, context.today))
        .map((person) => foundLeaver(context, state, person))
        .filter(({ things }) => things.length > 0),
    );
}

function foundLeaver({ actor, today }: Context, state: SchoolState, person: PlannedPerson): FoundLeaver {
  const things = openWork(state, person.id, today).filter((thing) =>
    mayHandOver(actor, state, person.id, thing, today),
  );
  return { state, person, things: shownTo(actor, state, person.id, things, today) };
}

/** Directors, chairs, admins and the board: nobody else is told who leaves or is away. */
export function handsOver(actor: Actor): boolean {
  return (
    hasRole(actor, 'beheerder', null) ||
    hasRole(actor, 'bestuur', null) ||
    (['chair', 'director'] as const).some((standing) => schoolsOf(actor, standing).length > 0)
  );
}

/** One's own schools; all of them for who works at none in particular. Throws a UserError for a school of others. */
async function schoolsAround(context: Context, schoolId: SchoolId | null): Promise<readonly SchoolId[]> {
  const own = await reachedSchools(context);
  if (schoolId === null) return own;
  if (!own.includes(schoolId)) throw new UserError(context.say('bot.other-school'));
  return [schoolId];
}

async function reachedSchools({ actor, store }: Context): Promise<readonly SchoolId[]> {
  if (hasRole(actor, 'beheerder', null) || hasRole(actor, 'bestuur', null)) {
    return (await store.people.schools()).map(({ id }) => id);
  }
  return [...new Set(actor.employments.map((employment) => employment.schoolId))].filter((id) => id !== null);
}

/**
 * The person that was typed or pressed, at the first school where this person may hand something over. Throws a UserError when it is nobody
 * who leaves or is away, or when nothing of theirs is this person's to give.
 */
export async function findLeaver(context: Context, typed: string, schoolId: SchoolId | null): Promise<FoundLeaver> {
  const { actor, store, say, today } = context;
  const found = await leaversFor(context, schoolId);
  const matches = matchingColleagues(
    found.map(({ person }) => person),
    typed,
  );
  const one = found.find(({ person }) => person.id === matches[0]?.id);
  if (one && new Set(matches.map(({ id }) => id)).size === 1) return one;
  if (matches.length > 1) {
    const buttons = matches.slice(0, 10).map((match) => ({
      label: short(match.name, 50),
      intent: { name: context.intent.name, args: { ...context.intent.args, persoon: personArgument(match) } },
    }));
    throw new UserError(say('people.which', { typed: short(typed) }), [{ kind: 'buttons', buttons }]);
  }
  for (const id of await schoolsAround(context, schoolId)) {
    const manages = may(actor, 'school.manage', { schoolId: id });
    if (!manages) {
      // Whether a colleague leaves, is away or has anything left is not theirs to know, so the answer is always the same.
      const colleagues = schoolsOf(actor, 'member').includes(id) ? await store.people.colleagues(id, today) : [];
      const [colleague] = matchingColleagues(colleagues, typed);
      if (colleague) throw new UserError(say('handover.not-yours', { name: colleague.name }));
      continue;
    }
    const state = await store.outbox.schoolState(id);
    const [known] = matchingColleagues(state?.people ?? [], typed);
    const person = state?.people.find((each) => each.id === known?.id);
    if (!state || !person) continue;
    if (!mayBeReplaced(state, person, today)) throw new UserError(say('handover.stays', { name: person.name }));
    throw new UserError(say('handover.all-done', { name: person.name }));
  }
  throw new UserError(say('people.unknown-colleague', { typed: short(typed) }));
}
