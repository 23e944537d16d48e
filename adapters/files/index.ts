/** Files of the command line: sheets from a folder of CSV files or a workbook, and back. */
export { readSheets } from './read-sheets.ts';
export { writeSheets } from './write-sheets.ts';
