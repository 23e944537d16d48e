/** Everything stored about person `:id`, section by section, each value named as its label (`own-records.ts` of the core). Nothing that is only about others. */
import type { PersonId } from '../src/people/person.ts';
import {
  LABEL_KINDS,
  type Label,
  type OwnRecord,
  type OwnSection,
  type OwnValue,
  type SectionName,
} from '../src/privacy/own-records.ts';
import type { Database } from './database.ts';
import { PERSON_SUBJECT, TALK_SUBJECTS } from './person-columns.ts';

const GOAL = 'join goal g on g.id = x.goal_id join school s on s.id = g.school_id';
const TEAM = 'join team t on t.id = x.team_id join school s on s.id = t.school_id';
const ACTION = 'join action a on a.id = x.action_id join school s on s.id = a.school_id';
const ADVICE = 'join advice a on a.id = x.advice_id join school s on s.id = a.school_id';
const POP = 'join pop o on o.id = x.pop_id join school s on s.id = o.school_id';
const SCHOOL = 'join school s on s.id = x.school_id';

const ACTION_SHOWN = `select s.name as school, x.number, x.what, x.due, x.state from action x ${SCHOOL}`;
const ACTION_EVENT = `
  select s.name as school, a.number, a.what as title, x.at, x.what, x.from_text as before, x.to_text as after, x.reason
  from action_event x ${ACTION}`;
const TEAM_EVENT = `
  select s.name as school, t.name as team, x.at, x.what, x.from_text as before, x.to_text as after
  from team_event x ${TEAM}`;
const LED = `select s.name as school, x.name as team, x.from_day as "from", x.until_day as until from team x ${SCHOOL}`;
/** What a subject leads to, in the words and the number by which people know it; of other people neither. */
const ABOUT = `
  case substr(x.subject, 1, instr(x.subject, ':') - 1)
    when 'goal' then (select title from goal where id = substr(x.subject, 6))
    when 'action' then (select what from action where id = substr(x.subject, 8))
    when 'team' then (select name from team where id = substr(x.subject, 6))
    when 'meeting' then (select name from team where id = cast(substr(x.subject, 9) as integer))
    when 'school' then (select name from school where id = substr(x.subject, 8))
    when 'person' then (select name from person where id = :id and x.subject = ${PERSON_SUBJECT})
    when 'talk' then (select talk from pop_talk where id = substr(x.subject, 6))
  end as about,
  case substr(x.subject, 1, instr(x.subject, ':') - 1)
    when 'goal' then (select number from goal where id = substr(x.subject, 6))
    when 'action' then (select number from action where id = substr(x.subject, 8))
    when 'advice' then (select number from advice where id = substr(x.subject, 8))
  end as number`;
/** As a lead: that there was a talk, not whose. */
const TALK_OF_OTHERS = `
  select s.name as school, o.year, x.talk, x.planned_day as plannedDay, x.held_on as heldOn from pop_talk x ${POP}`;

/** In the order of the file. */
const SECTIONS: Readonly<Record<SectionName, string>> = {
  person: `
    select name, email, language, digest_time as digestTime, snoozed_until as snoozedUntil, muted_kinds as mutedKinds,
    welcomed_on as welcomedOn
    from person where id = :id`,
  request: 'select at as askedAt from removal_request where person_id = :id',
  addresses: 'select email, kind from address where person_id = :id order by email',
  accounts: `
    select x.platform, x.tenant, x.account, x.linked_at as linkedAt, x.last_used as usedAt, c.conversation, c.at as seenAt
    from account x left join conversation c
      on x.platform = 'teams' and c.tenant = x.tenant and c.kind = 'person' and c.place = x.account
    where x.person_id = :id order by x.linked_at`,
  'refused-accounts': `
    select platform, tenant, account, at from refused_account where person_id = :id
    order by at, platform, tenant, account`,
  work: `
    select s.name as school, x.roles, x.working_days as workingDays, l.name as lead, x.pop, x.from_day as "from",
      x.until_day as until
    from employment x left join school s on s.id = x.school_id left join person l on l.id = x.lead_id
    where x.person_id = :id order by x.id`,
  leads: `
    select s.name as school, p.name from employment x join person p on p.id = x.person_id left join school s on s.id = x.school_id
    where x.lead_id = :id order by p.name`,
  absences: 'select from_day as "from", until_day as until from absence where person_id = :id order by from_day',
  muted: `select x.subject, ${ABOUT} from mute x where x.person_id = :id order by x.subject`,
  'talks-planned': `${TALK_OF_OTHERS} where x.planned_by_id = :id and o.person_id <> :id order by x.id`,
  'talks-held': `${TALK_OF_OTHERS} where x.held_by_id = :id and o.person_id <> :id order by x.id`,
  talks: `
    select s.name as school, o.year, x.talk, x.planned_day as plannedDay, x.planned_time as plannedTime,
      b.name as plannedBy, x.held_on as heldOn, h.name as heldBy,
      iif(x.held_on is not null, 'held', iif(x.planned_day is not null, 'planned', 'none')) as state
    from pop_talk x ${POP} left join person b on b.id = x.planned_by_id left join person h on h.id = x.held_by_id
    where o.person_id = :id order by x.id`,
  pop: `
    select s.name as school, x.year, x.ready_on as readyOn, x.link, x.counted > 0 as inCounts
    from pop x ${SCHOOL} where x.person_id = :id order by x.year, x.id`,
  chair: `${LED} where x.chair_id = :id order by x.id`,
  deputy: `${LED} where x.deputy_id = :id order by x.id`,
  teams: `
    select s.name as school, t.name as team, x.from_day as "from", x.until_day as until
    from membership x ${TEAM} where x.person_id = :id order by x.id`,
  goals: `
    select s.name as school, x.number, x.title, x.status, x.start_day as "from", x.end_day as until
    from goal x ${SCHOOL} where x.person_id = :id order by x.id`,
  updates: `
    select s.name as school, g.number, g.title, x.day, x.at, x.status, x.value, x.sentence, x.success, x.withdrawn
    from check_in x ${GOAL} where x.by_id = :id order by x.id`,
  'goal-changes': `
    select s.name as school, g.number, g.title, x.at, x.what, x.from_text as before, x.to_text as after, x.reason
    from goal_event x ${GOAL} where x.by_id = :id order by x.id`,
  'team-changes': `${TEAM_EVENT} where x.by_id = :id order by x.id`,
  'team-left': `${TEAM_EVENT} where x.from_person_id = :id order by x.id`,
  'team-joined': `${TEAM_EVENT} where x.to_person_id = :id order by x.id`,
  minutes: `
    select s.name as school, t.name as team, m.day, x.at, x.text, x.shared
    from minutes x join meeting m on m.id = x.meeting_id join team t on t.id = m.team_id join school s on s.id = t.school_id
    where x.by_id = :id order by x.id`,
  decisions: `select s.name as school, t.name as team, x.day, x.at, x.text from decision x ${TEAM} where x.by_id = :id order by x.id`,
  actions: `${ACTION_SHOWN} where x.owner_id = :id order by x.id`,
  'actions-given': `${ACTION_SHOWN} where x.giver_id = :id and x.owner_id <> :id order by x.id`,
  'actions-offered': `
    select s.name as school, x.number, x.what, x.due, x.state, x.offered_on as offeredOn
    from action x ${SCHOOL} where x.offered_to_id = :id order by x.id`,
  'action-changes': `${ACTION_EVENT} where x.by_id = :id order by x.id`,
  'actions-from': `${ACTION_EVENT} where x.from_person_id = :id order by x.id`,
  'actions-to': `${ACTION_EVENT} where x.to_person_id = :id order by x.id`,
  advice: `
    select s.name as school, x.number, x.text, x.reasons, x.state, x.sent_on as sentOn
    from advice x ${SCHOOL} where x.by_id = :id order by x.id`,
  answers: `
    select s.name as school, x.number, x.state, x.answer, x.answered_on as answeredOn
    from advice x ${SCHOOL} where x.answered_by_id = :id order by x.id`,
  'advice-changes': `select s.name as school, a.number, x.at, x.what, x.text from advice_event x ${ADVICE} where x.by_id = :id order by x.id`,
  items: `
    select s.name as school, t.name as team, x.text, x.link, x.made_on as madeOn, x.state
    from agenda_item x ${SCHOOL} left join team t on t.id = x.team_id where x.by_id = :id order by x.id`,
  'item-changes': `
    select s.name as school, x.at, x.what from agenda_item_event x
    join agenda_item i on i.id = x.item_id join school s on s.id = i.school_id where x.by_id = :id order by x.id`,
  // What the bot said is in the chat itself: a file of files would grow with every request.
  chat: `
    select at, author, iif(author = 'person', content, null) as text from trial_message where person_id = :id order by id`,
  channels: `
    select s.name as school, x.channel, x.at, x.content as text
    from trial_channel_message x ${SCHOOL} where x.person_id = :id order by x.id`,
  'about-me': `
    select x.kind, x.state, x.sent_day as day, x.from_day as "from", s.name as school
    from outbox x ${SCHOOL} where (x.subject = ${PERSON_SUBJECT} or x.subject in (${TALK_SUBJECTS})) and x.receiver_id <> :id
    order by x.id`,
  'acts-on-me': `
    select at, act from audit
    where by_id is not :id and (subject = ${PERSON_SUBJECT} or exists (
      select 1 from employment e where e.person_id = :id and subject glob 'employment:' || e.id || ':*'))
    group by at, act order by min(id)`,
  messages: `
    select x.kind, x.subject, ${ABOUT}, x.state, x.sent_day as day, x.snoozed_to as snoozedTo, x.from_day as "from",
      x.until_day as until, s.name as school
    from outbox x ${SCHOOL} where x.receiver_id = :id order by x.id`,
  posts: `
    select x.kind, x.subject, ${ABOUT}, x.state, x.sent_at as sentAt, x.due_at as dueAt, s.name as school
    from post x ${SCHOOL} where x.person_id = :id order by x.id`,
  digests: 'select day, sent_at as sentAt from digest where receiver_id = :id order by day',
  acts: `select x.at, x.act, x.subject, ${ABOUT} from audit x where x.by_id = :id order by x.id`,
};

/** Sections without a row are left out. */
export function ownSections(database: Database, id: PersonId): readonly OwnSection[] {
  return (Object.keys(SECTIONS) as SectionName[]).flatMap((section) => {
    const rows = database.statement<{ id: PersonId }, Stored>(SECTIONS[section]).all({ id }).map(recordOf);
    return rows.length > 0 ? [{ section, rows }] : [];
  });
}

type Stored = Readonly<Record<string, string | number | null>>;

function recordOf(row: Stored): OwnRecord {
  return Object.fromEntries(Object.entries(row).map(([label, value]) => [label, shownValue(label as Label, value)]));
}

function shownValue(label: Label, value: string | number | null): OwnValue {
  if (value === null) return null;
  switch (LABEL_KINDS[label]) {
    case 'instant':
      return new Date(Number(value));
    case 'yes-no':
      return value === 1;
    case 'list':
      return JSON.parse(String(value)) as string[];
    default:
      return value;
  }
}
