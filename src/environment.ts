/** What is set on this machine, and for the rest what `.env` says in the folder where it is started. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { parseEnv } from 'node:util';

const FILE = '.env';
/** Notepad writes it before the first name. */
const BYTE_ORDER_MARK = /^\uFEFF/;
const OTHERS = 0o007;

/** As `process.loadEnvFile` does it, which takes a byte order mark for a part of the first name. */
export function loadEnvironment(environment: NodeJS.ProcessEnv = process.env, file = FILE): void {
  if (!existsSync(file)) return;
  const written = parseEnv(readFileSync(file, 'utf8').replace(BYTE_ORDER_MARK, ''));
  for (const [name, value] of Object.entries(written)) environment[name] ??= value;
}

/** May everybody who has an account on this machine read the file? Windows tells that otherwise. */
export function isOpenToAll(file = FILE): boolean {
  return process.platform !== 'win32' && existsSync(file) && (statSync(file).mode & OTHERS) !== 0;
}
