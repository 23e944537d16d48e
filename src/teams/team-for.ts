/** "Voor welk leerteam?": the one team that an act is about, when it was not typed. */
import type { Context } from '../bot/command.ts';
import { UserError } from '../bot/errors.ts';
import { buttonsPart } from '../bot/notice.ts';
import type { Intent } from '../bot/reply.ts';
import { refusal } from '../goals/goal-access.ts';
import { type Act, may } from '../people/permissions.ts';
import { isChannelOf } from './channel-of.ts';
import { findTeam, nameAmong, ownTeams, teamArgument, teamButtons, widerTeams } from './find-team.ts';
import type { Leerteam } from './leerteam.ts';
import { noTeam } from './no-team.ts';

/**
 * The team that was typed or pressed; else the one whose channel this is; else the only one of the person's teams where the act is
 * theirs; else, for a director or admin, of all that they see. Throws a UserError that refuses, or asks which one with a button for each,
 * which says `again` (this intent, when left out) with argument `leerteam`.
 */
export async function teamFor(
  context: Context,
  act: Act,
  typed: string | undefined,
  again: Intent = context.intent,
): Promise<Leerteam> {
  const { actor, say, place } = context;
  const allowed = ({ id, schoolId }: Leerteam) => may(actor, act, { schoolId, teamId: id });
  if (typed !== undefined) {
    const team = await findTeam(context, typed);
    if (!allowed(team)) throw await refusal(context, act, { schoolId: team.schoolId, teamId: team.id });
    return team;
  }
  const own = await ownTeams(context);
  const here = own.filter((team) => isChannelOf(team, place) && allowed(team));
  const teams = here.length === 1 ? here : own.filter(allowed);
  if (teams.length === 1) return teams[0]!;
  if (teams.length === 0) return ofAll((await widerTeams(context)).filter(allowed), own, context, act, again);
  const buttons = teams.map(async (team) => ({
    label: await nameAmong(context, team),
    intent: { name: again.name, args: { ...again.args, leerteam: teamArgument(team) } },
  }));
  throw new UserError(say('leerteam.which'), buttonsPart(await Promise.all(buttons)));
}

/** Without a team of their own: the only one of `wider`, where the act is theirs too. */
async function ofAll(
  wider: readonly Leerteam[],
  own: readonly Leerteam[],
  context: Context,
  act: Act,
  again: Intent,
): Promise<Leerteam> {
  const { say, store } = context;
  if (wider.length === 1) return wider[0]!;
  if (wider.length > 1) {
    const buttons = await teamButtons({ store, intent: again }, wider);
    const all = { label: say.plain('leerteam.button.all'), intent: { name: 'leerteam', args: { welke: 'alles' } } };
    throw new UserError(
      say('leerteam.which'),
      buttonsPart(buttons.length < wider.length ? [...buttons, all] : buttons),
    );
  }
  const [first] = own;
  if (!first) throw new UserError(noTeam(context));
  throw await refusal(context, act, { schoolId: first.schoolId, teamId: first.id });
}
