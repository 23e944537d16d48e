/** Files of the command line: sheets from a folder of CSV files or a workbook, and back, and what is kept of an answer or for Teams. */
export { CannotKeep, keepFile, keepFiles } from './keep-files.ts';
export { readSheets } from './read-sheets.ts';
export { writeSheets } from './write-sheets.ts';
