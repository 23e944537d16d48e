/**
 * When the regions have vacation: `herfst` in noord is 10 to 18 October 2026.
 *
 * The facts come from Rijksoverheid, regeling vaststelling schoolvakanties, checked on 2026-11-22 against two public tables
 * (openholidaysapi.data and one that cites opendata.rijksoverheid.nl); two typing errors of the first, zuid voorjaar 2027 and
 * 2029, are corrected. First and last day, both inclusive, from Saturday to Sunday. Herfst and voorjaar are advice; kerst, mei
 * and zomer are binding. A school may deviate and then adds its own days.
 */
import { type LocalDate, localDate } from './local-date.ts';
import type { Region, SchoolYear } from './school-days.ts';

export const VACATIONS = ['herfst', 'kerst', 'voorjaar', 'mei', 'zomer'] as const;
/** In the order of the school year. */
export type Vacation = (typeof VACATIONS)[number];

type Days = readonly [first: string, last: string];

const everywhere = (first: string, last: string): Record<Region, Days> => ({
  noord: [first, last],
  midden: [first, last],
  zuid: [first, last],
});

const TABLE: Readonly<Record<string, Readonly<Record<Vacation, Readonly<Record<Region, Days>>>>>> = {
  '2024-2025': {
    herfst: {
      noord: ['2024-10-26', '2024-11-03'],
      midden: ['2024-10-26', '2024-11-03'],
      zuid: ['2024-10-19', '2024-10-27'],
    },
    kerst: everywhere('2024-12-21', '2025-01-05'),
    voorjaar: {
      noord: ['2025-02-15', '2025-02-23'],
      midden: ['2025-02-22', '2025-03-02'],
      zuid: ['2025-02-22', '2025-03-02'],
    },
    mei: everywhere('2025-04-26', '2025-05-04'),
    zomer: {
      noord: ['2025-07-12', '2025-08-24'],
      midden: ['2025-07-19', '2025-08-31'],
      zuid: ['2025-07-05', '2025-08-17'],
    },
  },
  '2025-2026': {
    herfst: {
      noord: ['2025-10-18', '2025-10-26'],
      midden: ['2025-10-18', '2025-10-26'],
      zuid: ['2025-10-11', '2025-10-19'],
    },
    kerst: everywhere('2025-12-20', '2026-01-04'),
    voorjaar: {
      noord: ['2026-02-21', '2026-03-01'],
      midden: ['2026-02-14', '2026-02-22'],
      zuid: ['2026-02-14', '2026-02-22'],
    },
    mei: everywhere('2026-04-25', '2026-05-03'),
    zomer: {
      noord: ['2026-07-04', '2026-08-16'],
      midden: ['2026-07-18', '2026-08-30'],
      zuid: ['2026-07-11', '2026-08-23'],
    },
  },
  '2026-2027': {
    herfst: {
      noord: ['2026-10-10', '2026-10-18'],
      midden: ['2026-10-17', '2026-10-25'],
      zuid: ['2026-10-17', '2026-10-25'],
    },
    kerst: everywhere('2026-12-19', '2027-01-03'),
    voorjaar: {
      noord: ['2027-02-20', '2027-02-28'],
      midden: ['2027-02-20', '2027-02-28'],
      zuid: ['2027-02-13', '2027-02-21'],
    },
    mei: everywhere('2027-04-24', '2027-05-02'),
    zomer: {
      noord: ['2027-07-10', '2027-08-22'],
      midden: ['2027-07-17', '2027-08-29'],
      zuid: ['2027-07-24', '2027-09-05'],
    },
  },
  '2027-2028': {
    herfst: {
      noord: ['2027-10-16', '2027-10-24'],
      midden: ['2027-10-16', '2027-10-24'],
      zuid: ['2027-10-23', '2027-10-31'],
    },
    kerst: everywhere('2027-12-25', '2028-01-09'),
    voorjaar: {
      noord: ['2028-02-19', '2028-02-27'],
      midden: ['2028-02-26', '2028-03-05'],
      zuid: ['2028-02-26', '2028-03-05'],
    },
    mei: everywhere('2028-04-29', '2028-05-07'),
    zomer: {
      noord: ['2028-07-15', '2028-08-27'],
      midden: ['2028-07-08', '2028-08-20'],
      zuid: ['2028-07-22', '2028-09-03'],
    },
  },
  '2028-2029': {
    herfst: {
      noord: ['2028-10-14', '2028-10-22'],
      midden: ['2028-10-21', '2028-10-29'],
      zuid: ['2028-10-21', '2028-10-29'],
    },
    kerst: everywhere('2028-12-23', '2029-01-07'),
    voorjaar: {
      noord: ['2029-02-17', '2029-02-25'],
      midden: ['2029-02-17', '2029-02-25'],
      zuid: ['2029-02-10', '2029-02-18'],
    },
    mei: everywhere('2029-04-28', '2029-05-06'),
    zomer: {
      noord: ['2029-07-21', '2029-09-02'],
      midden: ['2029-07-07', '2029-08-19'],
      zuid: ['2029-07-14', '2029-08-26'],
    },
  },
  '2029-2030': {
    herfst: {
      noord: ['2029-10-20', '2029-10-28'],
      midden: ['2029-10-20', '2029-10-28'],
      zuid: ['2029-10-13', '2029-10-21'],
    },
    kerst: everywhere('2029-12-22', '2030-01-06'),
    voorjaar: {
      noord: ['2030-02-16', '2030-02-24'],
      midden: ['2030-02-23', '2030-03-03'],
      zuid: ['2030-02-23', '2030-03-03'],
    },
    mei: everywhere('2030-04-27', '2030-05-05'),
    zomer: {
      noord: ['2030-07-20', '2030-09-01'],
      midden: ['2030-07-13', '2030-08-25'],
      zuid: ['2030-07-06', '2030-08-18'],
    },
  },
};

/** The last school year with known vacations. After it only weekends, public holidays and own days are closed. */
export const LAST_VACATION_YEAR = Object.keys(TABLE).sort().at(-1) as SchoolYear;

/** First and last day of a vacation of that school year, both inclusive; null outside the table. */
export function vacationOf(
  year: SchoolYear,
  vacation: Vacation,
  region: Region,
): { readonly from: LocalDate; readonly until: LocalDate } | null {
  const days = TABLE[year]?.[vacation][region];
  return days ? { from: localDate(days[0]), until: localDate(days[1]) } : null;
}

/** What it is called on the screen: `herfstvakantie`. */
export function vacationTitle(vacation: Vacation): string {
  return vacation === 'voorjaar' ? 'voorjaarsvakantie' : `${vacation}vakantie`;
}

/** Reads `herfst` or `Herfstvakantie`; null for any other name. */
export function parseVacation(name: string): Vacation | null {
  const match = /^(herfst|kerst|voorjaar|mei|zomer)(?:s?vakantie)?$/.exec(name.trim().toLowerCase());
  return match ? (match[1] as Vacation) : null;
}
