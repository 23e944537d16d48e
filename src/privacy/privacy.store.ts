/** The store port for one's own records, and for asking to be removed. Every method is one atomic act. */
import type { Announcement } from '../delivery/announcement.ts';
import type { PersonId } from '../people/person.ts';
import type { Stamp } from '../stamp.ts';
import type { OwnSection } from './own-records.ts';

export type RemovalRequest = {
  readonly personId: PersonId;
  readonly name: string;
  readonly email: string;
  readonly at: Date;
};

export interface PrivacyStore {
  /** Everything stored about the person, without sections in which nothing is. */
  records(personId: PersonId): Promise<readonly OwnSection[]>;
  /** Null: did not ask to be removed. */
  removalRequest(personId: PersonId): Promise<RemovalRequest | null>;
  /** Oldest first. */
  removalRequests(): Promise<readonly RemovalRequest[]>;
  /** Asks on `stamp.at`; who asked before keeps that moment, and then nobody is told. */
  askRemoval(stamp: Stamp, personId: PersonId, tells: Announcement): Promise<void>;
  /** False: had not asked. */
  withdrawRemoval(stamp: Stamp, personId: PersonId): Promise<boolean>;
  /** Were people removed, and is the key by which their addresses are recognised gone? */
  isKeyGone(): Promise<boolean>;
}
