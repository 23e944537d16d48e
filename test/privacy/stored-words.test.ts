import { describe, expect, it, test } from 'vitest';
import { nl } from '../../prompts/nl/index.ts';
import { ITEM_STATES } from '../../src/agenda/agenda-item.ts';
import { say } from '../../src/bot/text.ts';
import { COMMANDS } from '../../src/commands.ts';
import { MESSAGE_KINDS, NUDGE_KINDS } from '../../src/delivery/nudge.ts';
import type { OwnRecord, SectionName } from '../../src/privacy/own-records.ts';
import { valueWords } from '../../src/privacy/value-words.ts';

/** Commands that only show something leave nothing on record. */
const READING = [
  'doel.status',
  'doel.laten',
  'agenda',
  'agenda.kalender',
  'leerteam',
  'leerteam.geschiedenis',
  'actie',
  'actie.team',
  'actie.toon',
  'advies.toon',
  'advies.lijst',
  'pop',
  'pop.overzicht',
  'pop.agenda',
  'pop.bijna',
  'pop.toon',
  'overzicht',
  'instellingen',
  'mijngegevens',
  'school',
  'school.dagen',
  'school.mensen',
  'start',
  'hulp',
];
/** What is on record without a command in the chat. */
const ELSEWHERE = ['importeer', 'zeg', 'wis', 'herstel', 'sleutel', 'account.link', 'account.refuse'];

const named = (start: string) =>
  Object.keys(nl).flatMap((key) => (key.startsWith(start) ? [key.slice(start.length)] : []));

describe('every code that can be stored about somebody has words', () => {
  test('acts', () => {
    const acts = COMMANDS.map(({ intent }) => intent).filter((intent) => !READING.includes(intent));
    expect(named('stored.act.').sort()).toEqual([...acts, ...ELSEWHERE].sort());
  });

  test('kinds of message and of address', () => {
    expect(named('stored.kind.').sort()).toEqual([...NUDGE_KINDS, ...MESSAGE_KINDS, 'previous', 'other'].sort());
  });

  test('states', () => {
    expect(named('stored.item.').sort()).toEqual([...ITEM_STATES].sort());
    expect(named('stored.sent.').sort()).toEqual(['failed', 'lapsed', 'planned', 'sent']);
  });
});

type Shown = {
  readonly section: SectionName;
  readonly row: OwnRecord;
  readonly label: keyof OwnRecord;
  readonly words: string;
};

const SHOWN: readonly Shown[] = [
  { section: 'actions', row: { what: 'klaar' }, label: 'what', words: 'klaar' },
  { section: 'actions', row: { state: 'klaar' }, label: 'state', words: 'done' },
  { section: 'action-changes', row: { what: 'klopt niet' }, label: 'what', words: 'not right' },
  { section: 'action-changes', row: { what: 'datum', after: '2026-12-18' }, label: 'after', words: '18 December 2026' },
  { section: 'goal-changes', row: { what: 'eigenaar' }, label: 'what', words: 'owner' },
  { section: 'goal-changes', row: { what: 'gemaakt' }, label: 'what', words: 'made' },
  { section: 'goal-changes', row: { what: 'status', before: 'gepauzeerd' }, label: 'before', words: 'paused' },
  { section: 'team-joined', row: { what: 'lid erbij' }, label: 'what', words: 'new member' },
  { section: 'team-changes', row: { what: 'dag', after: 'di' }, label: 'after', words: 'Tuesday' },
  { section: 'advice', row: { state: 'in behandeling' }, label: 'state', words: 'under consideration' },
  { section: 'advice-changes', row: { what: 'gemaakt' }, label: 'what', words: 'made' },
  { section: 'advice-changes', row: { what: 'overgenomen' }, label: 'what', words: 'adopted' },
  { section: 'items', row: { state: 'vervallen' }, label: 'state', words: 'no longer needed' },
  { section: 'item-changes', row: { what: 'doorgeschoven' }, label: 'what', words: 'moved on' },
  { section: 'messages', row: { state: 'lapsed' }, label: 'state', words: 'no longer needed' },
  { section: 'addresses', row: { kind: 'previous' }, label: 'kind', words: 'earlier address' },
  {
    section: 'person',
    row: { mutedKinds: ['terug', 'verslag'] },
    label: 'mutedKinds',
    words: 'overview when you are back, question for minutes',
  },
  { section: 'acts', row: { act: 'doel.update' }, label: 'act', words: 'update of a goal' },
  { section: 'acts', row: { act: 'toString' }, label: 'act', words: 'toString' },
];

it.each(SHOWN)('$section: $row is $words', ({ section, row, label, words }) => {
  expect(valueWords(say('en'), { section, row, label }, row[label]!)).toBe(words);
});
