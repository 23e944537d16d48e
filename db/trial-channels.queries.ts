/** What stands in the channels of the trial school (`TrialChannels` of adapters/trial). */
import type { LocalDate } from '../src/calendar/local-date.ts';
import type { PersonId, SchoolId } from '../src/people/person.ts';
import type { Database } from './database.ts';
import { HOLDS } from './holds.ts';

type Place = { readonly schoolId: SchoolId; readonly channel: string };
type MessageRow = {
  readonly id: number;
  readonly at: number;
  readonly name: string | null;
  readonly content: string;
};

const CHANNEL_LENGTH = 200;

const CHANNELS = `
  select t.school_id as schoolId, s.name as school, t.channel, t.name as team
  from team t join school s on s.id = t.school_id
  where ${HOLDS('t')}
    and (t.chair_id = :personId or t.deputy_id = :personId or exists (
      select 1 from membership m where m.team_id = t.id and m.person_id = :personId and ${HOLDS('m')}))
  order by t.name, t.school_id`;
/** Somebody makes a channel before `/leerteam koppel` ties it, so a team without one has a channel that waits for that. */
function channelOf({ channel, team, school }: { channel: string; team: string; school: string }): string {
  if (channel !== '') return channel;
  return `${team} ${school}`
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-');
}

const POST = `
  insert into trial_channel_message (school_id, channel, at, person_id, content)
  values (:schoolId, :channel, :at, :personId, :content)`;
const REPLACE = `
  update trial_channel_message set content = :content
  where id = :id and school_id = :schoolId and channel = :channel and person_id is null`;
const POSTED = `
  select channel, count(*) as count from trial_channel_message
  where id > :afterId and person_id is null group by school_id, channel order by channel`;
const LAST = 'select coalesce(max(id), 0) as id from trial_channel_message';
const LIST = `
  select * from (
    select m.id, m.at, p.name, m.content
    from trial_channel_message m left join person p on p.id = m.person_id
    where m.school_id = :schoolId and m.channel = :channel and m.id > :afterId
    order by m.id desc limit ${CHANNEL_LENGTH})
  order by id`;

export function trialChannelQueries(database: Database) {
  return {
    channels: (personId: PersonId, today: LocalDate) =>
      database.read(() => {
        const rows = database
          .statement<object, Place & { readonly school: string; readonly team: string }>(CHANNELS)
          .all({ personId, today });
        const channels = new Map<string, Place & { readonly school: string; readonly teams: string[] }>();
        for (const { team, ...row } of rows) {
          const place = { ...row, channel: channelOf({ ...row, team }) };
          const key = `${place.schoolId} ${place.channel}`;
          const known = channels.get(key);
          if (known) known.teams.push(team);
          else channels.set(key, { ...place, teams: [team] });
        }
        return [...channels.values()];
      }),

    post: (
      { schoolId, channel }: Place,
      { at, personId, content }: { at: Date; personId: PersonId | null; content: string },
    ): Promise<number> =>
      database.change(() => {
        const row = { schoolId, channel, at: at.getTime(), personId, content };
        return Number(database.statement(POST).run(row).lastInsertRowid);
      }),

    replacePost: ({ schoolId, channel }: Place, id: number, content: string): Promise<boolean> =>
      database.change(() => database.statement(REPLACE).run({ schoolId, channel, id, content }).changes === 1),

    postedSince: (afterId: number) =>
      database.read(() =>
        database.statement<object, { readonly channel: string; readonly count: number }>(POSTED).all({ afterId }),
      ),

    lastPostId: (): Promise<number> =>
      database.read(() => database.statement<object, { id: number }>(LAST).get({})!.id),

    postsOf: ({ schoolId, channel }: Place, afterId: number) =>
      database.read(() =>
        database
          .statement<object, MessageRow>(LIST)
          .all({ schoolId, channel, afterId })
          .map(({ at, ...row }) => ({ ...row, at: new Date(at) })),
      ),
  };
}
