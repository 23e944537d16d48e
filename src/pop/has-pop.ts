/** Who finds `/pop` in the menu and in `/hulp`: who has a POP, and who leads a school. */
import type { Actor } from '../people/person.ts';

export function hasPop({ employments }: Actor): boolean {
  return employments.some(({ pop, roles, schoolId }) => schoolId !== null && (pop || roles.includes('directeur')));
}
