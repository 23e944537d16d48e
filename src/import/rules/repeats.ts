/** Rows that say the same thing twice, and periods that share a day. */

type Line = { readonly line: number };

/** Each row whose key an earlier row has too, with that one. A null key is never the same. */
export function repeated<Row extends Line>(
  rows: readonly Row[],
  keyOfRow: (row: Row) => string | null,
): readonly { readonly row: Row; readonly first: Row }[] {
  const firsts = new Map<string, Row>();
  return rows.flatMap((row) => {
    const key = keyOfRow(row);
    if (key === null) return [];
    const first = firsts.get(key);
    if (!first) firsts.set(key, row);
    return first ? [{ row, first }] : [];
  });
}

/** Both days included; an open end is null. */
type Period = { readonly from: string | null; readonly until: string | null };

/** Each row that shares a day with another row of its group that begins earlier, or at the same time on an earlier line. */
export function overlapping<Row extends Line>(
  rows: readonly Row[],
  groupOf: (row: Row) => string,
  periodOf: (row: Row) => Period,
): readonly { readonly row: Row; readonly other: Row }[] {
  const from = (row: Row) => periodOf(row).from ?? '';
  const until = (row: Row) => periodOf(row).until ?? '9999';
  const inOrder = rows.toSorted((a, b) => (from(a) < from(b) ? -1 : from(a) > from(b) ? 1 : a.line - b.line));
  /** Per group the row that lasts longest so far. */
  const longest = new Map<string, Row>();
  return inOrder.flatMap((row) => {
    const group = groupOf(row);
    const other = longest.get(group);
    if (!other || until(row) > until(other)) longest.set(group, row);
    return other && from(row) <= until(other) ? [{ row, other }] : [];
  });
}
