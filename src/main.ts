/** The composition root of the server: puts the core, the database and the platforms together. */
import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import cron from 'node-cron';
import { type Logger, pino } from 'pino';
import { readSheets } from '../adapters/files/index.ts';
import { createHealth } from '../adapters/http/health.ts';
import { createTrial } from '../adapters/trial/index.ts';
import type { TrialMailbox } from '../adapters/trial/options.ts';
import { trialPlatform } from '../adapters/trial/send.ts';
import { type Database, openDatabase } from '../db/database.ts';
import { lockDatabase } from '../db/lock.ts';
import { createStore } from '../db/store.ts';
import { trialQueries } from '../db/trial.queries.ts';
import { trialClockQueries } from '../db/trial-clock.queries.ts';
import { type Bot, createBot } from './bot/bot.ts';
import { say } from './bot/text.ts';
import { localDateOf } from './calendar/zone.ts';
import { calendarEnds } from './checkup/checkup.ts';
import { systemClock } from './clock.ts';
import { COMMANDS } from './commands.ts';
import { type Config, ConfigError, isLoopback } from './config.ts';
import { createTick, type Tick } from './delivery/tick.ts';
import { describeFault } from './fault.ts';
import type { Platform } from './platform.ts';
import type { Store } from './store.ts';
import { type MovableClock, movableClock, TRIAL_START } from './trial/clock.ts';
import { fillTrialSchool } from './trial/fill.ts';

/** Everything that works on one database, without any platform. */
export type Core = {
  readonly database: Database;
  readonly store: Store;
  readonly bot: Bot;
  tickThrough(platform: Platform): Tick;
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
  const tickThrough = (platform: Platform) =>
    createTick({
      store,
      platform,
      newKey,
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

/** The trial school in this file. A new one is filled beside it first, so that a stop halfway leaves nothing half done. */
export async function openTrialSchool(file: string, report: Report): Promise<Core> {
  if (!existsSync(file)) {
    const fresh = `${file}.nieuw`;
    await removeDatabase(fresh);
    const core = openCore(fresh, report);
    const { tick } = core.tickThrough(mailboxPlatform(core.database));
    await fillTrialSchool({ ...core, tick }, await readSheets(TRIAL_FILES));
    await trialClockQueries(core.database).moveClock(TRIAL_START);
    core.store.close();
    await rename(fresh, file);
  }
  const core = openCore(file, report);
  if (await isTrialSchool(core)) return core;
  core.store.close();
  throw new ConfigError([say('nl').plain('cli.not-a-trial', { file })]);
}

/** Only the trial school has a clock of its own. */
export async function isTrialSchool(core: Core): Promise<boolean> {
  return (await trialClockQueries(core.database).clock()) !== null;
}

export type RunningServer = {
  readonly port: number;
  /** Stops the tick, finishes what is being sent and closes the database. */
  stop(): Promise<void>;
};

/** Starts the server for this configuration. Throws a ConfigError or a DatabaseError with what to do. */
export async function startServer(config: Config, log: Logger): Promise<RunningServer> {
  if (config.platforms.length > 0) {
    throw new ConfigError([
      'Deze versie werkt nog niet met Slack of Teams. Haal SLACK_BOT_TOKEN, MicrosoftAppId en TEAMS_ANONYMOUS weg om de proefschool te openen.',
    ]);
  }
  if (config.production) {
    throw new ConfigError([
      'NODE_ENV is production, maar er is geen Slack of Teams ingesteld. De proefschool is alleen om te proberen.',
    ]);
  }
  if (!isLoopback(config.host)) {
    throw new ConfigError(['De proefschool is alleen voor deze computer. Zet HOST op 127.0.0.1 of laat HOST weg.']);
  }
  return startTrialServer(config, log);
}

/** The trial school that runs now; a reset puts another in its place. */
type RunningTrial = { core: Core; mailbox: TrialMailbox; tick: Tick; clock: MovableClock };

async function startTrialServer(config: Config, log: Logger): Promise<RunningServer> {
  const file = config.trialDatabase;
  const lock = lockDatabase(file);
  const health = createHealth({ metricsToken: config.metricsToken, slack: 'off', teams: 'off' });
  const logged = reportTo(log);
  const report: Report = (where, details, fault) => {
    health.fault(where);
    logged(where, details, fault);
  };
  let running = await openTrial(file, report);
  const trial = createTrial({
    handle: (request) => health.counted(running.core.bot.handle(request, running.clock.now())),
    get mailbox() {
      return running.mailbox;
    },
    get clock() {
      return running.clock;
    },
    reset: async () => {
      await closeTrial(running);
      await removeDatabase(file);
      running = await openTrial(file, report);
    },
    onFault: (fault) => report('page', {}, fault),
  });
  const server = await listen(config, async (request, response) => {
    if (await health.handle(request, response, running.core.store)) return;
    if (await trial.handle(request, response)) return;
    response.writeHead(404).end();
  });
  // The clock of the trial school stands still, so this only sends what became due by something that was said just now.
  const minutely = cron.schedule('* * * * *', () => tickOnce(running, report), { noOverlap: true });
  const { port } = server.address() as AddressInfo;
  if (calendarEnds(localDateOf(systemClock.now())))
    log.warn('the table of school vacations ends within a year: see controleer');
  log.info({ port }, 'the trial school is open');
  return {
    port,
    stop: async () => {
      await minutely.stop();
      await close(server);
      await closeTrial(running);
      lock.release();
    },
  };
}

async function openTrial(file: string, report: Report): Promise<RunningTrial> {
  const core = await openTrialSchool(file, report);
  const mailbox = trialQueries(core.database);
  const tick = core.tickThrough(mailboxPlatform(core.database));
  const clock = movableClock(
    await nowOf(core),
    trialClockQueries(core.database),
    async (now) => (await tick.tick(now)).digests,
  );
  return { core, mailbox, tick, clock };
}

async function closeTrial({ core, tick }: RunningTrial): Promise<void> {
  await tick.stop();
  core.store.close();
}

async function tickOnce({ tick, clock }: RunningTrial, report: Report): Promise<void> {
  try {
    await tick.tick(clock.now());
  } catch (fault) {
    report('nudge', {}, fault);
  }
}

async function removeDatabase(file: string): Promise<void> {
  for (const each of [file, `${file}-wal`, `${file}-shm`]) await rm(each, { force: true });
}

function listen(
  config: Config,
  handle: (request: IncomingMessage, response: ServerResponse) => Promise<void>,
): Promise<Server> {
  const server = createServer((request, response) => {
    handle(request, response).catch(() => {
      if (!response.headersSent) response.writeHead(500);
      response.end();
    });
  });
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(
        error.code === 'EADDRINUSE'
          ? new ConfigError([`Poort ${config.port} is al in gebruik. Kies een andere, bijvoorbeeld PORT=3001.`])
          : error,
      );
    });
    server.listen(config.port, config.host, () => resolve(server));
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeIdleConnections();
    setTimeout(() => server.closeAllConnections(), 1_000).unref();
  });
}
