/** What became of a meeting: minutes with their decisions, actions and advice in one act, or only that it took place. */
import { and, eq } from 'drizzle-orm';
import type { AdviceId } from '../src/advice/advice.ts';
import type { AgendaItem } from '../src/agenda/agenda-item.ts';
import { Stale } from '../src/bot/errors.ts';
import { localDateOf } from '../src/calendar/zone.ts';
import { meetingSubject, teamSubject } from '../src/delivery/subject.ts';
import type { MeetingId, StoredMeeting } from '../src/meetings/meeting.ts';
import type { Decision, Minutes, MinutesEntry, MinutesStore } from '../src/minutes/minutes.store.ts';
import type { TeamId } from '../src/people/person.ts';
import { actionLines } from './action-lines.ts';
import { addItemEvent } from './agenda-item-changes.ts';
import { ITEM } from './agenda-items.ts';
import { announce } from './announce.ts';
import type { Changed, Database, Orm } from './database.ts';
import { changeMeeting, markAgendaChanged, meetingById, meetingRow, schoolOfTeam } from './meeting-rows.ts';
import { dealWithItems, insertDecision, insertMinutes } from './minutes-rows.ts';
import { planAgain } from './planning-mark.ts';
import { agendaItem } from './schema.ts';

const ENTRIES = `
  select m.at, m.by_id as byId, coalesce(p.name, '') as byName, m.text, m.shared
  from minutes m left join person p on p.id = m.by_id where m.meeting_id = :id order by m.at, m.id`;
const DECISION = `
  select d.id, d.team_id as teamId, d.meeting_id as meetingId, d.day as date, coalesce(p.name, '') as byName, d.text
  from decision d left join person p on p.id = d.by_id`;
const DECISIONS_OF = `${DECISION} where d.meeting_id = :id order by d.id`;
const DECISIONS = `${DECISION} where d.team_id = :teamId order by d.day desc, d.id desc limit :limit`;
const DECISION_BY_ID = `${DECISION} where d.id = :id`;
const DEALT_WITH = `${ITEM} where i.meeting_id = :id and i.state = 'behandeld' order by i.id`;
// By school and team, because that has an index.
const CARRIED = `
  ${ITEM}
  where i.school_id = (select school_id from team where id = :teamId) and i.team_id = :teamId
    and exists (
      select 1 from agenda_item_event e where e.item_id = i.id and e.meeting_id = :id and e.what = 'doorgeschoven')
  order by i.id`;
// By team too, because that has an index.
const ADVICE = 'select id from advice where team_id = :teamId and meeting_id = :id order by id';

type EntryRow = Omit<MinutesEntry, 'at'> & { readonly at: number };

export function minutesQueries(database: Database): MinutesStore {
  /** What an act gives when it changed this meeting. */
  const changed = (orm: Orm, result: StoredMeeting): Changed<StoredMeeting> => {
    planAgain(orm, schoolOfTeam(orm, result.teamId));
    return { result, subject: meetingSubject(result.teamId, result.date) };
  };

  return {
    save: (stamp, seen, said, announceOf) =>
      database.act(stamp, (orm) => {
        const meeting = meetingRow(database, orm, seen);
        const actions = insertMinutes(database, orm, stamp, meeting, said);
        announce(database, announceOf(actions));
        return changed(orm, changeMeeting(database, orm, meeting.id, { state: 'gehouden' }));
      }),

    add: (stamp, id, said, announceOf) =>
      database.act(stamp, (orm) => {
        const meeting = meetingById(database, id);
        if (meeting?.state !== 'gehouden') throw new Stale();
        const actions = insertMinutes(database, orm, stamp, meeting, said);
        announce(database, announceOf(actions));
        return changed(orm, changeMeeting(database, orm, id, {}));
      }),

    held: (stamp, seen, dealtWith) =>
      database.act(stamp, (orm) => {
        const meeting = meetingRow(database, orm, seen);
        dealWithItems(orm, stamp, meeting, dealtWith);
        return changed(orm, changeMeeting(database, orm, meeting.id, { state: 'gehouden' }));
      }),

    reopenItem: (stamp, id) =>
      database.act(stamp, (orm) => {
        const dealtWith = and(eq(agendaItem.id, id), eq(agendaItem.state, 'behandeld'));
        const item = orm.select().from(agendaItem).where(dealtWith).get();
        if (!item) throw new Stale();
        const meetingId = item.meetingId as MeetingId | null;
        orm
          .update(agendaItem)
          .set({ state: 'open', meetingId: null, closedAt: null })
          .where(eq(agendaItem.id, id))
          .run();
        for (const what of ['heropend', 'doorgeschoven'] as const) {
          addItemEvent(orm, stamp, id, what, meetingId);
        }
        if (item.teamId !== null) markAgendaChanged(database, item.teamId as TeamId, localDateOf(stamp.at));
        return { result: undefined, subject: `item:${id}` };
      }),

    of: (id) => database.read(() => minutesOf(database, id)),

    decisions: (teamId, limit) =>
      database.read(() => database.statement<object, Decision>(DECISIONS).all({ teamId, limit })),

    decide: (stamp, teamId, date, text) =>
      database.act(stamp, (orm) => {
        const id = insertDecision(orm, stamp, teamId, date, text, null);
        const result = database.statement<object, Decision>(DECISION_BY_ID).get({ id })!;
        return { result, subject: teamSubject(teamId) };
      }),
  };
}

function minutesOf(database: Database, id: MeetingId): Minutes | null {
  const meeting = meetingById(database, id);
  if (meeting?.state !== 'gehouden') return null;
  const { teamId } = meeting;
  return {
    meeting,
    entries: database
      .statement<object, EntryRow>(ENTRIES)
      .all({ id })
      .map(({ at, ...entry }) => ({ ...entry, at: new Date(at) })),
    decisions: database.statement<object, Decision>(DECISIONS_OF).all({ id }),
    actions: actionLines(database, { meetingId: id }),
    adviceIds: database
      .statement<{ id: MeetingId; teamId: TeamId }, { id: AdviceId }>(ADVICE)
      .all({ id, teamId })
      .map((row) => row.id),
    dealtWith: database.statement<object, AgendaItem>(DEALT_WITH).all({ id }),
    carried: database.statement<object, AgendaItem>(CARRIED).all({ id, teamId }),
  };
}
