/** The history of a leerteam: appended only. Persons are ids, so that a removal reaches them. */

import type { PersonId, TeamId } from '../src/people/person.ts';
import type { Stamp } from '../src/stamp.ts';
import type { TeamEvent, TeamsStore } from '../src/teams/teams.store.ts';
import type { Database, Orm } from './database.ts';
import { teamEvent } from './schema.ts';

type NewTeamEvent = {
  readonly what: string;
  readonly from?: string;
  readonly to?: string;
  readonly fromPerson?: PersonId | null;
  readonly toPerson?: PersonId | null;
};

const EVENTS = `
  select e.at, e.by_id as byId, coalesce(b.name, '') as byName, e.what,
    coalesce(f.name, e.from_text) as "from", coalesce(t.name, e.to_text) as "to", e.from_person_id as fromId
  from team_event e
  left join person b on b.id = e.by_id
  left join person f on f.id = e.from_person_id
  left join person t on t.id = e.to_person_id
  where e.team_id = :teamId order by e.id`;

/** Call within an act. */
export function addTeamEvent(orm: Orm, stamp: Stamp, teamId: TeamId, event: NewTeamEvent): void {
  orm
    .insert(teamEvent)
    .values({
      teamId,
      at: stamp.at.getTime(),
      byId: stamp.by,
      what: event.what,
      fromText: event.from ?? '',
      toText: event.to ?? '',
      fromPersonId: event.fromPerson ?? null,
      toPersonId: event.toPerson ?? null,
    })
    .run();
}

export function teamHistory(database: Database): Pick<TeamsStore, 'events'> {
  return {
    events: (teamId) =>
      database.read(() =>
        database
          .statement<object, Omit<TeamEvent, 'at'> & { readonly at: number }>(EVENTS)
          .all({ teamId })
          .map((event) => ({ ...event, at: new Date(event.at) })),
      ),
  };
}
