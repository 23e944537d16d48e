/** The store port for what a director or an admin sets for a school. */
import type { LocalDate } from '../calendar/local-date.ts';
import type { OwnDays } from '../calendar/school-days.ts';
import type { Announcement } from '../delivery/announcement.ts';
import type { Stamp } from '../stamp.ts';
import type { Employment, PersonId, SchoolId } from './person.ts';

export type OwnDaysId = number & { readonly __ownDays: true };
export type StoredDays = OwnDays & { readonly id: OwnDaysId };

/** What can be changed of somebody's work at a school. */
export type StaffFields = Pick<Employment, 'roles' | 'workingDays' | 'leadId' | 'pop'>;

export type StaffMember = Omit<Employment, 'schoolId'> & {
  readonly id: PersonId;
  readonly name: string;
  readonly email: string;
};

export type NewStaff = Pick<Employment, 'roles' | 'workingDays' | 'from'> & {
  readonly name: string;
  /** Lower case. */
  readonly email: string;
};

export type Hired =
  /** This address belonged to somebody who was removed, so nothing changed. */
  { readonly outcome: 'removed' } | HiredPerson;

type HiredPerson = {
  /**
   * `new`: nobody had this address. `known`: somebody of another school or the board, under their own name. `back`: worked here before.
   * `present`: works here already or will, so nothing changed.
   */
  readonly outcome: 'new' | 'known' | 'back' | 'present';
  readonly id: PersonId;
  /** As it is stored. */
  readonly name: string;
};

export interface SchoolStore {
  /** The date of the PGMR's consent; null: POP is off. */
  popConsent(schoolId: SchoolId): Promise<LocalDate | null>;
  setPopConsent(stamp: Stamp, schoolId: SchoolId, date: LocalDate | null): Promise<void>;
  /** Five first days; null: the stretches between the vacations. */
  setBlokken(stamp: Stamp, schoolId: SchoolId, starts: readonly LocalDate[] | null): Promise<void>;
  /** Own rows of the school that are not over before `from`, by first day. */
  ownDays(schoolId: SchoolId, from: LocalDate): Promise<readonly StoredDays[]>;
  /** Gives the row that overlaps, and then nothing changed; null when it was added. `told` is what people hear of their talks on these days. */
  addDays(stamp: Stamp, schoolId: SchoolId, days: OwnDays, told?: Announcement): Promise<StoredDays | null>;
  /** Takes the row away; one that began before `today` ends the day before. Null: it is not there any more, or is over. */
  removeDays(stamp: Stamp, schoolId: SchoolId, id: OwnDaysId, today: LocalDate): Promise<StoredDays | null>;
  /** Everybody who works there on `today` or will, by name. */
  staff(schoolId: SchoolId, today: LocalDate): Promise<readonly StaffMember[]>;
  /** Puts somebody into service. Who was in service before begins anew: what they were in teams then, has ended. */
  hire(stamp: Stamp, schoolId: SchoolId, staff: NewStaff): Promise<Hired>;
  /** Throws Stale when it is not as in `seen` any more. `told` is what people hear of their talks with another lead. */
  changeStaff(
    stamp: Stamp,
    schoolId: SchoolId,
    id: PersonId,
    seen: StaffFields,
    fields: StaffFields,
    told?: Announcement,
  ): Promise<void>;
  /** The last day at the school; null: stays. False: does not work there. */
  endService(stamp: Stamp, schoolId: SchoolId, id: PersonId, last: LocalDate | null): Promise<boolean>;
}
