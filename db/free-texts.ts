/** Every column in which people write what they like, so that a removal can name the places that may hold the name (PRODUCT 8). A test holds it against the schema. */
import type { TextPlace } from '../src/privacy/erased.ts';
import { mayName, type Sought } from '../src/privacy/name-search.ts';
import type { Database } from './database.ts';

type FreeText = {
  readonly what: TextPlace['what'];
  readonly table: string;
  readonly columns: readonly string[];
  /** `school` and `number`; the columns are of alias `x`. */
  readonly names: string;
  readonly from: string;
};

const SCHOOL = 'join school s on s.id = x.school_id';
const TEAM = 'join team t on t.id = x.team_id join school s on s.id = t.school_id';
const MEETING =
  'join meeting m on m.id = x.meeting_id join team t on t.id = m.team_id join school s on s.id = t.school_id';
const OF = (table: string) => `join ${table} o on o.id = x.${table}_id join school s on s.id = o.school_id`;

const BY_NUMBER = 's.name as school, x.number';
const BY_NUMBER_OF = 's.name as school, o.number';
const BY_TEAM = 's.name as school, t.name as number';

export const FREE_TEXTS: readonly FreeText[] = [
  { what: 'school', table: 'school', columns: ['name'], names: "x.name as school, '' as number", from: '' },
  {
    what: 'days',
    table: 'own_days',
    columns: ['name'],
    names: 's.name as school, x.from_day as number',
    from: SCHOOL,
  },
  {
    what: 'team',
    table: 'team',
    columns: ['name', 'channel'],
    names: 's.name as school, x.name as number',
    from: SCHOOL,
  },
  {
    what: 'goal',
    table: 'goal',
    columns: ['title', 'theme', 'ambition', 'criterion', 'indicator', 'unit', 'instrument', 'phase_sentences'],
    names: BY_NUMBER,
    from: SCHOOL,
  },
  { what: 'update', table: 'check_in', columns: ['sentence'], names: BY_NUMBER_OF, from: OF('goal') },
  {
    what: 'goal-history',
    table: 'goal_event',
    columns: ['from_text', 'to_text', 'reason'],
    names: BY_NUMBER_OF,
    from: OF('goal'),
  },
  { what: 'team-history', table: 'team_event', columns: ['from_text', 'to_text'], names: BY_TEAM, from: TEAM },
  {
    what: 'meeting',
    table: 'meeting',
    columns: ['reason'],
    names: "s.name as school, t.name || ' ' || x.day as number",
    from: TEAM,
  },
  {
    what: 'minutes',
    table: 'minutes',
    columns: ['text', 'shared'],
    names: "s.name as school, t.name || ' ' || m.day as number",
    from: MEETING,
  },
  {
    what: 'decision',
    table: 'decision',
    columns: ['text'],
    names: "s.name as school, t.name || ' ' || x.day as number",
    from: TEAM,
  },
  { what: 'action', table: 'action', columns: ['what'], names: BY_NUMBER, from: SCHOOL },
  {
    what: 'action-history',
    table: 'action_event',
    columns: ['from_text', 'to_text', 'reason'],
    names: BY_NUMBER_OF,
    from: OF('action'),
  },
  { what: 'advice', table: 'advice', columns: ['text', 'reasons', 'answer'], names: BY_NUMBER, from: SCHOOL },
  { what: 'advice-history', table: 'advice_event', columns: ['text'], names: BY_NUMBER_OF, from: OF('advice') },
  {
    what: 'item',
    table: 'agenda_item',
    columns: ['text', 'link'],
    names: "s.name as school, coalesce(t.name || ' ', '') || x.made_on as number",
    from: `${SCHOOL} left join team t on t.id = x.team_id`,
  },
  { what: 'pop-link', table: 'pop', columns: ['link'], names: 's.name as school, x.year as number', from: SCHOOL },
];

/** The places whose words may name the person, each once. */
export function placesThatMayName(database: Database, sought: Sought): readonly TextPlace[] {
  const places = FREE_TEXTS.flatMap(({ what, table, columns, names, from }) => {
    const text = columns.map((column) => `x.${column}`).join(' || char(10) || ');
    return database
      .statement<object, { school: string; number: string | number; text: string }>(
        `select ${names}, ${text} as text from ${table} x ${from} order by x.rowid`,
      )
      .all({})
      .filter(({ text }) => mayName(withoutEscapes(text), sought))
      .map(({ school, number }): TextPlace => ({ what, school, number: String(number) }));
  });
  return [...new Map(places.map((place) => [JSON.stringify(place), place])).values()];
}

/** Line breaks are written as letters in JSON. */
export function withoutEscapes(text: string): string {
  return text.replace(/\\[nrt]/g, ' ');
}
