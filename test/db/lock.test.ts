/** One server per database: a second one is refused, that of a process that is gone is taken over. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it, onTestFinished } from 'vitest';
import { DatabaseError } from '../../db/database-error.ts';
import { lockDatabase } from '../../db/lock.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const newFile = () => join(temporaryFolder(), 'data', 'leerteam.db');

async function holder(file: string): Promise<ChildProcess> {
  const script = fileURLToPath(new URL('./lock-holder.ts', import.meta.url));
  const child = spawn(process.execPath, ['--import', 'tsx', script, file], { stdio: ['ignore', 'pipe', 'inherit'] });
  onTestFinished(() => void child.kill('SIGKILL'));
  await once(child.stdout!, 'data');
  return child;
}

it('names the server that runs, and goes when it stops', () => {
  const file = newFile();
  const lock = lockDatabase(file);
  expect(JSON.parse(readFileSync(`${file}.lock`, 'utf8'))).toMatchObject({
    pid: process.pid,
    host: hostname(),
    started: expect.stringMatching(/^\d{4}-\d{2}-\d{2}T/),
  });
  expect((statSync(`${file}.lock`).mode & 0o777).toString(8)).toBe('600');
  expect(() => lockDatabase(file)).toThrow(DatabaseError);
  expect(() => lockDatabase(file)).toThrow(
    new RegExp(
      `^De server draait al \\(proces ${process.pid} op ${hostname()}, sinds \\d+ \\w+ \\d\\d:\\d\\d\\)\\. Stop die eerst\\.`,
    ),
  );
  lock.release();
  expect(existsSync(`${file}.lock`)).toBe(false);
  lockDatabase(file).release();
});

it('is refused while another process lives, and taken over when it was killed', async () => {
  const file = newFile();
  const child = await holder(file);
  expect(() => lockDatabase(file)).toThrow(`proces ${child.pid} op`);
  child.kill('SIGKILL');
  await once(child, 'exit');
  expect(existsSync(`${file}.lock`)).toBe(true);
  const lock = lockDatabase(file);
  expect(JSON.parse(readFileSync(`${file}.lock`, 'utf8'))).toMatchObject({ pid: process.pid });
  lock.release();
});

it.each([
  { name: 'half a file of a crash', text: '{"pid":' },
  { name: 'an empty file of a crash', text: '' },
])('is taken over from $name', ({ text }) => {
  const file = newFile();
  lockDatabase(file).release();
  writeFileSync(`${file}.lock`, text);
  lockDatabase(file).release();
  expect(existsSync(`${file}.lock`)).toBe(false);
});

const birth = existsSync('/proc/self/stat');
it.runIf(birth)('is taken over from an earlier process that had the same number', () => {
  const file = newFile();
  const lock = lockDatabase(file);
  const earlier = { ...JSON.parse(readFileSync(`${file}.lock`, 'utf8')), birth: '1' };
  lock.release();
  writeFileSync(`${file}.lock`, JSON.stringify(earlier));
  lockDatabase(file).release();
});

it('is refused when another machine holds it, as nobody here can see whether that one runs', () => {
  const file = newFile();
  lockDatabase(file).release();
  const elsewhere = { pid: 1, host: 'another machine', started: '2026-09-07T06:00:00.000Z', birth: null };
  writeFileSync(`${file}.lock`, JSON.stringify(elsewhere));
  expect(() => lockDatabase(file)).toThrow(
    `De server draait al (proces 1 op another machine, sinds 7 september 08:00). Stop die eerst. Weet je zeker dat die niet draait? Verwijder dan ${file}.lock.`,
  );
});

it('of another server is not released', () => {
  const file = newFile();
  const lock = lockDatabase(file);
  const other = '{"pid":1,"host":"another machine","started":"2026-09-07T06:00:00.000Z","birth":null}';
  writeFileSync(`${file}.lock`, other);
  lock.release();
  expect(readFileSync(`${file}.lock`, 'utf8')).toBe(other);
});
