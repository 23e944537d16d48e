/** Whatever somebody outside the team types, presses or makes up, no words of a team's actions and of no owner come back (PRODUCT 2). */
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { ActionId } from '../../src/actions/action.ts';
import { actionCommands } from '../../src/actions/commands.ts';
import { plain } from '../../src/bot/plain.ts';
import type { Intent } from '../../src/bot/reply.ts';
import { localDate } from '../../src/calendar/local-date.ts';
import { NOTHING_TO_TELL } from '../../src/delivery/announcement.ts';
import type { PersonId, TeamId } from '../../src/people/person.ts';
import { type SchoolDraft, stamp } from '../support/store.ts';
import { Talk } from '../support/talk.ts';

/** Words that stand nowhere else. What is typed below are parts of them, so that an answer which only repeats it holds none. */
const SECRETS = ['Xylofoon', 'Trombone', 'Hobo', 'Vertrouwelijk'];
const TYPED = ['1', '2', '3', '4', 'xylo', 'trom', 'hob', 'vertrouw'];

const SCHOOL: SchoolDraft = {
  school: { school: 'De Regenbui', region: 'midden' },
  staff: [
    { name: 'Marieke', roles: ['directeur'] },
    { name: 'Joost', roles: ['ib'] },
    { name: 'Diederik' },
    { name: 'Wilhelmina' },
    { name: 'Tessa' },
    { name: 'Bea', roles: ['bestuur'] },
    { name: 'Ad', roles: ['beheerder'] },
  ],
  teams: [
    { team: 'Bovenbouw', chair: 'Diederik', members: ['Diederik', 'Wilhelmina'] },
    { team: 'Onderbouw', chair: 'Tessa', members: ['Tessa'] },
  ],
};
const OTHER: SchoolDraft = {
  school: { school: 'De Zonnebloem', region: 'noord' },
  staff: [{ name: 'Piet', roles: ['leerkracht', 'ib', 'directeur'] }],
  teams: [{ team: 'Taal', chair: 'Piet', members: ['Piet'] }],
};

let talk: Talk;
beforeEach(async () => {
  const opened = await Talk.open(SCHOOL, OTHER);
  talk = opened.talk;
  const [school] = opened.schools;
  const [diederik, wilhelmina] = [school!.person('Diederik'), school!.person('Wilhelmina')];
  const { actions } = talk.opened.store;
  const add = (what: string, teamId: TeamId | null, offeredToId: PersonId | null) =>
    actions.add(
      stamp(diederik, '2026-11-02T08:00:00Z'),
      {
        schoolId: school!.id,
        what,
        ownerId: diederik,
        due: localDate('2026-11-10'),
        teamId,
        goalId: null,
        meetingId: null,
        agreed: true,
        offeredToId,
        offeredOn: offeredToId && localDate('2026-11-02'),
      },
      NOTHING_TO_TELL,
    );
  await add('Op de Xylofoon', school!.team('Bovenbouw'), wilhelmina);
  await add('Op de Trombone', null, wilhelmina);
  const closed = await add('Op de Hobo', school!.team('Bovenbouw'), null);
  await actions.stop(stamp(diederik), closed.id, 'Vertrouwelijk');
  await actions.changeDue(stamp(diederik), 1 as ActionId, 1, localDate('2026-11-11'), 'Vertrouwelijk');
});
afterEach(() => talk.opened.close());

const ACTIONS: readonly Intent['args'][] = [
  {},
  ...['id:1', 'id:2', 'id:3', 'id:99', ...TYPED].map((actie) => ({ actie })),
];
const MORE: readonly Intent['args'][] = [
  {},
  { vanaf: '0' },
  { vanaf: '1' },
  { datum: '2026-12-01', reden: 'x' },
  { datum: '2026-12-25', reden: 'x', versie: '2', opnieuw: 'ja' },
  { wie: '@Tessa', zin: 'x', zeker: 'ja' },
];
const OTHERS: readonly Intent['args'][] = [
  ...['id:1', 'id:2', 'bovenb', 'boven', 'geen'].map((leerteam) => ({ leerteam })),
  ...['id:1', 'id:2'].map((leerteam) => ({ leerteam, wat: 'x', wie: '@Tessa', datum: '2026-12-01' })),
];

/** What the last answer holds of these words, as it is read and as platforms get it. */
function leaked(words: readonly string[]): readonly string[] {
  const text = `${plain(talk.last!)}\n${JSON.stringify(talk.last)}`.toLowerCase();
  return words.filter((word) => text.includes(word.toLowerCase()));
}

/** Everything there is to ask about actions, and every button and form that comes back, each once. */
async function leaks(name: string, words: readonly string[]): Promise<readonly string[]> {
  const found: string[] = [];
  const note = (asked: string) => found.push(...leaked(words).map((word) => `${asked}: ${word}`));
  const waiting: Intent[] = actionCommands.flatMap(({ intent }) => [
    ...ACTIONS.flatMap((action) => MORE.map((more) => ({ name: intent, args: { ...action, ...more } }))),
    ...OTHERS.map((args) => ({ name: intent, args })),
  ]);
  for (const typed of [
    '',
    'team',
    'team boven',
    ...['', 'klaar ', 'datum ', 'stop ', 'hulp ', 'overdragen '].flatMap((word) =>
      TYPED.map((each) => `${word}${each}`),
    ),
  ]) {
    await talk.says(name, `/actie ${typed}`.trim());
    note(typed);
    waiting.push(...talk.buttons().map(({ intent }) => intent));
  }
  const asked = new Set<string>();
  for (let intent = waiting.pop(); intent; intent = waiting.pop()) {
    const key = JSON.stringify(intent);
    if (asked.has(key) || !intent.name.startsWith('actie')) continue;
    asked.add(key);
    await talk.does(name, intent.name, intent.args);
    note(key);
    waiting.push(...talk.buttons().map((button) => button.intent));
  }
  return found;
}

test.each(['Diederik', 'Wilhelmina'])('the words are there for %s', async (name) => {
  await talk.says(name, '/actie 1');
  expect(leaked(['Xylofoon', 'Vertrouwelijk', 'Diederik', 'Wilhelmina'])).toHaveLength(4);
  await talk.says(name, '/actie 2');
  expect(leaked(['Trombone'])).toHaveLength(1);
  await talk.says(name, '/actie 3');
  expect(leaked(['Hobo', 'Vertrouwelijk'])).toHaveLength(2);
  await talk.says(name, '/actie team');
  expect(leaked(['Xylofoon', 'Trombone'])).toEqual(['Xylofoon']);
});

test.each(['Marieke', 'Joost', 'Tessa', 'Bea', 'Ad', 'Piet'])(
  '%s reads nothing of it and changes nothing',
  { timeout: 60_000 },
  async (name) => {
    expect(await leaks(name, SECRETS)).toEqual([]);
    // Nor did anything change by all that.
    const lines = [1, 2, 3].map((id) => talk.opened.store.actions.line(id as ActionId));
    expect((await Promise.all(lines)).map((line) => line!.version)).toEqual([2, 1, 2]);
  },
);
