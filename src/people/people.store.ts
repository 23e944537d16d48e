/** The store port for people and schools. Every method is one atomic act. */
import type { LocalDate } from '../calendar/local-date.ts';
import type { LocalTime } from '../calendar/zone.ts';
import type { Announcement } from '../delivery/announcement.ts';
import type { Stamp } from '../stamp.ts';
import type { Absence, Actor, Language, Person, PersonId, School, SchoolId, TeamId, WorkingDay } from './person.ts';

export type Account = { readonly platform: 'slack' | 'teams'; readonly tenant: string; readonly account: string };

/** An account that could not be tied to anybody, and whose it might be. */
export type RefusedAccount = { readonly account: Account; readonly people: readonly Colleague[]; readonly at: Date };

/** What a person may set for themselves. */
export type Settings = {
  readonly language: Language;
  readonly digestTime: LocalTime;
  /** Kinds of nudge that are switched off. */
  readonly mutedKinds: readonly string[];
  /** Subjects that are switched off, as `goal:12`. */
  readonly mutedSubjects: readonly string[];
  /** No digest up to and including this day. */
  readonly snoozedUntil: LocalDate | null;
};

/** An absence as it is stored, and what was stored in its days before. */
export type ReportedAbsence = { readonly absence: Absence; readonly before: readonly Absence[] };

/** Somebody of a school, as others may know them. */
export type Colleague = { readonly id: PersonId; readonly name: string; readonly email: string };

export interface PeopleStore {
  /** Somebody by any of their addresses (case-insensitive), with the employments and team roles that hold on `today`; null when unknown. */
  actorByEmail(email: string, today: LocalDate): Promise<Actor | null>;
  actorById(id: PersonId, today: LocalDate): Promise<Actor | null>;
  actorByAccount(account: Account, today: LocalDate): Promise<Actor | null>;
  /** Ties an account to a person. `refused` when the person has another account on that platform already. */
  linkAccount(stamp: Stamp, account: Account, personId: PersonId): Promise<'linked' | 'refused'>;
  /** Lets go of the accounts of this person on that platform, so that another can be tied; how many there were. */
  unlinkAccounts(stamp: Stamp, personId: PersonId, platform: Account['platform']): Promise<number>;
  /** The account of this person on that platform; null when none is tied. */
  accountOf(personId: PersonId, platform: Account['platform']): Promise<Account | null>;
  /** This account was used at `now`, by whoever it is tied to. Cheap: only what changes which account was used last is stored. */
  accountUsed(account: Account, now: Date): Promise<void>;
  /** The platform on which this person did something last; null: on none yet. */
  platformUsedLast(personId: PersonId): Promise<Account['platform'] | null>;
  /** Remembers for the admin that this account was refused: it belongs to one of these people, who have another account, or to two of them. */
  refuseAccount(stamp: Stamp, account: Account, people: readonly PersonId[]): Promise<void>;
  /** Accounts that were refused, newest first: until one is tied, or a person whose it might be has an account. */
  refusedAccounts(): Promise<readonly RefusedAccount[]>;
  /** Accounts on that platform that were refused because this person, and nobody else, has another one, or had; newest first. */
  waitingAccounts(personId: PersonId, platform: Account['platform']): Promise<readonly Account[]>;
  /** Everybody who has an account, also who has left; each once, by name. */
  accountHolders(): Promise<readonly Colleague[]>;
  /** Every address of this person: the present one first. */
  addressesOf(personId: PersonId): Promise<readonly string[]>;
  person(id: PersonId): Promise<Person | null>;
  school(id: SchoolId): Promise<School | null>;
  /** By name. */
  schools(): Promise<readonly School[]>;
  /** Everybody employed at the school on `today`, by name. */
  colleagues(schoolId: SchoolId, today: LocalDate): Promise<readonly Colleague[]>;
  /** Directors of the school on `today`. */
  directors(schoolId: SchoolId, today: LocalDate): Promise<readonly Colleague[]>;
  /** Everybody with the role beheerder on `today`; for "ask your admin". */
  admins(today: LocalDate): Promise<readonly Colleague[]>;
  /** Board members and admins without a school on `today`, by name. */
  governors(today: LocalDate): Promise<readonly Colleague[]>;
  /** Absences that end on or after `from`. */
  absences(personId: PersonId, from: LocalDate): Promise<readonly Absence[]>;
  /**
   * Adds an absence. Ranges that touch or overlap become one: gives that one, and those that it took the place of, by first day. Only what begins
   * later than one without an end stays by itself. `told` is what the person hears when somebody else did it; so too below.
   */
  reportAbsent(stamp: Stamp, personId: PersonId, absence: Absence, told?: Announcement): Promise<ReportedAbsence>;
  /** Takes back exactly this absence and stores what it took the place of again. False: it is not stored like this (any more). */
  withdrawAbsence(stamp: Stamp, personId: PersonId, reported: ReportedAbsence, told?: Announcement): Promise<boolean>;
  /** Back on `today`: absences end the day before, or vanish when they had not begun; later ones stay. False: was not absent. */
  reportBack(stamp: Stamp, personId: PersonId, today: LocalDate, told?: Announcement): Promise<boolean>;
  settings(personId: PersonId): Promise<Settings>;
  /** Did the bot say hello to this person? The first digest that goes out does so too (`OutboxStore.settle`). */
  welcomed(personId: PersonId): Promise<boolean>;
  /** Remembers that it did on `day`; the first time counts. */
  markWelcomed(stamp: Stamp, personId: PersonId, day: LocalDate): Promise<void>;
  /** Stores the settings; working days per school only where given. */
  changeSettings(
    stamp: Stamp,
    personId: PersonId,
    settings: Settings,
    workingDays: readonly { readonly schoolId: SchoolId; readonly days: readonly WorkingDay[] }[],
  ): Promise<void>;
  /** Adds a subject (`goal:12`) to what is switched off. */
  mute(stamp: Stamp, personId: PersonId, subject: string): Promise<void>;
  /** People in a team on `today` (members, chair and deputy), by name. */
  teamPeople(teamId: TeamId, today: LocalDate): Promise<readonly Colleague[]>;
}
