/** "Bij welk leerteam hoort deze actie?": the team that giver and owner are both in, else the giver's only one, else none. */

import type { Context } from '../bot/command.ts';
import { UserError } from '../bot/errors.ts';
import { buttonsPart } from '../bot/notice.ts';
import { refusal } from '../goals/goal-access.ts';
import { may } from '../people/permissions.ts';
import type { PersonId, SchoolId } from '../people/person.ts';
import { isChannelOf } from '../teams/channel-of.ts';
import { findTeam, ownTeams, teamArgument } from '../teams/find-team.ts';
import type { Leerteam } from '../teams/leerteam.ts';

/** Argument `leerteam` of an action that belongs to no team. */
export const NO_TEAM = 'geen';

/**
 * The team of a new action of this owner; null without one. `typed` is argument `leerteam`. Throws a UserError that asks when it is not clear, with a
 * button for each, and refuses a team that the giver is not in.
 */
export async function teamOfAction(
  context: Context,
  schoolId: SchoolId,
  ownerId: PersonId,
  typed: string | undefined,
): Promise<Leerteam | null> {
  if (typed === NO_TEAM) return null;
  if (typed !== undefined) return chosenTeam(context, typed);
  const own = (await ownTeams(context)).filter((team) => team.schoolId === schoolId);
  const { place, store, today } = context;
  const here = own.filter((team) => isChannelOf(team, place));
  if (here.length === 1) return here[0]!;
  if (own.length < 2) return own[0] ?? null;
  const people = await Promise.all(own.map((team) => store.people.teamPeople(team.id, today)));
  const shared = own.filter((_, at) => people[at]!.some(({ id }) => id === ownerId));
  if (shared.length === 1) return shared[0]!;
  throw whichTeam(context, shared.length > 0 ? shared : own);
}

async function chosenTeam(context: Context, typed: string): Promise<Leerteam> {
  const team = await findTeam(context, typed);
  const subject = { schoolId: team.schoolId, teamId: team.id };
  // Who may not see the team's actions would put one there and never see it again.
  if (!may(context.actor, 'agenda.see', subject)) throw await refusal(context, 'agenda.see', subject);
  return team;
}

function whichTeam({ say, intent }: Context, teams: readonly Leerteam[]): UserError {
  const button = (label: string, leerteam: string) => ({
    label,
    intent: { name: intent.name, args: { ...intent.args, leerteam } },
  });
  return new UserError(
    say('actions.which-team'),
    buttonsPart([
      ...teams.map((team) => button(team.name, teamArgument(team))),
      button(say.plain('actions.no-team'), NO_TEAM),
    ]),
  );
}
