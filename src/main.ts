/** The composition root of the server: a school with its platforms when there are tokens, else the trial school. */
import { resolve } from 'node:path';
import type { Logger } from 'pino';
import { hasOwnSchools } from '../db/own-schools.ts';
import { say as voice } from './bot/text.ts';
import { type Config, ConfigError } from './config.ts';
import { createLog } from './core.ts';
import { describeFault } from './fault.ts';
import { isLoopback } from './loopback.ts';
import { startSchoolServer } from './school-server.ts';
import { startTrialServer } from './trial-server.ts';

const say = voice('nl');

export type RunningServer = {
  readonly port: number;
  /** For whoever started it. */
  readonly opened: string;
  /** Takes nothing new, finishes what is being answered and sent, and closes the database. */
  stop(): Promise<void>;
};

/**
 * Starts the server for this configuration. `onFatal` gets a line for whoever runs it when it cannot go on. Throws a ConfigError or a
 * DatabaseError with what to do.
 */
export async function startServer(
  config: Config,
  log: Logger,
  onFatal: (line: string) => void,
): Promise<RunningServer> {
  try {
    if (config.platforms.length > 0) return await startSchoolServer({ config, log, onFatal });
    checkTrial(config);
    return await insteadOfOwn(await startTrialServer(config, log), config.database);
  } catch (error) {
    if (!isPortTaken(error)) throw error;
    throw new ConfigError([say.plain('config.port-taken', { port: String(config.port) })]);
  }
}

/** Throws a ConfigError when the trial school may not open here. */
function checkTrial(config: Config): void {
  if (config.production) throw new ConfigError([say.plain('config.production')]);
  if (config.databaseGiven && resolve(config.trialDatabase) === resolve(config.database))
    throw new ConfigError([say.plain('config.trial-file')]);
  if (!isLoopback(config.host)) throw new ConfigError([say.plain('config.trial-host')]);
}

/** Says so when the board has plans of its own: whoever forgot the tokens would take the trial school for them. */
async function insteadOfOwn(trial: RunningServer, own: string): Promise<RunningServer> {
  if (!(await hasOwnSchools(own))) return trial;
  return { ...trial, opened: `${trial.opened}\n${say.plain('cli.own-without-tokens', { file: own })}` };
}

function isPortTaken(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
}

/** Starts the server and gives a sentence for whoever started it; it runs until a signal, or for as long as it can. Throws as `startServer`. */
export async function runServer(config: Config): Promise<string> {
  const log = createLog(config.logLevel);
  endOnFault(log);
  const server = await startServer(config, log, (line) => {
    process.stderr.write(`${line}\n`);
    end(1);
  });
  function end(code: number): void {
    void server.stop().finally(() => {
      if (code === 0) process.stdout.write(`${say.plain('cli.stopped')}\n`);
      process.exit(code);
    });
  }
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => end(0));
  return server.opened;
}

/** What nobody caught ends the program, with one line and without anybody's words: whoever supervises it starts it again. */
function endOnFault(log: Logger): void {
  for (const event of ['uncaughtException', 'unhandledRejection'] as const)
    process.on(event, (fault) => {
      log.fatal({ fault: describeFault(fault) }, 'an unexpected fault: the server stops');
      process.exit(1);
    });
}
