/** "Wie?": somebody who works at the school now or will. */
import { type Context, short } from '../bot/command.ts';
import { UserError } from '../bot/errors.ts';
import { buttonsPart } from '../bot/notice.ts';
import { matchingColleagues, personArgument } from '../people/find-colleague.ts';
import { hasRole } from '../people/permissions.ts';
import type { Actor, School } from '../people/person.ts';
import type { StaffMember } from '../people/school.store.ts';
import { schoolButton } from './school-button.ts';

const MOST_BUTTONS = 10;

/** By name, address or button. Throws a UserError when it is nobody of the school, or asks which one. */
export async function staffNamed(context: Context, school: School, typed: string): Promise<StaffMember> {
  const { store, say, today, intent } = context;
  const staff = await store.school.staff(school.id, today);
  const matches = matchingColleagues(staff, typed);
  if (matches.length === 0) throw new UserError(say('people.unknown-colleague', { typed: short(typed) }));
  if (matches.length > 1) {
    const buttons = matches
      .slice(0, MOST_BUTTONS)
      .map((each) =>
        schoolButton(short(each.name, 50), intent.name, school, { ...intent.args, persoon: personArgument(each) }),
      );
    throw new UserError(say('people.which', { typed: short(typed) }), buttonsPart(buttons));
  }
  return staff.find(({ id }) => id === matches[0]!.id)!;
}

/** Who has a role beyond the school is an admin's business: a director does not end their work. */
export function mayEndService(actor: Actor, { roles }: Pick<StaffMember, 'roles'>): boolean {
  return hasRole(actor, 'beheerder', null) || !roles.some((role) => role === 'beheerder' || role === 'bestuur');
}
