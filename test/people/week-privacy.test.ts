/** The table of PRODUCT 2 for the leerteam's week, cell by cell: who reads what, who may change what, and what nobody else finds out. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { ActionId } from '../../src/actions/action.ts';
import { plain } from '../../src/bot/plain.ts';
import type { Intent } from '../../src/bot/reply.ts';
import { say } from '../../src/bot/text.ts';
import { localDate } from '../../src/calendar/local-date.ts';
import { COMMANDS } from '../../src/commands.ts';
import type { NudgeKind } from '../../src/delivery/nudge.ts';
import { NUDGES } from '../../src/delivery/nudges.ts';
import { type BuiltSchool, type SchoolDraft, stamp } from '../support/store.ts';
import { Talk } from '../support/talk.ts';

/** Chair, deputy, member, and the chair who was replaced and stays a member. */
const TEAM = ['Nadia', 'Nico', 'Sanne', 'Vera'];
const LEADS = ['Nadia', 'Nico'];
const TITLES = [...TEAM, 'Marieke', 'Joost'];
/** Director, quality coach, chair of another team, board, admin, director of another school, who left, who has yet to begin. */
const OTHERS = ['Marieke', 'Joost', 'Kees', 'Bea', 'Ad', 'Piet', 'Lies', 'Nora'];
const ALL = [...TEAM, ...OTHERS];

/** Each word stands in one place only, with behind it what must never become markup, a mention or a link. */
const TAIL = '<b>x</b> @channel [l](http://x) {y}';
const secret = (word: string) => `${word} ${TAIL}`;
const OF_TEAM = ['Klarinet', 'Cello', 'Altviool', 'Viool', 'Ocarina', 'Bugel', 'Gong', 'Luit'];
const OF_TITLES = ['Mandoline', 'Panfluit', 'Fagot', 'Tuba', 'Orgel', 'Harp'];

const SCHOOL: SchoolDraft = {
  school: { school: 'De Regenbui' },
  calendar: [{ from: localDate('2027-02-01'), until: localDate('2027-02-01'), kind: 'studiedag', name: '' }],
  staff: [
    { name: 'Nadia' },
    { name: 'Nico' },
    { name: 'Sanne' },
    { name: 'Vera' },
    { name: 'Marieke', roles: ['directeur'] },
    { name: 'Joost', roles: ['ib'] },
    { name: 'Kees' },
    { name: 'Bea', roles: ['bestuur'] },
    { name: 'Ad', roles: ['beheerder'] },
    { name: 'Lies', until: localDate('2026-10-30') },
    { name: 'Nora', from: localDate('2027-01-04') },
    { name: 'Diederik', until: localDate('2026-12-04') },
  ],
  teams: [
    {
      team: 'Bovenbouw',
      chair: 'Vera',
      deputy: 'Nico',
      members: ['Sanne', 'Vera', 'Diederik', 'Lies', 'Nora'],
      method: 'actieonderzoek',
      channel: 'C1',
    },
    { team: 'Taal', chair: 'Kees', members: ['Kees'] },
  ],
  goals: [{ title: secret('Celesta'), owner: 'Diederik' }],
  actions: [
    { what: secret('Gong'), owner: 'Diederik', due: localDate('2026-12-10'), team: 'Bovenbouw' },
    { what: secret('Banjo'), owner: 'Diederik', due: localDate('2026-12-10') },
  ],
};
const OTHER: SchoolDraft = {
  school: { school: 'De Zonnebloem' },
  staff: [{ name: 'Piet', roles: ['leerkracht', 'ib', 'directeur'] }],
  teams: [{ team: 'Onderbouw', chair: 'Piet' }],
};

/** Ids as they come: teams 1 and 2; items 1 (dealt with), 2 and 3; actions 1 Gong, 2 Banjo, 3 Cello, 4 Ocarina, 5 Bugel; advice 1 sent, 2 draft. */
const HELD = '1:2026-11-19';
const UNTOLD = '1:2026-11-12';
const NEXT = '1:2026-11-26';
const LOST = '1:2026-12-03';
const MOVED = '1:2026-12-10';
const TODAY = localDate('2026-11-24');
const SUBJECTS = ['team:1', `meeting:${NEXT}`, 'action:3', 'advice:1', 'advice:2', 'goal:1', 'school:1', 'person:12'];

let talk: Talk;
let school: BuiltSchool;
const id = (name: string) => `id:${school.person(name)}`;

beforeAll(async () => {
  const opened = await Talk.open(SCHOOL, OTHER);
  talk = opened.talk;
  [school] = opened.schools as [BuiltSchool];
  await talk.says('Marieke', '/leerteam wijzig Bovenbouw');
  await talk.fills('Marieke', { voorzitter: id('Nadia') });
  talk.now = new Date('2026-11-18T08:30:00Z');
  await talk.says('Sanne', `/agenda punt ${secret('Panfluit')}`);
  talk.now = new Date('2026-11-19T15:30:00Z');
  await talk.does('Nadia', 'agenda.verslag', {
    bijeenkomst: HELD,
    door: 'ja',
    besluiten: secret('Fagot'),
    delen: secret('Tuba'),
    tekst: secret('Klarinet'),
    wat1: secret('Cello'),
    wie1: id('Sanne'),
    datum1: '2026-12-03',
  });
  talk.now = new Date('2026-11-24T08:30:00Z');
  await talk.says('Sanne', `/agenda punt ${secret('Mandoline')}`);
  await talk.does('Sanne', 'actie.datum', { actie: 'id:3', datum: '2026-12-10', reden: secret('Altviool') });
  await talk.does('Sanne', 'actie.hulp', { actie: 'id:3', zin: secret('Viool') });
  const offer = { wat: secret('Ocarina'), wie: id('Nico'), datum: '2026-12-10', leerteam: 'id:1' };
  await talk.does('Nadia', 'actie.nieuw', offer);
  await talk.does('Nadia', 'advies', { tekst: secret('Harp') });
  await talk.does('Sanne', 'advies', { tekst: secret('Luit') });
  await talk.does('Nadia', 'actie.nieuw', { ...offer, wat: secret('Bugel'), wie: id('Nadia'), datum: '2026-11-26' });
  await talk.does('Nadia', 'agenda.vervalt', { bijeenkomst: LOST, reden: secret('Orgel') });
  await talk.does('Nadia', 'agenda.verzet', { bijeenkomst: MOVED, naar: '2026-12-11' });
});
// Every test begins with the same school: what it changes is taken back.
beforeEach(() => void talk.opened.database.sqlite.exec('begin'));
afterEach(() => void talk.opened.database.sqlite.exec('rollback'));
afterAll(() => talk.opened.close());

/** The last answer, as it is read and as platforms get it. */
const heard = () => `${plain(talk.last!)}\n${JSON.stringify(talk.last)}`;
const ask = (name: string, what: Intent | string) =>
  typeof what === 'string' ? talk.says(name, what) : talk.does(name, what.name, what.args);
const to = (name: string, args: Intent['args'] = {}): Intent => ({ name, args });

/** What is read, how, the words that tell it, and who may read them. */
const READS: readonly (readonly [string, Intent | string, string, readonly string[]])[] = [
  ['agenda titles', to('agenda', { leerteam: 'id:1' }), secret('Mandoline'), TITLES],
  ['agenda titles of a meeting', to('agenda', { bijeenkomst: NEXT }), 'Mandoline', TITLES],
  ['the agenda of a point', to('agenda', { punt: 'id:2' }), 'Mandoline', TITLES],
  ['agenda by name', '/agenda bovenbouw', 'Mandoline', TITLES],
  ['who brought it', to('agenda', { leerteam: 'id:1' }), 'Ingebracht door Sanne', TEAM],
  ['a draft on the agenda', to('agenda', { leerteam: 'id:1' }), 'Luit', TEAM],
  ['decisions', to('agenda.verslag', { bijeenkomst: HELD, toon: 'ja' }), secret('Fagot'), TITLES],
  ['shared with the MT', to('agenda.verslag', { bijeenkomst: HELD }), secret('Tuba'), TITLES],
  ['minutes text', to('agenda.verslag', { bijeenkomst: HELD, toon: 'ja' }), secret('Klarinet'), TEAM],
  ['points dealt with', to('agenda.verslag', { bijeenkomst: HELD, toon: 'ja' }), secret('Panfluit'), TEAM],
  ['actions of the minutes', to('agenda.verslag', { bijeenkomst: HELD, toon: 'ja' }), secret('Cello'), TEAM],
  ['minutes by name', '/agenda verslag bovenbouw', 'Klarinet', TEAM],
  ['actions of a team', to('actie.team', { leerteam: 'id:1' }), secret('Cello'), TEAM],
  ['their owners', '/actie team bovenbouw', 'Diederik', TEAM],
  ['an action', to('actie.toon', { actie: 'id:3' }), secret('Cello'), TEAM],
  ['its history', '/actie 3', secret('Altviool'), TEAM],
  ['that actions are due', to('agenda.verzet', { bijeenkomst: NEXT, vraag: 'datum' }), 'Zet ook de actie', LEADS],
  ['an action without a team', to('actie.toon', { actie: 'id:2' }), 'Banjo', []],
  ['what is asked of me', '/actie', secret('Ocarina'), ['Nadia', 'Nico']],
  ['my home page', '/start', 'Cello', ['Sanne']],
  ['advice', to('advies.toon', { advies: 'id:1' }), secret('Harp'), TITLES],
  ['advice by number', '/advies 1', 'Harp', TITLES],
  ['advice in the list', '/advies lijst', 'Harp', TITLES],
  ['a draft of advice', to('advies.toon', { advies: 'id:2' }), secret('Luit'), TEAM],
  ['a draft in the list', '/advies lijst', 'Luit', TEAM],
  ['the page of a team', to('leerteam', { leerteam: 'id:1' }), 'Diederik', [...TITLES, 'Ad']],
  ['the history of a team', to('leerteam.geschiedenis', { leerteam: 'id:1' }), 'Vera', [...LEADS, 'Marieke', 'Ad']],
  ['people of the school', to('school.mensen', { school: 'id:1', vanaf: '0' }), 'Diederik', ['Marieke', 'Ad']],
  ['who leaves', '/overdracht', 'Diederik', [...LEADS, 'Marieke', 'Ad']],
  ["a team's action that is handed over", to('overdracht', { persoon: 'id:12' }), 'Gong', LEADS],
  ['an action without a team, handed over', to('overdracht', { persoon: 'id:12' }), 'Banjo', ['Marieke']],
  ['a goal that is handed over', to('overdracht', { persoon: 'id:12' }), 'Celesta', ['Marieke']],
  ['what is handed over, without its words', to('overdracht', { persoon: 'id:12' }), 'Actie 2', ['Ad']],
  ['advice in the summary', to('overzicht', { team: '1' }), 'Harp', [...LEADS, 'Marieke', 'Joost']],
  ['the summary of the school', to('overzicht', { school: '1' }), 'Harp', ['Marieke', 'Joost']],
];

test.each(READS)('%s', async (_, what, words, readers) => {
  const read: string[] = [];
  for (const name of ALL) if ((await ask(name, what)).includes(words)) read.push(name);
  expect(read.sort()).toEqual([...readers].sort());
});

test('the board and an admin without a school of their own read the same', async () => {
  talk.opened.database.sqlite.exec(`update employment set school_id = null where roles like '%be%'`);
  for (const [what, asked, words, readers] of READS) {
    for (const name of ['Bea', 'Ad']) {
      expect((await ask(name, asked)).includes(words), `${name}: ${what}`).toBe(readers.includes(name));
    }
  }
});

test('the work of a director without another one: the board reads titles and no actions, an admin numbers', async () => {
  const { sqlite } = talk.opened.database;
  sqlite.exec(`update employment set until_day = '2026-12-04' where person_id = ${school.person('Marieke')}`);
  sqlite.exec(`update goal set person_id = ${school.person('Marieke')}`);
  sqlite.exec(`update action set owner_id = ${school.person('Marieke')} where id = 2`);
  const labels = async (name: string) => {
    await talk.says(name, '/overdracht Marieke');
    return talk.form().fields.map(({ label }) => label);
  };
  expect(await labels('Bea')).toEqual([`Doel: ${secret('Celesta')}`, 'Actie 2']);
  expect(await labels('Ad')).toEqual(['Doel 1', 'Actie 2']);
});

test.each([
  ['agenda.punt', { leerteam: 'id:1', tekst: 'Bombarde' }],
  ['advies', { leerteam: 'id:1', tekst: 'Bombarde' }],
  ['actie.nieuw', { wat: 'Bombarde', wie: 'Nico', datum: '2026-12-11', leerteam: 'id:1' }],
  ['agenda.verslag', { bijeenkomst: UNTOLD, door: 'ja', tekst: 'Bombarde' }],
] as const)('%s: who sends the key of somebody else reads nothing of what it did', async (intent, args) => {
  await talk.does('Nadia', intent, args, 'key');
  for (const name of ['Kees', 'Bea', 'Ad', 'Piet', 'Lies']) {
    await talk.does(name, intent, { ...args, tekst: 'x', wat: 'x' }, 'key');
    expect(heard(), name).not.toContain('Bombarde');
  }
});

test('an action without a team that nobody solves: the director reads it, a quality coach its number', async () => {
  const point = { key: 'p', schoolId: school.id, teamId: null, madeOn: TODAY, cause: 'actie te laat' } as const;
  const late = { ...point, actionId: 2 as ActionId, due: localDate('2026-12-10') };
  await talk.opened.store.outbox.plan(school.id, 99, TODAY, [], [late], []);
  expect(await talk.says('Marieke', '/overzicht')).toContain(`Actie 2 ${secret('Banjo')}`);
  expect(await talk.says('Joost', '/overzicht')).toContain('Actie 2 · ▲');
  expect(heard()).not.toContain('Banjo');
});

describe('what was switched off', () => {
  const LABELS: Readonly<Record<string, readonly string[]>> = {
    Bovenbouw: [...TITLES, 'Ad'],
    Cello: TEAM,
    'Advies 1': TITLES,
    'Advies 2': TEAM,
    Celesta: [...TITLES, 'Kees'],
    Diederik: [...TITLES, 'Kees', 'Ad'],
  };

  test.each(ALL.filter((name) => !['Lies', 'Nora'].includes(name)))('%s', async (name) => {
    const labels = async () => {
      await talk.says(name, '/instellingen');
      return Object.keys(LABELS).filter((label) => heard().includes(label));
    };
    const seen = Object.keys(LABELS).filter((label) => LABELS[label]!.includes(name));
    for (const subject of SUBJECTS) await talk.does(name, 'nudge.mute', { subject });
    expect(await labels()).toEqual(seen);
    // Also of what was switched off in a time when they could see it.
    const person = (await talk.opened.store.people.actorByEmail(`${name.toLowerCase()}@example.org`, TODAY))!.id;
    for (const subject of SUBJECTS) await talk.opened.store.people.mute(stamp(), person, subject);
    expect(await labels()).toEqual(seen);
  });
});

/** What a digest says, with the key and subject of its nudge, the words that tell it, and to whom. */
const NUDGED: readonly (readonly [NudgeKind, string, string, string, readonly string[]])[] = [
  ['agenda-delen', '', `meeting:${NEXT}`, 'Mandoline', TEAM],
  ['agenda-klaarzetten', '', `meeting:${NEXT}`, 'Mandoline', LEADS],
  ['bijeenkomst-gewijzigd', '', `meeting:${LOST}`, 'Orgel', TEAM],
  ['verslag', 'verslag-klaar:', `meeting:${HELD}`, 'Cello', TEAM],
  ['verslag', '', `meeting:${UNTOLD}`, 'Bovenbouw', ['Nadia']],
  ['nieuw-in-team', '', 'team:1', 'Cello', [...LEADS, 'Sanne']],
  ['actie-herinnering', 'actie-herinnering:3:3:2026-12-10', 'action:3', 'Cello', ['Sanne']],
  ['actie-aangeboden', 'actie-aangeboden:4:2:2026-11-24:1', 'action:4', 'Ocarina', ['Nico']],
  ['actie-bericht', 'actie-bericht:hulp:3:1:0', 'action:3', 'Viool', [...TEAM, 'Marieke']],
  ['actie-bericht', 'actie-bericht:afgesproken:3:1:0', 'action:3', 'Cello', ['Sanne']],
  ['advies-wacht', '', 'advice:1', 'Harp', ['Marieke']],
  ['maandoverzicht', '', 'school:1', 'Harp', ['Marieke']],
  ['overdracht', '', 'person:12', 'Gong', ['Nadia']],
  ['overdracht', '', 'person:12', 'Banjo', ['Marieke']],
  ['terug', 'terug:1:2026-11-02:2026-11-20:1', 'person:1', 'Fagot', TEAM],
];

test.each(NUDGED)('a digest with %s (%s %s) says %s', async (kind, key, subject, words, receivers) => {
  const { store } = talk.opened;
  const told: string[] = [];
  for (const name of ALL) {
    const receiver = (await store.people.actorByEmail(`${name.toLowerCase()}@example.org`, TODAY))!;
    const dates = { from: TODAY, until: TODAY, answeredFrom: TODAY, step: 0 };
    const composed = await NUDGES.find((each) => each.kind === kind)!.compose(
      { kind, key, subject, receiver: receiver.id, schoolId: school.id, ...dates },
      { store, say: say('nl'), now: talk.now, today: TODAY, receiver },
    );
    if (JSON.stringify(composed).includes(words)) told.push(name);
  }
  expect(told.sort()).toEqual([...receivers].sort());
});

/** What is changed, by whom it may be; the first of them does it. */
const WRITES: readonly (readonly [string, Intent['args'] | (() => Intent['args']), readonly string[]])[] = [
  ['agenda.punt', { leerteam: 'id:1', tekst: 'x' }, TITLES],
  ['agenda.punt-weg', { punt: 'id:2' }, ['Sanne', ...LEADS]],
  ['agenda.aanpassen', { bijeenkomst: NEXT, versie: '0', 'punt-2': '7' }, LEADS],
  ['agenda.delen', { bijeenkomst: NEXT }, [...LEADS, 'Marieke']],
  ['agenda.verzet', { bijeenkomst: NEXT, naar: '2026-11-27' }, [...LEADS, 'Marieke']],
  ['agenda.verzet-acties', { bijeenkomst: MOVED }, LEADS],
  ['agenda.vervalt', { bijeenkomst: NEXT, reden: 'x' }, [...LEADS, 'Marieke']],
  ['agenda.verslag', { bijeenkomst: UNTOLD, door: 'ja', tekst: 'x' }, TEAM],
  ['agenda.verslag', { bijeenkomst: HELD, aanvullen: 'ja', tekst: 'x' }, TEAM],
  ['agenda.ging-door', { bijeenkomst: UNTOLD }, [...TEAM, 'Marieke']],
  ['agenda.ging-niet-door', { bijeenkomst: UNTOLD, nieuw: 'nee', reden: 'x' }, [...LEADS, 'Marieke']],
  ['agenda.schuif-door', { punt: 'id:1' }, [...TEAM, 'Marieke']],
  ['actie.nieuw', () => ({ wat: 'x', wie: id('Nico'), datum: '2026-12-10', leerteam: 'id:1' }), TEAM],
  ['actie.nieuw', () => ({ wat: 'x', wie: id('Nico'), datum: '2026-12-10', bijeenkomst: HELD }), TEAM],
  ['actie.klaar', { actie: 'id:3' }, ['Sanne', ...LEADS]],
  ['actie.datum', { actie: 'id:3', datum: '2026-12-11' }, ['Sanne', ...LEADS]],
  ['actie.overdragen', () => ({ actie: 'id:3', wie: id('Kees') }), ['Sanne', ...LEADS]],
  ['actie.stop', { actie: 'id:3', reden: 'x' }, ['Sanne', ...LEADS]],
  ['actie.hulp', { actie: 'id:3', zin: 'x' }, ['Sanne']],
  ['actie.klopt-niet', { actie: 'id:3' }, ['Sanne']],
  ['actie.aannemen', { actie: 'id:4' }, ['Nico']],
  ['actie.terug', { actie: 'id:4' }, ['Nico']],
  ['advies', { leerteam: 'id:1', tekst: 'x' }, [...TEAM, 'Joost']],
  ['advies.versturen', { advies: 'id:2' }, LEADS],
  ['advies.antwoord', { advies: 'id:1', uitkomst: 'overgenomen', antwoord: 'x' }, ['Marieke']],
  ['advies.intrekken', { advies: 'id:1', zeker: 'ja' }, [...LEADS, 'Joost']],
  ['advies.intrekken', { advies: 'id:2', zeker: 'ja' }, ['Sanne', ...LEADS]],
  ['leerteam.lid-erbij', () => ({ leerteam: 'id:1', wie: id('Kees') }), [...LEADS, 'Marieke', 'Ad']],
  ['leerteam.lid-eraf', () => ({ leerteam: 'id:1', wie: id('Sanne'), tot: TODAY }), [...LEADS, 'Marieke', 'Ad']],
  ['leerteam.wijzig', () => ({ leerteam: 'id:1', versie: '2', ...TEAM_FORM() }), [...LEADS, 'Marieke', 'Ad']],
  ['leerteam.fase', { leerteam: 'id:1', fase: 'reflecteren' }, [...LEADS, 'Marieke', 'Ad']],
  ['leerteam.koppel', { leerteam: 'id:1', los: 'ja' }, [...LEADS, 'Marieke', 'Ad']],
  ['leerteam.stoppen', { leerteam: 'id:1', klaar: 'ja', tot: '2026-12-18' }, ['Marieke', 'Ad']],
  ['leerteam.nieuw', () => ({ school: 'id:1', klaar: 'ja', ...TEAM_FORM() }), ['Marieke', 'Ad']],
  [
    'overdracht',
    () => ({ persoon: id('Diederik'), verdeel: 'ja', 'actie-1': id('Sanne') }),
    [...LEADS, 'Marieke', 'Ad'],
  ],
  ['overdracht', () => ({ persoon: id('Diederik'), verdeel: 'ja', 'actie-2': id('Sanne') }), ['Marieke', 'Ad']],
  ['school.dag-erbij', { school: 'id:1', van: '2026-12-08', soort: 'vrij' }, ['Marieke', 'Ad']],
  ['school.dag-weg', { school: 'id:1', dag: '1' }, ['Marieke', 'Ad']],
  ['school.in-dienst', { school: 'id:1', naam: 'X', email: 'x@example.org', rollen: 'leerkracht' }, ['Marieke', 'Ad']],
  [
    'school.uit-dienst',
    () => ({ school: 'id:1', persoon: id('Kees'), tot: TODAY, klaar: 'ja', zeker: 'ja' }),
    ['Marieke', 'Ad'],
  ],
  ['afwezig', () => ({ wie: id('Kees'), van: '2026-12-08' }), ['Marieke', 'Kees']],
  ['school.pgmr', { school: 'id:1', klaar: 'ja', datum: '2026-11-02' }, ['Marieke', 'Ad']],
  ['school.blokken', { school: 'id:1', klaar: 'ja' }, ['Marieke', 'Ad']],
];
const TEAM_FORM = () => ({
  ...{ naam: 'Anders', soort: 'leerteam', voorzitter: id('Nadia'), vervanger: id('Nico'), dag: 'do' },
  ...{ tijd: '14:30', duur: '60', ritme: 'wekelijks', methode: 'vrij' },
});

/** Every row of every table, with the once keys and the audit. */
function everything(): string {
  const { sqlite } = talk.opened.database;
  const tables = sqlite.prepare("select name from sqlite_master where type = 'table' order by name").pluck().all();
  return JSON.stringify(tables.map((table) => sqlite.prepare(`select * from "${table}"`).all()));
}

test.each(WRITES)('%s %j', async (name, given, writers) => {
  const args = typeof given === 'function' ? given() : given;
  const before = everything();
  for (const other of ALL.filter((each) => !writers.includes(each))) {
    await talk.does(other, name, args, `once-${other}`);
    expect(talk.last!.kind, other).toBe('notice');
    expect(everything() === before, `${other}: ${plain(talk.last!)}`).toBe(true);
    expect(heard()).not.toContain('Cello');
  }
  for (const writer of writers) {
    const { sqlite } = talk.opened.database;
    sqlite.exec('savepoint writer');
    const answer = await talk.does(writer, name, args);
    expect(everything() === before, `${writer}: ${answer}`).toBe(false);
    sqlite.exec('rollback to writer');
  }
});

describe('whatever is typed, pressed or made up', () => {
  const named = (name: string, values: readonly string[]): readonly Intent['args'][] =>
    values.map((value) => ({ [name]: value }));
  const TEAMS = named('leerteam', ['id:1', 'bovenbouw']);
  const MADE_UP: Readonly<Record<string, readonly Intent['args'][]>> = {
    actie: [...named('actie', ['id:1', 'id:2', 'id:3', 'id:4', '1', '3']), ...named('bijeenkomst', [HELD]), ...TEAMS],
    advies: [...named('advies', ['id:1', 'id:2', '1', '2']), ...TEAMS],
    agenda: [...named('bijeenkomst', [HELD, NEXT, UNTOLD, LOST]), ...named('punt', ['id:1', 'id:2', 'id:3']), ...TEAMS],
    leerteam: TEAMS,
    nudge: [...named('subject', SUBJECTS), { day: TODAY }],
    overzicht: [{ team: '1' }, { school: '1' }, { school: '1', maand: '2026-11' }],
    overdracht: named('persoon', ['id:12', 'id:3', 'diederik']),
    school: [{ school: 'id:1' }, { school: 'id:1', persoon: 'id:12' }],
  };

  /** Every command with every id of others, and every button and form that comes back, each once: what was asked when a word came back. */
  async function leaks(name: string, words: readonly string[]): Promise<readonly string[]> {
    const found: string[] = [];
    const commands = COMMANDS.filter(({ intent }) => !intent.startsWith('doel'));
    const waiting: (Intent | string)[] = commands.flatMap(({ intent, words: typed }) => [
      ...typed.flatMap((line) => [`/${line}`, `/${line} 1`, `/${line} bovenbouw`]),
      ...[{}, ...(MADE_UP[intent.split('.')[0]!] ?? [])].map((args) => to(intent, args)),
    ]);
    const asked = new Set<string>();
    for (let what = waiting.pop(); what; what = waiting.pop()) {
      const key = JSON.stringify(what);
      if (asked.has(key)) continue;
      asked.add(key);
      await ask(name, what);
      found.push(...words.filter((word) => heard().includes(word)).map((word) => `${key}: ${word}`));
      waiting.push(...talk.buttons().map(({ intent }) => intent));
      if (talk.last?.kind !== 'form') continue;
      const { fields, intent } = talk.last;
      const held = Object.fromEntries(fields.flatMap((field) => (field.value ? [[field.name, field.value]] : [])));
      waiting.push(to(intent.name, { ...intent.args, ...held }));
    }
    expect(asked.size).toBeGreaterThan(200);
    return found;
  }

  const OUTSIDE = [...OF_TEAM, ...OF_TITLES, 'Ingebracht door Sanne'];
  test.each([
    ['Marieke', [...OF_TEAM, 'Ingebracht door Sanne']],
    ['Joost', [...OF_TEAM, 'Ingebracht door Sanne', 'Banjo']],
    ['Kees', [...OUTSIDE, 'Banjo']],
    ['Ad', [...OUTSIDE, 'Banjo', 'Celesta']],
    ['Bea', [...OUTSIDE, 'Banjo', 'Diederik', 'Bovenbouw']],
    ['Piet', [...OUTSIDE, 'Banjo', 'Celesta', 'Diederik', 'Bovenbouw', 'Vera']],
  ])('%s finds none of %j', async (name, words) => expect(await leaks(name, words)).toEqual([]));

  test.each(['Lies', 'Nora'])('%s, out of service, is told whom to ask and nothing else', async (name) => {
    const stranger = await talk.says('Iemand', '/agenda');
    for (const { intent, words } of COMMANDS) {
      expect(await talk.does(name, intent, { leerteam: 'id:1' }), intent).toBe(stranger);
      if (words[0]) expect(await talk.says(name, `/${words[0]}`)).toBe(stranger);
    }
  });
});

describe('what is not theirs to see seems not to be there', () => {
  const OUTSIDERS = ['Kees', 'Bea', 'Ad', 'Piet'];
  test.each([
    ['agenda', 'punt', 'id:2', 'id:99', OUTSIDERS],
    ['agenda.punt-weg', 'punt', 'id:2', 'id:99', OUTSIDERS],
    ['agenda.schuif-door', 'punt', 'id:1', 'id:99', OUTSIDERS],
    ['actie.toon', 'actie', 'id:3', 'id:99', [...OUTSIDERS, 'Marieke', 'Joost']],
    ['actie.klaar', 'actie', 'id:3', 'id:99', [...OUTSIDERS, 'Marieke', 'Joost']],
    ['advies.toon', 'advies', 'id:1', 'id:99', OUTSIDERS],
    ['advies.toon', 'advies', 'id:2', 'id:99', [...OUTSIDERS, 'Marieke', 'Joost']],
    ['advies.antwoord', 'advies', 'id:1', 'id:99', OUTSIDERS],
    ['overdracht', 'persoon', 'id:12', 'id:99', ['Bea', 'Piet']],
    ['overdracht', 'persoon', 'id:12', 'id:6', ['Kees']],
    ['leerteam', 'leerteam', 'id:1', 'id:99', ['Bea', 'Piet']],
    ['leerteam.wijzig', 'leerteam', 'id:1', 'id:99', ['Bea', 'Piet']],
    ['agenda', 'bijeenkomst', NEXT, '99:2026-11-26', ['Bea', 'Piet']],
    ['agenda.verslag', 'bijeenkomst', HELD, '99:2026-11-26', ['Bea', 'Piet']],
    ['agenda.verzet', 'bijeenkomst', NEXT, '99:2026-11-26', ['Bea', 'Piet']],
    ['overzicht', 'team', '1', '99', OUTSIDERS],
    ['nudge.mute', 'subject', 'team:1', 'team:99', ['Kees', 'Bea', 'Piet']],
    ['nudge.mute', 'subject', 'action:3', 'action:99', [...OUTSIDERS, 'Marieke', 'Joost']],
  ])('%s {%s: %s} as %s', async (intent, argument, theirs, none, names) => {
    const said = async (name: string, value: string) =>
      (await talk.does(name, intent, { [argument]: value })).replace(/Diederik|Joost|[\d:-]+/g, '…');
    for (const name of names) expect(await said(name, theirs), name).toBe(await said(name, none));
  });
});

test('names and words of people are in no key, no audit and no plan', async () => {
  const { sqlite } = talk.opened.database;
  const { outbox } = talk.opened.store;
  await talk.says('Sanne', '/start');
  expect((await outbox.schoolState(school.id))!.actions).toHaveLength(5);
  const kept = ['audit', 'once', 'outbox', 'post'].map((table) => sqlite.prepare(`select * from "${table}"`).all());
  expect(kept[0]!.length).toBeGreaterThan(10);
  const text = JSON.stringify(kept);
  const words = [...ALL, 'Diederik', ...OF_TEAM, ...OF_TITLES, 'Banjo', 'Celesta', 'example.org'];
  expect(words.filter((word) => text.includes(word))).toEqual([]);
});
