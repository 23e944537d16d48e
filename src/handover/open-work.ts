/** What of somebody's is open at a school: actions, goals of their own, and roles (PRODUCT 6, overdracht; 3, wie neemt waar). Pure. */
import type { ActionId } from '../actions/action.ts';
import { isWithin, type LocalDate } from '../calendar/local-date.ts';
import type { SchoolState } from '../delivery/nudge.ts';
import { type GoalId, isActive } from '../goals/goal.ts';
import type { PersonId, TeamId } from '../people/person.ts';

/** Something that needs another owner. */
export type OpenThing =
  | {
      readonly kind: 'actie';
      readonly id: ActionId;
      readonly number: number;
      /** Null: not for the reader. */
      readonly what: string | null;
      readonly due: LocalDate;
      readonly teamId: TeamId | null;
    }
  | {
      readonly kind: 'doel';
      readonly id: GoalId;
      readonly number: number;
      /** Null: not for the reader. */
      readonly title: string | null;
    }
  | { readonly kind: 'voorzitter' | 'vervanger'; readonly teamId: TeamId; readonly team: string }
  /** The recorded lead of these people. */
  | {
      readonly kind: 'leidinggevende';
      readonly people: readonly { readonly id: PersonId; readonly name: string }[];
    };

/** Roles first, then goals, then actions by due date. Teams that have ended on `day`, and people who left, do not count. */
export function openWork(state: SchoolState, personId: PersonId, day: LocalDate): readonly OpenThing[] {
  const people = state.people
    .filter(
      ({ id, employment }) => employment.leadId === personId && id !== personId && !hasLeft(employment.until, day),
    )
    .map(({ id, name }) => ({ id, name }));
  const roles = state.teams.flatMap(({ id: teamId, name: team, chairId, deputyId, until }): OpenThing[] => {
    if (hasLeft(until, day)) return [];
    if (chairId === personId) return [{ kind: 'voorzitter', teamId, team }];
    return deputyId === personId ? [{ kind: 'vervanger', teamId, team }] : [];
  });
  const goals = state.goals.filter(
    ({ owner, status }) =>
      owner?.kind === 'person' && owner.personId === personId && (isActive(status) || status === 'gepauzeerd'),
  );
  const actions = state.actions
    .filter(({ ownerId }) => ownerId === personId)
    .sort((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : a.id - b.id));
  return [
    ...roles,
    ...(people.length > 0 ? [{ kind: 'leidinggevende' as const, people }] : []),
    ...goals.map(({ id, number, title }) => ({ kind: 'doel' as const, id, number, title })),
    ...actions.map(({ id, number, what, due, teamId }) => ({ kind: 'actie' as const, id, number, what, due, teamId })),
  ];
}

function hasLeft(until: LocalDate | null, day: LocalDate): boolean {
  return !isWithin(day, { from: null, until });
}

/** What names a thing in a form: `actie-12`, `voorzitter-5`, `leidinggevende`. */
export function thingName(thing: OpenThing): string {
  switch (thing.kind) {
    case 'actie':
    case 'doel':
      return `${thing.kind}-${thing.id}`;
    case 'voorzitter':
    case 'vervanger':
      return `${thing.kind}-${thing.teamId}`;
    case 'leidinggevende':
      return thing.kind;
  }
}

/** The leerteam to which it belongs, so that its chair hands it over. Who chairs a team is for the director to say, as all the rest. */
export function teamOf(thing: OpenThing): TeamId | null {
  return thing.kind === 'actie' || thing.kind === 'vervanger' ? thing.teamId : null;
}
