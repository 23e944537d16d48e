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
  'database.other-key':
    'This backup belongs to another key file: I would not recognise who was removed. Nothing has changed.',
  'database.not-clean':
    'The person is removed, but the file is not clean yet: another program keeps the database busy. Please do this again later.',
  'database.key-gone':
    'The key file <c>{key}</c> is gone, or belongs to another database. Without it I do not recognise who was removed. Please put it back. Is it lost? Type <c>leerteam sleutel</c>. Nothing has changed.',
  'database.no-file': 'I cannot find <c>{file}</c>. Is the name right?',
  'database.backup-exists': '<c>{file}</c> is there already. Choose another name, then that file stays.',
  'database.backup-failed':
    'The backup to <c>{file}</c> failed ({code}). Check that the folder exists, that you may write there and that there is enough room.',
  'database.backup-damaged': 'The backup <c>{file}</c> is damaged. Nothing has changed. Take another backup.',
  'database.restore-itself': '<c>{file}</c> is the database itself. Please name a backup.',
  'database.restore-other-kind':
    'One of the databases is of a trial school and the other is not. Nothing has changed. Choose the right database with <c>--db</c>.',
  'database.restore-failed': 'Restoring <c>{file}</c> failed ({code}). Nothing has changed.',
};
