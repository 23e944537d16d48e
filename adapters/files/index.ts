/** Files of the command line: sheets from a folder of CSV files or a workbook, and back, and what an answer gives to keep. */
export { CannotKeep, keepFiles } from './keep-files.ts';
export { readSheets } from './read-sheets.ts';
export { writeSheets } from './write-sheets.ts';
