/** "oud-collega": what is left of somebody whose personal records were removed (PRODUCT 8). */
import type { PersonId } from '../people/person.ts';

export const REMOVED_NAME = 'oud-collega';

/** RFC 2606: `.invalid` is nobody's, so nothing can ever be sent there. */
const DOMAIN = '@gewist.invalid';

/** Takes the place of the address, which must be unique. */
export function removedEmail(id: PersonId): string {
  return `oud-collega-${id}${DOMAIN}`;
}

/** Is this the address that stands for somebody who was removed? */
export function isRemovedEmail(address: string): boolean {
  return address.trim().toLowerCase().endsWith(DOMAIN);
}
