/** What was typed on the command line, read; a mistake is one clear line. */
import { existsSync } from 'node:fs';
import { extname } from 'node:path';
import { readFields } from './bot/read-fields.ts';
import type { Request } from './bot/request.ts';
import { say as voice } from './bot/text.ts';
import { daysBetween, type LocalDate, parseLocalDate } from './calendar/local-date.ts';
import { isoInZone, parseInstant } from './calendar/zone.ts';
import type { Config } from './config.ts';
import type { School } from './people/person.ts';
import type { Store } from './store.ts';

const say = voice('nl');

/** Something that the person at the machine can mend; shown as it is. */
export class CliError extends Error {}

/** The file of `--db`, else the board's own; null: there is only the trial school. */
export function ownDatabase({ db }: { readonly db?: string }, config: Config): string | null {
  if (db !== undefined) return db;
  return config.databaseGiven || config.platforms.length > 0 || existsSync(config.database) ? config.database : null;
}

/** Of `zeg`: a button or form, and its fields as JSON. */
type Said = { readonly doe?: string; readonly met?: string };

export function whatIsSaid(text: string | undefined, { doe, met }: Said): Request['said'] {
  if (text !== undefined && doe === undefined) return { kind: 'text', text };
  if (text !== undefined || doe === undefined) throw new CliError(say.plain('cli.say-what'));
  const args = met === undefined ? {} : readFields(met);
  if (args === null) throw new CliError(say.plain('cli.wrong-fields', { example: '\'{"doel": "3"}\'' }));
  return { kind: 'intent', intent: { name: doe, args } };
}

/** Throws a CliError when there is no such day. */
export function dayOf(typed: string): LocalDate {
  const day = parseLocalDate(typed);
  if (!day) throw new CliError(say.plain('cli.wrong-day', { typed }));
  return day;
}

export type PeriodTyped = { readonly van: string; readonly tot: string };

/** Both days inclusive. Throws a CliError when that is no period of at most five years. */
export function periodOf({ van, tot }: PeriodTyped): {
  readonly from: LocalDate;
  readonly until: LocalDate;
} {
  const [from, until] = [dayOf(van), dayOf(tot)];
  if (until < from) throw new CliError(say.plain('cli.period-backwards'));
  if (daysBetween(from, until) > 5 * 366) throw new CliError(say.plain('cli.period-too-long'));
  return { from, until };
}

/** The moment of `--op`, which may not lie before the `latest` that is on record. Throws a CliError. */
export function momentGiven(typed: string, config: Config, latest: Date | null): Date {
  const moment = parseInstant(typed);
  if (!moment) throw new CliError(say.plain('cli.wrong-instant', { typed }));
  if (config.platforms.length > 0) throw new CliError(say.plain('cli.op-with-platform'));
  if (latest && moment < latest) throw new CliError(say.plain('cli.op-too-early', { latest: isoInZone(latest) }));
  return moment;
}

/** Of `teams-pakket`: a page of the board, and another version than that of the program. */
type PackageTyped = { readonly website?: string; readonly versie?: string };

/** What a package for Teams is made from. Throws a CliError when the configuration or what was typed does not do. */
export function packageAsked(
  path: string,
  { website, versie }: PackageTyped,
  { teams }: Config,
): { readonly appId: string; readonly website: string | null; readonly version: string | null } {
  if (extname(path).toLowerCase() !== '.zip') throw new CliError(say.plain('teams-package.not-a-zip'));
  if (!teams?.app) throw new CliError(say.plain('teams-package.no-app-id'));
  if (website !== undefined && !isWebPage(website))
    throw new CliError(say.plain('teams-package.wrong-website', { example: 'https://bestuur.example/leerteambot' }));
  // Teams takes no other form, whatever its schema says (microsoft-teams-app-schema#174).
  if (versie !== undefined && !/^\d{1,9}\.\d{1,9}\.\d{1,9}$/.test(versie))
    throw new CliError(say.plain('teams-package.wrong-version', { example: '0.1.1' }));
  return { appId: teams.app.id, website: website ?? null, version: versie ?? null };
}

/** As long as Teams takes it, in characters. */
const LONGEST_ADDRESS = 2048;

function isWebPage(text: string): boolean {
  return text.length <= LONGEST_ADDRESS && URL.canParse(text) && new URL(text).protocol === 'https:';
}

/** All of them without a name. Throws a CliError that names the schools when there is none with that name. */
export async function schoolsNamed(store: Store, name: string | undefined): Promise<readonly School[]> {
  const schools = await store.people.schools();
  if (name === undefined) return schools;
  const found = schools.filter((school) => school.name.toLowerCase() === name.toLowerCase());
  if (found.length > 0) return found;
  throw new CliError(
    say.plain('cli.unknown-school', {
      typed: name,
      count: schools.length,
      nearest: say.list(schools.slice(0, 5).map((school) => school.name)),
    }),
  );
}

/** Commander says it in English; what was typed stands in quotes. */
export function misuse({ code, message }: { readonly code: string; readonly message: string }): string {
  const typed = /'([^']*)'/.exec(message)?.[1] ?? '';
  if (code === 'commander.unknownCommand') return say.plain('cli.unknown-command', { typed });
  if (code === 'commander.unknownOption') return say.plain('cli.unknown-option', { typed });
  if (code === 'commander.help') return say.plain('cli.no-command');
  return code === 'commander.excessArguments' ? say.plain('cli.too-much') : say.plain('cli.missing', { what: typed });
}
