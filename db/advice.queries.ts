/** Advice to the MT and its answers. */
import { eq } from 'drizzle-orm';
import type { AdviceEvent, AdviceQuery, AdviceStore } from '../src/advice/advice.store.ts';
import { type Advice, type AdviceId, isWaiting } from '../src/advice/advice.ts';
import { Stale } from '../src/bot/errors.ts';
import type { Stamp } from '../src/stamp.ts';
import { addAdviceEvent, insertAdvice, markAgendasOf, putOnMtAgenda } from './advice-rows.ts';
import { lapsePoints, putPoint } from './agenda-points.ts';
import type { Changed, Database, Orm } from './database.ts';
import { insertDecision } from './minutes-rows.ts';
import { planAgain } from './planning-mark.ts';
import { advice } from './schema.ts';

const ADVICE = `
  select a.id, a.school_id as schoolId, a.number, a.team_id as teamId, coalesce(t.name, '') as teamName,
    a.by_id as byId, coalesce(b.name, '') as byName, a.meeting_id as meetingId, a.text, a.reasons, a.state,
    a.sent_on as sentOn, a.answer, a.answered_on as answeredOn, coalesce(r.name, '') as answeredByName, a.version
  from advice a left join team t on t.id = a.team_id left join person b on b.id = a.by_id
    left join person r on r.id = a.answered_by_id`;
const ONE = `${ADVICE} where a.id = :id`;
const EVENTS = `
  select e.at, e.by_id as byId, coalesce(b.name, '') as byName, e.what, e.text
  from advice_event e left join person b on b.id = e.by_id where e.advice_id = :id order by e.id`;

/** What a change leaves in the row. */
type Values = Partial<typeof advice.$inferInsert>;
type EventRow = Omit<AdviceEvent, 'at'> & { readonly at: number };

function byId(database: Database, id: AdviceId): Advice | null {
  return database.statement<{ id: AdviceId }, Advice>(ONE).get({ id }) ?? null;
}

/** The advice, before its points change; throws Stale unless it may change like this from the state it is in. */
function changeable(database: Database, stamp: Stamp, id: AdviceId, may: (advice: Advice) => boolean): Advice {
  const found = byId(database, id);
  if (!found) throw new Error(`no advice ${id}`);
  if (!may(found)) throw new Stale();
  markAgendasOf(database, id, stamp.at);
  return found;
}

function listText({ schoolIds, teamIds, states }: AdviceQuery): string {
  const within = (column: string, name: string) => `a.${column} in (select value from json_each(:${name}))`;
  const conditions = [
    ...(schoolIds ? [within('school_id', 'schoolIds')] : []),
    ...(teamIds ? [within('team_id', 'teamIds')] : []),
    ...(states ? [within('state', 'states')] : []),
  ];
  const where = conditions.length > 0 ? ` where ${conditions.join(' and ')}` : '';
  return `${ADVICE}${where} order by a.number desc, a.id desc`;
}

export function adviceQueries(database: Database): AdviceStore {
  const changed = (orm: Orm, stamp: Stamp, before: Advice, values: Values, text = ''): Changed<Advice> => {
    const version = before.version + 1;
    orm
      .update(advice)
      .set({ ...values, version })
      .where(eq(advice.id, before.id))
      .run();
    const what = values.state as AdviceEvent['what'];
    addAdviceEvent(orm, stamp, before.id, what, text);
    markAgendasOf(database, before.id, stamp.at);
    planAgain(orm, before.schoolId);
    return { result: byId(database, before.id)!, subject: `advice:${before.id}` };
  };

  return {
    list: (query) =>
      database.read(() => {
        const parameters = Object.fromEntries(
          Object.entries(query).map(([name, value]) => [name, JSON.stringify(value)]),
        );
        return database.statement<object, Advice>(listText(query)).all(parameters);
      }),

    advice: (id) => database.read(() => byId(database, id)),

    events: (id) =>
      database.read(() =>
        database
          .statement<{ id: AdviceId }, EventRow>(EVENTS)
          .all({ id })
          .map((row) => ({ ...row, at: new Date(row.at) })),
      ),

    add: (stamp, added) =>
      database.act(stamp, (orm) => {
        const id = insertAdvice(database, orm, stamp, added);
        return { result: byId(database, id)!, subject: `advice:${id}` };
      }),

    send: (stamp, id, today, mtTeamId) =>
      database.act(stamp, (orm) => {
        const before = changeable(database, stamp, id, ({ state }) => state === 'concept');
        lapsePoints(database, { adviceId: id }, 'concept-advies', stamp.at);
        putOnMtAgenda(database, stamp, before, mtTeamId);
        return changed(orm, stamp, before, { state: 'ingediend', sentOn: today });
      }),

    decide: (stamp, id, today) =>
      database.act(stamp, (orm) => {
        const before = changeable(database, stamp, id, ({ state, teamId }) => state === 'concept' && teamId !== null);
        lapsePoints(database, { adviceId: id }, null, stamp.at);
        const { teamId, meetingId, text } = before;
        insertDecision(orm, stamp, teamId!, today, text, meetingId);
        const answered = { answeredOn: today, answeredById: stamp.by };
        return changed(orm, stamp, before, { state: 'overgenomen', sentOn: today, ...answered });
      }),

    answer: (stamp, id, version, state, text, today) =>
      database.act(stamp, (orm) => {
        const before = changeable(
          database,
          stamp,
          id,
          (each) => each.version === version && each.state !== 'concept' && each.state !== 'ingetrokken',
        );
        lapsePoints(database, { adviceId: id }, 'advies wacht', stamp.at);
        if (!isWaiting(state)) lapsePoints(database, { adviceId: id }, 'advies aan het MT', stamp.at);
        const { schoolId, teamId } = before;
        if (teamId !== null) {
          const key = `antwoord-van-mt:${id}:${version + 1}`;
          putPoint(database, { key, schoolId, teamId, cause: 'antwoord van het MT', adviceId: id, madeOn: today });
        }
        return changed(orm, stamp, before, { state, answer: text, answeredOn: today, answeredById: stamp.by }, text);
      }),

    withdraw: (stamp, id, version) =>
      database.act(stamp, (orm) => {
        const before = changeable(
          database,
          stamp,
          id,
          (each) => each.version === version && (each.state === 'concept' || isWaiting(each.state)),
        );
        lapsePoints(database, { adviceId: id }, null, stamp.at);
        return changed(orm, stamp, before, { state: 'ingetrokken' });
      }),
  };
}
