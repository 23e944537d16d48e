/** "@Sanne": who gets a new action, and at which of the giver's schools. */
import { type Context, short } from '../bot/command.ts';
import { UserError } from '../bot/errors.ts';
import { buttonsPart } from '../bot/notice.ts';
import type { Option } from '../bot/reply.ts';
import { findColleague, matchingColleagues, personArgument } from '../people/find-colleague.ts';
import type { Colleague } from '../people/people.store.ts';
import type { SchoolId } from '../people/person.ts';
import { schoolName } from '../people/school-name.ts';

export type FutureOwner = { readonly owner: Colleague; readonly schoolId: SchoolId };

const MOST_BUTTONS = 10;

/** The colleagues of these schools, by name; somebody of two schools is there once for each. */
export async function colleaguesOf(
  { store, today }: Context,
  schoolIds: readonly SchoolId[],
): Promise<readonly FutureOwner[]> {
  const lists = schoolIds.map(async (schoolId) =>
    (await store.people.colleagues(schoolId, today)).map((owner) => ({ owner, schoolId })),
  );
  return (await Promise.all(lists)).flat();
}

/** Everybody who may get an action, oneself first, for a menu. */
export async function ownerMenu(context: Context, schoolIds: readonly SchoolId[]): Promise<readonly Option[]> {
  const { actor, say } = context;
  const names = new Map((await colleaguesOf(context, schoolIds)).map(({ owner }) => [owner.id, owner.name]));
  const isHere = names.delete(actor.id);
  return [
    ...(isHere ? [{ value: personArgument(actor), label: say.plain('goals.myself') }] : []),
    ...[...names].map(([id, name]) => ({ value: personArgument({ id }), label: name })),
  ];
}

/**
 * The one colleague who is meant, and where. Throws a UserError when it is nobody of these schools, and asks when several people or schools
 * are possible; the buttons repeat the intent with `wie` or `school`.
 */
export async function futureOwner(
  context: Context,
  schoolIds: readonly SchoolId[],
  typed: string,
): Promise<FutureOwner> {
  const everybody = await colleaguesOf(context, schoolIds);
  const people = everybody.map(({ owner }) => owner);
  const matches = new Set(matchingColleagues(people, typed).map(({ id }) => id));
  const places = everybody.filter(({ owner }) => matches.has(owner.id));
  if (matches.size === 0) {
    // Says who is nearest, at the first school.
    const owner = await findColleague(context, schoolIds[0]!, typed, 'wie');
    return { owner, schoolId: schoolIds[0]! };
  }
  if (matches.size > 1)
    throw whoOfThese(
      context,
      people.filter(({ id }) => matches.has(id)),
      typed,
    );
  if (places.length === 1) return places[0]!;
  throw await whichSchool(context, places);
}

/** A button for each of them. `typed` is the name that they share; null: several people were named. */
export function whoOfThese({ say, intent }: Context, people: readonly Colleague[], typed: string | null): UserError {
  const names = new Map(people.map(({ id, name }) => [id, name]));
  const buttons = [...names].slice(0, MOST_BUTTONS).map(([id, name]) => ({
    label: short(name, 50),
    intent: { name: intent.name, args: { ...intent.args, wie: personArgument({ id }) } },
  }));
  const question = typed === null ? say('actions.one-owner') : say('people.which', { typed: short(typed) });
  return new UserError(question, buttonsPart(buttons));
}

async function whichSchool(context: Context, places: readonly FutureOwner[]): Promise<UserError> {
  const { say, intent } = context;
  const buttons = places.map(async ({ schoolId }) => ({
    label: await schoolName(context, schoolId),
    intent: { name: intent.name, args: { ...intent.args, school: `id:${schoolId}` } },
  }));
  return new UserError(say('actions.which-school'), buttonsPart(await Promise.all(buttons)));
}
