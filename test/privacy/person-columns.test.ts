import { getTableConfig } from 'drizzle-orm/sqlite-core';
import { describe, expect, it } from 'vitest';
import { FREE_TEXTS } from '../../db/free-texts.ts';
import { PERSON_COLUMNS } from '../../db/person-columns.ts';
import { SUBJECT_COLUMNS } from '../../db/removal.ts';
import { columnName, references, TABLES } from './filled.ts';

/** Text that is chosen from a list, made by the program, or a date: no place for a name. */
const CODES = `
  school: region blok_starts pop_consent pop_days created_on planned_day
  own_days: from_day until_day kind
  removed_address: hash removed_on
  pop: year ready_on
  pop_talk: talk planned_day planned_time held_on
  backup: file
  address: kind
  account: platform tenant
  refused_account: platform tenant
  conversation: tenant kind conversation team service_url bot
  kept_control: key
  employment: roles working_days from_day until_day
  absence: from_day until_day
  team: kind day time rhythm first_date method phase from_day until_day rhythm_since
  membership: from_day until_day
  goal: start_day end_day rhythm phase status
  check_in: day status
  goal_event: what
  team_event: what
  meeting: day time state moved_to moved_from
  agenda_line: line
  decision: day
  action: due state offered_on
  action_event: what
  advice: state sent_on answered_on
  advice_event: what
  agenda_item: key kind cause made_on state
  agenda_item_event: what
  outbox: key kind from_day until_day answered_from next_day snoozed_to state sent_day reason
  post: key kind channel state reason reference print token
  digest: day token reference
  once: key
  audit: act
  setting: name value
  trial_message: author
  trial_channel_message: channel`
  .trim()
  .split('\n')
  .flatMap((line) => {
    const [table, columns] = line.trim().split(': ');
    return columns!.split(' ').map((column) => `${table}.${column}`);
  });

/** What a removal takes away itself: of the person, or with the row. */
const REMOVED = [
  ...['name', 'email', 'language', 'digest_time', 'snoozed_until', 'muted_kinds', 'welcomed_on', 'removed_on'].map(
    (column) => `person.${column}`,
  ),
  'address.email',
  'account.account',
  'refused_account.account',
  'conversation.place',
  'conversation.member',
  'conversation.name',
  'conversation.name_key',
  'kept_control.content',
  'trial_message.content',
  'trial_channel_message.content',
];

const key = (table: string, column: string) => `${table}.${column}`;

describe('the table of what leads to a person', () => {
  it('names every column that refers to one', () => {
    const referring = TABLES.flatMap((table) =>
      [...references(table)].flatMap(([column, to]) =>
        to === 'person' ? [key(getTableConfig(table).name, column)] : [],
      ),
    );
    expect(referring.length).toBeGreaterThan(35);
    expect(PERSON_COLUMNS.map(({ table, column }) => key(table, column)).toSorted()).toEqual(referring.toSorted());
  });

  it('says of every column with text whether it may hold a name', () => {
    const texts = TABLES.flatMap((table) => {
      const { name, columns } = getTableConfig(table);
      return columns
        .filter((column) => column.columnType === 'SQLiteText')
        .map((column) => key(name, columnName(column)));
    });
    const free = FREE_TEXTS.flatMap(({ table, columns }) => columns.map((column) => key(table, column)));
    const said = [...CODES, ...REMOVED, ...SUBJECT_COLUMNS, ...free];
    expect(said.toSorted()).toEqual(texts.toSorted());
  });
});
