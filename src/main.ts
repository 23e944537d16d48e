/** The composition root of the server: puts the core, the database and the platforms together. */
import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { link } from 'node:fs/promises';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import cron from 'node-cron';
import { type Logger, pino } from 'pino';
import { readSheets } from '../adapters/files/index.ts';
import { createHealth } from '../adapters/http/health.ts';
import { close, listen, portOf } from '../adapters/http/server.ts';
import { createTrial } from '../adapters/trial/index.ts';
import type { TrialMailbox } from '../adapters/trial/options.ts';
import { trialPlatform } from '../adapters/trial/send.ts';
import { type Database, openDatabase } from '../db/database.ts';
import { lockDatabase } from '../db/lock.ts';
import { createStore } from '../db/store.ts';
import { trialQueries } from '../db/trial.queries.ts';
import { trialClockQueries } from '../db/trial-clock.queries.ts';
import { copyInto, removeDatabase } from '../db/whole-file.ts';
import { type Bot, createBot } from './bot/bot.ts';
import type { Notice } from './bot/reply.ts';
import { say } from './bot/text.ts';
import { localDateOf } from './calendar/zone.ts';
import { calendarEnds } from './checkup/checkup.ts';
import { systemClock } from './clock.ts';
import { COMMANDS } from './commands.ts';
import { type Config, ConfigError, isLoopback } from './config.ts';
import { createTick, type Tick, type TickOptions } from './delivery/tick.ts';
import { describeFault } from './fault.ts';
import type { Destination, Platform } from './platform.ts';
import type { Store } from './store.ts';
import { type MovableClock, movableClock, TRIAL_START } from './trial/clock.ts';
import { fillTrialSchool } from './trial/fill.ts';

/** Everything that works on one database, without any platform. */
export type Core = {
  readonly database: Database;
  readonly store: Store;
  readonly bot: Bot;
  /** `onRetention` is told once a day how many records went. */
  tickThrough(platform: Platform, onRetention?: TickOptions['onRetention']): Tick;
};

/** Told of every fault; `details` holds ids and references only. */
export type Report = (where: 'command' | 'nudge' | 'page', details: object, fault: unknown) => void;

/** Writes faults to the log. */
export function reportTo(log: Logger): Report {
  return (where, details, fault) => log.error({ where, ...details, fault: describeFault(fault) }, 'a fault');
}

/** Opens the database and puts the core on it. Throws a DatabaseError whose message says what to do. */
export function openCore(file: string, report: Report): Core {
  const database = openDatabase(file);
  const store = createStore(database);
  const newKey = () => randomUUID();
  const bot = createBot({
    store,
    commands: COMMANDS,
    newKey,
    onFault: (reference, intent, fault) => report('command', { reference, intent }, fault),
  });
  const tickThrough: Core['tickThrough'] = (platform, onRetention) =>
    createTick({
      store,
      platform,
      newKey,
      ...(onRetention && { onRetention }),
      onFault: (place, fault) => report('nudge', place, fault),
    });
  return { database, store, bot, tickThrough };
}

/** Logs to stderr as JSON lines, without names, addresses or anybody's words. */
export function createLog(level: Config['logLevel']): Logger {
  return pino({ level, base: null }, pino.destination(2));
}

/** The platform of a database that has no Slack or Teams: messages go to the mailbox of the trial page. */
export function mailboxPlatform(database: Database): Platform {
  return trialPlatform(() => trialQueries(database));
}

/** Where the clock of this database stands: the trial school's own, else the time it is. */
export async function nowOf(core: Core): Promise<Date> {
  return (await trialClockQueries(core.database).clock()) ?? systemClock.now();
}

const TRIAL_FILES = fileURLToPath(new URL('../db/trial', import.meta.url));

/** The trial school in this file, made and filled when there is none. Throws a ConfigError when the file is another database. */
export async function openTrialSchool(file: string, report: Report): Promise<Core> {
  if (!existsSync(file)) await publish(await freshTrialSchool(file, report), file);
  const core = openCore(file, report);
  if (await isTrialSchool(core)) return core;
  core.store.close();
  throw new ConfigError([say('nl').plain('cli.not-a-trial', { file })]);
}

/** Fills a new trial school in a file of its own beside `file`, so that a stop halfway leaves nothing half done. */
async function freshTrialSchool(file: string, report: Report): Promise<string> {
  const fresh = `${file}.${process.pid}.nieuw`;
  removeDatabase(fresh);
  await withOpen(openCore(fresh, report), async (core) => {
    const { sqlite } = core.database;
    const { tick } = core.tickThrough(mailboxPlatform(core.database));
    // Nobody has this file before it is published, so until then nothing is lost by not waiting for the disk.
    sqlite.pragma('synchronous = off');
    await fillTrialSchool({ ...core, tick }, await readSheets(TRIAL_FILES));
    sqlite.pragma('synchronous = full');
    await trialClockQueries(core.database).moveClock(TRIAL_START);
    sqlite.pragma('wal_checkpoint(truncate)');
  });
  return fresh;
}

/** Puts the filled file in its place, unless another process was first: a link, unlike a rename, never replaces. */
async function publish(fresh: string, file: string): Promise<void> {
  try {
    await link(fresh, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    removeDatabase(fresh);
  }
}

/** Only the trial school has a clock of its own. */
export async function isTrialSchool(core: Core): Promise<boolean> {
  return (await trialClockQueries(core.database).clock()) !== null;
}

/** Uses the core and closes it, whatever happens. */
export async function withOpen<T>(core: Core, use: (core: Core) => Promise<T>): Promise<T> {
  try {
    return await use(core);
  } finally {
    core.store.close();
  }
}

/** A real tick on a copy that is thrown away: exactly what would go out (`to`: e-mail or channel), and nothing changes. */
export async function wouldSend(
  core: Core,
  now: Date,
): Promise<readonly { readonly to: string; readonly notice: Notice }[]> {
  // Beside the database, so that `wis` deletes what a stop halfway leaves.
  const file = `${core.database.sqlite.name}.tik.${process.pid}.nieuw`;
  try {
    copyInto(core.database.sqlite, file);
    return await withOpen(openCore(file, reportTo(createLog('silent'))), async (copy) => {
      const sent: { readonly to: Destination; readonly notice: Notice }[] = [];
      const collect = copy.tickThrough({
        name: 'trial',
        send: async (to, notice) => {
          sent.push({ to, notice });
          return { reference: String(sent.length) };
        },
        edit: async (to, _reference, notice) => {
          sent.push({ to, notice });
        },
      });
      await collect.tick(now);
      return Promise.all(
        sent.map(async ({ to, notice }) => ({
          to: to.kind === 'channel' ? to.channel : ((await copy.store.people.person(to.personId))?.email ?? ''),
          notice,
        })),
      );
    });
  } finally {
    removeDatabase(file);
  }
}

export type RunningServer = {
  readonly port: number;
  /** Stops the tick, finishes what is being sent and closes the database. */
  stop(): Promise<void>;
};

/** Starts the server for this configuration. Throws a ConfigError or a DatabaseError with what to do. */
export async function startServer(config: Config, log: Logger): Promise<RunningServer> {
  if (config.platforms.length > 0) {
    throw new ConfigError([say('nl').plain('config.no-platform-yet')]);
  }
  if (config.production) {
    throw new ConfigError([say('nl').plain('config.production')]);
  }
  if (config.databaseGiven && resolve(config.trialDatabase) === resolve(config.database)) {
    throw new ConfigError([say('nl').plain('config.trial-file')]);
  }
  if (!isLoopback(config.host)) {
    throw new ConfigError([say('nl').plain('config.trial-host')]);
  }
  return startTrialServer(config, log);
}

/** The trial school that runs now; a reset puts another in its place. */
type RunningTrial = { core: Core; mailbox: TrialMailbox; tick: Tick; clock: MovableClock };

async function startTrialServer(config: Config, log: Logger): Promise<RunningServer> {
  const lock = lockDatabase(config.trialDatabase);
  try {
    const server = await openTrialServer(config, log);
    return { ...server, stop: () => server.stop().finally(() => lock.release()) };
  } catch (error) {
    lock.release();
    throw error;
  }
}

async function openTrialServer(config: Config, log: Logger): Promise<RunningServer> {
  const file = config.trialDatabase;
  const health = createHealth({ metricsToken: config.metricsToken, slack: 'off', teams: 'off' });
  const logged = reportTo(log);
  const report: Report = (where, details, fault) => {
    health.fault(where);
    logged(where, details, fault);
  };
  let running = await openTrial(file, report, log);
  const trial = createTrial({
    handle: (request) => health.counted(running.core.bot.handle(request, running.clock.now())),
    get mailbox() {
      return running.mailbox;
    },
    get clock() {
      return running.clock;
    },
    afterAct: async () => {
      await running.tick.tickPosts(running.clock.now());
    },
    reset: async () => {
      // The new one first: when that fails, the old one goes on.
      const fresh = await freshTrialSchool(file, report);
      await closeTrial(running);
      removeDatabase(file);
      await publish(fresh, file);
      running = await openTrial(file, report, log);
    },
    onFault: (fault) => report('page', {}, fault),
  });
  const server = await listen(config, async (request, response) => {
    if (await health.handle(request, response, running.core.store)) return;
    if (await trial.handle(request, response)) return;
    response.writeHead(404).end();
  }).catch(async (error: NodeJS.ErrnoException) => {
    await closeTrial(running);
    if (error.code !== 'EADDRINUSE') throw error;
    throw new ConfigError([say('nl').plain('config.port-taken', { port: String(config.port) })]);
  });
  // The clock of the trial school stands still, so this only sends what became due by something that was said just now.
  const minutely = cron.schedule('* * * * *', () => running.tick.tick(running.clock.now()), { noOverlap: true });
  const port = portOf(server);
  if (calendarEnds(localDateOf(systemClock.now())))
    log.warn('the table of school vacations ends within a year: see controleer');
  log.info({ port }, 'the trial school is open');
  return {
    port,
    stop: async () => {
      await minutely.stop();
      await close(server);
      await closeTrial(running);
    },
  };
}

async function openTrial(file: string, report: Report, log: Logger): Promise<RunningTrial> {
  const core = await openTrialSchool(file, report);
  const mailbox = trialQueries(core.database);
  const tick = core.tickThrough(mailboxPlatform(core.database), (counts) => log.info({ counts }, 'old records went'));
  const clock = movableClock(await nowOf(core), trialClockQueries(core.database), async (now) => {
    const { posts, digests } = await tick.tick(now);
    return posts + digests;
  });
  return { core, mailbox, tick, clock };
}

async function closeTrial({ core, tick }: RunningTrial): Promise<void> {
  await tick.stop();
  core.store.close();
}
