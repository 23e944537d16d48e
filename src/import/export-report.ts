/** What `exporteer` wrote, and what it left out because somebody was removed. Pure. */
import type { Say } from '../bot/text.ts';
import type { LeftOut } from './removed-people.ts';
import type { SheetFile } from './sheet-file.ts';

export function exportLines(
  path: string,
  sheets: readonly SheetFile[],
  { teams, actions }: LeftOut,
  say: Say,
): readonly string[] {
  const rows = sheets.reduce((sum, { lines }) => sum + lines.length - 1, 0);
  return [
    say.plain('cli.exported', { path, count: rows }),
    ...(teams > 0 ? [say.plain('cli.left-out-teams', { count: teams })] : []),
    ...(actions > 0 ? [say.plain('cli.left-out-actions', { count: actions })] : []),
  ];
}
