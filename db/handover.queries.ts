/** The form `overdracht`: work of who leaves or is long away gets another owner, all of it in one act. */
import { and, eq, inArray, sql } from 'drizzle-orm';
import type { ActionId } from '../src/actions/action.ts';
import { Stale } from '../src/bot/errors.ts';
import { isActive } from '../src/goals/goal.ts';
import type { HandoverStore, Reassignment } from '../src/handover/handover.store.ts';
import type { PersonId, SchoolId, TeamId } from '../src/people/person.ts';
import type { Stamp } from '../src/stamp.ts';
import { addActionEvent } from './action-rows.ts';
import { lapsePoints } from './agenda-points.ts';
import { announce } from './announce.ts';
import { markColumns } from './column-marks.ts';
import type { Database, Orm } from './database.ts';
import { storeFields } from './goal-changes.queries.ts';
import { goalById } from './goal-row.ts';
import { planAgain } from './planning-mark.ts';
import { action, employment, team } from './schema.ts';
import { addTeamEvent } from './team-events.ts';
import { staysMember } from './team-members.queries.ts';

const NUDGED = `
  select count(*) as count from outbox
  where receiver_id = :receiver and sent_day is not null and state = 'sent' and substr(key, 1, length(:keyStart)) = :keyStart`;

type Of<Kind extends Reassignment['kind']> = Extract<Reassignment, { readonly kind: Kind }>;
/** Within which act, at which school, and whose it was. */
type Handing = {
  readonly database: Database;
  readonly orm: Orm;
  readonly stamp: Stamp;
  readonly schoolId: SchoolId;
  readonly from: PersonId;
};

function reassign(handing: Handing, one: Reassignment): void {
  switch (one.kind) {
    case 'actie':
      giveAction(handing, one);
      break;
    case 'doel':
      giveGoal(handing, one);
      break;
    case 'voorzitter':
      giveChair(handing, one);
      break;
    case 'vervanger':
      giveDeputy(handing, one);
      break;
    case 'leidinggevende':
      giveLead(handing, one);
      break;
  }
}

function giveAction({ database, orm, stamp, schoolId, from }: Handing, { id, to, due }: Of<'actie'>): void {
  const theirs = and(
    eq(action.id, id),
    eq(action.schoolId, schoolId),
    eq(action.ownerId, from),
    eq(action.state, 'open'),
  );
  const before = orm.select({ due: action.due }).from(action).where(theirs).get();
  if (!before) throw new Stale();
  orm
    .update(action)
    .set({
      ownerId: to,
      agreed: false,
      offeredToId: null,
      offeredOn: null,
      version: sql`${action.version} + 1`,
      ...(due && { due }),
    })
    .where(theirs)
    .run();
  addActionEvent(orm, stamp, id as ActionId, { what: 'overgedragen', fromPersonId: from, toPersonId: to });
  if (due === undefined || due === before.due) return;
  addActionEvent(orm, stamp, id as ActionId, { what: 'datum', from: before.due, to: due });
  lapsePoints(database, { actionId: id }, 'actie te laat', stamp.at);
}

function giveGoal({ orm, stamp, schoolId, from }: Handing, { id, to }: Of<'doel'>): void {
  const before = goalById(orm, id);
  const isTheirs = before.schoolId === schoolId && before.owner?.kind === 'person' && before.owner.personId === from;
  if (!isTheirs || !(isActive(before.status) || before.status === 'gepauzeerd')) throw new Stale();
  storeFields(orm, stamp, before, { ...before, owner: to });
}

function teamRow({ orm, schoolId }: Handing, id: TeamId): typeof team.$inferSelect {
  const row = orm
    .select()
    .from(team)
    .where(and(eq(team.id, id), eq(team.schoolId, schoolId)))
    .get();
  if (!row) throw new Stale();
  return row;
}

function changeTeam({ orm }: Handing, id: TeamId, values: { chairId?: PersonId; deputyId?: PersonId | null }): void {
  orm
    .update(team)
    .set({ ...values, version: sql`${team.version} + 1` })
    .where(eq(team.id, id))
    .run();
}

function giveChair(handing: Handing, { teamId, to }: Of<'voorzitter'>): void {
  const { orm, stamp, from } = handing;
  const { chairId, deputyId } = teamRow(handing, teamId);
  if (chairId !== from) throw new Stale();
  const wasDeputy = deputyId === to;
  changeTeam(handing, teamId, { chairId: to, ...(wasDeputy ? { deputyId: null } : {}) });
  addTeamEvent(orm, stamp, teamId, { what: 'voorzitter', fromPerson: from, toPerson: to });
  if (wasDeputy) addTeamEvent(orm, stamp, teamId, { what: 'vervanger', fromPerson: to, toPerson: null });
  staysMember(orm, stamp, teamId, from);
}

function giveDeputy(handing: Handing, { teamId, to }: Of<'vervanger'>): void {
  const { orm, stamp, from } = handing;
  const { chairId, deputyId } = teamRow(handing, teamId);
  if (deputyId !== from || chairId === to) throw new Stale();
  changeTeam(handing, teamId, { deputyId: to });
  addTeamEvent(orm, stamp, teamId, { what: 'vervanger', fromPerson: from, toPerson: to });
  staysMember(orm, stamp, teamId, from);
}

function giveLead({ orm, stamp, schoolId, from }: Handing, { people, to }: Of<'leidinggevende'>): void {
  const theirs = and(
    eq(employment.schoolId, schoolId),
    eq(employment.leadId, from),
    inArray(employment.personId, [...people]),
  );
  const rows = orm.select({ id: employment.id }).from(employment).where(theirs).all();
  if (rows.length !== people.length) throw new Stale();
  orm
    .update(employment)
    .set({ leadId: sql`iif(${employment.personId} = ${to}, null, ${to})` })
    .where(theirs)
    .run();
  for (const { id } of rows) markColumns(orm, stamp, `employment:${id}`, ['leidinggevende']);
}

export function handoverQueries(database: Database): HandoverStore {
  return {
    reassign: (stamp, schoolId, from, reassignments, announcement) =>
      database.act(stamp, (orm) => {
        for (const one of reassignments) reassign({ database, orm, stamp, schoolId, from }, one);
        announce(database, announcement);
        planAgain(orm, schoolId);
        return { result: undefined, subject: `person:${from}` };
      }),

    nudged: (receiver, keyStart) =>
      database.read(
        () => database.statement<object, { count: number }>(NUDGED).get({ receiver, keyStart })?.count ?? 0,
      ),
  };
}
