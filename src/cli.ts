/** The composition root of the command line: `npm run -s leerteam -- <command>`. Ends with 0, or with 1 and one clear line on stderr. */
import { existsSync } from 'node:fs';
import { Command, CommanderError } from 'commander';
import { CannotKeep, keepFile, keepFiles, readSheets, writeSheets } from '../adapters/files/index.ts';
import { teamsPackage } from '../adapters/teams/package/package.ts';
import { backupTo } from '../db/backup.ts';
import { cleanFile } from '../db/clean-file.ts';
import { DatabaseError } from '../db/database-error.ts';
import { erase, toErase } from '../db/erase.ts';
import { keyFile } from '../db/key-file.ts';
import { keyState, replaceLostKey } from '../db/lost-key.ts';
import { isTrialBackup, restore } from '../db/restore.ts';
import { beSure } from './be-sure.ts';
import { plain } from './bot/plain.ts';
import type { File } from './bot/reply.ts';
import { filesIn } from './bot/reply-files.ts';
import { type PlainKey, plainText, say as voice } from './bot/text.ts';
import { localDateOf } from './calendar/zone.ts';
import { checkup } from './checkup/checkup.ts';
import { systemClock } from './clock.ts';
import {
  CliError,
  misuse,
  momentGiven,
  ownDatabase,
  type PeriodTyped,
  packageAsked,
  periodOf,
  schoolsNamed,
  whatIsSaid,
} from './command-line.ts';
import { COMMANDS } from './commands.ts';
import { type Config, ConfigError, readConfig } from './config.ts';
import {
  type Core,
  createLog,
  isTrialSchool,
  nowOf,
  openCore,
  type Report,
  reportTo,
  withOpen,
  wouldSend,
} from './core.ts';
import { preview } from './delivery/preview.ts';
import { isOpenToAll, loadEnvironment } from './environment.ts';
import { describeFault } from './fault.ts';
import { CannotWrite } from './import/cannot-write.ts';
import { exportLines } from './import/export-report.ts';
import { exportSheets, type ImportReport, importSheets, leftOutOfExport } from './import/import-book.ts';
import { reportLines } from './import/report.ts';
import type { SheetsRead } from './import/sheet-file.ts';
import { runServer } from './main.ts';
import { messageLines, previewLines } from './printed.ts';
import { keyLine, newKeyLines } from './privacy/address-key.ts';
import { erasedLines } from './privacy/erased.ts';
import { restoredLines } from './privacy/restored.ts';
import { lookAtPlatforms, platformOf } from './school-platforms.ts';
import { openTrialSchool } from './trial-server.ts';

const say = voice('nl');

type Common = { readonly db?: string };

const program = new Command('leerteam')
  .description(say.plain('cli.help.program'))
  .exitOverride()
  .configureOutput({ writeErr: () => {} });

function subcommand(words: string, help: PlainKey): Command {
  return program
    .command(words)
    .description(say.plain(help))
    .option('--db <bestand>', say.plain('cli.help.db'))
    .exitOverride()
    .configureOutput({ writeErr: () => {} });
}

subcommand('start', 'cli.help.start').action(async ({ db }: Common) => {
  const config = configuration();
  const given = db === undefined ? {} : { [config.platforms.length > 0 ? 'database' : 'trialDatabase']: db };
  print(await runServer({ ...config, ...given }));
  if (config.platforms.length > 0 && isOpenToAll()) print(say.plain('cli.open-env'));
});

type SayOptions = Common & {
  readonly als: string;
  readonly json?: true;
  readonly op?: string;
  readonly doe?: string;
  readonly met?: string;
  readonly bewaar?: string;
};

subcommand('zeg [tekst]', 'cli.help.say')
  .requiredOption('--als <email>', say.plain('cli.help.as'))
  .option('--json', say.plain('cli.help.json'))
  .option('--op <tijd>', say.plain('cli.help.op'))
  .option('--doe <intent>', say.plain('cli.help.do'))
  .option('--met <json>', say.plain('cli.help.with'))
  .option('--bewaar <map>', say.plain('cli.help.keep'))
  .action(async (text: string | undefined, options: SayOptions) => {
    const said = whatIsSaid(text, options);
    await withCore(options, async (core) => {
      const now = await momentOf(core, options.op);
      if (!(await isTrialSchool(core))) await core.store.audit({ by: null, at: now, act: 'zeg', once: null });
      const sender = { kind: 'machine', email: options.als } as const;
      const reply = await core.bot.handle({ sender, said, once: null, place: { kind: 'personal' } }, now);
      print(options.json ? JSON.stringify(reply) : plain(reply));
      if (options.bewaar !== undefined) await keep(options.bewaar, filesIn(reply));
    });
  });

subcommand('importeer <pad>', 'cli.help.import')
  .option('--proef', say.plain('cli.help.dry-run'))
  .option('--overschrijf', say.plain('cli.help.overwrite'))
  .action(async (path: string, options: ImportOptions) => {
    const file = options.db ?? configuration().database;
    const read = await readSheets(path);
    // A file that is not there yet is made only when there is something to put in it.
    if (!existsSync(file)) {
      const report = await importInto(':memory:', read, { ...options, proef: true });
      if (options.proef || report.outcome === 'refused') return printReport(report);
    }
    return printReport(await importInto(file, read, options));
  });

type ImportOptions = Common & { readonly proef?: true; readonly overschrijf?: true };

async function importInto(file: string, read: SheetsRead, options: ImportOptions): Promise<ImportReport> {
  return withOpen(openCore(file, reportTo(createLog('silent'))), async (core) =>
    importSheets(core.store.import, read, {
      dryRun: options.proef ?? false,
      overwrite: options.overschrijf ?? false,
      stamp: { by: null, at: await nowOf(core), act: 'importeer', once: null },
      progress: (done, all) => print(say.plain('cli.progress', { done, all })),
    }),
  );
}

function printReport(report: ImportReport): void {
  const lines = reportLines(report, say).map(plainText);
  const refused = report.outcome === 'refused' ? lines.pop() : undefined;
  for (const line of lines) print(line);
  if (refused !== undefined) throw new CliError(refused);
}

subcommand('exporteer <pad>', 'cli.help.export').action(async (path: string, options: Common) => {
  await withCore(options, async (core) => {
    const sheets = await exportSheets(core.store.import);
    await writeSheets(path, sheets);
    for (const line of exportLines(path, sheets, await leftOutOfExport(core.store.import), say)) print(line);
  });
});

type PreviewOptions = Common & PeriodTyped & { readonly school?: string; readonly json?: true };

subcommand('vooruitblik', 'cli.help.preview')
  .requiredOption('--van <datum>', say.plain('cli.help.from'))
  .requiredOption('--tot <datum>', say.plain('cli.help.until'))
  .option('--school <naam>', say.plain('cli.help.school'))
  .option('--json', say.plain('cli.help.json'))
  .action(async (options: PreviewOptions) => {
    const { from, until } = periodOf(options);
    await withCore(options, async (core) => {
      const schools = await schoolsNamed(core.store, options.school);
      const states = await Promise.all(schools.map(({ id }) => core.store.outbox.schoolState(id)));
      const known = states.filter((state) => state !== null);
      for (const line of previewLines(preview(known, from, until), options.json ?? false, say)) print(line);
    });
  });

subcommand('tik', 'cli.help.tick')
  .option('--op <tijd>', say.plain('cli.help.op'))
  .option('--verstuur', say.plain('cli.help.send'))
  .action(async (options: Common & { readonly op?: string; readonly verstuur?: true }) => {
    await withCore(options, async (core) => {
      const now = await momentOf(core, options.op);
      if (options.verstuur) {
        const platform = await platformOf(core, configuration(), createLog('warn'));
        const { posts, digests } = await core.tickThrough(platform).tick(now);
        print(say.plain('cli.sent', { count: posts + digests }));
        return;
      }
      for (const line of messageLines(await wouldSend(core, now), now, say)) print(line);
    });
  });

subcommand('controleer', 'cli.help.checkup').action(async (options: Common) => {
  await withCore(options, async (core) => {
    const today = localDateOf(await nowOf(core));
    const platforms = await lookAtPlatforms(core, configuration(), today);
    for (const line of await checkup(core.store, today, say, platforms)) print(line);
  });
});

subcommand('wis <email>', 'cli.help.erase')
  .option('--ja', say.plain('cli.help.sure'))
  .action(async (email: string, options: Common & { readonly ja?: true }) => {
    await withCore(options, async (core) => {
      const now = await nowOf(core);
      if (!options.ja && process.stdin.isTTY) await beSure(toErase(core.database, now, email), process);
      const erased = await erase(core.database, { by: null, at: now, act: 'wis', once: null }, email);
      if (erased === null) throw new CliError(say.plain('removal.unknown'));
      for (const line of erasedLines(erased, say, localDateOf(now))) print(line);
      print(say.plain('removal.cleaned', { count: await cleanFile(core.database) }));
    });
  });

subcommand('sleutel', 'cli.help.key')
  .option('--nieuw', say.plain('cli.help.new-key'))
  .action(async (options: Common & { readonly nieuw?: true }) => {
    await withCore(options, async (core) => {
      const state = keyState(core.database);
      if (state.outcome !== 'gone') return print(keyLine(state, say));
      if (!options.nieuw) throw new CliError(keyLine(state, say));
      const stamp = { by: null, at: await nowOf(core), act: 'sleutel', once: null };
      for (const line of newKeyLines(await replaceLostKey(core.database, stamp), say)) print(line);
    });
  });

subcommand('backup <bestand>', 'cli.help.backup').action(async (path: string, options: Common) => {
  const own = ownDatabase(options, configuration());
  if (own !== null && !existsSync(own)) throw new CliError(say.plain('database.no-file', { file: own }));
  await withCore(options, async (core) => {
    print(say.plain('cli.backed-up', { file: await backupTo(core.database, path, await nowOf(core)) }));
    const key = keyFile(core.database.sqlite.name);
    if (existsSync(key)) print(say.plain('cli.keep-key', { key }));
  });
});

subcommand('herstel <bestand>', 'cli.help.restore').action(async (path: string, { db }: Common) => {
  const { trialDatabase, database } = configuration();
  const restored = await restore(
    path,
    db ?? ((await isTrialBackup(path)) ? trialDatabase : database),
    systemClock.now(),
  );
  for (const line of restoredLines(restored, say)) print(line);
});

subcommand('teams-pakket <bestand>', 'teams-package.help')
  .option('--website <adres>', say.plain('teams-package.help-website'))
  .option('--versie <nummer>', say.plain('teams-package.help-version'))
  .action(async (path: string, typed: { readonly website?: string; readonly versie?: string }) => {
    await keepFile(path, teamsPackage({ ...packageAsked(path, typed, configuration()), commands: COMMANDS }));
    print(say.plain('teams-package.made', { file: path }));
    if (typed.website === undefined) print(say.plain('teams-package.no-website'));
  });

/** Told beside the answer, which may be JSON. */
async function keep(folder: string, files: readonly File[]): Promise<void> {
  const paths = await keepFiles(folder, files);
  const lines = paths.length > 0 ? paths.map((path) => say.plain('cli.kept', { path })) : [say.plain('cli.no-file')];
  process.stderr.write(lines.map((line) => `${line}\n`).join(''));
}

/** The moment of `--op`, else now. */
async function momentOf(core: Core, typed: string | undefined): Promise<Date> {
  return typed === undefined ? nowOf(core) : momentGiven(typed, configuration(), await core.store.latestRecord());
}

function configuration(): Config {
  loadEnvironment();
  return readConfig(process.env);
}

/** The database that was named, else the board's own, else the trial school. A fault on the way is the outcome. */
async function withCore(options: Common, use: (core: Core) => Promise<void>): Promise<void> {
  const config = configuration();
  const faults: unknown[] = [];
  const report: Report = (_where, _details, fault) => faults.push(fault);
  const own = ownDatabase(options, config);
  const core = own === null ? await openTrialSchool(config.trialDatabase, report) : openCore(own, report);
  await withOpen(core, use);
  if (faults.length > 0) throw faults[0];
  if (own === null) process.stderr.write(`${say.plain('cli.trial-used')}\n`);
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** One line for whoever typed the command; a fault of ours tells where it was, never people's words. */
function lineFor(error: unknown): string {
  for (const kind of [CliError, ConfigError, DatabaseError, CannotWrite, CannotKeep])
    if (error instanceof kind) return error.message;
  if (error instanceof CommanderError) return misuse(error);
  const [fault] = describeFault(error);
  return say.plain('cli.fault', { reason: [fault?.kind, fault?.code, fault?.at[0]].filter(Boolean).join(' ') });
}

// Whoever reads along (`| head`) may stop reading.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));

program.parseAsync().catch((error: unknown) => {
  if (error instanceof CommanderError && error.exitCode === 0) return;
  process.stderr.write(`${lineFor(error)}\n`);
  process.exitCode = 1;
});
