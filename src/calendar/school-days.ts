/** The words of a school's calendar: its settings, kinds of day, school years, school weeks and blokken (PRODUCT 3). */
import type { LocalDate } from './local-date.ts';

export type Region = 'noord' | 'midden' | 'zuid';

/** lesdag: pupils and staff. studiedag: staff only, so staff do work. vrij: nobody. */
export type DayKind = 'lesdag' | 'studiedag' | 'vrij';

/** A row of the school itself, both days included. It beats the vacation, which beats the public holiday. */
export type OwnDays = {
  readonly from: LocalDate;
  readonly until: LocalDate;
  readonly kind: 'vakantie' | 'studiedag' | 'vrij' | 'lesdag';
  readonly name: string;
};

/** `2026-2027`: from 1 August 2026 to 31 July 2027. */
export type SchoolYear = string & { readonly __schoolYear: true };

export type CalendarSettings = {
  readonly region: Region;
  /** Is Goede Vrijdag free? Null is the default rule: a lesdag. */
  readonly goodFridayFree: boolean | null;
  /** Is Bevrijdingsdag free? Null is the default rule: free in lustrum years (2025, 2030, ...). */
  readonly liberationDayFree: boolean | null;
  /** Five first days of the blokken, for the school year they lie in; null: the stretches between the vacations. */
  readonly blokStarts: readonly LocalDate[] | null;
  readonly ownDays: readonly OwnDays[];
};

/** A calendar week with at least one day of that school year that is not vrij. Numbers start at 1. */
export type SchoolWeek = { readonly number: number; readonly monday: LocalDate; readonly sunday: LocalDate };

/** One of the five stretches of a school year; both days included. */
export type Blok = { readonly number: number; readonly from: LocalDate; readonly until: LocalDate };
