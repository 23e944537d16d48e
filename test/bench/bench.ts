/**
 * `npm run bench`: how fast and how big it is with a board of 200 schools, 8,000 staff, 900 leerteams and 3,000 goals with a year of
 * check-ins, 3,000 actions, advice, 6,000 POPs, and the meetings of half a year with their minutes. The board is made up and the same on every run.
 *
 * How to read it. Times differ per machine and per moment, so look at the ratio first: what was measured, divided by a floor that the
 * same run measured in turns with it. The floor is what nothing can be faster than here: the bare SQL on prepared statements, the
 * same rows inserted in one transaction, a bare Bolt command or a bare botbuilder bot that answers a constant, or a process that loads an empty file. Only then
 * look at the target: ✓ is within it, ▲ is not. A busy machine (the first line tells) gives ▲ where a quiet one gives ✓, while the ratios
 * stay. It always ends with 0: it is no test.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { trialClockQueries } from '../../db/trial-clock.queries.ts';
import { openCore } from '../../src/core.ts';
import { memoryLines, startLines } from './children.ts';
import { ASKED, addMeetings, addYear, writeBoard } from './fill.ts';
import { importLines } from './importing.ts';
import { planningLines, previewLines } from './planning.ts';
import { addPopSteps } from './pop-steps.ts';
import { slackLines } from './slack.ts';
import { statusLines } from './status.ts';
import { type Line, table } from './table.ts';
import { teamsLines } from './teams.ts';

const SCHOOLS = 200;

const folder = await mkdtemp(join(tmpdir(), 'leerteam-bench-'));
try {
  const busy = loadavg()[0]!.toFixed(1);
  console.log(`Node.js ${process.version}, ${availableParallelism()} processors, load ${busy} before it began\n`);
  const lines: Line[] = [];
  const sheets = join(folder, 'board');
  const file = join(folder, 'board.db');
  await writeBoard(sheets, SCHOOLS);

  const core = openCore(file, (where, details, fault) => console.error(where, details, fault));
  lines.push(...(await importLines(core, sheets, folder)));
  addYear(core.database);
  await addMeetings(core);
  addPopSteps(core.database);
  lines.push(...(await statusLines(core)));
  lines.push(...(await slackLines(core)));
  lines.push(...(await teamsLines(core)));
  lines.push(...(await planningLines(core)));
  lines.push(...(await previewLines(core)));
  await trialClockQueries(core.database).moveClock(ASKED);
  core.store.close();

  lines.push(...(await startLines(file, folder)));
  lines.push(...(await memoryLines(file, folder)));
  console.log(`\n${table(lines)}`);
} finally {
  await rm(folder, { recursive: true, force: true });
}
