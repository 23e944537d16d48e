/** A sheet as it stands in a file: lines of text cells, before anybody knows what they mean. */
import type { Finding } from './finding.ts';

export type SheetLine = {
  /** The line in the file where the row begins; the header is line 1. */
  readonly line: number;
  /** Numbers and days as people type them (`12,5`, `13%`, `2026-11-14`, `15:00`); a formula begins with `=`. */
  readonly cells: readonly string[];
};

/** The first line is the header. */
export type SheetFile = { readonly name: string; readonly lines: readonly SheetLine[] };

/** What a folder or workbook gives: its sheets, and what could not be read at all. */
export type SheetsRead = {
  readonly sheets: readonly SheetFile[];
  readonly mistakes: readonly Finding[];
  readonly warnings: readonly Finding[];
};
