/** Whatever the board, an admin or somebody of another school types, presses or makes up, no words of a school's goals come back (PRODUCT 2). */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { plain } from '../../src/bot/plain.ts';
import type { Intent } from '../../src/bot/reply.ts';
import { localDate } from '../../src/calendar/local-date.ts';
import { COMMANDS } from '../../src/commands.ts';
import type { GoalFields, GoalId } from '../../src/goals/goal.ts';
import { onlyRead } from '../support/arguments-of.ts';
import { type SchoolDraft, stamp } from '../support/store.ts';
import { Talk } from '../support/talk.ts';

/** Words that stand nowhere else. What is typed below are parts of them, so that an answer which only repeats it holds none. */
const TITLES = ['Xylofoon', 'Trombone'];
const SENTENCE = 'Vertrouwelijk';
const DRAFT = 'Hobo';
const OWNERS = ['Kolibrie', 'Wilhelmina', 'Diederik'];
const TYPED = ['1', '2', '3', 'xylo', 'trom', 'hob', 'kolib', 'wilhel', 'vertrouw'];

const secret = (what: string) => `${SENTENCE} ${what}`;
const GOAL = {
  theme: secret('thema'),
  ambition: secret('ambitie'),
  criterion: secret('criterium'),
  indicator: secret('indicator'),
  unit: secret('eenheid'),
  instrument: secret('instrument'),
  phaseSentences: {
    aanloop: secret('a'),
    'op pad': secret('b'),
    onderweg: secret('c'),
    'op stoom': secret('d'),
  },
} as const;

const SCHOOL: SchoolDraft = {
  school: { school: 'De Regenbui', region: 'midden' },
  staff: [
    { name: 'Marieke', roles: ['directeur'] },
    { name: 'Diederik' },
    { name: 'Wilhelmina' },
    { name: 'Bea', roles: ['bestuur'] },
    { name: 'Ad', roles: ['beheerder'] },
  ],
  teams: [{ team: 'Kolibrie', chair: 'Diederik', members: ['Diederik', 'Wilhelmina'] }],
  goals: [
    { ...GOAL, title: 'Samen op de Xylofoon', team: 'Kolibrie' },
    { ...GOAL, title: 'Alleen op de Trombone', owner: 'Wilhelmina' },
    { ...GOAL, title: 'Misschien een Hobo', team: 'Kolibrie', status: 'concept' },
  ],
  actions: [
    {
      what: secret('actie'),
      owner: 'Wilhelmina',
      due: localDate('2026-12-01'),
      goal: 'Samen op de Xylofoon',
      team: 'Kolibrie',
    },
  ],
};
const OTHER: SchoolDraft = {
  school: { school: 'De Zonnebloem', region: 'noord' },
  staff: [{ name: 'Piet', roles: ['leerkracht', 'ib'] }],
  teams: [{ team: 'Taal', chair: 'Piet', members: ['Piet'] }],
  goals: [{ title: 'Elke dag lezen', team: 'Taal' }],
};

let talk: Talk;
beforeEach(async () => {
  const opened = await Talk.open(SCHOOL, OTHER);
  talk = opened.talk;
  const [school, other] = opened.schools;
  const { goals, people, outbox } = talk.opened.store;
  // More than one page of history, with changes and reasons in it.
  for (let update = 0; update < 9; update++) {
    await talk.does('Diederik', 'doel.update', {
      doel: 'id:1',
      status: 'op koers',
      waarde: `${update}`,
      zin: SENTENCE,
    });
  }
  await talk.does('Wilhelmina', 'doel.update', { doel: 'id:2', status: 'loopt achter', zin: SENTENCE, succes: 'ja' });
  await talk.says('Diederik', `/doel pauze 1 ${SENTENCE}`);
  await talk.says('Diederik', '/doel verder 1');
  const first = (await goals.line(1 as GoalId))!;
  const fields: GoalFields = { ...first, theme: secret('ander thema') };
  await goals.change(stamp(school!.person('Diederik')), first.id, first.version, fields);
  await outbox.plan(
    school!.id,
    1,
    localDate('2026-11-24'),
    [],
    [1, 2].map((id) => ({
      key: `point:${id}`,
      schoolId: school!.id,
      teamId: id === 1 ? school!.team('Kolibrie') : null,
      cause: 'doel zonder update' as const,
      goalId: id as GoalId,
      madeOn: localDate('2026-11-24'),
      unlessUpdatedSince: localDate('2026-12-01'),
    })),
    [],
  );
  // Switched off in a time when they could see it.
  for (const person of [school!.person('Bea'), school!.person('Ad'), other!.person('Piet')]) {
    for (const subject of ['goal:1', 'goal:2', 'goal:3', `school:${school!.id}`]) {
      await people.mute(stamp(), person, subject);
    }
  }
});
afterEach(() => talk.opened.close());

const GOALS: readonly Intent['args'][] = [{}, ...['id:1', 'id:2', 'id:3', 'id:99', ...TYPED].map((doel) => ({ doel }))];
const PAGES: readonly Intent['args'][] = [{}, ...['0', '1', '9'].map((vanaf) => ({ vanaf }))];
const MORE: readonly Intent['args'][] = [
  { welke: 'alles' },
  { status: 'op koers', fase: 'op pad', reden: 'x', zin: 'x', succes: 'ja' },
  { fase: 'geen fase', status: 'geen status', waarde: '5' },
  ...['1', '9', '10'].map((update) => ({ update, zin: 'x' })),
  ...['1', '2'].map((versie) => ({ versie, titel: 'x', eigenaar: 'team:1', ritme: '4', fase: 'aanloop' })),
  { versie: '1', titel: 'x', eigenaar: 'persoon:3:1', opnieuw: 'ja', toch: '2026-12-25', eind: '2026-12-25' },
];
const OTHERS: readonly Intent['args'][] = [
  ...['goal:1', 'goal:2', 'goal:3', 'school:1', 'team:1'].map((subject) => ({ subject })),
  ...['2026-11-23', '2026-11-24'].map((day) => ({ day })),
  ...['id:1', 'id:2', 'kolib', 'bri'].map((leerteam) => ({ leerteam })),
  ...[{ school: '1' }, { team: '1' }, { scholen: 'alle' }, { maand: '2026-10' }, { school: '1', vanaf: '1' }],
  { titel: 'x', eigenaar: 'team:1' },
  { periode: 'morgen' },
  { van: '2026-11-24', tot: '2026-11-24' },
  { taal: 'nl', tijd: '08:00', uit: 'goal:1,goal:2,goal:3,school:1' },
  ...['id:1', 'id:2', ...TYPED].flatMap((id) => [{ actie: id }, { punt: id }, { advies: id }, { doel: id, punt: id }]),
  ...['1:2026-11-24', '1:2026-11-17', '2:2026-11-24'].map((bijeenkomst) => ({ bijeenkomst })),
  ...['id:2', 'id:3', 'kolib', 'wilhel'].flatMap((wie) => [{ wie }, { persoon: wie }]),
];

function* intents(): Generator<Intent> {
  for (const { intent: name } of COMMANDS) {
    for (const goal of GOALS) {
      for (const page of PAGES) yield { name, args: { ...goal, ...page } };
      for (const more of MORE) yield { name, args: { ...goal, ...more } };
    }
    for (const args of OTHERS) yield { name, args };
  }
}

function* lines(): Generator<string> {
  for (const { words } of COMMANDS) {
    for (const word of words) yield* ['', ...TYPED, 'alles'].map((typed) => `/${word} ${typed}`.trim());
  }
}

/** What the last answer holds of these words, as it is read and as platforms get it. */
function leaked(words: readonly string[]): readonly string[] {
  const reply = talk.last!;
  const text = `${plain(reply)}\n${JSON.stringify(reply)}`.toLowerCase();
  return words.filter((word) => text.includes(word.toLowerCase()));
}

/** Everything there is to ask, and every button and form that comes back, each once: what was asked with the words that leaked. */
async function leaks(name: string, words: readonly string[]): Promise<readonly string[]> {
  const found: string[] = [];
  const note = (asked: string) => found.push(...leaked(words).map((word) => `${asked}: ${word}`));
  const waiting: Intent[] = [...intents()];
  const follow = () => {
    waiting.push(...talk.buttons().map(({ intent }) => intent));
    if (talk.last?.kind !== 'form') return;
    const { fields, intent } = talk.last;
    const held = Object.fromEntries(fields.flatMap((field) => (field.value ? [[field.name, field.value]] : [])));
    waiting.push({ name: intent.name, args: { ...intent.args, ...held } });
  };
  for (const line of lines()) {
    await talk.says(name, line);
    note(line);
    follow();
  }
  const asked = new Set<string>();
  for (let given = waiting.pop(); given; given = waiting.pop()) {
    const intent = onlyRead(given);
    const words = JSON.stringify(intent);
    if (asked.has(words)) continue;
    asked.add(words);
    await talk.does(name, intent.name, intent.args);
    note(words);
    follow();
  }
  return found;
}

describe('the words are there for who may read them', () => {
  test.each(['Diederik', 'Wilhelmina', 'Marieke'])('%s', async (name) => {
    await talk.does(name, 'doel.status', { doel: 'id:1' });
    expect(leaked([SENTENCE, 'Xylofoon', 'Kolibrie', 'Diederik'])).toHaveLength(4);
    await talk.does(name, 'doel.status', { doel: 'id:1', vanaf: '9' });
    expect(leaked([SENTENCE, 'Diederik'])).toHaveLength(2);
    await talk.does(name, 'doel.status', { doel: 'id:3' });
    expect(leaked([DRAFT])).toHaveLength(1);
  });
});

test('the board reads titles, and no sentence, draft or owner', { timeout: 60_000 }, async () => {
  await talk.says('Bea', '/doel');
  expect(leaked(TITLES)).toEqual(TITLES);
  expect(await leaks('Bea', [SENTENCE, DRAFT, ...OWNERS])).toEqual([]);
});

test('an admin reads no title and no sentence', { timeout: 60_000 }, async () => {
  // Who is in which team is theirs to know.
  expect(await leaks('Ad', [SENTENCE, DRAFT, ...TITLES])).toEqual([]);
});

test('somebody of another school reads nothing of it', { timeout: 60_000 }, async () => {
  expect(await leaks('Piet', [SENTENCE, DRAFT, ...TITLES, ...OWNERS])).toEqual([]);
});
