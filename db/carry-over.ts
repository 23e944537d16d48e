/** `herstel`: what went out since the backup stays sent, so that nobody gets it again, what was asked and set about personal data still holds, and no number is given twice. */
import type { Database } from './database.ts';

// Numbers are given once, so what was there at the backup has the same number in both; the address or name makes sure of it.
const SAME_PERSON = (column: string) => `
  exists (select 1 from main.person r join present.person p on p.id = r.id and p.email = r.email where r.id = ${column})`;
const SAME_SCHOOL = `
  exists (select 1 from main.school r join present.school p on p.id = r.id and p.name = r.name where r.id = s.school_id)`;
// What came after the backup is not there any more.
const SUBJECT_IS_THERE = `(
  s.subject glob 'pop:*'
  or s.subject in (
    select 'goal:' || id from main.goal union all select 'action:' || id from main.action
    union all select 'advice:' || id from main.advice union all select 'school:' || id from main.school
    union all select 'team:' || id from main.team union all select 'person:' || id from main.person
    union all select 'talk:' || id from main.pop_talk)
  or exists (select 1 from main.team t where s.subject glob 'meeting:' || t.id || ':*'))`;

const HIGHEST = (table: string, column: string) => `
  update main.${table} set ${column} = max(${column}, coalesce(
    (select p.${column} from present.${table} p where p.id = ${table}.id), 0))`;

const CARRIED = [
  `insert into main.digest (receiver_id, day, token, lease_until, sent_at, reference)
   select receiver_id, day, token, lease_until, sent_at, reference from present.digest s
   where sent_at is not null and ${SAME_PERSON('s.receiver_id')}
   on conflict (receiver_id, day) do update set sent_at = coalesce(sent_at, excluded.sent_at),
     reference = coalesce(reference, excluded.reference)`,
  `insert into main.outbox (key, kind, receiver_id, school_id, subject, step, from_day, until_day, answered_from, next_day,
     snoozed_to, state, sent_day, told)
   select key, kind, receiver_id, school_id, subject, step, from_day, until_day, answered_from, next_day, snoozed_to, state, sent_day,
     told
   from present.outbox s
   where state = 'sent' and ${SAME_PERSON('s.receiver_id')} and ${SAME_SCHOOL} and ${SUBJECT_IS_THERE}
   on conflict (key) do update set state = 'sent', sent_day = excluded.sent_day, reason = '' where state <> 'sent'`,
  `insert into main.post (key, kind, school_id, person_id, channel, subject, due_at, until_at, state, told, reference, sent_at)
   select key, kind, school_id, person_id, channel, subject, due_at, until_at, state, told, reference, sent_at
   from present.post s
   where state = 'sent' and (person_id is null or ${SAME_PERSON('s.person_id')}) and ${SAME_SCHOOL} and ${SUBJECT_IS_THERE}
   on conflict (key) do update set state = 'sent', reason = '', reference = excluded.reference, sent_at = excluded.sent_at,
     token = null, lease_until = null
   where state <> 'sent'`,
  `update main.person set welcomed_on = (select p.welcomed_on from present.person p where p.id = person.id)
   where welcomed_on is null and ${SAME_PERSON('person.id')}`,
  // Who took it back does not want to be removed any more.
  `delete from main.removal_request
   where ${SAME_PERSON('person_id')} and person_id not in (select person_id from present.removal_request)`,
  `insert into main.removal_request (person_id, at)
   select person_id, at from present.removal_request s
   where ${SAME_PERSON('s.person_id')} and (select removed_on from main.person where id = s.person_id) is null
   on conflict (person_id) do nothing`,
  `insert into main.backup (file, at) select file, at from present.backup where true
   on conflict (file) do update set at = excluded.at`,
  `insert into main.setting (name, value) select name, value from present.setting where name = 'retention.terms'
   on conflict (name) do update set value = excluded.value`,
  // An account that was let go is not tied again, and who has a new one goes on with it.
  `delete from main.account
   where ${SAME_PERSON('person_id')} or (platform, tenant, account) in (select platform, tenant, account from present.account)`,
  `insert into main.account (platform, tenant, account, person_id, linked_at, last_used)
   select platform, tenant, account, person_id, linked_at, last_used from present.account s where ${SAME_PERSON('s.person_id')}`,
  // Where the bot can write is as Teams told it last, whatever the database says.
  'delete from main.conversation',
  `insert into main.conversation (tenant, kind, place, name, name_key, conversation, member, team, service_url, bot, at)
   select tenant, kind, place, name, name_key, conversation, member, team, service_url, bot, at from present.conversation`,
  // Somebody who was removed since is in none of them: a removal empties the table.
  `insert into main.kept_control (key, at, content) select key, at, content from present.kept_control where true
   on conflict (key) do nothing`,
  // Buttons in chats, words of people ("doel 12") and entries in calendars still speak of what came after the backup.
  `update main.sqlite_sequence set seq = max(seq, coalesce(
     (select p.seq from present.sqlite_sequence p where p.name = sqlite_sequence.name), 0))`,
  `insert into main.sqlite_sequence (name, seq) select name, seq from present.sqlite_sequence p
   where p.name not in (select name from main.sqlite_sequence)`,
  ...['next_goal_number', 'next_action_number', 'next_advice_number', 'version'].map((column) =>
    HIGHEST('school', column),
  ),
  HIGHEST('pop_talk', 'version'),
];

/** From the database in this file, which must be of the present version of the program. */
export async function carryOver(restored: Database, presentFile: string): Promise<void> {
  // SQLite attaches no file within a transaction.
  restored.sqlite.prepare('attach database ? as present').run(presentFile);
  try {
    await restored.change(() => {
      for (const text of CARRIED) restored.sqlite.prepare(text).run();
    });
  } finally {
    restored.sqlite.exec('detach database present');
  }
}
