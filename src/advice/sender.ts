/** "Namens wie is dit advies?": a leerteam, or the quality coach of a school. */

import type { Context } from '../bot/command.ts';
import { UserError } from '../bot/errors.ts';
import { buttonsPart } from '../bot/notice.ts';
import { may, schoolsOf } from '../people/permissions.ts';
import type { SchoolId } from '../people/person.ts';
import { schoolName } from '../people/school-name.ts';
import { isChannelOf } from '../teams/channel-of.ts';
import { nameAmong, ownTeams, teamArgument } from '../teams/find-team.ts';
import type { Leerteam } from '../teams/leerteam.ts';
import { teamFor } from '../teams/team-for.ts';

export type Sender = {
  readonly schoolId: SchoolId;
  /** Null: the quality coach of the school. */
  readonly team: Leerteam | null;
};

/**
 * The team that was typed or pressed, else the team of this channel, else the only sender this can be. Throws a UserError that refuses, or
 * asks which one with a button for each.
 */
export async function chosenSender(context: Context, typed: string | undefined): Promise<Sender> {
  const coach = /^school:(\d{1,15})$/.exec(typed ?? '');
  if (coach) return asCoach(context, Number(coach[1]) as SchoolId);
  if (typed !== undefined) return ofTeam(await teamFor(context, 'advice.draft', typed));
  const { actor, say, place, intent } = context;
  const schools = schoolsOf(actor, 'quality');
  const teams = (await ownTeams(context)).filter(({ id, schoolId }) =>
    may(actor, 'advice.draft', { schoolId, teamId: id }),
  );
  const here = teams.filter((team) => isChannelOf(team, place));
  if (here.length === 1) return ofTeam(here[0]!);
  if (teams.length === 0 && schoolsOf(actor, 'director').length > 0) throw new UserError(say('advice.for-director'));
  if (schools.length === 0) return ofTeam(await teamFor(context, 'advice.draft', undefined));
  if (schools.length === 1 && teams.length === 0) return asCoach(context, schools[0]!);
  const senders = [
    ...teams.map(async (team) => ({ label: await nameAmong(context, team), leerteam: teamArgument(team) })),
    ...schools.map(async (id) => ({
      label: say.plain('advice.as-coach', { school: await schoolName(context, id) }),
      leerteam: `school:${id}`,
    })),
  ];
  const buttons = (await Promise.all(senders)).map(({ label, leerteam }) => ({
    label,
    intent: { name: intent.name, args: { ...intent.args, leerteam } },
  }));
  throw new UserError(say('advice.which-sender'), buttonsPart(buttons));
}

/** How a form holds the sender. */
export function senderArgument({ schoolId, team }: Sender): string {
  return team ? teamArgument(team) : `school:${schoolId}`;
}

function ofTeam(team: Leerteam): Sender {
  return { schoolId: team.schoolId, team };
}

function asCoach({ actor, say }: Context, schoolId: SchoolId): Sender {
  if (!may(actor, 'advice.send', { schoolId, teamId: null })) throw new UserError(say('advice.sender-unknown'));
  return { schoolId, team: null };
}
