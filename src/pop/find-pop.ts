/** Whose POP is meant, among those that somebody may see. Who is not among them is nobody, whether they exist or not (issue 4). */
import { type Context, short } from '../bot/command.ts';
import { UserError } from '../bot/errors.ts';
import { buttonsPart } from '../bot/notice.ts';
import type { Button, RichText } from '../bot/reply.ts';
import { schoolYearOf } from '../calendar/school-year.ts';
import { matchingColleagues, personArgument } from '../people/find-colleague.ts';
import { hasRole, may } from '../people/permissions.ts';
import type { PersonId, School } from '../people/person.ts';
import { schoolArgument } from '../school/find-school.ts';
import type { PopPerson } from './pop.ts';
import { isOn, otherOf, type PopView, visiblePops } from './pop-view.ts';
import { beginsIn } from './taking-part.ts';

export type Whose = { readonly persoon?: string | undefined; readonly school?: string | undefined };

const MOST_BUTTONS = 10;

/**
 * One POP: one's own when nobody is named. Throws a UserError when it is nobody's that they may see, and asks which person or school with a
 * button for each, which says this intent again.
 */
export async function findPop(context: Context, whose: Whose): Promise<PopView> {
  const views = await visiblePops(context);
  const own = views.filter(({ isOwn }) => isOwn);
  if (whose.persoon === undefined) {
    if (own.length > 0) return atSchool(context, own, whose.school);
    if (views.length > 0) throw whichPerson(context, views);
    throw await hasNoPop(context);
  }
  const named = namedBy(views, own, whose.persoon);
  if (named.length === 0) {
    const leads = views.some(({ isOwn }) => !isOwn);
    throw new UserError(context.say(leads ? 'pop.nobody' : 'pop.nobody-led'));
  }
  if (new Set(named.map(({ person }) => person.id)).size > 1) throw whichPerson(context, named);
  return atSchool(context, named, whose.school);
}

/** As `findPop`, but one's own alone. */
export async function findOwnPop(context: Context, school: string | undefined): Promise<PopView> {
  const own = (await visiblePops(context)).filter(({ isOwn }) => isOwn);
  if (own.length === 0) throw await hasNoPop(context, true);
  return atSchool(context, own, school);
}

/** "Het gesprek met Marieke" is one's own when Marieke is one's lead. */
function namedBy(views: readonly PopView[], own: readonly PopView[], typed: string): readonly PopView[] {
  const people = new Map(views.map(({ person }) => [person.id, person]));
  const named = new Set(matchingColleagues([...people.values()], typed).map(({ id }) => id));
  if (named.size > 0) return views.filter(({ person }) => named.has(person.id));
  return own.filter(({ lead }) => lead !== null && matchingColleagues([{ ...lead, email: '' }], typed).length > 0);
}

function atSchool(context: Context, views: readonly PopView[], typed: string | undefined): PopView {
  const { say, intent } = context;
  const meant = typed === undefined ? views : views.filter(({ school }) => schoolArgument(school) === typed);
  const among = meant.length > 0 ? meant : views;
  if (among.length === 1) return among[0]!;
  const buttons = among.map(
    ({ school, person, isOwn }): Button => ({
      label: short(school.name, 50),
      intent: {
        name: intent.name,
        args: { ...intent.args, ...(isOwn ? {} : { persoon: personArgument(person) }), school: schoolArgument(school) },
      },
    }),
  );
  throw new UserError(say('pop.which-school'), buttonsPart(buttons));
}

function whichPerson({ say, intent }: Context, views: readonly PopView[]): UserError {
  const people = new Map<PersonId, PopPerson>(views.map(({ person }) => [person.id, person]));
  const buttons = [...people.values()].slice(0, MOST_BUTTONS).map(
    (person): Button => ({
      label: short(person.name, 50),
      intent: { name: intent.name, args: { ...intent.args, persoon: personArgument(person) } },
    }),
  );
  return new UserError(say('pop.which-person'), buttonsPart(buttons));
}

/** Why there is nothing to see, of oneself or of people one leads, and who can change that. */
export async function hasNoPop(context: Context, isAboutOwn = false): Promise<UserError> {
  const { say, actor } = context;
  const [off] = await schoolsWithoutPop(context);
  if (off) {
    const manages = may(actor, 'school.manage', { schoolId: off.id });
    const enter: Button = {
      label: say.plain('pop.button.consent'),
      intent: { name: 'school.pgmr', args: { school: schoolArgument(off) } },
    };
    return new UserError(say('pop.off', { school: off.name }), buttonsPart(manages ? [enter] : []));
  }
  if (await beginsNextYear(context)) return new UserError(say('pop.next-year'));
  const mayLead = hasRole(actor, 'directeur', null) || hasRole(actor, 'bestuur', null);
  if (mayLead && !isAboutOwn) return new UserError(say('pop.overview.none'));
  const own = actor.employments.flatMap(({ schoolId }) => schoolId ?? []);
  const who = (await Promise.all(own.map((id) => whoCanSet(context, id, actor.id)))).flat();
  return who.length > 0
    ? new UserError(say('pop.not-for-you', { who: say.list([...new Set(who)]) }))
    : new UserError(say('pop.not-for-you-plain'));
}

/** Has a POP, but started after the last talk of this year opened. */
async function beginsNextYear({ store, actor, today }: Context): Promise<boolean> {
  const year = schoolYearOf(today);
  const late = actor.employments.map(
    async ({ schoolId, pop, from }) =>
      schoolId !== null && pop && !beginsIn(year, await store.pop.terms(schoolId), from),
  );
  return (await Promise.all(late)).includes(true);
}

/** Schools where POP is off, of who would have one there or manages it. */
export async function schoolsWithoutPop({ store, actor, today }: Context): Promise<readonly School[]> {
  const concerned = actor.employments.flatMap(({ schoolId, pop, roles }) =>
    schoolId !== null && (pop || roles.includes('directeur')) ? [schoolId] : [],
  );
  const schools = await Promise.all(
    concerned.map(async (id) => (isOn(await store.pop.terms(id), today) ? null : store.people.school(id))),
  );
  return schools.filter((school) => school !== null);
}

/** The directors of the school, else the admins, by name: who can set POP and its lead. Not `self`. */
async function whoCanSet(
  { store, today }: Pick<Context, 'store' | 'today'>,
  schoolId: School['id'],
  self: PersonId,
): Promise<readonly string[]> {
  const directors = (await store.people.directors(schoolId, today)).filter(({ id }) => id !== self);
  const people = directors.length > 0 ? directors : (await store.people.admins(today)).filter(({ id }) => id !== self);
  return people.slice(0, 3).map(({ name }) => name);
}

/** "Je hebt nog geen leidinggevende", and who can set that. */
export async function leadWords(context: Pick<Context, 'say' | 'store' | 'today'>, view: PopView): Promise<RichText> {
  const { say } = context;
  const who = await whoCanSet(context, view.school.id, view.person.id);
  return who.length > 0 ? say('pop.no-lead', { who: say.list(who) }) : say('pop.no-lead-plain');
}

/** The other of the two who talk. Throws a UserError when there is no lead. */
export async function talkPartner(
  context: Context,
  view: PopView,
): Promise<{ readonly id: PersonId; readonly name: string }> {
  const other = view.lead && otherOf(view);
  if (other) return other;
  throw new UserError(await leadWords(context, view));
}
