/** Real processes: how long it takes to the first answer, and how much memory a running server holds. */
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { staffEmail } from './board.ts';
import { timed, timesFrom } from './measure.ts';
import { inMegabytes, inMilliseconds, type Line } from './table.ts';

const run = promisify(execFile);

const LEERTEAM = join(import.meta.dirname, '../../src/leerteam.js');
const LOADER = join(import.meta.dirname, '../support/loader.js');
const program = (name: string) => join(import.meta.dirname, name);
/** As `npm start` has it: V8 then gives memory back instead of keeping it for later. */
const FLAGS = ['--optimize-for-size'];
const ROUNDS = 5;
const LONGEST = 2_000;
const MOST_MEMORY = 200 * 2 ** 20;
const TEACHER = staffEmail(2, 20);
/** Whatever this machine has set must not decide what is measured. */
const ENVIRONMENT = { PATH: process.env.PATH, HOME: process.env.HOME, LOG_LEVEL: 'fatal', PORT: '0' };

/** `file` is a database with the board and a clock of its own, which makes it one that `start` opens. */
export async function startLines(file: string, folder: string): Promise<readonly Line[]> {
  const [floors, says, starts]: [number[], number[], number[]] = [[], [], []];
  for (let round = 0; round < ROUNDS; round++) {
    floors.push((await timed(() => node(folder, LOADER, program('empty.ts')))).milliseconds);
    says.push(
      (await timed(() => node(folder, LEERTEAM, 'zeg', '--db', file, '--als', TEACHER, '/doel status'))).milliseconds,
    );
    starts.push(await firstAnswer(file, folder));
  }
  const floor = timesFrom(floors).median;
  const line = (what: string, times: readonly number[]): Line => {
    const { median } = timesFrom(times);
    return {
      what,
      measured: inMilliseconds(median),
      floor: inMilliseconds(floor),
      ratio: median / floor,
      target: inMilliseconds(LONGEST),
      isMet: median < LONGEST,
    };
  };
  return [line('start of the server to its first answer', starts), line('leerteam zeg "/doel status"', says)];
}

export async function memoryLines(file: string, folder: string): Promise<readonly Line[]> {
  const memoryOf = async (...given: string[]) => Number((await node(folder, ...FLAGS, LOADER, ...given)).trim());
  const bare = await memoryOf(program('memory.ts'));
  const server = await memoryOf(program('server.ts'), file);
  return [
    {
      what: 'memory of a server that planned and sent a day, at most',
      measured: inMegabytes(server),
      floor: inMegabytes(bare),
      ratio: server / bare,
      target: inMegabytes(MOST_MEMORY),
      isMet: server < MOST_MEMORY,
    },
  ];
}

/** What it printed. Throws when it fails. */
async function node(folder: string, ...given: string[]): Promise<string> {
  const { stdout } = await run(process.execPath, given, { cwd: folder, env: ENVIRONMENT });
  return stdout;
}

/** Milliseconds from the start of the process until somebody has an answer on the page. */
async function firstAnswer(file: string, folder: string): Promise<number> {
  const startedAt = performance.now();
  const server = spawn(process.execPath, [...FLAGS, LEERTEAM, 'start', '--db', file], {
    cwd: folder,
    env: ENVIRONMENT,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    const response = await fetch(`${await addressOf(server)}/api/zeg`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ als: TEACHER, tekst: '/doel status' }),
    });
    if (!(await response.text()).includes('Hele school')) throw new Error(`no answer: ${response.status}`);
    return performance.now() - startedAt;
  } finally {
    server.kill();
    await once(server, 'exit');
  }
}

async function addressOf(server: ChildProcess): Promise<string> {
  for await (const line of createInterface(server.stdout!)) {
    const address = /http:\/\/localhost:\d+/.exec(line)?.[0];
    if (address) return address;
  }
  throw new Error('the server did not start');
}
