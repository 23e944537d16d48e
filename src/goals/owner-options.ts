/** "Van wie is het doel?": the teams and people somebody may choose, and whether the goal is then agreed at once (PRODUCT 2). */
import type { Context } from '../bot/command.ts';
import type { Option } from '../bot/reply.ts';
import { may, type Subject, schoolsOf } from '../people/permissions.ts';
import type { SchoolId } from '../people/person.ts';
import { schoolName } from '../people/school-name.ts';
import type { GoalOwner } from './goal.ts';
import { needsSchoolName } from './goal-names.ts';

export type OwnerOption = Option & {
  readonly schoolId: SchoolId;
  readonly owner: GoalOwner;
  /** Active at once; else a draft that somebody else agrees to. */
  readonly isAgreed: boolean;
};

/** Teams first, then people with oneself first, per school. */
export async function ownerOptions(context: Context): Promise<readonly OwnerOption[]> {
  const options: OwnerOption[] = [];
  for (const schoolId of schoolsOf(context.actor, 'member')) options.push(...(await optionsAt(context, schoolId)));
  return options;
}

/** What a goal with this owner has as value in the form. */
export function ownerValue(schoolId: SchoolId, owner: GoalOwner): string {
  return owner.kind === 'team' ? `team:${owner.teamId}` : `persoon:${owner.personId}:${schoolId}`;
}

/** The only team that this person chairs, else the only choice there is, else nothing. */
export function usualOwner({ actor }: Context, options: readonly OwnerOption[]): string | undefined {
  const chaired = options.filter(
    ({ owner }) =>
      owner.kind === 'team' && actor.teams.some(({ teamId, role }) => teamId === owner.teamId && role !== 'member'),
  );
  const [only, ...others] = chaired.length > 0 ? chaired : options;
  return others.length === 0 ? only?.value : undefined;
}

async function optionsAt(context: Context, schoolId: SchoolId): Promise<readonly OwnerOption[]> {
  const { actor, store, today, say } = context;
  const school = needsSchoolName(context) ? ` (${await schoolName(context, schoolId)})` : '';
  const option = (owner: GoalOwner, name: string, subject: Subject, isOwn: boolean): OwnerOption[] => {
    const isAgreed = may(actor, 'goal.change', subject);
    if (!isAgreed && !(isOwn && may(actor, 'goal.draft', subject))) return [];
    return [{ value: ownerValue(schoolId, owner), label: `${name}${school}`, schoolId, owner, isAgreed }];
  };
  const isOwnTeam = (id: number) => actor.teams.some(({ teamId }) => teamId === id);
  const teams = (await store.agenda.teams(schoolId, today)).flatMap(({ id, name }) =>
    option({ kind: 'team', teamId: id }, name, { schoolId, teamId: id }, isOwnTeam(id)),
  );
  const others = (await store.people.colleagues(schoolId, today)).filter(({ id }) => id !== actor.id);
  const people = [{ id: actor.id, name: say.plain('goals.myself') }, ...others].flatMap(({ id, name }) =>
    option({ kind: 'person', personId: id }, name, { schoolId, ownerId: id }, id === actor.id),
  );
  return [...teams, ...people];
}
