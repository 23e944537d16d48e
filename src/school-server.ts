/** The composition root of a school with Slack: answers what people do there, and sends every minute what is due. */
import { randomUUID } from 'node:crypto';
import type { Server } from 'node:http';
import { setTimeout as waitFor } from 'node:timers/promises';
import cron from 'node-cron';
import type { Logger } from 'pino';
import { createHealth } from '../adapters/http/health.ts';
import { close, listen, portOf } from '../adapters/http/server.ts';
import { checkSlack } from '../adapters/slack/check/check.ts';
import {
  createSlack,
  createSlackPlatform,
  type SlackLog,
  type SlackOptions,
  type SlackState,
} from '../adapters/slack/index.ts';
import { lockDatabase } from '../db/lock.ts';
import { faultReference } from './bot/bot.ts';
import { say as voice } from './bot/text.ts';
import type { LocalDate } from './calendar/local-date.ts';
import { localDateOf } from './calendar/zone.ts';
import { calendarEnds, type Looked } from './checkup/checkup.ts';
import { type Clock, systemClock } from './clock.ts';
import { type Config, ConfigError, type SlackConfig } from './config.ts';
import { type Core, isTrialSchool, mailboxPlatform, openCore, type Report, reportTo } from './core.ts';
import { isOpenToAll } from './environment.ts';
import type { RunningServer } from './main.ts';
import type { Platform } from './platform.ts';

const say = voice('nl');

export type SchoolServerOptions = {
  readonly config: Config;
  readonly slack: SlackConfig;
  readonly log: Logger;
  /** The connection with Slack is over for good: a line for whoever runs the server. */
  readonly onFatal: (line: string) => void;
  /** Time, as the tests move it. */
  readonly clock?: Clock;
  readonly wait?: SlackOptions['wait'];
};

/** Opens the school. Throws a ConfigError or a DatabaseError with what to do. */
export async function startSchoolServer(options: SchoolServerOptions): Promise<RunningServer> {
  const lock = lockDatabase(options.config.database);
  try {
    const server = await openSchoolServer(options);
    return { ...server, stop: () => server.stop().finally(() => lock.release()) };
  } catch (error) {
    lock.release();
    throw error;
  }
}

async function openSchoolServer(options: SchoolServerOptions): Promise<RunningServer> {
  const { config, log, clock = systemClock, wait = waitFor } = options;
  const health = createHealth({ metricsToken: config.metricsToken, slack: () => slack.state(), teams: () => 'off' });
  const logged = reportTo(log);
  const report: Report = (where, details, fault) => {
    health.fault(where);
    logged(where, details, fault);
  };
  const core = openCore(config.database, report);
  const newKey = () => randomUUID();
  const slack = createSlack({
    config: options.slack,
    people: core.store.people,
    controls: core.store.controls,
    clock,
    wait,
    newKey,
    log: linesTo(log),
    handle: (request) => health.counted(core.bot.handle(request, clock.now())),
    afterAct: atMostOneWaiting(() => tick.tickPosts(clock.now())),
    onFault: (fault) => {
      const reference = faultReference(newKey());
      report('command', { reference, platform: 'slack' }, fault);
      return reference;
    },
    onFatal: options.onFatal,
  });
  const tick = core.tickThrough(slack.platform, (counts) => log.info({ counts }, 'old records went'));
  const minutely = cron.createTask('* * * * *', () => tick.tick(clock.now()), { noOverlap: true });
  let server: Server | null = null;

  async function stop(): Promise<void> {
    await minutely.destroy();
    const sent = tick.stop();
    // Its answers need the database, and those over HTTP the server.
    await slack.stop();
    if (server) await close(server);
    await sent;
    core.store.close();
  }

  try {
    if (await isTrialSchool(core)) throw new ConfigError([say.plain('config.trial-file')]);
    server = await listen(config, async (request, response) => {
      if (await health.handle(request, response, core.store)) return;
      if (await slack.handle(request, response)) return;
      response.writeHead(404).end();
    });
    await slack.start();
    await minutely.start();
    if (calendarEnds(localDateOf(clock.now())))
      log.warn('the table of school vacations ends within a year: see controleer');
    const port = portOf(server);
    const opened = [say.plain(openedSentence(options.slack, slack.state()), { port: String(port) })];
    if ((await core.store.people.schools()).length === 0) opened.push(say.plain('cli.no-schools'));
    log.info({ port, slack: slack.state() }, 'the school is open');
    return { port, opened: opened.join('\n'), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function openedSentence({ appToken }: SlackConfig, state: SlackState) {
  if (state !== 'on') return 'cli.open-without-slack';
  return appToken === null ? 'cli.open-http' : 'cli.open-socket';
}

/** Where the messages of this database go: to Slack when there are tokens, else (and always for the trial school) to the mailbox of the trial page. */
export async function platformOf(core: Core, { slack }: Config, log: Logger): Promise<Platform> {
  if (slack === null || (await isTrialSchool(core))) return mailboxPlatform(core.database);
  const { people, controls } = core.store;
  return createSlackPlatform({ config: slack, people, controls, clock: systemClock, wait: waitFor, log: linesTo(log) });
}

/** For `controleer`: what Slack tells, and whether a school of one's own can reach anybody at all. */
export async function lookAtPlatforms(core: Core, { slack }: Config, today: LocalDate): Promise<readonly Looked[]> {
  const { people } = core.store;
  if (slack === null) {
    const isOwn = !(await isTrialSchool(core)) && (await people.schools()).length > 0;
    return isOwn ? [{ what: say('checkup.no-tokens'), mend: say('checkup.no-tokens-mend') }] : [];
  }
  const openEnv = isOpenToAll() ? [{ what: say('checkup.open-env'), mend: say('checkup.open-env-mend') }] : [];
  return [...openEnv, ...(await checkSlack({ config: slack, people, today, say, clock: systemClock, wait: waitFor }))];
}

function linesTo(log: Logger): SlackLog {
  return (level, event, details) => log[level](details ?? {}, event);
}

/** While one runs at most one more waits: that one does what all who asked meanwhile want. */
function atMostOneWaiting(run: () => Promise<unknown>): () => void {
  let last: Promise<unknown> = Promise.resolve();
  let isWaiting = false;
  return () => {
    if (isWaiting) return;
    isWaiting = true;
    last = last.then(() => {
      isWaiting = false;
      return run();
    });
  };
}
