/** "@Nadia": from a name, an address or a button to one colleague of a school. */
import { distance } from 'fastest-levenshtein';
import { type Context, short } from '../bot/command.ts';
import { UserError } from '../bot/errors.ts';
import { buttonsPart } from '../bot/notice.ts';
import { plainWords } from '../bot/plain-words.ts';
import type { Option } from '../bot/reply.ts';
import type { Colleague } from './people.store.ts';
import type { PersonId, SchoolId } from './person.ts';

const MOST_BUTTONS = 10;

/** How a button or a menu names a person. */
export function personArgument({ id }: { readonly id: PersonId }): string {
  return `id:${id}`;
}

/** Everybody of the school today, for a menu. */
export async function colleagueOptions({ store, today }: Context, schoolId: SchoolId): Promise<readonly Option[]> {
  const colleagues = await store.people.colleagues(schoolId, today);
  return colleagues.map((colleague) => ({ value: personArgument(colleague), label: colleague.name }));
}

/**
 * The colleague of this school who is meant by `@Nadia`, `Nadia`, an address or `id:12`. Throws a UserError when it is nobody of the school, or asks
 * which one with a button for each, which says this intent with the person as `argument`.
 */
export async function findColleague(
  context: Context,
  schoolId: SchoolId,
  typed: string,
  argument: string,
): Promise<Colleague> {
  const { store, today } = context;
  return meantColleague(context, await store.people.colleagues(schoolId, today), typed, argument);
}

/** The one of these who is meant, as `findColleague` finds them. */
export function meantColleague<Person extends Colleague>(
  { say, intent }: Pick<Context, 'say' | 'intent'>,
  colleagues: readonly Person[],
  typed: string,
  argument: string,
): Person {
  const matches = matchingColleagues(colleagues, typed);
  if (matches.length === 1) return matches[0]!;
  const near = matches.length > 0 ? matches : colleagues.filter(({ name }) => isNear(name, typed));
  const buttons = near.slice(0, MOST_BUTTONS).map((colleague) => ({
    label: short(colleague.name, 50),
    intent: { name: intent.name, args: { ...intent.args, [argument]: personArgument(colleague) } },
  }));
  const key =
    matches.length > 1 ? 'people.which' : near.length > 0 ? 'people.unknown-near' : 'people.unknown-colleague';
  throw new UserError(say(key, { typed: short(typed.replace(/^@/, '')) }), buttonsPart(buttons));
}

/** Who is meant: by id, by address, by the whole name, else by the first words of it. Pure. */
export function matchingColleagues<Person extends Colleague>(
  colleagues: readonly Person[],
  typed: string,
): readonly Person[] {
  const id = /^id:(\d{1,15})$/.exec(typed);
  if (id) return colleagues.filter((colleague) => colleague.id === Number(id[1]));
  const words = typed.replace(/^@/, '').trim();
  if (words.includes('@')) return colleagues.filter(({ email }) => email === words.toLowerCase());
  const wanted = plainWords(words);
  if (wanted === '') return [];
  const whole = colleagues.filter(({ name }) => plainWords(name) === wanted);
  if (whole.length > 0) return whole;
  return colleagues.filter(({ name }) => ` ${plainWords(name)} `.includes(` ${wanted} `));
}

function isNear(name: string, typed: string): boolean {
  const wanted = plainWords(typed);
  if (wanted.length < 3 || wanted.length > 60) return false;
  return plainWords(name)
    .split(' ')
    .some(
      (word) => word.startsWith(wanted) || (word.length > 2 && distance(word, wanted) <= (word.length > 4 ? 2 : 1)),
    );
}
