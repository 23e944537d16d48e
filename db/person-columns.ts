/** Every column that leads to a person, and what `wis` does with it. A test holds it against the schema. */
import type { SectionName } from '../src/privacy/own-records.ts';

export type PersonColumn = {
  readonly table: string;
  readonly column: string;
  /** Where `/mijngegevens` shows the rows (`own-records.queries.ts`). */
  readonly section: SectionName;
  /** `stays`: the row is the team's, and leads to "oud-collega" from now on. Else what is done about person `:id`; `:today` is the day of removal. */
  readonly removal: 'stays' | readonly string[];
};

/** `person:12`. The driver gives every number as a real one: without the cast this would be `person:12.0`. */
export const PERSON_SUBJECT = "'person:' || cast(:id as integer)";

/** `talk:7`: of each talk of the POPs of person `:id`. */
export const TALK_SUBJECTS = `
  select 'talk:' || t.id from pop_talk t join pop o on o.id = t.pop_id where o.person_id = :id`;

const OPEN_WORK = `
  exists (select 1 from action a where a.school_id = employment.school_id and a.owner_id = :id and a.state = 'open')
  or exists (select 1 from goal g where g.school_id = employment.school_id and g.person_id = :id
    and g.status not in ('concept', 'behaald', 'gestopt'))
  or exists (select 1 from team t where t.school_id = employment.school_id and t.chair_id = :id
    and (t.until_day is null or t.until_day >= :today))`;

/** In the order in which a removal goes through them. */
export const PERSON_COLUMNS: readonly PersonColumn[] = [
  {
    table: 'removal_request',
    column: 'person_id',
    section: 'request',
    removal: ['delete from removal_request where person_id = :id'],
  },
  {
    table: 'address',
    column: 'person_id',
    section: 'addresses',
    removal: ['delete from address where person_id = :id'],
  },
  {
    table: 'account',
    column: 'person_id',
    section: 'accounts',
    removal: [
      `delete from conversation where kind = 'person' and (tenant, place) in (
         select tenant, account from account where person_id = :id and platform = 'teams')`,
      'delete from account where person_id = :id',
    ],
  },
  {
    table: 'refused_account',
    column: 'person_id',
    section: 'refused-accounts',
    // The account may be theirs, so of whoever else it might be it goes as well; that one is asked again at the next contact.
    removal: [
      `delete from conversation where kind = 'person' and (tenant, place) in (
         select tenant, account from refused_account where person_id = :id and platform = 'teams')`,
      `delete from refused_account where (platform, tenant, account) in (
         select platform, tenant, account from refused_account where person_id = :id)`,
    ],
  },
  {
    table: 'employment',
    column: 'person_id',
    section: 'work',
    // Where work still needs another owner, that there was somebody: so that it is handed over (PRODUCT 6).
    removal: [
      `delete from employment where person_id = :id and not (${OPEN_WORK})`,
      `update employment set roles = '[]', working_days = '[]', lead_id = null, pop = 0, from_day = null,
         until_day = min(coalesce(until_day, '9999-12-31'), date(:today, '-1 day'))
       where person_id = :id`,
    ],
  },
  {
    table: 'employment',
    column: 'lead_id',
    section: 'leads',
    // Their lead is the director then, as PRODUCT 2 has it.
    removal: ['update employment set lead_id = null where lead_id = :id'],
  },
  {
    table: 'absence',
    column: 'person_id',
    section: 'absences',
    removal: ['delete from absence where person_id = :id'],
  },
  {
    table: 'mute',
    column: 'person_id',
    section: 'muted',
    removal: ['delete from mute where person_id = :id'],
  },
  {
    table: 'pop_talk',
    column: 'planned_by_id',
    section: 'talks-planned',
    removal: ['update pop_talk set planned_by_id = null where planned_by_id = :id'],
  },
  {
    table: 'pop_talk',
    column: 'held_by_id',
    section: 'talks-held',
    removal: ['update pop_talk set held_by_id = null where held_by_id = :id'],
  },
  {
    table: 'pop',
    column: 'person_id',
    section: 'pop',
    // Who was in a group that was counted stays in it without any step: the group is not shown any more (PRODUCT 7).
    removal: [
      'delete from pop_talk where pop_id in (select id from pop where person_id = :id)',
      'delete from pop where person_id = :id and counted = 0',
      "update pop set ready_on = null, link = '' where person_id = :id",
    ],
  },
  {
    table: 'team',
    column: 'chair_id',
    section: 'chair',
    removal: 'stays',
  },
  {
    table: 'team',
    column: 'deputy_id',
    section: 'deputy',
    removal: ['update team set deputy_id = null, version = version + 1 where deputy_id = :id'],
  },
  {
    table: 'membership',
    column: 'person_id',
    section: 'teams',
    removal: ['delete from membership where person_id = :id'],
  },
  {
    table: 'goal',
    column: 'person_id',
    section: 'goals',
    removal: 'stays',
  },
  {
    table: 'check_in',
    column: 'by_id',
    section: 'updates',
    removal: 'stays',
  },
  {
    table: 'goal_event',
    column: 'by_id',
    section: 'goal-changes',
    removal: 'stays',
  },
  {
    table: 'team_event',
    column: 'by_id',
    section: 'team-changes',
    removal: 'stays',
  },
  {
    table: 'team_event',
    column: 'from_person_id',
    section: 'team-left',
    removal: 'stays',
  },
  {
    table: 'team_event',
    column: 'to_person_id',
    section: 'team-joined',
    removal: 'stays',
  },
  {
    table: 'minutes',
    column: 'by_id',
    section: 'minutes',
    removal: 'stays',
  },
  {
    table: 'decision',
    column: 'by_id',
    section: 'decisions',
    removal: 'stays',
  },
  {
    table: 'action',
    column: 'owner_id',
    section: 'actions',
    removal: 'stays',
  },
  {
    table: 'action',
    column: 'giver_id',
    section: 'actions-given',
    removal: 'stays',
  },
  {
    table: 'action',
    column: 'offered_to_id',
    section: 'actions-offered',
    // Planning ends the offer and tells the owner, as of anybody who left.
    removal: 'stays',
  },
  {
    table: 'action_event',
    column: 'by_id',
    section: 'action-changes',
    removal: 'stays',
  },
  {
    table: 'action_event',
    column: 'from_person_id',
    section: 'actions-from',
    removal: 'stays',
  },
  {
    table: 'action_event',
    column: 'to_person_id',
    section: 'actions-to',
    removal: 'stays',
  },
  {
    table: 'advice',
    column: 'by_id',
    section: 'advice',
    removal: 'stays',
  },
  {
    table: 'advice',
    column: 'answered_by_id',
    section: 'answers',
    removal: 'stays',
  },
  {
    table: 'advice_event',
    column: 'by_id',
    section: 'advice-changes',
    removal: 'stays',
  },
  {
    table: 'agenda_item',
    column: 'by_id',
    section: 'items',
    removal: 'stays',
  },
  {
    table: 'agenda_item_event',
    column: 'by_id',
    section: 'item-changes',
    removal: 'stays',
  },
  {
    table: 'outbox',
    column: 'receiver_id',
    section: 'messages',
    removal: ['delete from outbox where receiver_id = :id'],
  },
  {
    table: 'post',
    column: 'person_id',
    section: 'posts',
    removal: ['delete from post where person_id = :id'],
  },
  {
    table: 'digest',
    column: 'receiver_id',
    section: 'digests',
    removal: ['delete from digest where receiver_id = :id'],
  },
  {
    table: 'audit',
    column: 'by_id',
    section: 'acts',
    // What they did to their own settings and absences goes; the rest says by number who changed what is the team's.
    removal: [`delete from audit where by_id = :id and subject = ${PERSON_SUBJECT}`],
  },
  {
    table: 'trial_message',
    column: 'person_id',
    section: 'chat',
    removal: ['delete from trial_message where person_id = :id'],
  },
  {
    table: 'trial_channel_message',
    column: 'person_id',
    section: 'channels',
    removal: ['delete from trial_channel_message where person_id = :id'],
  },
];
