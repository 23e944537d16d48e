/** A real process that is killed again and again while the nudges of a morning go out (ARCHITECTURE, nudges and delivery). */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { addMinutes } from 'date-fns/addMinutes';
import { describe, expect, onTestFinished, test } from 'vitest';
import { localDateOf } from '../../src/calendar/zone.ts';
import { LEASE_MINUTES } from '../../src/delivery/deliver.ts';
import { planSchool } from '../../src/delivery/plan.ts';
import { buildSchool, openStore } from '../support/store.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { CHANNELS, KILLED_AT } from './kill-nudges.ts';
import type { Order, Told } from './kill-worker.ts';

/** The Monday of the fourth school week, on which everybody is asked about their own goals. */
const MORNING = new Date('2026-09-21T08:00:00+02:00');
const PEOPLE = 80;
const KILLS = 30;
/** Opening and planning take some ten steps, each receiver eight. */
const MOST_STEPS = 20;
/** However slow this machine is, a process comes no further than this before its kill arrives. */
const STEPS_BEYOND = 16;

const LOADER = join(import.meta.dirname, '../support/loader.js');
const WORKER = join(import.meta.dirname, 'kill-worker.ts');

/** `npm test` runs everything again in these zones. What a zone changes is in the tables of the calendar; the kills would only take their time again. */
const isRepeated = ['America/Los_Angeles', 'Pacific/Kiritimati'].includes(process.env.TZ ?? '');

type School = {
  readonly file: string;
  readonly journal: string;
  /** The keys that planning should give, and who should get something. */
  readonly keys: readonly string[];
  readonly receivers: readonly string[];
};

/** Everybody has a goal of their own, every third two. */
async function schoolWithGoals(): Promise<School> {
  const folder = temporaryFolder();
  const file = join(folder, 'leerteam.db');
  const opened = await openStore(file);
  const staff = Array.from({ length: PEOPLE }, (_, index) => ({ name: `Leerkracht ${index + 1}` }));
  const { id } = await buildSchool(opened, {
    staff,
    goals: staff.flatMap(({ name: owner }, index) =>
      Array.from({ length: index % 3 === 0 ? 2 : 1 }, (_, goal) => ({ title: `Doel ${goal + 1} van ${owner}`, owner })),
    ),
  });
  const { references } = planSchool((await opened.store.outbox.schoolState(id))!, localDateOf(MORNING), KILLED_AT);
  opened.close();
  const journal = join(folder, 'journal.txt');
  writeFileSync(journal, '');
  return {
    file,
    journal,
    keys: references.map(({ key }) => key).sort(),
    receivers: [...CHANNELS, ...new Set(references.map(({ receiver }) => `person-${receiver}`))].sort(),
  };
}

/** Gives started processes; the next ones start while this one works, as starting takes the longest. */
function workersFor({ file, journal }: School): () => Promise<ChildProcess> {
  const start = async () => {
    const child = fork(LOADER, [WORKER, file, journal], { execArgv: [], env: { ...process.env, NODE_OPTIONS: '' } });
    onTestFinished(() => void child.kill('SIGKILL'));
    await once(child, 'message');
    return child;
  };
  const waiting = [start(), start()];
  return () => {
    waiting.push(start());
    return waiting.shift()!;
  };
}

/** Where the process waits for its kill, and the step of which the parent need only hear to kill it. */
type Kill = { readonly haltAt: Order['haltAt']; readonly atStep: number | null };

/** Lets it tick until it is done or killed. True when it was killed. */
async function tickOnce(worker: ChildProcess, at: Date, { haltAt, atStep }: Kill): Promise<boolean> {
  const faults: string[] = [];
  worker.on('message', (told: Told) => {
    if (told.kind === 'fault') faults.push(told.fault);
    if (told.kind === 'step' && (told.isHalted || told.count === atStep)) worker.kill('SIGKILL');
  });
  worker.send({ at: at.toISOString(), haltAt } satisfies Order);
  const [code, signal] = await once(worker, 'exit');
  expect(faults).toEqual([]);
  if (signal !== 'SIGKILL') expect(code).toBe(0);
  return signal === 'SIGKILL';
}

const UNHURT: Kill = { haltAt: null, atStep: null };

/** In turns: between sending and marking; at a step where it waits; and wherever it has come when the parent hears of a step. */
function nextKill(turn: number, random: () => number): Kill {
  const step = 1 + Math.floor(random() * MOST_STEPS);
  if (turn % 3 === 0) return { haltAt: 'sent', atStep: null };
  return turn % 3 === 1 ? { haltAt: step, atStep: null } : { haltAt: step + STEPS_BEYOND, atStep: step };
}

/** Numbers from 0 to 1, the same for the same seed. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** How often each person got a digest, and each channel its post. */
function sendsIn(journal: string): ReadonlyMap<string, number> {
  const sends = new Map<string, number>();
  for (const line of journal.split('\n').filter((each) => each.startsWith('sent '))) {
    const receiver = line.slice('sent '.length);
    sends.set(receiver, (sends.get(receiver) ?? 0) + 1);
  }
  return sends;
}

async function outboxOf({ file }: School) {
  const { store, database, close } = await openStore(file);
  const keys = database.sqlite.prepare<[], string>('select key from outbox order by key').pluck().all();
  const counts = await store.outbox.counts();
  close();
  return { keys, counts };
}

describe.skipIf(isRepeated)('a process that is killed while nudges go out', { timeout: 180_000 }, () => {
  test('everybody gets theirs, and twice only who was being sent to at a kill', async () => {
    const school = await schoolWithGoals();
    const nextWorker = workersFor(school);
    const random = randomFrom(2026);
    /** Whom or what had been sent to when the process died, before it could write that down. */
    const interrupted: string[] = [];
    let certain = 0;
    let kills = 0;
    let at = MORNING;
    for (let turn = 0; kills < KILLS || (await outboxOf(school)).counts.planned > 0; turn++) {
      const kill = kills < KILLS ? nextKill(turn, random) : UNHURT;
      const before = readFileSync(school.journal, 'utf8').length;
      const wasKilled = await tickOnce(await nextWorker(), at, kill);
      if (wasKilled) {
        kills++;
        if (kill.haltAt === 'sent') certain++;
        const [what, receiver] = readFileSync(school.journal, 'utf8')
          .slice(before)
          .trim()
          .split('\n')
          .at(-1)!
          .split(' ');
        if (what === 'sent') interrupted.push(receiver!);
      }
      expect(turn, 'it comes to no end').toBeLessThan(2 * KILLS);
      at = addMinutes(at, LEASE_MINUTES + 1);
    }

    const { keys, counts } = await outboxOf(school);
    expect(keys).toEqual(school.keys);
    expect(counts).toEqual({ planned: 0, sent: school.keys.length + CHANNELS.length, lapsed: 0, failed: 0 });

    const sends = sendsIn(readFileSync(school.journal, 'utf8'));
    expect([...sends.keys()].sort()).toEqual(school.receivers);
    const doubles = [...sends].flatMap(([receiver, times]) => Array.from({ length: times - 1 }, () => receiver));
    for (const receiver of new Set(doubles)) {
      const times = (list: readonly string[]) => list.filter((each) => each === receiver).length;
      expect(times(doubles), `receiver ${receiver}`).toBeLessThanOrEqual(times(interrupted));
    }
    // Whoever was sent to just before a kill gets it again: the process that died could not say so.
    expect(doubles.length).toBeGreaterThanOrEqual(certain);
    expect(certain).toBeGreaterThan(5);
  });

  test('without a kill everybody gets theirs once', async () => {
    const school = await schoolWithGoals();
    const nextWorker = workersFor(school);
    for (let tick = 0; tick < 2; tick++) await tickOnce(await nextWorker(), addMinutes(MORNING, tick * 3), UNHURT);
    expect((await outboxOf(school)).counts).toMatchObject({ planned: 0, sent: school.keys.length + CHANNELS.length });
    const sends = sendsIn(readFileSync(school.journal, 'utf8'));
    expect([...sends.values()]).toEqual(school.receivers.map(() => 1));
  });
});
