/** Fills the trial school from its files: the ordinary importer for the plans, the ordinary bot for what happened since. */
import type { Bot } from '../bot/bot.ts';
import { plainText, say } from '../bot/text.ts';
import { importSheets } from '../import/import-book.ts';
import { findingLine } from '../import/report.ts';
import type { SheetFile, SheetsRead } from '../import/sheet-file.ts';
import type { Store } from '../store.ts';
import { TRIAL_OPENED, TRIAL_START } from './clock.ts';
import { readHistory, replay } from './history.ts';

/** The sheet that is no plan but a history: `op`, `als`, `tekst`. */
const HISTORY = 'verloop';

/**
 * Imports the plans as of the start of the school year and lets the time until the opening pass. `tick` sends what is due.
 * @throws Error when the files have a mistake: they are part of the product.
 */
export async function fillTrialSchool(
  { store, bot, tick }: { readonly store: Store; readonly bot: Bot; readonly tick: (now: Date) => Promise<unknown> },
  read: SheetsRead,
): Promise<void> {
  const plans = { ...read, sheets: read.sheets.filter((sheet) => sheet.name !== HISTORY) };
  const report = await importSheets(store.import, plans, {
    dryRun: false,
    overwrite: false,
    stamp: { by: null, at: TRIAL_OPENED, act: 'importeer', once: null },
  });
  if (report.outcome === 'refused') {
    throw new Error(
      `the trial school: ${report.mistakes.map((mistake) => plainText(findingLine(mistake, say('nl')))).join(' ')}`,
    );
  }
  const history = read.sheets.find((sheet) => sheet.name === HISTORY);
  await replay({ bot, tick }, readHistory(history ? rowsOf(history) : []), { from: TRIAL_OPENED, until: TRIAL_START });
}

function rowsOf({ lines }: SheetFile): readonly Record<string, string>[] {
  const [header, ...rows] = lines;
  return rows.map(({ cells }) => Object.fromEntries(cells.map((cell, column) => [header!.cells[column] ?? '', cell])));
}
