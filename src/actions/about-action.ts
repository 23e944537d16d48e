/** What a new action hangs on: a goal, a meeting, a leerteam or only a school, when its button said so. */

import type { Context } from '../bot/command.ts';
import { findGoal } from '../goals/find-goal.ts';
import type { GoalId } from '../goals/goal.ts';
import { findMeeting } from '../meetings/find-meeting.ts';
import type { MeetingId } from '../meetings/meeting.ts';
import { schoolsOf } from '../people/permissions.ts';
import type { SchoolId } from '../people/person.ts';
import { findTeam, teamArgument } from '../teams/find-team.ts';
import { NO_TEAM } from './team-of-action.ts';

export type ActionPlace = {
  /** Where its owner may work. */
  readonly schoolIds: readonly SchoolId[];
  /** Argument `leerteam`, as far as it is known. */
  readonly leerteam: string | undefined;
  readonly goalId: GoalId | null;
  readonly meetingId: MeetingId | null;
};

type Arguments = { readonly [name in 'leerteam' | 'school' | 'doel' | 'bijeenkomst']?: string | undefined };

/** Throws a UserError when the goal, meeting or team is not there or not theirs. */
export async function placeOfAction(context: Context, args: Arguments): Promise<ActionPlace> {
  const { actor } = context;
  const own = schoolsOf(actor, 'member');
  if (args.bijeenkomst !== undefined) {
    const { team, meeting } = await findMeeting(context, 'agenda.see', { bijeenkomst: args.bijeenkomst });
    return { schoolIds: [team.schoolId], leerteam: teamArgument(team), goalId: null, meetingId: meeting.id };
  }
  if (args.doel !== undefined) {
    const { goal } = await findGoal(context, args.doel);
    const { owner } = goal;
    const isOwn = owner?.kind === 'team' && actor.teams.some(({ teamId }) => teamId === owner.teamId);
    const ofGoal = isOwn ? teamArgument({ id: owner.teamId }) : undefined;
    return { schoolIds: [goal.schoolId], leerteam: args.leerteam ?? ofGoal, goalId: goal.id, meetingId: null };
  }
  const place = { leerteam: args.leerteam, goalId: null, meetingId: null };
  if (args.leerteam !== undefined && args.leerteam !== NO_TEAM) {
    return { ...place, schoolIds: [(await findTeam(context, args.leerteam)).schoolId] };
  }
  const chosen = own.filter((id) => args.school === `id:${id}`);
  return { ...place, schoolIds: chosen.length > 0 ? chosen : own };
}
