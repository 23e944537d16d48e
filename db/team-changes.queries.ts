/** `/leerteam wijzig`, `nieuw`, `fase`, `koppel` and its last day: each leaves events. */
import { eq, sql } from 'drizzle-orm';
import { Stale } from '../src/bot/errors.ts';
import { localDateOf } from '../src/calendar/zone.ts';
import { NOTHING_TO_TELL } from '../src/delivery/announcement.ts';
import { newLeaderTells } from '../src/handover/newcomer-tell.ts';
import type { SchoolId, TeamId } from '../src/people/person.ts';
import type { Stamp } from '../src/stamp.ts';
import { meetsOtherwise } from '../src/teams/change-rhythm.ts';
import type { Leerteam } from '../src/teams/leerteam.ts';
import type { TeamFields, TeamsStore } from '../src/teams/teams.store.ts';
import { leerteamOf } from './agenda.queries.ts';
import { announce } from './announce.ts';
import type { Changed, Database, Orm } from './database.ts';
import { markAgendaChanged } from './meeting-rows.ts';
import { planAgain } from './planning-mark.ts';
import { team } from './schema.ts';
import { addTeamEvent, teamHistory } from './team-events.ts';
import { staysMember, teamMembers } from './team-members.queries.ts';
import { followRhythm, keepMeetings } from './team-rhythm.ts';

// The same words as in the index `team_channel`, or SQLite reads every team.
const IN_USE = "t.channel <> '' and (t.until_day is null or t.until_day >= :today)";
const OF_CHANNEL = `select t.id from team t where t.channel = :channel and ${IN_USE} limit 1`;
const OF_CHANNEL_NAMED = `select t.id from team t where lower(t.channel) in (lower(:name), '#' || lower(:name)) and ${IN_USE} limit 1`;

const NAME_USED = 'select 1 from team where school_id = :schoolId and name = :name collate nocase and id <> :id';

export function teamById(orm: Orm, id: TeamId): Leerteam {
  const row = orm.select().from(team).where(eq(team.id, id)).get();
  if (!row) throw new Error(`no team ${id}`);
  return leerteamOf(row);
}

/** Is there another team of this name at the school, also one that has ended? */
function isNameUsed(database: Database, schoolId: SchoolId, name: string, id: TeamId | 0): boolean {
  return database.statement(NAME_USED).get({ schoolId, name, id }) !== undefined;
}

/** Stores the values, raises the version and has the school planned again. */
function update(orm: Orm, id: TeamId, values: Partial<typeof team.$inferInsert>): Changed<Leerteam> {
  orm
    .update(team)
    .set({ ...values, version: sql`${team.version} + 1` })
    .where(eq(team.id, id))
    .run();
  const changed = teamById(orm, id);
  planAgain(orm, changed.schoolId);
  return { result: changed, subject: `team:${id}` };
}

/** The fields as the import sheet writes them. */
function wordsOf(fields: TeamFields): Readonly<Record<string, string>> {
  return {
    leerteam: fields.name,
    soort: fields.kind,
    dag: fields.day,
    tijd: fields.time,
    duur: String(fields.duration),
    ritme: fields.rhythm,
    eerste_datum: fields.firstDate ?? '',
    methode: fields.method,
  };
}

function addChanges(orm: Orm, stamp: Stamp, before: Leerteam, fields: TeamFields): void {
  const [from, to] = [wordsOf(before), wordsOf(fields)];
  for (const what of Object.keys(from)) {
    if (from[what] !== to[what]) addTeamEvent(orm, stamp, before.id, { what, from: from[what]!, to: to[what]! });
  }
  if (before.chairId !== fields.chairId) {
    addTeamEvent(orm, stamp, before.id, { what: 'voorzitter', fromPerson: before.chairId, toPerson: fields.chairId });
  }
  if (before.deputyId !== fields.deputyId) {
    addTeamEvent(orm, stamp, before.id, { what: 'vervanger', fromPerson: before.deputyId, toPerson: fields.deputyId });
  }
}

/** Call within the act that changed who leads the team. */
export function tellNewLeaders(
  database: Database,
  { by, at }: Stamp,
  before: Parameters<typeof newLeaderTells>[0],
  after: Leerteam,
): void {
  const tells = newLeaderTells(before, after, by, localDateOf(at));
  announce(database, { ...NOTHING_TO_TELL, tells });
}

export function teamQueries(database: Database): TeamsStore {
  return {
    ...teamHistory(database),
    ...teamMembers(database),

    teamOfChannel: (channel, today, name = '') =>
      database.read((orm) => {
        const row =
          database.statement<object, { id: TeamId }>(OF_CHANNEL).get({ channel, today }) ??
          database.statement<object, { id: TeamId }>(OF_CHANNEL_NAMED).get({ name, today });
        return row ? teamById(orm, row.id) : null;
      }),

    add: (stamp, schoolId, fields, from) =>
      database.act(stamp, (orm) => {
        if (isNameUsed(database, schoolId, fields.name, 0)) return { result: null, subject: null };
        const made = orm
          .insert(team)
          .values({ ...fields, schoolId, fromDay: from })
          .run();
        const id = Number(made.lastInsertRowid) as TeamId;
        addTeamEvent(orm, stamp, id, { what: 'gemaakt', to: fields.name });
        const added = teamById(orm, id);
        tellNewLeaders(database, stamp, { chairId: null, deputyId: null }, added);
        planAgain(orm, schoolId);
        return { result: added, subject: `team:${id}` };
      }),

    change: (stamp, id, version, fields) =>
      database.act(stamp, (orm) => {
        const before = teamById(orm, id);
        if (before.version !== version) throw new Stale();
        if (isNameUsed(database, before.schoolId, fields.name, id)) return { result: null, subject: null };
        const isOther = meetsOtherwise(before, fields);
        const ahead = isOther ? keepMeetings(database, orm, before, stamp.at) : { moved: [], shared: [] };
        addChanges(orm, stamp, before, fields);
        const leaders = [fields.chairId, fields.deputyId];
        for (const former of [before.chairId, before.deputyId]) {
          if (former !== null && !leaders.includes(former)) staysMember(orm, stamp, id, former);
        }
        const phase = before.method === fields.method ? before.phase : '';
        const { result: changed, subject } = update(orm, id, { ...fields, phase });
        tellNewLeaders(database, stamp, before, changed);
        if (isOther) followRhythm(database, orm, before, changed);
        markAgendaChanged(database, id, localDateOf(stamp.at));
        return { result: { team: changed, ...ahead }, subject };
      }),

    end: (stamp, id, last) =>
      database.act(stamp, (orm) => {
        addTeamEvent(orm, stamp, id, { what: 'tot', from: teamById(orm, id).until ?? '', to: last ?? '' });
        return update(orm, id, { untilDay: last });
      }),

    setPhase: (stamp, id, phase) =>
      database.act(stamp, (orm) => {
        addTeamEvent(orm, stamp, id, { what: 'fase', from: teamById(orm, id).phase, to: phase });
        markAgendaChanged(database, id, localDateOf(stamp.at));
        return update(orm, id, { phase });
      }),

    link: (stamp, id, channel, told = NOTHING_TO_TELL) =>
      database.act(stamp, (orm) => {
        addTeamEvent(orm, stamp, id, { what: 'kanaal', from: teamById(orm, id).channel, to: channel });
        announce(database, told);
        return update(orm, id, { channel });
      }),
  };
}
