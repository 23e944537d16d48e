/** Who may do what: the table of PRODUCT 2 as rows of cells. Every act asks `may` at the moment it runs. */
import type { Actor, PersonId, Role, SchoolId, TeamId } from './person.ts';

/**
 * A column of the table. A member is anybody who teaches, coaches or leads at the school, or is in one of its teams; chair stands for
 * deputy too. A person may have several standings; one that allows is enough.
 */
export const STANDINGS = ['member', 'chair', 'director', 'quality', 'board', 'admin'] as const;
export type Standing = (typeof STANDINGS)[number];

/**
 * How far a cell reaches: nothing, what one owns oneself, one's own team (member or chair of it), one's own school, or everything.
 * `lead`: about oneself, or about a person whose recorded lead one is.
 */
export type Reach = 'no' | 'owner' | 'team' | 'school' | 'all' | 'lead';

const no = 'no' as const;
const lead = 'lead' as const;

//                           member    chair     director  quality   board  admin
const TABLE = {
  'goal.see': ['school', 'school', 'school', 'school', no, no],
  /** Titles, status and counts: no sentences, no owners. */
  'goal.see-titles': ['school', 'school', 'school', 'school', 'all', no],
  'goal.check-in': ['owner', 'team', 'school', 'school', no, no],
  'goal.change': [no, 'team', 'school', 'school', no, no],
  'goal.draft': ['school', 'school', 'school', 'school', no, no],
  'agenda.see-titles': ['team', 'team', 'school', 'school', no, no],
  /** The rest of agenda and minutes, and actions with their owners. */
  'agenda.see': ['team', 'team', no, no, no, no],
  'agenda.add': ['team', 'team', 'school', 'school', no, no],
  /** Share, move or cancel a meeting. */
  'meeting.plan': [no, 'team', 'school', no, no, no],
  'minutes.write': ['team', 'team', no, no, no, no],
  'action.give': ['school', 'school', 'school', 'school', no, no],
  'advice.draft': ['team', 'team', no, 'school', no, no],
  'advice.send': [no, 'team', no, 'school', no, no],
  'advice.answer': [no, no, 'school', no, no, no],
  'pop.see': [lead, lead, lead, lead, lead, lead],
  'summary.team': [no, 'team', 'school', 'school', no, no],
  'summary.school': [no, no, 'school', 'school', no, no],
  /** All schools, goals only. */
  'summary.board': [no, no, no, no, 'all', no],
  'team.members': [no, 'team', 'school', no, no, 'all'],
  'school.manage': [no, no, 'school', no, no, 'all'],
} as const satisfies Record<string, readonly [Reach, Reach, Reach, Reach, Reach, Reach]>;

export type Act = keyof typeof TABLE;
export const ACTS = Object.keys(TABLE) as readonly Act[];

/** What the act is about. `ownerId` is the person who owns it, `leadId` the recorded lead of that person. */
export type Subject = {
  readonly schoolId: SchoolId;
  readonly teamId?: TeamId | null;
  readonly ownerId?: PersonId | null;
  readonly leadId?: PersonId | null;
};

/** May this person do this with this subject now? */
export function may(actor: Actor, act: Act, subject: Subject): boolean {
  return STANDINGS.some((standing, column) => reaches(actor, standing, TABLE[act][column]!, subject));
}

function reaches(actor: Actor, standing: Standing, reach: Reach, subject: Subject): boolean {
  switch (reach) {
    case 'no':
      return false;
    case 'owner':
      return subject.ownerId === actor.id && standsAt(actor, standing, subject.schoolId);
    case 'team':
      return actor.teams.some(
        (team) =>
          team.teamId === subject.teamId &&
          team.schoolId === subject.schoolId &&
          (standing === 'member' || isChair(team.role)),
      );
    case 'school':
      return standsAt(actor, standing, subject.schoolId);
    case 'all':
      return hasRole(actor, ROLE_OF[standing]!, null);
    case 'lead':
      return subject.ownerId === actor.id || (subject.leadId != null && subject.leadId === actor.id);
  }
}

/** The standings that come from a role; member and chair come from the teams (and member from working at the school). */
const ROLE_OF: Partial<Record<Standing, Role>> = {
  director: 'directeur',
  quality: 'ib',
  board: 'bestuur',
  admin: 'beheerder',
};
const STAFF: readonly Role[] = ['leerkracht', 'directeur', 'ib'];

/** Does the person have this standing at this school? */
export function standsAt(actor: Actor, standing: Standing, schoolId: SchoolId): boolean {
  if (standing === 'chair') return actor.teams.some((team) => team.schoolId === schoolId && isChair(team.role));
  if (standing !== 'member') return hasRole(actor, ROLE_OF[standing]!, schoolId);
  return STAFF.some((role) => hasRole(actor, role, schoolId)) || actor.teams.some((team) => team.schoolId === schoolId);
}

/** Schools where the person has this standing. */
export function schoolsOf(actor: Actor, standing: Standing): readonly SchoolId[] {
  const ids = [
    ...actor.employments.map((employment) => employment.schoolId),
    ...actor.teams.map((team) => team.schoolId),
  ];
  return [...new Set(ids)].filter((id): id is SchoolId => id !== null && standsAt(actor, standing, id));
}

/** Has the person this role, at this school or (null) anywhere? */
export function hasRole(actor: Actor, role: Role, schoolId: SchoolId | null): boolean {
  return actor.employments.some(
    (employment) => employment.roles.includes(role) && (schoolId === null || employment.schoolId === schoolId),
  );
}

function isChair(role: 'chair' | 'deputy' | 'member'): boolean {
  return role !== 'member';
}
