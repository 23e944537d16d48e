/** Who did what, when, and with which control: stored with every change in the same act (PRODUCT 4, Audit). */
import type { PersonId } from './people/person.ts';

export type Stamp = {
  /** Null: the program itself, or whoever has the machine. */
  readonly by: PersonId | null;
  readonly at: Date;
  /** The intent or command that did it, for example `doel.update`. Never content. */
  readonly act: string;
  /** The key of the control or message; null when there is none. When the store knows it already, the act throws AlreadyDone and changes nothing. */
  readonly once: string | null;
};
