/** `<file>.sleutel`, beside the database and for its owner only: read, made whole or not at all, and never thrown away. */
import { randomBytes } from 'node:crypto';
import {
  closeSync,
  constants,
  copyFileSync,
  existsSync,
  fsyncSync,
  linkSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import type { AddressKey } from './address-key.ts';
import { codeOf, databaseError } from './database-error.ts';
import { folderToDisk } from './whole-file.ts';

export function keyFile(file: string): string {
  return `${file}.sleutel`;
}

export function newKey(): AddressKey {
  return randomBytes(32).toString('hex') as AddressKey;
}

/** Null: there is none, or what is there is no key. */
export function readKey(file: string): AddressKey | null {
  return saidAs(file, () => {
    if (!existsSync(keyFile(file))) return null;
    const text = readFileSync(keyFile(file), 'utf8').trim();
    return /^[0-9a-f]{64}$/.test(text) ? (text as AddressKey) : null;
  });
}

/** A new one, on the disk; or the one that another process made meanwhile. */
export function makeKey(file: string): AddressKey {
  const key = newKey();
  const fresh = `${keyFile(file)}.${process.pid}.nieuw`;
  return saidAs(file, () => {
    try {
      write(fresh, key);
      if (!giveName(fresh, keyFile(file))) {
        const other = readKey(file);
        if (other !== null) return other;
        // Half a key, which recognises nobody.
        renameSync(fresh, keyFile(file));
      }
      // A hash without its key recognises nobody, so first the key.
      folderToDisk(keyFile(file));
      return key;
    } finally {
      rmSync(fresh, { force: true });
    }
  });
}

/** Under a name that is free: it may be of another database. Null: there was none. */
export function putKeyAside(file: string): string | null {
  return saidAs(file, () => {
    if (!existsSync(keyFile(file))) return null;
    for (let number = 1; ; number++) {
      const aside = `${keyFile(file)}.oud${number === 1 ? '' : `-${number}`}`;
      if (existsSync(aside)) continue;
      renameSync(keyFile(file), aside);
      return aside;
    }
  });
}

function write(path: string, key: AddressKey): void {
  const open = openSync(path, 'w', 0o600);
  try {
    writeSync(open, `${key}\n`);
    fsyncSync(open);
  } finally {
    closeSync(open);
  }
}

/** False when that name is taken. */
function giveName(fresh: string, name: string): boolean {
  try {
    linkSync(fresh, name);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
  }
  try {
    // Some file systems know no second names.
    copyFileSync(fresh, name, constants.COPYFILE_EXCL);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
}

function saidAs<T>(file: string, act: () => T): T {
  try {
    return act();
  } catch (error) {
    throw databaseError('database.closed', { file: keyFile(file), code: codeOf(error) }, error);
  }
}
