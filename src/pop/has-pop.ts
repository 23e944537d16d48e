/** Who finds `/pop` in the menu and in `/hulp`: who has a POP, who leads a school, and the board, which leads those. */
import type { Actor } from '../people/person.ts';

export function hasPop({ employments }: Actor): boolean {
  return employments.some(
    ({ pop, roles, schoolId }) =>
      roles.includes('bestuur') || (schoolId !== null && (pop || roles.includes('directeur'))),
  );
}
