import { describe, expect, it } from 'vitest';
import { easterSunday, publicHolidays } from '../../src/calendar/holidays.ts';

const BY_RULE = { goodFridayFree: null, liberationDayFree: null };

describe('public holidays', () => {
  // Easter, tweede paasdag, Hemelvaartsdag, vrijdag na Hemelvaart, tweede pinksterdag, Koningsdag.
  it.each([
    [2024, '2024-03-31', '2024-04-01', '2024-05-09', '2024-05-10', '2024-05-20', '2024-04-27'],
    [2025, '2025-04-20', '2025-04-21', '2025-05-29', '2025-05-30', '2025-06-09', '2025-04-26'],
    [2026, '2026-04-05', '2026-04-06', '2026-05-14', '2026-05-15', '2026-05-25', '2026-04-27'],
    [2027, '2027-03-28', '2027-03-29', '2027-05-06', '2027-05-07', '2027-05-17', '2027-04-27'],
    [2028, '2028-04-16', '2028-04-17', '2028-05-25', '2028-05-26', '2028-06-05', '2028-04-27'],
    [2029, '2029-04-01', '2029-04-02', '2029-05-10', '2029-05-11', '2029-05-21', '2029-04-27'],
    [2030, '2030-04-21', '2030-04-22', '2030-05-30', '2030-05-31', '2030-06-10', '2030-04-27'],
    // An early and the latest Easter, one where the rule needs its last correction, and 2031 with Koningsdag on a Sunday again.
    [2008, '2008-03-23', '2008-03-24', '2008-05-01', '2008-05-02', '2008-05-12', '2008-04-26'],
    [2038, '2038-04-25', '2038-04-26', '2038-06-03', '2038-06-04', '2038-06-14', '2038-04-27'],
    [2049, '2049-04-18', '2049-04-19', '2049-05-27', '2049-05-28', '2049-06-07', '2049-04-27'],
    [2031, '2031-04-13', '2031-04-14', '2031-05-22', '2031-05-23', '2031-06-02', '2031-04-26'],
  ])('%i: Easter is %s', (year, easter, paasdag, hemelvaart, vrijdag, pinksterdag, koningsdag) => {
    expect(easterSunday(year)).toBe(easter);
    const lustrum = year % 5 === 0 ? [[`${year}-05-05`, 'Bevrijdingsdag']] : [];
    expect([...publicHolidays(year, BY_RULE)].sort()).toEqual(
      [
        ...lustrum,
        [`${year}-01-01`, 'Nieuwjaarsdag'],
        [paasdag, 'tweede paasdag'],
        [koningsdag, 'Koningsdag'],
        [hemelvaart, 'Hemelvaartsdag'],
        [vrijdag, 'vrijdag na Hemelvaart'],
        [pinksterdag, 'tweede pinksterdag'],
        [`${year}-12-25`, 'eerste kerstdag'],
        [`${year}-12-26`, 'tweede kerstdag'],
      ].sort(),
    );
  });

  it.each([
    [2024, null, false],
    [2025, null, true],
    [2026, null, false],
    [2030, null, true],
    [2025, false, false],
    [2026, true, true],
  ])('Bevrijdingsdag %i with setting %s is free: %s', (year, liberationDayFree, free) => {
    const days = [...publicHolidays(year, { ...BY_RULE, liberationDayFree }).values()];
    expect(days.includes('Bevrijdingsdag')).toBe(free);
  });

  it.each([
    [2026, null, null],
    [2026, false, null],
    [2026, true, '2026-04-03'],
    [2027, true, '2027-03-26'],
  ])('Goede Vrijdag %i with setting %s is free on %s', (year, goodFridayFree, date) => {
    const found = [...publicHolidays(year, { ...BY_RULE, goodFridayFree })].find(
      ([, name]) => name === 'Goede Vrijdag',
    );
    expect(found?.[0] ?? null).toBe(date);
  });
});
