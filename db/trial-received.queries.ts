/** What came by itself in the trial school, to people and in channels, newest first. */
import type { SchoolId } from '../src/people/person.ts';
import type { Database } from './database.ts';

type Received = {
  readonly kind: 'person' | 'channel';
  readonly id: number;
  readonly at: Date;
  readonly content: string;
  readonly name: string;
  readonly email: string | null;
  readonly schoolId: SchoolId | null;
};
type Before = Pick<Received, 'kind' | 'id' | 'at'>;

// A channel is shown through the eyes of who chairs its team.
const RECEIVED = `
  select * from (
    select 'person' as kind, m.id, m.at, m.content, p.name, p.email, null as schoolId
    from trial_message m join person p on p.id = m.person_id
    where m.nudge
    union all
    select 'channel', m.id, m.at, m.content, m.channel, (
      select p.email from team t join person p on p.id = t.chair_id
      where t.school_id = m.school_id and t.channel = m.channel order by t.name limit 1
    ), m.school_id
    from trial_channel_message m
    where m.person_id is null)
  where :at is null or (at, kind, id) < (:at, :kind, :id)
  order by at desc, kind desc, id desc
  limit :limit`;

export function trialReceivedQueries(database: Database) {
  return {
    received: (before: Before | null, limit: number): Promise<readonly Received[]> =>
      database.read(() =>
        database
          .statement<object, Omit<Received, 'at'> & { readonly at: number }>(RECEIVED)
          .all({ at: before?.at.getTime() ?? null, kind: before?.kind ?? null, id: before?.id ?? null, limit })
          .map((row) => ({ ...row, at: new Date(row.at) })),
      ),
  };
}
