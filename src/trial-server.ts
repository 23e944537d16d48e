/** The composition root of the trial school: the page, a clock that can be moved, and a database of its own (PRODUCT 9). */
import { existsSync } from 'node:fs';
import { link } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import cron from 'node-cron';
import type { Logger } from 'pino';
import { readSheets } from '../adapters/files/index.ts';
import { createHealth } from '../adapters/http/health.ts';
import { close, listen, portOf } from '../adapters/http/server.ts';
import { formValues as slackFields } from '../adapters/slack/render/form-values.ts';
import { slackPreview } from '../adapters/slack/render/preview.ts';
import { formValues as teamsFields } from '../adapters/teams/render/form-values.ts';
import { teamsPreview } from '../adapters/teams/render/preview.ts';
import { createTrial } from '../adapters/trial/index.ts';
import type { TrialMailbox } from '../adapters/trial/options.ts';
import { lockDatabase } from '../db/lock.ts';
import { trialQueries } from '../db/trial.queries.ts';
import { trialClockQueries } from '../db/trial-clock.queries.ts';
import { removeDatabase } from '../db/whole-file.ts';
import { say } from './bot/text.ts';
import { localDateOf } from './calendar/zone.ts';
import { calendarEnds } from './checkup/checkup.ts';
import { systemClock } from './clock.ts';
import { type Config, ConfigError } from './config.ts';
import { type Core, isTrialSchool, mailboxPlatform, nowOf, openCore, type Report, reportTo, withOpen } from './core.ts';
import type { Tick } from './delivery/tick.ts';
import type { RunningServer } from './main.ts';
import { type MovableClock, movableClock, TRIAL_START } from './trial/clock.ts';
import { fillTrialSchool } from './trial/fill.ts';

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

/** The trial school that runs now; a reset puts another in its place. */
type RunningTrial = { core: Core; mailbox: TrialMailbox; tick: Tick; clock: MovableClock };

/** Opens the trial school. Throws a ConfigError or a DatabaseError with what to do. */
export async function startTrialServer(config: Config, log: Logger): Promise<RunningServer> {
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
  const health = createHealth({ metricsToken: config.metricsToken, slack: () => 'off', teams: () => 'off' });
  const logged = reportTo(log);
  const report: Report = (where, details, fault) => {
    health.fault(where);
    logged(where, details, fault);
  };
  let running = await openTrial(file, report, log);
  const trial = createTrial({
    handle: (request) => health.counted(running.core.bot.handle(request, running.clock.now())),
    slackLook: slackPreview,
    slackFields,
    teamsLook: teamsPreview,
    teamsFields,
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
  }).catch(async (error: unknown) => {
    await closeTrial(running);
    throw error;
  });
  // The clock of the trial school stands still, so this only sends what became due by something that was said just now.
  const minutely = cron.schedule('* * * * *', () => running.tick.tick(running.clock.now()), { noOverlap: true });
  const port = portOf(server);
  if (calendarEnds(localDateOf(systemClock.now())))
    log.warn('the table of school vacations ends within a year: see controleer');
  log.info({ port }, 'the trial school is open');
  return {
    port,
    opened: say('nl').plain('cli.open', { port: String(port) }),
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
