/** The composition root of a school with Slack, Teams or both: answers what people do there, and sends every minute what is due. */
import { randomUUID } from 'node:crypto';
import type { Server } from 'node:http';
import { setTimeout as waitFor } from 'node:timers/promises';
import cron from 'node-cron';
import { createHealth } from '../adapters/http/health.ts';
import { addressOf, close, listen, portOf } from '../adapters/http/server.ts';
import { lockDatabase } from '../db/lock.ts';
import { faultReference } from './bot/bot.ts';
import { say as voice } from './bot/text.ts';
import { localDateOf } from './calendar/zone.ts';
import { calendarEnds } from './checkup/checkup.ts';
import { type Clock, systemClock } from './clock.ts';
import { type Config, ConfigError } from './config.ts';
import { isTrialSchool, openCore, type Report, reportTo } from './core.ts';
import type { RunningServer } from './main.ts';
import { asOne, type ChatOptions, type ChatPlatform, chatPlatforms } from './school-platforms.ts';

const say = voice('nl');

export type SchoolServerOptions = Pick<ChatOptions, 'log' | 'onFatal' | 'microsoft'> & {
  /** With tokens for at least one platform. */
  readonly config: Config;
  /** Time, as the tests move it. */
  readonly clock?: Clock;
  readonly wait?: ChatOptions['wait'];
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
  const stateOf = (name: ChatPlatform['name']) => chats.find((chat) => chat.name === name)?.state() ?? 'off';
  const health = createHealth({
    metricsToken: config.metricsToken,
    slack: () => stateOf('slack'),
    teams: () => stateOf('teams'),
  });
  const logged = reportTo(log);
  const report: Report = (where, details, fault) => {
    health.fault(where);
    logged(where, details, fault);
  };
  const core = openCore(config.database, report);
  const newKey = () => randomUUID();
  const chats = chatPlatforms(config, {
    ...options,
    core,
    clock,
    wait,
    newKey,
    handle: (request) => health.counted(core.bot.handle(request, clock.now())),
    afterAct: atMostOneWaiting(() => tick.tickPosts(clock.now())),
    onFault: (platform, fault) => {
      const reference = faultReference(newKey());
      report('command', { reference, platform }, fault);
      return reference;
    },
  });
  const platform = asOne(core, Object.fromEntries(chats.map((chat) => [chat.name, chat.platform])))!;
  const tick = core.tickThrough(platform, (counts) => log.info({ counts }, 'old records went'));
  const minutely = cron.createTask('* * * * *', () => tick.tick(clock.now()), { noOverlap: true });
  let server: Server | null = null;

  async function stop(): Promise<void> {
    await minutely.destroy();
    const sent = tick.stop();
    // Its answers need the database, and those over HTTP the server.
    await Promise.all(chats.map((chat) => chat.stop()));
    if (server) await close(server);
    await sent;
    core.store.close();
  }

  try {
    if (await isTrialSchool(core)) throw new ConfigError([say.plain('config.trial-file')]);
    server = await listen(config, async (request, response) => {
      if (await health.handle(request, response, core.store)) return;
      for (const chat of chats) if (await chat.handle(request, response)) return;
      response.writeHead(404).end();
    });
    const address = addressOf(server);
    await Promise.all(chats.map((chat) => chat.start(address)));
    await minutely.start();
    if (calendarEnds(localDateOf(clock.now())))
      log.warn('the table of school vacations ends within a year: see controleer');
    const port = portOf(server);
    const sentences = [
      say.plain('cli.runs', { port: String(port) }),
      ...chats.map((chat) => say.plain(chat.sentence())),
    ];
    const opened = [sentences.join(' ')];
    if ((await core.store.people.schools()).length === 0) opened.push(say.plain('cli.no-schools'));
    log.info({ port, slack: stateOf('slack'), teams: stateOf('teams') }, 'the school is open');
    return { port, opened: opened.join('\n'), stop };
  } catch (error) {
    await stop();
    throw error;
  }
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
