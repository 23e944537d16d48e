/** Somebody the page of the trial school may speak as, with where they work and their teams. */
import type { Language, Role, TeamRole, WorkingDay } from '../people/person.ts';

export type TrialPerson = {
  readonly email: string;
  readonly name: string;
  readonly language: Language;
  readonly places: readonly TrialPlace[];
};

export type TrialPlace = {
  /** Null: board members and admins without a school. */
  readonly school: string | null;
  readonly roles: readonly Role[];
  /** Null: not known. */
  readonly workingDays: readonly WorkingDay[] | null;
  readonly teams: readonly { readonly name: string; readonly role: TeamRole['role'] }[];
};
