/** The table of PRODUCT 2 for POP, cell by cell: a person and their lead see and change its steps, and nobody else finds out anything. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Writable } from 'node:stream';
import { pino } from 'pino';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createHealth } from '../../adapters/http/health.ts';
import { formValues as slackFields } from '../../adapters/slack/render/form-values.ts';
import { slackPreview } from '../../adapters/slack/render/preview.ts';
import { formValues as teamsFields } from '../../adapters/teams/render/form-values.ts';
import { teamsPreview } from '../../adapters/teams/render/preview.ts';
import { createTrial } from '../../adapters/trial/index.ts';
import { trialQueries } from '../../db/trial.queries.ts';
import { createBot } from '../../src/bot/bot.ts';
import { plain } from '../../src/bot/plain.ts';
import type { Intent } from '../../src/bot/reply.ts';
import { eachDay, localDate } from '../../src/calendar/local-date.ts';
import { instantAt, localTime } from '../../src/calendar/zone.ts';
import { COMMANDS } from '../../src/commands.ts';
import { reportTo } from '../../src/core.ts';
import { NUDGE_KINDS } from '../../src/delivery/nudge.ts';
import { preview } from '../../src/delivery/preview.ts';
import { exportSheets } from '../../src/import/import-book.ts';
import { FakePlatform } from '../delivery/fake-platform.ts';
import type { BuiltSchool } from '../support/store.ts';
import { strictTick } from '../support/strict-tick.ts';
import type { Talk } from '../support/talk.ts';
import { ALL, leaksTo, type Name, POPS, popSchool, readersOf, toldOf } from './pop-school.ts';

const LEADS = [...new Set(POPS.map(({ lead }) => lead))];

let talk: Talk;
let school: BuiltSchool;
let id: (name: Name) => string;

beforeAll(async () => {
  ({ talk, school, id } = await popSchool());
});
// Every test begins with the same school: what it changes is taken back.
beforeEach(() => void talk.opened.database.sqlite.exec('begin'));
afterEach(() => void talk.opened.database.sqlite.exec('rollback'));
afterAll(() => talk.opened.close());

/** The last answer, as it is read and as platforms get it. */
const heard = () => `${plain(talk.last!)}\n${JSON.stringify(talk.last)}`;
const to = (name: string, args: Intent['args'] = {}): Intent => ({ name, args });
/** What it changes is taken back. */
async function ask(name: Name, what: Intent | string): Promise<string> {
  const { sqlite } = talk.opened.database;
  sqlite.exec('savepoint asked');
  if (typeof what === 'string') await talk.says(name, what);
  else await talk.does(name, what.name, what.args);
  sqlite.exec('rollback to asked');
  return heard();
}

test('every POP is filled in, so that there is something to find', async () => {
  for (const pop of POPS) expect(toldOf(pop, await ask(pop.name, '/pop'))).toEqual(['link', 'time', 'ready']);
});

describe('who reads what', () => {
  const GESPREK = { gesprek: 'gesprek' };
  /** The way in, what of a POP it tells, and to whom of the two. */
  const READS: readonly (readonly [string, (of: Name) => Intent | string, string, 'both' | 'person' | 'lead'])[] = [
    ['the steps by id', (of) => to('pop.toon', { persoon: id(of) }), 'link', 'both'],
    ['the steps by name', (of) => to('pop.toon', { persoon: of }), 'time', 'both'],
    ['the steps, typed', (of) => `/pop @${of}`, 'ready', 'both'],
    ['the steps, typed in full', (of) => `/pop toon @${of}`, 'link', 'both'],
    ['the list of a lead', () => '/pop overzicht', 'time', 'lead'],
    ['the list of a lead, of the school', () => to('pop.overzicht', { school: 'id:1' }), 'ready', 'lead'],
    ['my own link', () => to('pop.link'), 'link', 'person'],
    ['my own page', () => '/pop', 'link', 'person'],
    ['the entry for the calendar', (of) => to('pop.agenda', { ...GESPREK, persoon: id(of) }), 'time', 'both'],
    ['the form for a day', (of) => to('pop.gesprek', { ...GESPREK, persoon: id(of), vraag: 'datum' }), 'time', 'both'],
    ['the home page', () => '/start', 'time', 'person'],
    ['my data', () => '/mijngegevens', 'link', 'person'],
  ];

  test.each(READS)('%s', async (_, way, what, who) => {
    for (const pop of POPS) {
      const told: Name[] = [];
      for (const name of ALL) {
        if (toldOf(pop, await ask(name, way(pop.name))).some((each) => each === what)) told.push(name);
      }
      const readers = { both: readersOf(pop), person: [pop.name], lead: [pop.lead] }[who];
      expect([pop.name, ...told.sort()]).toEqual([pop.name, ...[...readers].sort()]);
    }
  });

  test('a lead without a POP gets the list of the people they lead with /pop', async () => {
    for (const pop of POPS) {
      const told: Name[] = [];
      for (const name of ALL) if (toldOf(pop, await ask(name, '/pop')).includes('ready')) told.push(name);
      const ownOnly = POPS.some(({ name }) => name === pop.lead);
      expect(told.sort()).toEqual((ownOnly ? [pop.name] : [pop.name, pop.lead]).sort());
    }
  });

  test('another lead is chosen: the one before sees nothing any more', async () => {
    const [sanne] = POPS;
    talk.opened.database.sqlite.exec(
      `update employment set lead_id = ${school.person('Kees')} where person_id = ${school.person('Sanne')}`,
    );
    for (const name of ALL) {
      const sees = toldOf(sanne!, await ask(name, to('pop.toon', { persoon: id('Sanne') }))).length > 0;
      expect([name, sees]).toEqual([name, ['Sanne', 'Kees'].includes(name)]);
    }
  });

  test('POP is switched off at the school: nobody sees anything any more', async () => {
    talk.opened.database.sqlite.exec('update school set pop_consent = null');
    for (const name of ALL) {
      for (const what of ['/pop', '/pop overzicht', to('pop.toon', { persoon: id('Sanne') }), '/start']) {
        const answer = await ask(name, what);
        expect(POPS.flatMap((pop) => toldOf(pop, answer))).toEqual([]);
      }
    }
  });
});

/** Every row of every table, with the once keys and the audit. */
function everything(): string {
  const { sqlite } = talk.opened.database;
  const tables = sqlite.prepare("select name from sqlite_master where type = 'table' order by name").pluck().all();
  return JSON.stringify(tables.map((table) => sqlite.prepare(`select * from "${table}"`).all()));
}

/** What is stored of somebody's POP. */
function storedOf(name: Name): string {
  const { sqlite } = talk.opened.database;
  const rows = [
    'select * from pop where person_id = ?',
    'select t.* from pop_talk t join pop p on p.id = t.pop_id where p.person_id = ?',
  ];
  return JSON.stringify(rows.map((row) => sqlite.prepare(row).all(school.person(name))));
}

describe('who changes what', () => {
  const WRITES: readonly (readonly [string, Intent['args'], 'both' | 'person' | 'own'])[] = [
    ['pop.open', { stap: 'klaar' }, 'person'],
    ['pop.link', { link: 'https://school.example/tuba' }, 'own'],
    ['pop.overleg', {}, 'own'],
    ['pop.gesprek', { gesprek: 'gesprek', datum: '2026-12-03', toch: 'ja' }, 'both'],
    ['pop.gehouden', { gesprek: 'gesprek', datum: '2026-11-23' }, 'both'],
    ['pop.afgezegd', { gesprek: 'gesprek' }, 'both'],
  ];

  test.each(WRITES)('%s %j', async (intent, args, who) => {
    const before = everything();
    for (const pop of POPS) {
      const writers = who === 'both' ? readersOf(pop) : [pop.name];
      for (const name of ALL) {
        const { sqlite } = talk.opened.database;
        sqlite.exec('savepoint writer');
        await talk.does(name, intent, { ...args, persoon: id(pop.name) }, `once-${name}`);
        const own = POPS.find((each) => each.name === name);
        // Who names their own lead means their own talk; what is always one's own is so whoever is named beside it.
        const meansOwn = own !== undefined && (who === 'own' || own.lead === pop.name);
        expect([pop.name, name, everything() !== before]).toEqual([pop.name, name, meansOwn || writers.includes(name)]);
        expect(leaksTo(name, heard())).toEqual([]);
        const stored = storedOf(pop.name);
        sqlite.exec('rollback to writer');
        if (!writers.includes(name)) expect(stored).toBe(storedOf(pop.name));
      }
    }
  });

  test('who sends the key of somebody else reads nothing of what it did', async () => {
    await talk.does(
      'Sanne',
      'pop.gesprek',
      { gesprek: 'gesprek', datum: '2026-12-03', tijd: '13:07', toch: 'ja' },
      'key',
    );
    for (const name of ALL.filter((each) => !['Sanne', 'Nico'].includes(each))) {
      await talk.does(name, 'pop.gesprek', { gesprek: 'gesprek', persoon: id('Sanne'), datum: '2026-12-04' }, 'key');
      expect(leaksTo(name, heard())).toEqual([]);
    }
  });
});

describe('who is not theirs seems not to be there', () => {
  const OTHERS: readonly Name[] = ['Sanne', 'Marieke', 'Kees', 'Piet', 'Lies'];

  test.each(COMMANDS.map(({ intent }) => intent).filter((intent) => intent.startsWith('pop.')))(
    '%s',
    async (intent) => {
      for (const name of ALL) {
        const said = async (persoon: string) => {
          const args = { gesprek: 'gesprek', stap: 'klaar', link: 'https://school.example/x', datum: '2026-12-04' };
          await ask(name, to(intent, { ...args, persoon }));
          // Keys are new each time, and a button says again who was named.
          return heard()
            .replaceAll(/"key-\d+"/g, '')
            .replaceAll(`"persoon":"${persoon}"`, '');
        };
        const [noId, noName] = [await said('id:99'), await said('Zebedeus')];
        const theirs = POPS.flatMap((pop) => (readersOf(pop).includes(name) ? pop.name : []));
        // One's own lead may be named: "het gesprek met Nico" is one's own.
        const lead = POPS.find((pop) => pop.name === name)?.lead;
        for (const other of OTHERS.filter((each) => each !== lead && !theirs.includes(each))) {
          expect([name, other, await said(id(other))]).toEqual([name, other, noId]);
          expect([name, other, await said(other)]).toEqual([name, other, noName]);
        }
      }
    },
  );
});

describe('whatever is typed, pressed or made up', () => {
  const talks = () => talk.opened.database.sqlite.prepare('select id from pop_talk').pluck().all() as number[];
  /** What could be made up for a command; those that take a person or a subject get each in each way. */
  function* madeUp(intent: string): Generator<Intent['args']> {
    yield* [{}, { school: 'id:1' }, { school: '1' }, { team: '1' }, { leerteam: 'id:1' }];
    if (!/^(pop|nudge|instellingen|mijngegevens|school|afwezig|ik-ben-er|overdracht)\b/.test(intent)) return;
    for (const one of talks()) yield { subject: `talk:${one}` };
    for (const subject of ['pop:2026-2027', `person:${school.person('Sanne')}`]) yield { subject };
    for (const gesprek of ['gesprek', 'opvolging']) yield { gesprek };
    for (const { name } of POPS) {
      yield* [{ persoon: id(name) }, { wie: id(name) }];
      if (!intent.startsWith('pop')) continue;
      for (const persoon of [id(name), name, `${name.toLowerCase()}@example.org`]) {
        yield* [{ persoon }, { persoon, gesprek: 'gesprek', school: 'id:1' }];
      }
    }
  }

  test.each(ALL)('%s finds nothing of a POP that is not theirs', { timeout: 60_000 }, async (name) => {
    const found: string[] = [];
    const told = new Set<Name>();
    const lines = COMMANDS.flatMap(({ words }) => words).flatMap((word) => [
      `/${word}`,
      ...(word.startsWith('pop') ? POPS.flatMap((pop) => [`/${word} @${pop.name}`, `/${word} ${pop.name}`]) : []),
    ]);
    const waiting: (Intent | string)[] = [
      ...lines,
      ...COMMANDS.flatMap(({ intent }) => [...madeUp(intent)].map((args) => to(intent, args))),
    ];
    const asked = new Set<string>();
    for (let what = waiting.pop(); what; what = waiting.pop()) {
      const key = JSON.stringify(what);
      if (asked.has(key)) continue;
      asked.add(key);
      const answer = await ask(name, what);
      found.push(...leaksTo(name, answer).map((leak) => `${key}: ${leak}`));
      for (const pop of POPS) if (toldOf(pop, answer).length > 0) told.add(pop.name);
      waiting.push(...talk.buttons().map(({ intent }) => intent));
      if (talk.last?.kind !== 'form') continue;
      const { fields, intent } = talk.last;
      const held = Object.fromEntries(fields.flatMap((field) => (field.value ? [[field.name, field.value]] : [])));
      waiting.push(to(intent.name, { ...intent.args, ...held }));
    }
    expect(asked.size).toBeGreaterThan(400);
    expect(found).toEqual([]);
    // What is theirs they do find, so a leak would be found too.
    expect([...told].sort()).toEqual(POPS.flatMap((pop) => (readersOf(pop).includes(name) ? pop.name : [])).sort());
  });
});

describe('the monthly summary', () => {
  const linesFor = async (name: Name) => {
    await ask(name, '/overzicht');
    return plain(talk.last!)
      .split('\n')
      .filter((line) => line.includes('POP'));
  };

  test('says nothing of five people of whom the director leads three', async () => {
    for (const name of ALL) expect([name, await linesFor(name)]).toEqual([name, []]);
  });

  test('counts five people whom the director leads all, for the director and the quality coach alone', async () => {
    const { sqlite } = talk.opened.database;
    sqlite.exec(
      "update employment set lead_id = null where school_id = 1 and pop = 1 and roles not like '%directeur%'",
    );
    // The coach has no POP of their own then, and somebody else has.
    sqlite.exec(
      `update employment set pop = person_id in (${['Sanne', 'Nico', 'Vera', 'Marieke', 'Kees'].map((name) => school.person(name))})`,
    );
    for (const name of ALL) {
      const lines = await linesFor(name);
      expect([name, lines]).toEqual([
        name,
        ['Marieke', 'Joost'].includes(name)
          ? ['POP 4 van 5 POP’s zijn klaar.', '0 van 5 POP-gesprekken zijn geweest.']
          : [],
      ]);
    }
  });
});

describe('what is sent by itself', () => {
  const MORNING = localTime('08:00');
  /** In which something about POP is sent. */
  const POP_WEEKS = [
    ['2026-11-24', '2026-12-01'],
    ['2027-02-01', '2027-02-16'],
    ['2027-05-17', '2027-05-21'],
    ['2027-06-10', '2027-06-11'],
  ] as const;
  const ABOUT_POP = /POP|[Oo]pvolggesprek|[Ee]valuatiegesprek/;

  test('nobody gets anything about a POP that is not theirs', { timeout: 60_000 }, async () => {
    const platform = new FakePlatform();
    const { tick } = strictTick({
      store: talk.opened.store,
      platform,
    });
    for (const [from, until] of POP_WEEKS) {
      for (const day of eachDay(localDate(from), localDate(until))) await tick(instantAt(day, MORNING));
    }
    const got = (name: Name) => platform.sent.filter((message) => `id:${message.to}` === id(name));
    for (const name of ALL) {
      const text = got(name).map((message) => message.text);
      const given = got(name).map(({ notice }) => JSON.stringify(notice));
      expect([name, leaksTo(name, [...text, ...given].join('\n'))]).toEqual([name, []]);
      const lines = text
        .join('\n')
        .split('\n')
        .filter((line) => ABOUT_POP.test(line));
      expect([name, lines.length > 0]).toEqual([name, POPS.some((pop) => readersOf(pop).includes(name))]);
      // They may speak of who is theirs, and of their own lead.
      const known = POPS.flatMap((pop) => (readersOf(pop).includes(name) ? readersOf(pop) : []));
      const strangers = ALL.filter((each) => each !== name && !known.includes(each));
      expect([name, strangers.filter((each) => lines.some((line) => line.includes(each)))]).toEqual([name, []]);
    }
    expect(platform.channelSent.map(({ text }) => text).join()).not.toMatch(ABOUT_POP);
  });

  test('vooruitblik: to a person and their lead, and about a school year', async () => {
    const { outbox, people } = talk.opened.store;
    const states = await Promise.all((await people.schools()).map(async ({ id }) => (await outbox.schoolState(id))!));
    const lines = preview(states, localDate('2026-08-01'), localDate('2027-07-31'));
    const ofPop = lines.filter(({ soort }) => soort.startsWith('pop-'));
    const address = (name: Name) => `${name.toLowerCase()}@example.org`;
    const holders = ['Lies', ...POPS.map(({ name }) => name)] as Name[];
    expect([...new Set(ofPop.map(({ aan }) => aan))].sort()).toEqual(
      [...new Set([...holders, ...LEADS].map(address))].sort(),
    );
    expect(new Set(ofPop.map(({ onderwerp }) => onderwerp))).toEqual(new Set(['2026-2027']));
    // What asks a person alone does not go to who only leads.
    const ofPerson = ofPop.filter(({ soort }) => ['pop-uitleg', 'pop-klaar'].includes(soort));
    expect([...new Set(ofPerson.map(({ aan }) => aan))].sort()).toEqual(holders.map(address).sort());
    expect(new Set(ofPop.map(({ soort }) => soort)).size).toBe(
      NUDGE_KINDS.filter((kind) => kind.startsWith('pop-')).length,
    );
  });
});

describe('what is written elsewhere', () => {
  const everythingOf = (text: string) => POPS.flatMap((pop) => toldOf(pop, text));

  test('an export holds no step', async () => {
    const sheets = JSON.stringify(await exportSheets(talk.opened.store.import));
    expect(sheets).toContain('sanne@example.org');
    expect(everythingOf(sheets)).toEqual([]);
  });

  test('no key, no audit and no plan holds a name or a link', () => {
    const { sqlite } = talk.opened.database;
    const kept = ['audit', 'once', 'outbox', 'post'].map((table) => sqlite.prepare(`select * from "${table}"`).all());
    expect(kept[0]!.length).toBeGreaterThan(10);
    expect(kept[2]!.length).toBeGreaterThan(0);
    const text = JSON.stringify(kept);
    expect([...ALL, ...POPS.map(({ word }) => word), 'example'].filter((word) => text.includes(word))).toEqual([]);
  });

  test('the log of a fault holds nothing of a POP', async () => {
    const { store, database } = talk.opened;
    let log = '';
    const stream = new Writable({
      write: (chunk, _, done) => {
        log += chunk;
        done();
      },
    });
    const report = reportTo(pino({ level: 'trace', base: null }, stream));
    const bot = createBot({
      store,
      commands: COMMANDS,
      newKey: () => crypto.randomUUID(),
      onFault: (reference, intent, fault) => report('command', { reference, intent }, fault),
    });
    const handle = async (name: string, text: string) => {
      const sender = { kind: 'machine', email: `${name.toLowerCase()}@example.org` } as const;
      const request = { sender, said: { kind: 'text', text }, once: null, place: { kind: 'personal' } } as const;
      return plain(await bot.handle(request, talk.now));
    };
    database.sqlite.exec('alter table pop_talk rename to pop_talk_elsewhere');
    for (const { name, lead } of POPS) {
      expect(await handle(name, '/pop')).toMatch(/referentie/);
      expect(await handle(lead, `/pop @${name}`)).toMatch(/referentie/);
    }
    expect(log.split('\n').length).toBeGreaterThan(POPS.length);
    expect(everythingOf(log)).toEqual([]);
    expect(ALL.filter((name) => log.includes(name) || log.includes(name.toLowerCase()))).toEqual([]);
  });

  test('metrics name nobody and tell no step', async () => {
    const health = createHealth({ metricsToken: null, slack: () => 'off', teams: () => 'off' });
    const server = createServer(async (request, response) => {
      await health.handle(request, response, talk.opened.store);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const at = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const text = (await (await fetch(`${at}/metrics`)).text()) + (await (await fetch(`${at}/healthz`)).text());
    await new Promise((resolve) => server.close(resolve));
    expect(text).toContain('leerteambot_');
    expect(text).not.toMatch(/\bpop\b|example\.org|Regenbui/i);
    expect(ALL.filter((name) => new RegExp(`\\b${name}\\b`).test(text))).toEqual([]);
  });
});

test('the page of the trial school tells each person what the bot tells them, and no more', async () => {
  const { store, database } = talk.opened;
  const trial = createTrial({
    handle: (request) => talk.bot.handle(request, talk.now),
    mailbox: trialQueries(database),
    clock: { now: () => talk.now, advance: async () => false },
    afterAct: async () => {},
    reset: async () => {},
    slackLook: slackPreview,
    slackFields,
    teamsLook: teamsPreview,
    teamsFields,
    onFault: (fault: unknown) => {
      throw fault;
    },
  });
  const server = createServer(async (request, response) => {
    await trial.handle(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const at = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const get = async (path: string) => (await fetch(at + path)).text();
  const post = async (path: string, body: object) =>
    (
      await fetch(at + path, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(body),
      })
    ).text();
  try {
    const state = await get('/api/state');
    expect(state).toContain('sanne@example.org');
    expect(POPS.flatMap((pop) => toldOf(pop, state))).toEqual([]);
    for (const name of ALL) {
      const als = `${name.toLowerCase()}@example.org`;
      for (const pop of POPS) {
        await post('/api/zeg', { als, tekst: `/pop @${pop.name}` });
        await post('/api/doe', {
          als,
          intent: 'pop.agenda',
          args: { gesprek: 'gesprek', persoon: id(pop.name) },
          key: null,
          bericht: null,
        });
      }
      await post('/api/zeg', { als, tekst: '/pop overzicht' });
      const chat = await get(`/api/berichten?als=${als}`);
      const around = (await get(`/api/voorbeelden?als=${als}`)) + (await get(`/api/kanalen?als=${als}`));
      expect([name, leaksTo(name, chat + around)]).toEqual([name, []]);
      const told = POPS.filter((pop) => toldOf(pop, chat).length > 0).map((pop) => pop.name);
      expect([name, told]).toEqual([name, POPS.filter((pop) => readersOf(pop).includes(name)).map((pop) => pop.name)]);
    }
    expect(await store.outbox.counts()).toBeDefined();
  } finally {
    await new Promise((resolve) => server.close(resolve));
  }
});
