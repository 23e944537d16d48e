/** What `importeer` prints: every mistake with its place, or what changed and what was left as it is. */
import type { RichText } from '../bot/reply.ts';
import type { Say } from '../bot/text.ts';
import type { Change } from './change.ts';
import type { RowName, TakenRow } from './compare.ts';
import { type Finding, sayMessage } from './finding.ts';
import type { ImportReport } from './import-book.ts';
import type { SheetName } from './sheet.ts';
import { SHEET_NAMES } from './sheets/index.ts';

/** Nobody mends more in one go. */
const MISTAKES_LISTED = 1_000;

const SHEET_OF = {
  school: 'scholen',
  calendar: 'kalender',
  staff: 'medewerkers',
  team: 'leerteams',
  members: 'leden',
  goal: 'doelen',
  action: 'acties',
} as const satisfies Record<Change['kind'], SheetName>;

/** One line each, the outcome last. */
export function reportLines(report: ImportReport, say: Say): readonly RichText[] {
  const lines: RichText[] = report.mistakes.slice(0, MISTAKES_LISTED).map((mistake) => findingLine(mistake, say));
  const unlisted = report.mistakes.length - MISTAKES_LISTED;
  if (unlisted > 0) lines.push(say('import.more-mistakes', { count: unlisted }));
  if (report.warnings.length > 0) {
    lines.push(say('import.warnings', { count: report.warnings.length }));
    lines.push(...report.warnings.map((warning) => findingLine(warning, say)));
  }
  if (report.differs.length > 0) {
    lines.push(say('import.differs', { count: report.differs.length }));
    lines.push(
      ...report.differs.map((difference) =>
        say('import.differs-line', {
          row: rowName(difference, say),
          column: difference.column,
          stored: difference.stored || say.plain('import.empty'),
          sheets: difference.sheets || say.plain('import.empty'),
        }),
      ),
    );
  }
  if (report.missing.length > 0) {
    lines.push(say('import.missing', { count: report.missing.length }));
    lines.push(...report.missing.map((row) => say('import.missing-line', { row: rowName(row, say) })));
  }
  if (report.taken.length > 0) {
    lines.push(say('import.taken', { count: report.taken.length }));
    lines.push(...report.taken.map((row) => takenLine(row, say)));
  }
  if (report.outcome !== 'refused') {
    for (const sheet of SHEET_NAMES) {
      const rows = report.rows.get(sheet);
      if (rows !== undefined) lines.push(say('import.count', { sheet, rows, ...counts(report, sheet) }));
    }
  }
  return [...lines, outcomeLine(report, say)];
}

/** `- leden: Bovenbouw sanne@school.nl (De Regenbui), tot en met 24-11-2026`. */
function takenLine(row: TakenRow, say: Say): RichText {
  const day = (text: string) => text.split('-').reverse().join('-');
  const name = rowName(row, say);
  // The first day of own days is in their name.
  const from = row.sheet === 'kalender' ? '' : day(row.from);
  const until = row.until === row.from ? '' : day(row.until);
  if (from !== '' && until !== '') return say('import.taken-between', { row: name, from, until });
  if (from !== '') return say('import.taken-from', { row: name, from });
  return until === '' ? say('import.missing-line', { row: name }) : say('import.taken-until', { row: name, until });
}

/** `medewerkers, rij 12, kolom email: ...` */
export function findingLine(finding: Finding, say: Say): RichText {
  const place = [
    ...(finding.sheet === null ? [] : [finding.sheet]),
    ...(finding.row === null ? [] : [say.plain('import.row', { row: finding.row })]),
    ...(finding.column === null ? [] : [say.plain('import.column', { column: finding.column })]),
  ].join(', ');
  const sentences = [finding.message, ...(finding.hint === null ? [] : [finding.hint])];
  return [
    ...(place === '' ? [] : [{ text: `${place}: ` }]),
    ...sentences.flatMap((sentence, at) => [...(at === 0 ? [] : [{ text: ' ' }]), ...sayMessage(say, sentence)]),
  ];
}

function outcomeLine(report: ImportReport, say: Say): RichText {
  if (report.outcome === 'refused') return say('import.refused', { count: report.mistakes.length });
  if (report.outcome === 'checked') return say('import.checked');
  return report.changes.length === 0 ? say('import.nothing-changed') : say('import.imported');
}

/** Own days and members are lists per school: there each school whose list changes counts. */
function counts({ changes }: ImportReport, sheet: SheetName): { added: number; changed: number } {
  const own = changes.filter((change) => SHEET_OF[change.kind] === sheet);
  const added = own.filter((change) => 'changed' in change && change.changed === null).length;
  return { added, changed: own.length - added };
}

function rowName({ sheet, school, name }: RowName, say: Say): string {
  return school === '' || sheet === 'scholen'
    ? `${sheet}: ${name}`
    : say.plain('import.row-of-school', { sheet, name, school });
}
