/** The lock file beside the database: it names the server that runs on it. */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { dirname } from 'node:path';
import { say } from '../src/bot/text.ts';
import { localDateOf, localTimeOf } from '../src/calendar/zone.ts';
import { codeOf, type DatabaseError, databaseError } from './database-error.ts';

type Holder = {
  readonly pid: number;
  readonly host: string;
  /** ISO 8601. */
  readonly started: string;
  /** What tells this process from a later one with the same number; null where the system does not say. */
  readonly birth: string | null;
};

export interface DatabaseLock {
  release(): void;
}

/**
 * Takes the lock `<file>.lock`. That of a process that is gone is taken over.
 * @throws DatabaseError when a server runs on this database, or may run on another machine.
 */
export function lockDatabase(file: string): DatabaseLock {
  const lock = `${file}.lock`;
  const own: Holder = {
    pid: process.pid,
    host: hostname(),
    started: new Date().toISOString(),
    birth: birthOf(process.pid),
  };
  const text = JSON.stringify(own);
  if (!write(lock, text)) {
    const holder = read(lock);
    if (holder && isAlive(holder)) throw inUse(holder, lock);
    rmSync(lock, { force: true });
    write(lock, text);
  }
  // Two servers may have found the same dead lock: the one whose text is in the file has it.
  const holder = read(lock);
  if (JSON.stringify(holder) !== text) throw inUse(holder ?? own, lock);
  return {
    release: () => {
      if (JSON.stringify(read(lock)) === text) rmSync(lock, { force: true });
    },
  };
}

function inUse({ pid, host, started }: Holder, lock: string): DatabaseError {
  const since = new Date(started);
  const words = `${say('nl').dayMonth(localDateOf(since))} ${localTimeOf(since)}`;
  // As text: a number would get the dots of thousands.
  return databaseError('database.in-use', { pid: String(pid), host, started: words, lock });
}

/** False when the file is there already. */
function write(lock: string, text: string): boolean {
  try {
    // The server locks first, so on a new machine the folder is not there yet.
    mkdirSync(dirname(lock), { recursive: true, mode: 0o700 });
    writeFileSync(lock, text, { flag: 'wx', mode: 0o600 });
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST' && existsSync(lock)) return false;
    throw databaseError('database.closed', { file: lock, code: codeOf(error) }, error);
  }
}

/** Null when there is none, or when a crash left half a file. */
function read(lock: string): Holder | null {
  try {
    return JSON.parse(readFileSync(lock, 'utf8')) as Holder;
  } catch {
    return null;
  }
}

function isAlive(holder: Holder): boolean {
  // Whether a process of another machine lives cannot be seen from here.
  if (holder.host !== hostname()) return true;
  try {
    process.kill(holder.pid, 0);
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
  return holder.birth === birthOf(holder.pid);
}

/** When the process began, in the kernel's own count: numbers of processes are used again, in a container after every restart. */
function birthOf(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name of the program, in brackets, may hold spaces.
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null;
  } catch {
    return null;
  }
}
