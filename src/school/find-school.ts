/** "Welke school?" for who manages one: the director their own, the admin any. */
import { type Context, short } from '../bot/command.ts';
import { UserError } from '../bot/errors.ts';
import { buttonsPart } from '../bot/notice.ts';
import { plainWords } from '../bot/plain-words.ts';
import type { Button } from '../bot/reply.ts';
import { may } from '../people/permissions.ts';
import type { Actor, School } from '../people/person.ts';

/** More schools than that are typed by name. */
const MOST_BUTTONS = 25;

/** How a button names a school. */
export function schoolArgument({ id }: Pick<School, 'id'>): string {
  return `id:${id}`;
}

/** A director or an admin, so that `/hulp` names these commands. */
export function managesSchools({ employments }: Actor): boolean {
  return employments.some(({ roles }) => roles.includes('directeur') || roles.includes('beheerder'));
}

/**
 * The school that was typed or pressed, else the only one that the person manages. Throws a UserError that names whom to ask, or asks
 * which one with a button for each, which says this intent again with argument `school`.
 */
export async function schoolFor(context: Context, typed: string | undefined): Promise<School> {
  const { store, actor, say, today, intent } = context;
  const all = await store.people.schools();
  const managed = all.filter(({ id }) => may(actor, 'school.manage', { schoolId: id }));
  if (managed.length === 0) {
    const own = actor.employments.flatMap(({ schoolId }) => (schoolId === null ? [] : [schoolId]));
    const directors = (await Promise.all(own.map((id) => store.people.directors(id, today)))).flat();
    const asked = directors.length > 0 ? directors : await store.people.admins(today);
    if (asked.length === 0) throw new UserError(say('bot.refused-plain'));
    throw new UserError(
      say('school.refused', { who: say.list([...new Set(asked.map(({ name }) => name))].slice(0, 3)) }),
    );
  }
  const meant = typed === undefined ? managed : matching(managed, typed);
  if (meant.length === 1) return meant[0]!;
  if (meant.length === 0) {
    if (matching(all, typed!).length > 0) throw new UserError(say('bot.other-school'));
    throw new UserError(say('school.unknown', { typed: short(typed!) }));
  }
  const buttons = meant.slice(0, MOST_BUTTONS).map(
    (school): Button => ({
      label: short(school.name, 50),
      intent: { name: intent.name, args: { ...intent.args, school: schoolArgument(school) } },
    }),
  );
  throw new UserError(say('school.which'), buttonsPart(buttons));
}

function matching(schools: readonly School[], typed: string): readonly School[] {
  const id = /^id:(\d{1,15})$/.exec(typed);
  if (id) return schools.filter((school) => school.id === Number(id[1]));
  const wanted = plainWords(typed);
  const whole = schools.filter(({ name }) => plainWords(name) === wanted);
  return whole.length > 0 ? whole : schools.filter(({ name }) => plainWords(name).includes(wanted));
}
