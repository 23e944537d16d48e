/** "Welk leerteam bedoel je?": from a name or a button to one team that the person may see. */
import { distance } from 'fastest-levenshtein';
import { type Context, short } from '../bot/command.ts';
import { UserError } from '../bot/errors.ts';
import { buttonsPart } from '../bot/notice.ts';
import { plainWords } from '../bot/plain-words.ts';
import type { Button } from '../bot/reply.ts';
import { needsSchoolName } from '../goals/goal-names.ts';
import { hasRole, may, schoolsOf } from '../people/permissions.ts';
import type { Actor, SchoolId, TeamId } from '../people/person.ts';
import { schoolName } from '../people/school-name.ts';
import type { Leerteam } from './leerteam.ts';

const MOST_BUTTONS = 10;

/** How a button names a team. */
export function teamArgument({ id }: Pick<Leerteam, 'id'>): string {
  return `id:${id}`;
}

/** Teams of two schools may have the same name. */
export async function nameAmong(context: Context, team: Leerteam): Promise<string> {
  return needsSchoolName(context) ? `${team.name} (${await schoolName(context, team.schoolId)})` : team.name;
}

/** One's own teams; any team of the school for directors, coaches and admins (PRODUCT 2). */
export function seesTeam(actor: Actor, { id, schoolId }: Leerteam): boolean {
  const subject = { schoolId, teamId: id };
  return (
    actor.teams.some(({ teamId }) => teamId === id) ||
    may(actor, 'team.members', subject) ||
    may(actor, 'agenda.see-titles', subject)
  );
}

/** The teams this person is in today, by name. */
export async function ownTeams({ actor, store }: Pick<Context, 'actor' | 'store'>): Promise<readonly Leerteam[]> {
  const ids = [...new Set(actor.teams.map(({ teamId }) => teamId))];
  const teams = await Promise.all(ids.map((id) => store.agenda.team(id)));
  return teams.filter((team) => team !== null).sort((a, b) => a.name.localeCompare(b.name, 'nl'));
}

/** Every team this person may see, by school. */
export async function widerTeams(context: Context): Promise<readonly Leerteam[]> {
  return (await teamsAround(context)).filter((team) => seesTeam(context.actor, team));
}

/** The teams of the person's schools (of all schools for an admin), seen or not. */
async function teamsAround({ actor, store, today }: Context): Promise<readonly Leerteam[]> {
  const schoolIds: readonly SchoolId[] = hasRole(actor, 'beheerder', null)
    ? (await store.people.schools()).map(({ id }) => id)
    : schoolsOf(actor, 'member');
  return (await Promise.all(schoolIds.map((id) => store.agenda.teams(id, today)))).flat();
}

/** The one team that was typed or pressed. Throws a UserError with buttons when there are several, and one that names whom to ask. */
export async function findTeam(context: Context, typed: string): Promise<Leerteam> {
  const { say, store, actor } = context;
  const id = /^id:(\d{1,15})$/.exec(typed);
  if (id) {
    const team = await store.agenda.team(Number(id[1]) as TeamId);
    // The same for what is not there and what is of another school, so that nothing shows that it is there.
    if (!team || !isKnown(actor, team)) throw new UserError(say('leerteam.gone'));
    return seesTeam(actor, team) ? team : refuse(context, team);
  }
  const around = await teamsAround(context);
  const matches = matching(around, typed);
  const seen = matches.filter((team) => seesTeam(actor, team));
  if (seen.length === 1) return seen[0]!;
  if (seen.length > 1) throw new UserError(say('leerteam.which'), buttonsPart(await teamButtons(context, seen)));
  if (matches.length > 0) return refuse(context, matches[0]!);
  const near = around.filter((team) => seesTeam(actor, team) && isNear(team.name, typed));
  const key = near.length > 0 ? 'leerteam.unknown-near' : 'leerteam.unknown';
  throw new UserError(say(key, { typed: short(typed) }), buttonsPart(await teamButtons(context, near)));
}

function matching(teams: readonly Leerteam[], typed: string): readonly Leerteam[] {
  const wanted = plainWords(typed);
  const whole = teams.filter(({ name }) => plainWords(name) === wanted);
  return whole.length > 0 ? whole : teams.filter(({ name }) => plainWords(name).includes(wanted));
}

function isNear(name: string, typed: string): boolean {
  const wanted = plainWords(typed);
  return (
    wanted.length <= 60 &&
    plainWords(name)
      .split(' ')
      .some((word) => word.length > 3 && distance(word, wanted) <= 2)
  );
}

/** Does this person know that there is such a team: one they may see, or one of their school, where goals name it? */
export function isKnown(actor: Actor, team: Leerteam): boolean {
  return seesTeam(actor, team) || schoolsOf(actor, 'member').includes(team.schoolId);
}

async function refuse({ say, store }: Context, team: Leerteam): Promise<never> {
  const chair = await store.people.person(team.chairId);
  throw new UserError(chair ? say('bot.refused', { who: chair.name }) : say('bot.refused-plain'));
}

/** Each says this intent again, with the team. */
export async function teamButtons(
  { store, intent }: Pick<Context, 'store' | 'intent'>,
  teams: readonly Leerteam[],
): Promise<readonly Button[]> {
  const several = new Set(teams.map(({ schoolId }) => schoolId)).size > 1;
  return Promise.all(
    teams.slice(0, MOST_BUTTONS).map(async (team): Promise<Button> => {
      const school = several ? ` (${await schoolName({ store }, team.schoolId)})` : '';
      return {
        label: `${short(team.name, 50)}${school}`,
        intent: { name: intent.name, args: { ...intent.args, leerteam: teamArgument(team) } },
      };
    }),
  );
}
