/** Two servers on one database, and one that is killed while it sends: nobody is forgotten, and nobody is told twice without a fault. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { buildSchool, openStore, stamp } from '../../support/store.ts';
import { type FakeTeams, startFakeTeams } from '../../support/teams/fake-teams.ts';
import { tickOnce } from '../../support/teams/tick-once.ts';

const ROOT = resolve(import.meta.dirname, '../../..');
const NAMES = Array.from({ length: 10 }, (_, index) => `Collega ${index + 1}`);

let folder: string;
let fake: FakeTeams;
let accounts: readonly string[];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'leerteam-killed-'));
  const now = () => new Date('2026-09-21T06:00:00Z');
  fake = await startFakeTeams({ now });
  const { tenant, bot } = fake.app;
  const opened = await openStore(join(folder, 'bestuur.db'));
  const school = await buildSchool(opened, {
    staff: NAMES.map((name) => ({ name })),
    goals: NAMES.map((owner) => ({ title: `Doel van ${owner}`, owner })),
  });
  const members = NAMES.map((name) => fake.addMember({ name, email: school.email(name) }));
  for (const { name, aadId: account, id: member } of members) {
    await opened.store.people.linkAccount(stamp(), { platform: 'teams', tenant, account }, school.person(name));
    const where = { conversation: fake.chat(account), member, serviceUrl: fake.serviceUrl, bot };
    const of = { kind: 'person', account } as const;
    await opened.store.conversations.remember({ tenant, of, name: null, team: null, ...where }, now());
  }
  accounts = members.map(({ aadId }) => aadId);
  opened.close();
});
afterEach(async () => {
  await fake.stop();
  await rm(folder, { recursive: true, force: true });
});

/** Sends what is due at six, as a server of which it is the first minute, in a process of its own. */
function server(): { readonly process: ChildProcess; readonly ended: Promise<number | null> } {
  const { app, microsoft } = fake;
  const given = [
    join(ROOT, 'test/support/loader.js'),
    join(ROOT, 'test/support/teams/one-tick.ts'),
    join(folder, 'bestuur.db'),
    JSON.stringify({ app, microsoft }),
    '2026-09-21T06:00:00Z',
  ];
  const child = spawn(process.execPath, given, { cwd: ROOT, stdio: ['ignore', 'ignore', 'inherit'] });
  return { process: child, ended: new Promise((end) => child.on('exit', end)) };
}

/** Another server on the same database, which nobody kills. */
async function another(at: string): Promise<void> {
  await tickOnce(join(folder, 'bestuur.db'), fake, at);
}

const digests = () =>
  accounts.map(
    (account) =>
      fake.messages(account).filter(({ activity }) => String(activity.summary).startsWith('Goedemorgen')).length,
  );
const sum = (counts: readonly number[]) => counts.reduce((all, count) => all + count, 0);

/** A server that waits for Teams' answer to its fourth message, which Teams has or has not. */
async function waitingServer(when: 'before' | 'after'): Promise<ReturnType<typeof server>> {
  let posted = 0;
  fake.fail('send', { how: 'timeout', when, only: () => ++posted === 4 });
  const waiting = server();
  await expect.poll(() => posted, { timeout: 40_000, interval: 10 }).toBe(4);
  return waiting;
}

describe.each(['before', 'after'] as const)('a server waits for the answer to a message, %s Teams has it', (when) => {
  test('one beside it sends nobody the same; it is killed: nobody is forgotten, and one is told twice at most', {
    timeout: 180_000,
  }, async () => {
    const killed = await waitingServer(when);
    // Before the first may try again: on a busy machine it may have stopped waiting by now.
    await another('2026-09-21T06:00:30Z');
    expect(Math.max(...digests())).toBe(1);

    killed.process.kill('SIGKILL');
    expect(await killed.ended).toBeNull();
    // What it was busy with is given to another after two minutes.
    await another('2026-09-21T06:03:00Z');
    expect(digests().filter((count) => count === 0)).toEqual([]);
    expect(sum(digests())).toBeLessThanOrEqual(NAMES.length + (when === 'after' ? 1 : 0));
  });
});

test('one of which the machine falls out while it sends: another does the rest, and nothing comes once more', {
  timeout: 180_000,
}, async () => {
  const killed = await waitingServer('before');
  killed.process.kill('SIGKILL');
  expect(await killed.ended).toBeNull();
  await another('2026-09-21T06:03:00Z');
  const all = digests();
  expect(all).toEqual(NAMES.map(() => 1));
  await another('2026-09-21T06:06:00Z');
  expect(digests()).toEqual(all);
});
