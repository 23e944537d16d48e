/** No query that runs per command or per tick reads a big table from end to end: SQLite's own plans say so. */
import { join } from 'node:path';
import type Sqlite from 'better-sqlite3';
import { expect, it } from 'vitest';
import type { ActionId } from '../../src/actions/action.ts';
import { addDays, localDate } from '../../src/calendar/local-date.ts';
import { schoolYearOf } from '../../src/calendar/school-year.ts';
import { localTime } from '../../src/calendar/zone.ts';
import { NOTHING_TO_TELL } from '../../src/delivery/announcement.ts';
import type { Store } from '../../src/store.ts';
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
  /^SCAN post USING COVERING INDEX post_state$/,
  // `admins`: that index holds nobody else.
  /^SCAN e USING INDEX employment_admin$/,
  // `latestRecord`: backwards from the newest, to the first that is no import.
  /^SCAN audit USING INDEX audit_at$/,
];
/** Tables of a few rows, lists that came with the question, and results of an inner query. */
const SMALL = /^SCAN (school\b|s\b|setting\b|json_each\b|\(subquery-\d+\)|CONSTANT ROW)/;

/** Who refers to a new row is looked up only while a deferred constraint waits, and none of ours is deferred. */
const NEW_MEETING = /^insert into "meeting"/;
const REFERS_TO_MEETING = /^SCAN (agenda_item_event|advice|action)$/;

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

/** `/leerteam` and `/school`. */
async function useTeamsAndSchool({ agenda, teams, school }: Store, built: BuiltSchool): Promise<void> {
  const [nadia, sanne, id] = [built.person('Nadia'), built.person('Sanne'), built.team('Bovenbouw')];
  const by = stamp(nadia, NOW.toISOString());
  const team = (await agenda.team(id))!;
  const { name, kind, chairId, deputyId, day: _, time, duration, rhythm, firstDate, method } = team;
  const fields = { name, kind, chairId, deputyId, day: 'ma', time, duration, rhythm, firstDate, method } as const;
  await teams.change(by, id, team.version, fields);
  await teams.add(by, built.id, { ...fields, name: 'Taal' }, TODAY);
  await teams.setPhase(by, id, '');
  await teams.link(by, id, 'C');
  await teams.teamOfChannel('C', TODAY);
  await teams.end(by, id, null);
  await teams.removeMember(by, id, sanne, TODAY);
  await teams.addMember(by, id, sanne, TODAY);
  await teams.memberships(id, TODAY);
  await teams.events(id);
  await school.popConsent(built.id);
  await school.setPopConsent(by, built.id, null);
  await school.setBlokken(by, built.id, null);
  await school.addDays(by, built.id, { from: TODAY, until: TODAY, kind: 'studiedag', name: '' });
  const [days] = await school.ownDays(built.id, TODAY);
  await school.removeDays(by, built.id, days!.id, TODAY);
  const hired = { name: 'Jan', email: 'jan@example.org', roles: ['ib'], workingDays: null, from: TODAY } as const;
  const came = await school.hire(by, built.id, hired);
  if (came.outcome === 'removed') throw new Error('nobody was removed');
  const [member] = await school.staff(built.id, TODAY);
  await school.changeStaff(by, built.id, member!.id, member!, member!);
  await school.endService(by, built.id, came.id, TODAY);
  await school.hire(by, built.id, { ...hired, from: addDays(TODAY, 7) });
}

/** `/pop`. */
async function usePop({ pop }: Store, { id: schoolId, person }: BuiltSchool): Promise<void> {
  const by = stamp(person('Sanne'), NOW.toISOString());
  const year = schoolYearOf(TODAY);
  const key = { personId: person('Sanne'), schoolId, year };
  const silent = () => NOTHING_TO_TELL;
  await pop.setDays(by, schoolId, null);
  await pop.terms(schoolId);
  await pop.setReady(by, key, TODAY);
  await pop.setLink(by, key, '');
  const moment = { day: TODAY, time: null };
  const { id } = await pop.planTalk(by, key, 'gesprek', 0, moment, silent);
  await pop.setHeld(by, key, 'gesprek', TODAY, silent);
  await pop.ask(by, key, NOTHING_TO_TELL);
  await pop.talkKey(id);
  await pop.people(schoolId, year, TODAY);
  await pop.counted(schoolId, year, TODAY);
  await pop.schoolsLed(person('Marieke'), TODAY);
}

async function useConversations({ conversations }: Store): Promise<void> {
  const [tenant, account, channel] = ['T', 'A', '19:1'];
  const told = { tenant, name: 'x', conversation: 'x', member: 'x', team: 'x', serviceUrl: 'x', bot: 'x' };
  await conversations.remember({ ...told, of: { kind: 'person', account } }, NOW);
  await conversations.remember({ ...told, of: { kind: 'channel', channel } }, NOW);
  await conversations.conversationWith(tenant, account);
  await conversations.conversationIn(tenant, channel);
  await conversations.channelsCalled('x');
  await conversations.lastSeen();
  await conversations.forget(tenant, { kind: 'person', account });
}

/** Everything that the store does per command and per tick. */
async function useAll({ store }: OpenStore, school: BuiltSchool): Promise<void> {
  const [nadia, team, goal] = [
    school.person('Nadia'),
    school.team('Bovenbouw'),
    school.goal('Elke week rijke teksten'),
  ];
  const by = stamp(nadia, NOW.toISOString());
  const { people, goals, agenda, summary, outbox, posts } = store;

  await people.actorByEmail(school.email('Sanne'), TODAY);
  await people.actorById(nadia, TODAY);
  await people.linkAccount({ ...by, once: 'key' }, { platform: 'slack', tenant: 'T', account: 'U' }, nadia);
  await people.actorByAccount({ platform: 'slack', tenant: 'T', account: 'U' }, TODAY);
  await people.accountOf(nadia, 'slack');
  await people.addressesOf(nadia);
  await people.waitingAccounts(nadia, 'slack');
  await people.refuseAccount(by, { platform: 'slack', tenant: 'T', account: 'V' }, [nadia]);
  await people.unlinkAccounts(by, nadia, 'slack');
  await people.accountUsed({ platform: 'slack', tenant: 'T', account: 'U' }, NOW);
  await people.platformUsedLast(nadia);
  await useConversations(store);
  await store.controls.keep([{ key: 'k', content: '{}' }], NOW);
  await store.controls.kept('k');
  await people.person(nadia);
  await people.school(school.id);
  await people.schools();
  await people.colleagues(school.id, TODAY);
  await people.directors(school.id, TODAY);
  await people.admins(TODAY);
  await people.governors(TODAY);
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
  const item = { schoolId: school.id, teamId: team, kind: 'overig', text: 'x', minutes: 5, link: '' } as const;
  const brought = await agenda.addItem(by, item);
  await agenda.withdrawItem(by, brought.id);
  await agenda.item(brought.id);
  await agenda.itemEvents(brought.id);
  const seen = { teamId: team, date: TODAY, time: localTime('15:00'), duration: 60, version: null };
  const planned = await agenda.setLineMinutes(by, seen, new Map([['acties', 5]]));
  const shared = await agenda.share(by, { ...seen, version: planned.version }, NOTHING_TO_TELL);
  const to = { ...seen, date: addDays(TODAY, 1) };
  const moved = await agenda.move(by, { ...seen, version: shared.version }, to, [1 as ActionId], NOTHING_TO_TELL);
  await agenda.cancel(by, { ...to, version: moved.version }, 'x', NOTHING_TO_TELL);
  await agenda.meetings(team);
  await agenda.meeting(moved.id);
  await agenda.itemsOf(moved.id);
  await agenda.lineMinutes(moved.id);
  const written = {
    text: 'x',
    shared: 'x',
    decisions: ['x'],
    actions: [
      {
        schoolId: school.id,
        what: 'x',
        ownerId: nadia,
        due: TODAY,
        teamId: team,
        goalId: null,
        agreed: true,
        offeredToId: null,
        offeredOn: null,
      },
    ],
    advice: null,
    checkIns: [
      { goalId: goal, date: TODAY, status: 'op koers', value: null, sentence: '', success: false, replaces: null },
    ],
    dealtWith: [(await agenda.addItem(by, item)).id],
    carried: [(await agenda.addItem(by, item)).id],
  } as const;
  const silent = () => NOTHING_TO_TELL;
  const met = await store.minutes.save(by, { ...seen, date: addDays(TODAY, 2) }, written, silent);
  await store.minutes.add(by, met.id, { ...written, dealtWith: [], carried: [] }, silent);
  await store.minutes.held(by, { ...seen, date: addDays(TODAY, 3) }, []);
  await store.minutes.reopenItem(by, written.dealtWith[0]!);
  await store.minutes.of(met.id);
  await store.minutes.decisions(team, 5);
  await store.minutes.decide(by, team, TODAY, 'x');
  const advice = {
    schoolId: school.id,
    teamId: team,
    meetingId: null,
    text: 'x',
    reasons: '',
    mtTeamId: team,
  } as const;
  const concept = await store.advice.add(by, { ...advice, state: 'concept', sentOn: null });
  await store.advice.send(by, concept.id, TODAY, team);
  await store.advice.answer(by, concept.id, 2, 'later', 'x', TODAY);
  await store.advice.decide(by, (await store.advice.add(by, { ...advice, state: 'concept', sentOn: null })).id, TODAY);
  await store.advice.withdraw(by, (await store.advice.add(by, { ...advice, state: 'ingediend', sentOn: TODAY })).id, 1);
  await store.advice.advice(concept.id);
  await store.advice.events(concept.id);
  await store.advice.list({ schoolIds: [school.id] });
  await store.advice.list({ teamIds: [team] });
  await store.advice.list({ schoolIds: [school.id], states: ['ingediend'] });
  await store.advice.list({ teamIds: [team], states: ['ingediend'] });
  const added = {
    schoolId: school.id,
    what: 'x',
    due: TODAY,
    teamId: team,
    goalId: goal,
    meetingId: moved.id,
  } as const;
  const offered = { ...added, ownerId: nadia, agreed: true, offeredToId: nadia, offeredOn: TODAY } as const;
  const action = await store.actions.add(by, offered, NOTHING_TO_TELL);
  await store.actions.accept(by, action.id);
  await store.actions.offer(by, action.id, 2, nadia, TODAY, NOTHING_TO_TELL);
  await store.actions.giveBack(by, action.id, 'x', NOTHING_TO_TELL);
  await store.actions.reassign(by, action.id, 4, nadia, 'x');
  await store.actions.changeDue(by, action.id, 5, addDays(TODAY, 1), 'x');
  await store.actions.askHelp(by, action.id, 'x', NOTHING_TO_TELL);
  await store.actions.finish(by, action.id);
  await store.actions.notRight(
    by,
    (await store.actions.add(by, offered, NOTHING_TO_TELL)).id,
    nadia,
    'x',
    NOTHING_TO_TELL,
  );
  await store.actions.stop(by, (await store.actions.add(by, offered, NOTHING_TO_TELL)).id, 'x');
  await store.actions.line(action.id);
  await store.actions.events(action.id);
  for (const states of [{}, { states: ['open'] }, { states: ['klaar', 'gestopt'] }] as const) {
    await store.actions.lines({ schoolIds: [school.id], ...states });
    await store.actions.lines({ schoolIds: [school.id], number: 1, ...states });
    await store.actions.lines({ teamId: team, ...states });
    await store.actions.lines({ ownerId: nadia, ...states });
    await store.actions.lines({ offeredToId: nadia, ...states });
    await store.actions.lines({ concerns: nadia, ...states });
    await store.actions.lines({ meetingId: moved.id, ...states });
  }
  const left = await store.actions.add(by, offered, NOTHING_TO_TELL);
  await people.welcomed(nadia);
  await people.markWelcomed(by, nadia, TODAY);
  await goals.change(by, goal, (await goals.line(goal))!.version, {
    ...FIELDS,
    owner: { kind: 'person', personId: nadia },
  });
  await store.handover.reassign(
    by,
    school.id,
    nadia,
    [
      { kind: 'actie', id: left.id, to: school.person('Sanne') },
      { kind: 'doel', id: goal, to: { kind: 'team', teamId: team } },
      { kind: 'voorzitter', teamId: team, to: school.person('Sanne') },
      { kind: 'leidinggevende', people: [], to: nadia },
    ],
    NOTHING_TO_TELL,
  );
  await store.handover.reassign(
    by,
    school.id,
    school.person('Nico'),
    [{ kind: 'vervanger', teamId: team, to: null }],
    NOTHING_TO_TELL,
  );
  await store.handover.nudged(nadia, 'overdracht:');
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
  const draft = {
    key: 'post',
    kind: 'agenda-delen',
    schoolId: school.id,
    to: { kind: 'channel', schoolId: school.id, channel: 'bovenbouw' },
    subject: `meeting:${team}:${TODAY}`,
    day: TODAY,
    time: localTime('08:00'),
    untilDay: TODAY,
    until: localTime('15:00'),
  } as const;
  await outbox.plan(school.id, version, TODAY, [reference], [], [draft]);
  await outbox.plan(school.id, version, TODAY, [reference], [], [draft]);
  const leaseEnd = new Date(NOW.getTime() + 60_000);
  const [post] = await posts.due(leaseEnd, 10);
  await posts.release((await posts.claim(post!, NOW, leaseEnd))!, NOW);
  for (const outcome of [
    { kind: 'sent', reference: 'r' },
    { kind: 'edited' },
    { kind: 'lapsed' },
    { kind: 'failed', reason: '' },
  ] as const) {
    await agenda.addItem(by, { ...item, text: outcome.kind });
    const due = await posts.claim(post!, NOW, leaseEnd);
    await posts.settle(due ?? { id: post!, token: '', post: draft, reference: null, print: null }, outcome, NOW);
  }
  await outbox.receiversDue(TODAY, localTime('09:00'), NOW, 10);
  const given = (await outbox.claim(nadia, TODAY, NOW, NOW))!;
  await outbox.release(given, NOW);
  const claim = (await outbox.claim(nadia, TODAY, NOW, NOW))!;
  const [row] = await outbox.rows(nadia, TODAY);
  const rest = { lapsed: [0], moved: [{ id: 0, nextDay: TODAY }], failed: [{ id: 0, reason: '' }] };
  await outbox.settle(claim, { sent: [row!.id], ...rest, digest: true, reference: null }, NOW);
  await outbox.sentOn(nadia, TODAY);
  await outbox.inDigest(nadia, TODAY);
  await outbox.snooze(by, nadia, [row!.id], addDays(TODAY, 1));
  await outbox.lastDigest(nadia);
  await outbox.counts();
  await outbox.ticked(NOW);
  await outbox.lastTick();
  await usePop(store, school);
  await useTeamsAndSchool(store, school);
  await store.privacy.askRemoval(by, nadia, NOTHING_TO_TELL);
  await store.privacy.removalRequest(nadia);
  await store.privacy.withdrawRemoval(by, nadia);
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
      .filter((step) => !(NEW_MEETING.test(text) && REFERS_TO_MEETING.test(step)))
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
