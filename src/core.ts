/** The composition root of the core: puts it on a database, without any platform. The command line and both servers begin here. */
import { randomUUID } from 'node:crypto';
import { type Logger, pino } from 'pino';
import { trialPlatform } from '../adapters/trial/send.ts';
import { type Database, openDatabase } from '../db/database.ts';
import { createStore } from '../db/store.ts';
import { trialQueries } from '../db/trial.queries.ts';
import { trialClockQueries } from '../db/trial-clock.queries.ts';
import { copyInto, removeDatabase } from '../db/whole-file.ts';
import { type Bot, createBot } from './bot/bot.ts';
import type { Notice } from './bot/reply.ts';
import { systemClock } from './clock.ts';
import { COMMANDS } from './commands.ts';
import type { Config } from './config.ts';
import { createTick, type Tick, type TickOptions } from './delivery/tick.ts';
import { describeFault } from './fault.ts';
import { type Destination, type Platform, PlatformError } from './platform.ts';
import type { Store } from './store.ts';

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

/** Writes faults to the log. Of what a platform would not take only why: there is nothing of ours to find. */
export function reportTo(log: Logger): Report {
  return (where, details, fault) => {
    if (fault instanceof PlatformError)
      log.error({ where, ...details, reason: fault.message }, 'a platform did not take it');
    else log.error({ where, ...details, fault: describeFault(fault) }, 'a fault');
  };
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
