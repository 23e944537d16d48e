/** No query that runs per command or per tick reads a big table from end to end: SQLite's own plans say so. */
import { join } from 'node:path';
import type Sqlite from 'better-sqlite3';
import { expect, it } from 'vitest';
import { addDays, localDate } from '../../src/calendar/local-date.ts';
import { localTime } from '../../src/calendar/zone.ts';
import { FIELDS } from '../support/goals.ts';
import { type BuiltSchool, buildSchool, type OpenStore, openStore, stamp } from '../support/store.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const TODAY = localDate('2026-09-07');
const NOW = new Date('2026-09-07T06:00:00Z');

/** Reads that are about everything there is, so that a scan is all they can do. None runs per command of a teacher or per receiver. */
const OF_EVERYTHING = [
  // `counts`: goals of all schools for the board, from the index alone.
  /^SCAN goal USING COVERING INDEX goal_school_status$/,
  // `schools`: every school with its own days.
  /^SCAN own_days$/,
  // The outbox's counts for the metrics, from the index alone.
  /^SCAN outbox USING COVERING INDEX outbox_state$/,
  // `admins`: that index holds nobody else.
  /^SCAN e USING INDEX employment_admin$/,
  // `latestRecord`: backwards from the newest, to the first that is no import.
  /^SCAN audit USING INDEX audit_at$/,
];
/** Tables of a few rows, lists that came with the question, and results of an inner query. */
const SMALL = /^SCAN (school\b|s\b|setting\b|json_each\b|\(subquery-\d+\)|CONSTANT ROW)/;

/** Every statement that the act prepares. */
async function statementsOf(sqlite: Sqlite.Database, act: () => Promise<void>): Promise<readonly string[]> {
  const texts = new Set<string>();
  const prepare = sqlite.prepare;
  sqlite.prepare = function (this: Sqlite.Database, text: string) {
    texts.add(text);
    return prepare.call(this, text);
  } as typeof sqlite.prepare;
  await act();
  sqlite.prepare = prepare;
  return [...texts];
}

function planOf(sqlite: Sqlite.Database, text: string): readonly string[] {
  const names = [...text.matchAll(/:(\w+)/g)].map(([, name]) => [name, null]);
  const places = [...text.matchAll(/\?/g)].map(() => null);
  const explain = sqlite.prepare<unknown[], { detail: string }>(`explain query plan ${text}`);
  const rows = names.length > 0 ? explain.all(Object.fromEntries(names)) : explain.all(...places);
  return rows.map((row) => row.detail);
}

/** Everything that the store does per command and per tick. */
async function useAll({ store }: OpenStore, school: BuiltSchool): Promise<void> {
  const [nadia, team, goal] = [
    school.person('Nadia'),
    school.team('Bovenbouw'),
    school.goal('Elke week rijke teksten'),
  ];
  const by = stamp(nadia, NOW.toISOString());
  const { people, goals, agenda, summary, outbox } = store;

  await people.actorByEmail(school.email('Sanne'), TODAY);
  await people.actorById(nadia, TODAY);
  await people.linkAccount({ ...by, once: 'key' }, { platform: 'slack', tenant: 'T', account: 'U' }, nadia);
  await people.actorByAccount({ platform: 'slack', tenant: 'T', account: 'U' }, TODAY);
  await people.person(nadia);
  await people.school(school.id);
  await people.schools();
  await people.colleagues(school.id, TODAY);
  await people.directors(school.id, TODAY);
  await people.admins(TODAY);
  await people.teamPeople(team, TODAY);
  await people.reportAbsent(by, nadia, { from: TODAY, until: addDays(TODAY, 3) });
  await people.absences(nadia, TODAY);
  await people.reportBack(by, nadia, addDays(TODAY, 1));
  await people.withdrawAbsence(by, nadia, { absence: { from: TODAY, until: TODAY }, before: [] });
  await people.mute(by, nadia, 'goal:1');
  const settings = await people.settings(nadia);
  await people.changeSettings(by, nadia, settings, [{ schoolId: school.id, days: ['ma', 'di'] }]);

  const ownedBy = { teamIds: [team], personId: nadia };
  await goals.lines({ ownedBy });
  await goals.lines({ schoolIds: [school.id] });
  await goals.lines({ schoolIds: [school.id], ownedBy });
  await goals.titles({ schoolIds: [school.id] });
  await goals.titles({ schoolIds: [school.id], ownedBy });
  await goals.line(goal);
  await goals.add(by, school.id, FIELDS, 'concept');
  await goals.change(by, goal, 1, { ...FIELDS, owner: { kind: 'team', teamId: team } });
  await goals.setPhase(by, goal, 'op pad');
  await goals.setStatus(by, goal, 'gepauzeerd', '');
  await goals.setStatus(by, goal, 'verder', '');
  const said = { goalId: goal, date: TODAY, status: 'op koers', value: 1, sentence: '', success: true } as const;
  const checkIn = await goals.checkIn(by, { ...said, replaces: null });
  const { id } = await goals.checkIn(by, { ...said, replaces: checkIn.id });
  await goals.withdrawCheckIn(by, id);
  await goals.checkIns(goal);
  await goals.hasCheckInSince(goal, TODAY);
  await goals.events(goal);
  await goals.openActions(goal);
  await goals.activeInTeam(team, goal);
  await goals.counts();

  await agenda.team(team);
  await agenda.teams(school.id, TODAY);
  await agenda.openItems(school.id, team);
  await agenda.openItems(school.id, null);
  for (const scope of [null, team]) {
    await summary.statusesOn(school.id, scope, TODAY);
    await summary.successes(school.id, scope, TODAY, TODAY);
    await summary.ending(school.id, scope, TODAY, TODAY);
    await summary.gaps(school.id, scope, TODAY);
  }

  await outbox.schoolsToPlan(TODAY);
  const { version } = (await outbox.schoolState(school.id))!;
  const reference = {
    key: 'a',
    kind: 'doel-checkin',
    receiver: nadia,
    schoolId: school.id,
    subject: 'goal:1',
    step: 0,
    from: TODAY,
    until: TODAY,
    answeredFrom: TODAY,
    nextDay: TODAY,
  } as const;
  const point = { key: 'p', schoolId: school.id, teamId: team, cause: 'doel zonder update', goalId: goal } as const;
  const points = [{ ...point, madeOn: TODAY, unlessUpdatedSince: TODAY }];
  await outbox.plan(school.id, version, TODAY, [reference], points, []);
  await outbox.plan(school.id, version, TODAY, [reference], points, []);
  await outbox.receiversDue(TODAY, localTime('09:00'), NOW, 10);
  const given = (await outbox.claim(nadia, TODAY, NOW, NOW))!;
  await outbox.release(given, NOW);
  const claim = (await outbox.claim(nadia, TODAY, NOW, NOW))!;
  const [row] = await outbox.rows(nadia, TODAY);
  const rest = { lapsed: [0], moved: [{ id: 0, nextDay: TODAY }], failed: [{ id: 0, reason: '' }] };
  await outbox.settle(claim, { sent: [row!.id], ...rest, digest: true, reference: null }, NOW);
  await outbox.sentOn(nadia, TODAY);
  await outbox.snooze(by, nadia, [row!.id], addDays(TODAY, 1));
  await outbox.lastDigest(nadia);
  await outbox.counts();
  await outbox.ticked(NOW);
  await outbox.lastTick();
  await store.audit(by);
  await store.latestRecord();
}

it('every query finds its rows by an index', async () => {
  const file = join(temporaryFolder(), 'leerteam.db');
  const first = await openStore(file);
  const school = await buildSchool(first);
  first.close();
  // Opened anew, so that no statement was prepared before.
  const opened = await openStore(file);
  const { sqlite } = opened.database;
  const texts = await statementsOf(sqlite, () => useAll(opened, school));
  expect(texts.length).toBeGreaterThan(90);

  const scans = texts.flatMap((text) =>
    planOf(sqlite, text)
      .filter((step) => step.startsWith('SCAN ') && !SMALL.test(step))
      .filter((step) => !OF_EVERYTHING.some((allowed) => allowed.test(step)))
      .map((step) => `${step}: ${text.replace(/\s+/g, ' ')}`),
  );
  expect(scans).toEqual([]);
  opened.close();
});

it('a scan would be seen', async () => {
  const { database, close } = await openStore();
  const steps = planOf(database.sqlite, 'select * from goal g where g.title = ?');
  expect(steps).toEqual(['SCAN g']);
  expect(SMALL.test(steps[0]!)).toBe(false);
  close();
});
