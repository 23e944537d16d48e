/** "Welk leerteam?" for who changes it: the chair their own team, the director a team of the school, the admin any. */
import type { Context } from '../bot/command.ts';
import { UserError } from '../bot/errors.ts';
import { buttonsPart } from '../bot/notice.ts';
import type { Button } from '../bot/reply.ts';
import { may } from '../people/permissions.ts';
import type { Actor } from '../people/person.ts';
import { managesSchools } from '../school/find-school.ts';
import { ownTeams, teamArgument, teamButtons, widerTeams } from './find-team.ts';
import type { Leerteam } from './leerteam.ts';
import { teamFor } from './team-for.ts';

export function mayManage(actor: Actor, { id, schoolId }: Pick<Leerteam, 'id' | 'schoolId'>): boolean {
  return may(actor, 'team.members', { schoolId, teamId: id });
}

/** Has a team to change, so that `/hulp` names how. */
export function managesTeams(actor: Actor): boolean {
  return actor.teams.some(({ role }) => role !== 'member') || managesSchools(actor);
}

/**
 * The team that was typed or pressed; else the one of this channel or the only one of their own; else of all that they may change. Throws a UserError
 * that refuses, or asks which one.
 */
export async function managedTeam(context: Context, typed: string | undefined): Promise<Leerteam> {
  const { actor, say } = context;
  const isOwn = typed !== undefined || (await ownTeams(context)).some((team) => mayManage(actor, team));
  const wider = isOwn ? [] : (await widerTeams(context)).filter((team) => mayManage(actor, team));
  if (wider.length === 0) return teamFor(context, 'team.members', typed);
  if (wider.length === 1) return wider[0]!;
  const buttons = await teamButtons(context, wider);
  const all = { label: say.plain('leerteam.button.all'), intent: { name: 'leerteam', args: { welke: 'alles' } } };
  throw new UserError(say('leerteam.which'), buttonsPart(buttons.length < wider.length ? [...buttons, all] : buttons));
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
