/** An action is offered to somebody who does not work at its school any more: the offer ends, and the owner hears of it. */
import type { ActionId } from '../src/actions/action.ts';
import { actionTell } from '../src/actions/tells.ts';
import type { LocalDate } from '../src/calendar/local-date.ts';
import { instantAt, localTime } from '../src/calendar/zone.ts';
import { telling } from '../src/delivery/announcement.ts';
import type { PersonId, SchoolId } from '../src/people/person.ts';
import { addActionEvent } from './action-rows.ts';
import { announce } from './announce.ts';
import type { Database, Orm } from './database.ts';

const MIDNIGHT = localTime('00:00');

// Not before the offer itself, so that the history stays in order.
const ENDED = `
  select a.id, a.school_id as schoolId, a.owner_id as ownerId, a.offered_to_id as offeredToId,
    max(:midnight, (select coalesce(max(at), 0) from action_event where action_id = a.id)) as at
  from action a
  where a.school_id = :schoolId and a.state = 'open' and a.offered_to_id is not null
    and not exists (
      select 1 from employment e
      where e.person_id = a.offered_to_id and e.school_id = a.school_id and (e.until_day is null or e.until_day >= :day)
    )
  order by a.number`;
const END = 'update action set offered_to_id = null, offered_on = null, version = version + 1 where id = :id';

type Ended = {
  readonly id: ActionId;
  readonly schoolId: SchoolId;
  readonly ownerId: PersonId;
  readonly offeredToId: PersonId;
  readonly at: number;
};

/** Call within a change. */
export function endOffersToLeavers(database: Database, orm: Orm, schoolId: SchoolId, day: LocalDate): void {
  const midnight = instantAt(day, MIDNIGHT).getTime();
  for (const one of database.statement<object, Ended>(ENDED).all({ schoolId, day, midnight })) {
    const at = new Date(one.at);
    database.statement<{ id: ActionId }, never>(END).run({ id: one.id });
    addActionEvent(orm, { by: null, at }, one.id, {
      what: 'teruggegeven',
      fromPersonId: one.offeredToId,
      toPersonId: one.ownerId,
    });
    announce(database, telling([actionTell('terug', one, one.ownerId, at, day)]));
  }
}
