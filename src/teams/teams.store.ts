/** The store port for what people change about a leerteam: who is in it, when it meets and how it works. */
import type { LocalDate } from '../calendar/local-date.ts';
import type { Announcement } from '../delivery/announcement.ts';
import type { StoredMeeting } from '../meetings/meeting.ts';
import type { PersonId, SchoolId, TeamId } from '../people/person.ts';
import type { Stamp } from '../stamp.ts';
import type { Leerteam } from './leerteam.ts';

/** What the forms of `/leerteam` set. */
export type TeamFields = Pick<
  Leerteam,
  'name' | 'kind' | 'chairId' | 'deputyId' | 'day' | 'time' | 'duration' | 'rhythm' | 'firstDate' | 'method'
>;

/** Somebody's time in a team; both days included, an open end is null. */
export type Membership = {
  readonly personId: PersonId;
  readonly name: string;
  readonly from: LocalDate | null;
  readonly until: LocalDate | null;
};

export type TeamEvent = {
  readonly at: Date;
  readonly byId: PersonId | null;
  /** Empty: an import. */
  readonly byName: string;
  /** A column of the import sheet, or `gemaakt`, `lid erbij`, `lid eraf`. */
  readonly what: string;
  /** Of a chair or deputy the names, of a member the name and the first or last day; else as the import sheet writes it. */
  readonly from: string;
  readonly to: string;
  /** Who was chair, deputy or member before; null when it is not about persons. */
  readonly fromId: PersonId | null;
};

/** A change of a team, and the meetings ahead that somebody moved or shared: they are worth a word. */
export type ChangedTeam = {
  readonly team: Leerteam;
  /** On a date of their own, so they stay as they are. */
  readonly moved: readonly StoredMeeting[];
  /** As they were before the change, by date. */
  readonly shared: readonly StoredMeeting[];
};

export interface TeamsStore {
  /** Who is or will be in the list of members, on or after `from`, by name and then first day. */
  memberships(teamId: TeamId, from: LocalDate): Promise<readonly Membership[]>;
  /** Oldest first. */
  events(teamId: TeamId): Promise<readonly TeamEvent[]>;
  /** The team that a channel is tied to, of any school, on `today`, by the channel or by its name (without `#`, in any case); null when it is free. */
  teamOfChannel(channel: string, today: LocalDate, name?: string): Promise<Leerteam | null>;
  /** Null: the school has or had a team of that name. It exists from `from` on; chair and deputy are told. */
  add(stamp: Stamp, schoolId: SchoolId, fields: TeamFields, from: LocalDate): Promise<Leerteam | null>;
  /**
   * Stores the fields. When they change the time at which it meets, the meetings until now are kept as they were (PRODUCT 4, history). A
   * chair or deputy who is replaced stays a member, and the new one is told. Throws Stale when the version is another one; null: the school has or had a team of that name.
   */
  change(stamp: Stamp, id: TeamId, version: number, fields: TeamFields): Promise<ChangedTeam | null>;
  /** The last day of the team; null: it goes on. */
  end(stamp: Stamp, id: TeamId, last: LocalDate | null): Promise<Leerteam>;
  setPhase(stamp: Stamp, id: TeamId, phase: string): Promise<Leerteam>;
  /** Ties the team to the channel; empty: to none. `told`: what goes to that channel now. */
  link(stamp: Stamp, id: TeamId, channel: string, told?: Announcement): Promise<Leerteam>;
  /** A member from this day on, without an end. False: is one already. */
  addMember(stamp: Stamp, id: TeamId, personId: PersonId, from: LocalDate): Promise<boolean>;
  /** A member up to and including this day. False: is in the list on no later day, so nothing changed. */
  removeMember(stamp: Stamp, id: TeamId, personId: PersonId, last: LocalDate): Promise<boolean>;
}
