/** What the bench prints: a line per thing that was measured, beside its floor and its target. */

export type Line = {
  readonly what: string;
  readonly measured: string;
  /** What nothing can be faster or smaller than, measured in the same run; null where there is none. */
  readonly floor: string | null;
  readonly ratio: number | null;
  readonly target: string | null;
  /** Null without a target. */
  readonly isMet: boolean | null;
};

const COLUMNS = ['', 'measured', 'floor', 'ratio', 'target', ''] as const;

/** As text with columns; ✓ is within its target, ▲ is not. */
export function table(lines: readonly Line[]): string {
  const cells = [COLUMNS, ...lines.map(cellsOf)];
  const widths = COLUMNS.map((_, column) => Math.max(...cells.map((row) => row[column]!.length)));
  return cells
    .map((row) =>
      row
        .map((cell, column) => (column === 0 ? cell.padEnd(widths[column]!) : cell.padStart(widths[column]!)))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

function cellsOf({ what, measured, floor, ratio, target, isMet }: Line): readonly string[] {
  const mark = isMet === null ? '' : isMet ? '✓' : '▲';
  return [what, measured, floor ?? '', ratio === null ? '' : `${ratio.toFixed(1)}x`, target ?? '', mark];
}

export function inMilliseconds(milliseconds: number): string {
  return milliseconds < 10 ? `${milliseconds.toFixed(2)} ms` : `${Math.round(milliseconds)} ms`;
}

export function inSeconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(2)} s`;
}

export function inMegabytes(bytes: number): string {
  return `${Math.round(bytes / 2 ** 20)} MB`;
}
