import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type FakeSlack, startFakeSlack } from '../../support/slack/fake-slack.ts';
import { buildSchool, openStore } from '../../support/store.ts';
import { soon } from './open-slack.ts';

const ROOT = resolve(import.meta.dirname, '../../..');
const NAMES = Array.from({ length: 10 }, (_, index) => `Collega ${index + 1}`);

let folder: string;
let fake: FakeSlack;
let users: readonly string[];

beforeAll(async () => {
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
afterAll(async () => {
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

test('a server that is killed while Slack has a message and the database does not know: nobody is forgotten, one is told twice at most', {
  timeout: 180_000,
}, async () => {
  let posted = 0;
  fake.fail('chat.postMessage', { how: 'timeout', when: 'after', only: () => ++posted === 4 });
  const killed = server('2026-09-21T06:00:00Z');
  await soon(() => sum(digests())).toBe(4);
  killed.process.kill('SIGKILL');
  expect(await killed.ended).toBeNull();

  // What it was busy with is given to another after two minutes.
  const next = server('2026-09-21T06:03:00Z');
  expect(await next.ended).toBe(0);
  expect(digests().filter((count) => count === 0)).toEqual([]);
  expect(sum(digests())).toBeLessThanOrEqual(NAMES.length + 1);

  // And nothing comes once more.
  const before = digests();
  expect(await server('2026-09-21T06:06:00Z').ended).toBe(0);
  expect(digests()).toEqual(before);
});
