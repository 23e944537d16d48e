/** Puts the made-up board into a database: plans through the real import, a year of check-ins and half a year of meetings straight into their tables. */
import { readSheets } from '../../adapters/files/read-sheets.ts';
import { writeSheets } from '../../adapters/files/write-sheets.ts';
import type { Database } from '../../db/database.ts';
import { addDays, localDate } from '../../src/calendar/local-date.ts';
import { instantAt, localTime } from '../../src/calendar/zone.ts';
import type { Core } from '../../src/core.ts';
import { CHECK_IN_STATUSES } from '../../src/goals/goal.ts';
import { type ImportReport, importSheets } from '../../src/import/import-book.ts';
import { writeBook } from '../../src/import/write-book.ts';
import { plannedMeetings } from '../../src/meetings/planned-meetings.ts';
import { boardBook } from './board.ts';

/** The plans are entered before the school year begins. */
const ENTERED = instantAt(localDate('2026-08-10'), localTime('09:00'));
/** The year is over when people ask how it goes. */
export const ASKED = instantAt(localDate('2027-06-15'), localTime('10:00'));

const FIRST_CHECK_IN = localDate('2026-09-07');
const CHECK_INS_PER_GOAL = 10;

/** Writes the sheets as CSV files. */
export async function writeBoard(folder: string, schools: number): Promise<void> {
  await writeSheets(folder, writeBook(boardBook(schools)));
}

/** Reads the folder and imports it. Throws when the import has anything to say. */
export async function importBoard(
  core: Core,
  folder: string,
  progress: (done: number, total: number) => void,
): Promise<ImportReport> {
  const report = await importSheets(core.store.import, await readSheets(folder), {
    dryRun: false,
    overwrite: false,
    stamp: { by: null, at: ENTERED, act: 'importeer', once: null },
    progress,
  });
  if (report.outcome !== 'imported' || report.warnings.length > 0) {
    throw new Error(
      `the board was not imported: ${JSON.stringify([...report.mistakes, ...report.warnings].slice(0, 3))}`,
    );
  }
  return report;
}

type GoalRow = {
  readonly id: number;
  readonly baseline: number | null;
  readonly target: number | null;
  readonly by: number;
};

const GOALS = `
  select g.id, g.baseline, g.target, coalesce(g.person_id, t.chair_id) as "by"
  from goal g left join team t on t.id = g.team_id
  where g.status = 'nog geen meting' order by g.id`;
const ADD = `
  insert into check_in (goal_id, day, at, by_id, status, value, sentence)
  values (:goal, :day, :at, :by, :status, :value, 'In groep 6 lukt het nog niet elke week.')`;

/** Ten check-ins for each active goal; gives how many there are. Of one in four nobody writes after December, so that somebody is asked. */
export function addYear({ sqlite }: Database): number {
  const add = sqlite.prepare(ADD);
  const setStatus = sqlite.prepare('update goal set status = :status where id = :goal');
  const goals = sqlite.prepare<[], GoalRow>(GOALS).all();
  sqlite.transaction(() => {
    for (const { id: goal, baseline, target, by } of goals) {
      for (let index = 0; index < CHECK_INS_PER_GOAL; index++) {
        const day = addDays(FIRST_CHECK_IN, (goal % 4 === 0 ? 12 : 28) * index + (goal % 4));
        const at = instantAt(day, localTime('14:30')).getTime();
        const status = CHECK_IN_STATUSES[(goal + index) % CHECK_IN_STATUSES.length]!;
        const step = ((target ?? 0) - (baseline ?? 0)) / CHECK_INS_PER_GOAL;
        const value = baseline === null ? null : Math.round(baseline + step * index);
        add.run({ goal, day, at, by, status, value });
        setStatus.run({ goal, status });
      }
    }
  })();
  return goals.length * CHECK_INS_PER_GOAL;
}

/** The autumn and the first weeks of the new year, up to the days before the one that is planned. */
const FIRST_MEETING = localDate('2026-08-17');
const LAST_MEETING = localDate('2027-01-17');
const ADD_MEETING = `
  insert into meeting (team_id, day, time, duration, state, reason) values (:team, :day, :time, :duration, :state, :reason)`;
const ADD_MINUTES = `
  insert into minutes (meeting_id, at, text) values (:meeting, :at, 'We hebben de toetsen besproken en de groepen verdeeld.')`;
const ADD_DECISION = `
  insert into decision (team_id, meeting_id, day, at, text) values (:team, :meeting, :day, :at, 'We doen het in alle groepen zo.')`;
const ADD_ADVICE = `
  insert into advice (school_id, number, team_id, text, state, sent_on, created_at)
  values (:school, :number, :team, 'Geef elke groep een boekenhoek.', :state, :day, :at)`;

/** Of the meetings that were, nine of ten were held, with minutes; of each school two pieces of advice wait and two were answered. */
export async function addMeetings({ store, database: { sqlite } }: Core): Promise<number> {
  const [add, minutes, decision, advice] = [ADD_MEETING, ADD_MINUTES, ADD_DECISION, ADD_ADVICE].map((text) =>
    sqlite.prepare<[object]>(text),
  );
  let count = 0;
  for (const { id: school } of await store.people.schools()) {
    const state = (await store.outbox.schoolState(school))!;
    sqlite.transaction(() => {
      for (const leerteam of state.teams) {
        const { id: team } = leerteam;
        const planned = plannedMeetings(state, leerteam, FIRST_MEETING, LAST_MEETING);
        for (const [index, { date: day, time, duration }] of planned.entries()) {
          const isHeld = ++count % 10 !== 0;
          const [meetingState, reason] = isHeld ? ['gehouden', ''] : ['vervallen', 'Geen inval.'];
          const row = { team, day, time, duration, state: meetingState, reason };
          const meeting = add!.run(row).lastInsertRowid;
          const at = instantAt(day, localTime('16:15')).getTime();
          if (isHeld) minutes!.run({ meeting, at });
          if (isHeld && index % 3 === 0) decision!.run({ team, meeting, day, at });
        }
      }
      for (const [index, adviceState] of ['ingediend', 'in behandeling', 'overgenomen', 'niet overgenomen'].entries()) {
        const day = addDays(localDate('2027-01-04'), -14 * index);
        const at = instantAt(day, localTime('16:30')).getTime();
        const { id: team } = state.teams[index % state.teams.length]!;
        advice!.run({ school, number: index + 1, team, state: adviceState, day, at });
      }
      sqlite.prepare('update school set next_advice_number = 5 where id = ?').run(school);
    })();
  }
  return count;
}
