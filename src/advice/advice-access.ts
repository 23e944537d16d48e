/** Who sees advice and who may send, answer or withdraw it (PRODUCT 2). */

import type { Context } from '../bot/command.ts';
import { UserError } from '../bot/errors.ts';
import { may, type Subject, schoolsOf } from '../people/permissions.ts';
import type { Actor, SchoolId } from '../people/person.ts';
import { ownTeams } from '../teams/find-team.ts';
import type { Advice } from './advice.ts';

type Asker = Pick<Context, 'actor' | 'store'>;

/** What the permission table needs to know of advice. */
export function subjectOf({ schoolId, teamId }: Pick<Advice, 'schoolId' | 'teamId'>): Subject {
  return { schoolId, teamId };
}

/** Schools whose sent advice this person reads: as director or quality coach, or in the team of kind MT. */
async function schoolsRead(context: Asker): Promise<ReadonlySet<SchoolId>> {
  const { actor } = context;
  const mts = (await ownTeams(context)).filter(({ kind }) => kind === 'MT');
  return new Set([
    ...schoolsOf(actor, 'director'),
    ...schoolsOf(actor, 'quality'),
    ...mts.map(({ schoolId }) => schoolId),
  ]);
}

/** May this person see it? */
export async function seesAdvice(context: Asker, advice: Advice): Promise<boolean> {
  return sees(context.actor, advice, await schoolsRead(context));
}

/** The own team's and what one wrote; what was sent also who reads the school's. A draft is the team's own, as on its agenda. */
function sees(actor: Actor, advice: Advice, read: ReadonlySet<SchoolId>): boolean {
  if (!worksFor(actor, advice.schoolId)) return false;
  if (advice.byId === actor.id || may(actor, 'agenda.see', subjectOf(advice))) return true;
  return advice.sentOn !== null && read.has(advice.schoolId);
}

/** Who left the school has no business with what they wrote there. */
function worksFor(actor: Actor, schoolId: SchoolId): boolean {
  return actor.employments.some((employment) => employment.schoolId === schoolId);
}

/** Gives advice, or answers it, so that `/hulp` names these commands. */
export function worksWithAdvice(actor: Actor): boolean {
  return schoolsOf(actor, 'member').length > 0;
}

/** Speaks for a team or as quality coach; a director answers advice. */
export function givesAdvice(actor: Actor): boolean {
  return actor.teams.length > 0 || schoolsOf(actor, 'quality').length > 0;
}

export function answersAdvice(actor: Actor): boolean {
  return schoolsOf(actor, 'director').length > 0;
}

/** Refuses somebody who has no advice to see at all, such as a board member or an admin. */
export function mustSeeAdvice({ actor, say }: Context): void {
  if (!worksWithAdvice(actor)) throw new UserError(say('advice.not-for-you'));
}

/** All advice that this person may see, newest number first. */
export async function visibleAdvice(context: Context): Promise<readonly Advice[]> {
  const { actor, store } = context;
  const read = await schoolsRead(context);
  const teams = actor.teams.filter(({ schoolId }) => !read.has(schoolId)).map(({ teamId }) => teamId);
  const [ofSchools, ofTeams] = await Promise.all([
    read.size > 0 ? store.advice.list({ schoolIds: [...read] }) : [],
    teams.length > 0 ? store.advice.list({ teamIds: teams }) : [],
  ]);
  return [...ofSchools, ...ofTeams].filter((advice) => sees(actor, advice, read));
}

/** Who may send it may take it back too, and a draft whoever wrote it. */
export function mayWithdraw(actor: Actor, advice: Advice): boolean {
  return may(actor, 'advice.send', subjectOf(advice)) || (advice.state === 'concept' && advice.byId === actor.id);
}
