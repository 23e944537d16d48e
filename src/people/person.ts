/** People, where they work and what they are there (PRODUCT 2). */
import type { LocalDate } from '../calendar/local-date.ts';
import type { CalendarSettings } from '../calendar/school-days.ts';
import type { LocalTime } from '../calendar/zone.ts';

export type PersonId = number & { readonly __person: true };
export type SchoolId = number & { readonly __school: true };
export type TeamId = number & { readonly __team: true };

export type Language = 'nl' | 'en';

/** The words of the import format: leerkracht = teacher, directeur = director, ib = quality coach, bestuur = board, beheerder = admin. */
export const ROLES = ['leerkracht', 'directeur', 'ib', 'bestuur', 'beheerder'] as const;
export type Role = (typeof ROLES)[number];

/** A weekday on which somebody works, every week or in the even or odd ISO weeks only. */
export type WorkingDay = `${'ma' | 'di' | 'wo' | 'do' | 'vr'}${'' | '-even' | '-oneven'}`;

/** Where somebody works. `schoolId` is null for board members and admins without a school. */
export type Employment = {
  readonly schoolId: SchoolId | null;
  readonly roles: readonly Role[];
  /** Null: not known, which counts as Monday to Friday. */
  readonly workingDays: readonly WorkingDay[] | null;
  readonly leadId: PersonId | null;
  readonly pop: boolean;
  readonly from: LocalDate | null;
  /** The last day. */
  readonly until: LocalDate | null;
};

/** Dates only, never a reason. Both days included; an open end is null. */
export type Absence = { readonly from: LocalDate; readonly until: LocalDate | null };

export type Person = {
  readonly id: PersonId;
  readonly name: string;
  readonly email: string;
  readonly language: Language;
  /** When the digest comes, 08:00 to 16:30. */
  readonly digestTime: LocalTime;
};

export type School = { readonly id: SchoolId; readonly name: string; readonly calendar: CalendarSettings };

export type TeamRole = {
  readonly teamId: TeamId;
  readonly schoolId: SchoolId;
  readonly role: 'chair' | 'deputy' | 'member';
};

/** A person who does something now: with the places where they work and the teams they are in today. */
export type Actor = Person & {
  readonly employments: readonly Employment[];
  readonly teams: readonly TeamRole[];
};
