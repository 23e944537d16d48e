/** The POP of a person in one school year: which steps were taken and which talk is planned, never what it says (PRODUCT 4). */
import type { LocalDate } from '../calendar/local-date.ts';
import type { SchoolYear } from '../calendar/school-days.ts';
import type { LocalTime } from '../calendar/zone.ts';
import type { PersonId, Role, SchoolId } from '../people/person.ts';

export type PopTalkId = number & { readonly __popTalk: true };

/** The talks of a year in their order: November, February, June. */
export const TALKS = ['gesprek', 'opvolging', 'evaluatie'] as const;
export type Talk = (typeof TALKS)[number];

/** What is asked in a year, in its order. `uitleg` is a message only. */
export const STEPS = ['uitleg', 'klaar', ...TALKS] as const;
export type Step = (typeof STEPS)[number];

/** Whose POP, at which school, of which year. */
export type PopKey = { readonly personId: PersonId; readonly schoolId: SchoolId; readonly year: SchoolYear };

/** Without a time: somewhere on that day. */
export type TalkMoment = { readonly day: LocalDate; readonly time: LocalTime | null };

export type PopTalk = {
  /** Null: nothing is stored of this talk yet. */
  readonly id: PopTalkId | null;
  readonly talk: Talk;
  readonly planned: TalkMoment | null;
  readonly heldOn: LocalDate | null;
  /** Rises with every change; 0: never changed. The SEQUENCE of its calendar entry. */
  readonly version: number;
};

/** What is stored of one POP. */
export type Pop = {
  readonly readyOn: LocalDate | null;
  /** To the person's own document; empty: none. Only an https address. */
  readonly link: string;
  /** All three, in their order. */
  readonly talks: readonly PopTalk[];
};

/** Somebody with a POP at a school. */
export type PopPerson = {
  readonly id: PersonId;
  readonly name: string;
  readonly email: string;
  readonly schoolId: SchoolId;
  readonly roles: readonly Role[];
  /** As it is recorded, when that person is in service somewhere today; see `lead.ts` for who it is when null. */
  readonly leadId: PersonId | null;
  /** Their first day at the school; null: always there. */
  readonly from: LocalDate | null;
  readonly pop: Pop;
};
