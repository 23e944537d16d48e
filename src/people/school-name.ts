/** `De Regenbui`: what a school is called, for lines that name more than one. */
import type { Context } from '../bot/command.ts';
import type { SchoolId } from './person.ts';

/** Empty when there is no such school. */
export async function schoolName({ store }: Pick<Context, 'store'>, id: SchoolId): Promise<string> {
  return (await store.people.school(id))?.name ?? '';
}
