/** A real process beside the test, to be killed at any moment. */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Order } from './backup-writer.ts';

const LOADER = join(import.meta.dirname, '../support/loader.js');
const WRITER = join(import.meta.dirname, 'backup-writer.ts');

/** Started and waiting for its order. */
export async function startChild(): Promise<ChildProcess> {
  const child = fork(LOADER, [WRITER], { execArgv: [], env: { ...process.env, NODE_OPTIONS: '' } });
  onTestFinished(() => void child.kill('SIGKILL'));
  await once(child, 'message');
  return child;
}

/** Gives it its order; resolves when it says that it has begun. */
export async function begin(child: ChildProcess, order: Order): Promise<void> {
  child.send(order);
  await once(child, 'message');
}

/** Kills it and waits until it is gone. True when it was still at work. */
export async function kill(child: ChildProcess): Promise<boolean> {
  if (child.exitCode !== null) return false;
  child.kill('SIGKILL');
  const [, signal] = await once(child, 'exit');
  return signal === 'SIGKILL';
}

/** Waits until it is done, or has stopped at a fault. */
export async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode === null) await once(child, 'exit');
}
