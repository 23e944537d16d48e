/** A school without days of its own, and rows to give it some. */
import { localDate } from '../../src/calendar/local-date.ts';
import type { CalendarSettings, OwnDays, Region, SchoolYear } from '../../src/calendar/school-days.ts';

export const REGIONS: readonly Region[] = ['noord', 'midden', 'zuid'];

export const settings = (region: Region, changes: Partial<CalendarSettings> = {}): CalendarSettings => ({
  region,
  goodFridayFree: null,
  liberationDayFree: null,
  blokStarts: null,
  ownDays: [],
  ...changes,
});

export const own = (kind: OwnDays['kind'], name: string, from: string, until = from): OwnDays => ({
  kind,
  name,
  from: localDate(from),
  until: localDate(until),
});

export const schoolYear = (year: string) => year as SchoolYear;
