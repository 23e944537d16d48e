/** Does a row hold on a day? `from_day` and `until_day` are both included; an open end is null. */
import { and, gte, isNull, lte, or, type SQL } from 'drizzle-orm';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';
import type { LocalDate } from '../src/calendar/local-date.ts';

/** As a condition of SQL over this table name or alias, on the day of parameter `:today`. */
export function HOLDS(table: string): string {
  return `(${table}.from_day is null or ${table}.from_day <= :today) and (${table}.until_day is null or :today <= ${table}.until_day)`;
}

/** As a condition of drizzle. */
export function holdsOn(
  table: { readonly fromDay: SQLiteColumn; readonly untilDay: SQLiteColumn },
  today: LocalDate,
): SQL | undefined {
  return and(
    or(isNull(table.fromDay), lte(table.fromDay, today)),
    or(isNull(table.untilDay), gte(table.untilDay, today)),
  );
}
