import type { database as nl } from '../nl/database.ts';
import type { Same } from '../same.ts';

export const database: Same<typeof nl> = {
  'database.busy': 'Another program keeps the database busy. Nothing has changed. Please try again later.',
  'database.folder': '<c>{file}</c> is a folder. Please name a file.',
  'database.not-ours': '<c>{file}</c> is no Leerteambot database. Choose another file, or restore your backup.',
  'database.damaged': '<c>{file}</c> is damaged. Please restore your latest backup.',
  'database.closed':
    'I cannot open <c>{file}</c> ({code}). Check that the folder exists and that you may read and write there.',
  'database.newer':
    '<c>{file}</c> was made with another, probably newer version of Leerteambot. Install that version, or restore an older copy.',
  'database.migration-failed':
    'Updating <c>{file}</c> failed ({reason}). Nothing has changed. The copy from before is in <c>{copy}</c>.',
  'database.in-use':
    'The server is already running (process {pid} on {host}, since {started}). Stop it first. Are you sure that it is not running? Then delete <c>{lock}</c>.',
};
