/** Two servers on one database, and one that is killed while it sends: nobody is forgotten, and nobody is told twice without a fault. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type FakeSlack, startFakeSlack } from '../../support/slack/fake-slack.ts';
import { buildSchool, openStore } from '../../support/store.ts';
import { soon } from './open-slack.ts';

const ROOT = resolve(import.meta.dirname, '../../..');
const NAMES = Array.from({ length: 10 }, (_, index) => `Collega ${index + 1}`);

let folder: string;
let fake: FakeSlack;
let users: readonly string[];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'leerteam-killed-'));
  fake = await startFakeSlack({ now: () => new Date('2026-09-21T06:00:00Z') });
  const opened = await openStore(join(folder, 'bestuur.db'));
  const school = await buildSchool(opened, {
    staff: NAMES.map((name) => ({ name })),
    goals: NAMES.map((owner) => ({ title: `Doel van ${owner}`, owner })),
  });
  users = NAMES.map((name) => fake.addMember({ name, email: school.email(name) }).id);
  opened.close();
});
afterEach(async () => {
  await fake.stop();
  await rm(folder, { recursive: true, force: true });
});

/** Sends what is due at this moment, as a server of which it is the first minute. */
function server(at: string): { readonly process: ChildProcess; readonly ended: Promise<number | null> } {
  const script = join(ROOT, 'test/support/slack/one-tick.ts');
  const given = [
    join(ROOT, 'test/support/loader.js'),
    script,
    join(folder, 'bestuur.db'),
    fake.apiUrl,
    fake.botToken,
    at,
  ];
  const child = spawn(process.execPath, given, { cwd: ROOT, stdio: ['ignore', 'ignore', 'inherit'] });
  return { process: child, ended: new Promise((end) => child.on('exit', end)) };
}

const digests = () =>
  users.map((user) => fake.messages(user).filter(({ text }) => text.includes('Goedemorgen')).length);
const sum = (counts: readonly number[]) => counts.reduce((all, count) => all + count, 0);

/** A server that waits for Slack's answer to its fourth message, which Slack has or has not. */
async function waitingServer(when: 'before' | 'after'): Promise<ReturnType<typeof server>> {
  let posted = 0;
  fake.fail('chat.postMessage', { how: 'timeout', when, only: () => ++posted === 4 });
  const waiting = server('2026-09-21T06:00:00Z');
  await soon(() => posted).toBe(4);
  return waiting;
}

describe.each(['before', 'after'] as const)('a server waits for the answer to a message, %s Slack has it', (when) => {
  const most = when === 'after' ? 1 : 0;

  test('another one beside it sends nobody the same', { timeout: 180_000 }, async () => {
    const waiting = await waitingServer(when);
    expect(await server('2026-09-21T06:01:00Z').ended).toBe(0);
    expect(Math.max(...digests())).toBe(1);
    waiting.process.kill('SIGKILL');
    await waiting.ended;
  });

  test('it is killed: nobody is forgotten, and one is told twice at most', { timeout: 180_000 }, async () => {
    const killed = await waitingServer(when);
    killed.process.kill('SIGKILL');
    expect(await killed.ended).toBeNull();

    // What it was busy with is given to another after two minutes.
    expect(await server('2026-09-21T06:03:00Z').ended).toBe(0);
    expect(digests().filter((count) => count === 0)).toEqual([]);
    expect(sum(digests())).toBeLessThanOrEqual(NAMES.length + most);

    // And nothing comes once more.
    const before = digests();
    expect(await server('2026-09-21T06:06:00Z').ended).toBe(0);
    expect(digests()).toEqual(before);
  });
});
