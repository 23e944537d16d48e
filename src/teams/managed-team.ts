/** "Welk leerteam?" for who changes it: the chair their own team, the director a team of the school, the admin any. */
import type { Context } from '../bot/command.ts';
import type { Button } from '../bot/reply.ts';
import { may } from '../people/permissions.ts';
import type { Actor } from '../people/person.ts';
import { managesSchools } from '../school/find-school.ts';
import { teamArgument } from './find-team.ts';
import type { Leerteam } from './leerteam.ts';
import { teamFor } from './team-for.ts';

export function mayManage(actor: Actor, { id, schoolId }: Pick<Leerteam, 'id' | 'schoolId'>): boolean {
  return may(actor, 'team.members', { schoolId, teamId: id });
}

/** Has a team to change, so that `/hulp` names how. */
export function managesTeams(actor: Actor): boolean {
  return actor.teams.some(({ role }) => role !== 'member') || managesSchools(actor);
}

/** The team that was typed or pressed, else the only one that can be meant (`teamFor`). Throws a UserError that refuses, or asks which one. */
export function managedTeam(context: Context, typed: string | undefined): Promise<Leerteam> {
  return teamFor(context, 'team.members', typed);
}

/** A button that does something with this team. */
export function teamButton(
  label: string,
  intent: string,
  team: Pick<Leerteam, 'id'>,
  args: Button['intent']['args'] = {},
): Button {
  return { label, intent: { name: intent, args: { leerteam: teamArgument(team), ...args } } };
}
