/** What the forms about a staff member hold: roles, working days, lead and POP. */
import type { Context } from '../bot/command.ts';
import { UserError } from '../bot/errors.ts';
import type { Field, Option } from '../bot/reply.ts';
import type { Say } from '../bot/text.ts';
import { colleagueOptions, personArgument } from '../people/find-colleague.ts';
import { hasRole } from '../people/permissions.ts';
import { type Actor, type PersonId, ROLES, type Role, type SchoolId, type WorkingDay } from '../people/person.ts';
import type { StaffMember } from '../people/school.store.ts';
import { dayFields, readDays } from '../people/working-day-fields.ts';

/** Roles that reach beyond one school: only an admin gives them or takes them away. */
const WIDE: readonly Role[] = ['bestuur', 'beheerder'];

function grantableRoles(actor: Actor): readonly Role[] {
  return hasRole(actor, 'beheerder', null) ? ROLES : ROLES.filter((role) => !WIDE.includes(role));
}

/** The chosen roles, with those that this person cannot take away. Throws a UserError without any, or for a role that is not theirs to give. */
export function readRoles(
  { actor, say }: Context,
  typed: string | undefined,
  present: readonly Role[],
): readonly Role[] {
  const grantable = grantableRoles(actor);
  const chosen = (typed ?? '').split(',').filter((word) => word !== '');
  const kept = present.filter((role) => !grantable.includes(role));
  const foreign = chosen.find(
    (word) => !grantable.some((role) => role === word) && !kept.some((role) => role === word),
  );
  if (foreign !== undefined) throw new UserError(say('school.role-not-yours'));
  const roles = ROLES.filter((role) => chosen.includes(role) || kept.includes(role));
  if (roles.length === 0) throw new UserError(say('school.no-role'));
  return roles;
}

/** Null when nothing was filled in: not known, which counts as Monday to Friday. */
export function readWorkingDays(
  context: Context,
  weekly: string | undefined,
  alternate: string | undefined,
): readonly WorkingDay[] | null {
  const days = readDays(context, weekly, alternate);
  return days.length === 0 ? null : days;
}

/** The lead that was chosen; null: the director of the school. */
export function readLead({ say }: Context, typed: string | undefined, member: StaffMember, options: readonly Option[]) {
  if (typed === undefined || typed === DIRECTOR) return null;
  if (typed === personArgument(member)) throw new UserError(say('school.own-lead'));
  const id = options.some(({ value }) => value === typed) ? /^id:(\d{1,15})$/.exec(typed)?.[1] : undefined;
  if (id === undefined) throw new UserError(say('school.unknown-lead'));
  return Number(id) as PersonId;
}

/** Stands for "whoever is the director". */
const DIRECTOR = 'directeur';

/** Everybody of the school but the person, and the board, which leads the directors; a lead from another school stays possible. */
export async function leadOptions(
  context: Context,
  schoolId: SchoolId,
  member: StaffMember,
): Promise<readonly Option[]> {
  const { say, store, today } = context;
  const options = [
    ...(await colleagueOptions(context, schoolId)),
    ...(await store.people.governors(today)).map(({ id, name }) => ({ value: personArgument({ id }), label: name })),
  ];
  const byPerson = new Map(options.map((option) => [option.value, option]));
  byPerson.delete(personArgument(member));
  const listed = [...byPerson.values()];
  const present = member.leadId === null ? null : await store.people.person(member.leadId);
  const isListed = present === null || listed.some(({ value }) => value === personArgument(present));
  return [
    { value: DIRECTOR, label: say.plain('school.lead-director') },
    ...listed,
    ...(isListed ? [] : [{ value: personArgument(present), label: present.name }]),
  ];
}

export function leadValue({ leadId }: Pick<StaffMember, 'leadId'>): string {
  return leadId === null ? DIRECTOR : personArgument({ id: leadId });
}

export function roleField({ actor, say }: Context, present: readonly Role[]): Field {
  return {
    kind: 'choices',
    name: 'rollen',
    label: say.plain('school.staff.roles'),
    required: true,
    options: grantableRoles(actor).map((role) => ({ value: role, label: say.plain(`school.role.${role}`) })),
    value: present.join(','),
  };
}

export function workingDayFields(context: Context, days: readonly WorkingDay[] | null): readonly Field[] {
  const { say } = context;
  return dayFields(
    context,
    days ?? [],
    { name: 'dagen', label: say.plain('school.staff.days') },
    { name: 'omdeweek', label: say.plain('school.staff.alternate') },
  );
}

export function roleWords(roles: readonly Role[], say: Say): string {
  return roles.map((role) => say.plain(`school.role.${role}`)).join(', ');
}
