/** Who may share, move and cancel meetings, so that `/hulp` names these commands to them. */
import { schoolsOf } from '../people/permissions.ts';
import type { Actor } from '../people/person.ts';

export function plansMeetings(actor: Actor): boolean {
  return schoolsOf(actor, 'chair').length > 0 || schoolsOf(actor, 'director').length > 0;
}
