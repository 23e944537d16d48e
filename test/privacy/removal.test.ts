import { getTableConfig } from 'drizzle-orm/sqlite-core';
import { describe, expect, it } from 'vitest';
import { addressKey } from '../../db/address-key.ts';
import type { Database } from '../../db/database.ts';
import { placesThatMayName } from '../../db/free-texts.ts';
import { PERSON_COLUMNS } from '../../db/person-columns.ts';
import { type Removed, removalsIn, removeAgain, removePerson } from '../../db/removal.ts';
import { trialQueries } from '../../db/trial.queries.ts';
import { localDate } from '../../src/calendar/local-date.ts';
import { preview } from '../../src/delivery/preview.ts';
import type { PersonId } from '../../src/people/person.ts';
import { PlatformError } from '../../src/platform.ts';
import { soughtFor } from '../../src/privacy/name-search.ts';
import { buildSchool, openStore, REGENBUI, type SchoolDraft, stamp } from '../support/store.ts';
import { Talk } from '../support/talk.ts';
import { fillFor, TABLES } from './filled.ts';

const TODAY = localDate('2026-11-24');
const NOW = '2026-11-24T08:00:00Z';

const SCHOOL: SchoolDraft = {
  ...REGENBUI,
  staff: [
    ...REGENBUI.staff.filter(({ name }) => name !== 'Sanne'),
    {
      name: 'Sanne',
      email: 'sanne@example.org',
      previousEmail: 'sanne.oud@example.org',
      otherEmails: ['s.vink@example.org'],
      lead: 'Joost',
      pop: true,
    },
    { name: 'Els', lead: 'Sanne' },
  ],
};

async function opened() {
  const open = await openStore();
  return { ...open, school: await buildSchool(open, SCHOOL) };
}

function remove(database: Database, id: PersonId, at = NOW): Promise<Removed | null> {
  const key = addressKey(database);
  return database.change((orm) => removePerson(database, orm, { at: new Date(at) }, id, key));
}

/** Every value of every table, as one text. */
function everything(database: Database): string {
  return JSON.stringify(
    TABLES.map((table) => database.sqlite.prepare(`select * from ${getTableConfig(table).name}`).all()),
  );
}

describe('a removal', () => {
  it('leaves neither name nor address in any table, whatever was stored about the person', async () => {
    const { database, school } = await opened();
    const sanne = school.person('Sanne');
    fillFor(database, sanne, school.person('Nico'));
    expect(everything(database)).toMatch(/sanne/i);
    expect(await remove(database, sanne)).toEqual({
      name: 'Sanne',
      addresses: expect.arrayContaining(['sanne@example.org', 's.vink@example.org', 'sanne.oud@example.org']),
    });
    expect(everything(database)).not.toMatch(/sanne|vink/i);
    expect(database.sqlite.pragma('foreign_key_check')).toEqual([]);
  });

  it("deletes what is the person's own and keeps what is the team's", async () => {
    const { database, school } = await opened();
    const sanne = school.person('Sanne');
    fillFor(database, sanne, school.person('Nico'));
    const count = (table: string, column: string) =>
      database.sqlite.prepare(`select count(*) from ${table} where ${column} = ?`).pluck().get(sanne);
    const before = new Map(PERSON_COLUMNS.map(({ table, column }) => [`${table}.${column}`, count(table, column)]));
    await remove(database, sanne);
    for (const { table, column, removal } of PERSON_COLUMNS) {
      const left = count(table, column);
      const name = `${table}.${column}`;
      if (removal === 'stays') expect([name, left]).toEqual([name, before.get(name)]);
      // She chairs a team and has an open action, and the audit says who did what.
      else if (name === 'employment.person_id') expect(left).toBe(1);
      else if (name !== 'audit.by_id') expect([name, left]).toEqual([name, 0]);
    }
    expect(database.sqlite.prepare('select * from employment where person_id = ?').get(sanne)).toMatchObject({
      roles: '[]',
      working_days: '[]',
      lead_id: null,
      pop: 0,
      from_day: null,
      until_day: '2026-11-23',
    });
  });

  it('makes nobody findable, mentionable, or a colleague', async () => {
    const { store, database, school } = await opened();
    const sanne = school.person('Sanne');
    await store.people.linkAccount(stamp(sanne), { platform: 'slack', tenant: 'T', account: 'U' }, sanne);
    await remove(database, sanne);
    for (const email of ['sanne@example.org', 'sanne.oud@example.org', 's.vink@example.org']) {
      expect(await store.people.actorByEmail(email, TODAY)).toBeNull();
    }
    expect(await store.people.actorByAccount({ platform: 'slack', tenant: 'T', account: 'U' }, TODAY)).toBeNull();
    expect(await store.people.actorById(sanne, TODAY)).toMatchObject({
      name: 'oud-collega',
      employments: [],
      teams: [],
    });
    const names = (people: readonly { name: string }[]) => people.map(({ name }) => name);
    expect(names(await store.people.colleagues(school.id, TODAY))).toEqual([
      'Els',
      'Joost',
      'Marieke',
      'Nadia',
      'Nico',
    ]);
    expect(names(await store.people.teamPeople(school.team('Bovenbouw'), TODAY))).toEqual(['Nadia', 'Nico']);
    expect(names(await store.school.staff(school.id, TODAY))).not.toContain('oud-collega');
    expect((await store.outbox.schoolState(school.id))!.people.map(({ id }) => id)).not.toContain(sanne);
  });

  it('forgets where the bot writes to them, and what a group is called after them', async () => {
    const { store, database, school } = await opened();
    const sanne = school.person('Sanne');
    const link = (account: string, name: string) =>
      store.people.linkAccount(stamp(), { platform: 'teams', tenant: 'T', account }, school.person(name));
    await link('of-sanne', 'Sanne');
    await link('of-nico', 'Nico');
    await store.people.refuseAccount(stamp(), { platform: 'teams', tenant: 'T', account: 'refused' }, [sanne]);
    const told = { tenant: 'T', name: null, conversation: 'x', member: null, team: null, serviceUrl: 'x', bot: 'x' };
    const at = new Date(NOW);
    for (const account of ['of-sanne', 'refused', 'of-nico'])
      await store.conversations.remember({ ...told, of: { kind: 'person', account } }, at);
    for (const [channel, name] of [
      ['19:1', 'Sanne en Nico'],
      ['19:2', 'Bovenbouw'],
      // A leerteam has its agenda there: Teams tells the name of a channel once.
      ['19:3', 'Project Sanne'],
    ] as const)
      await store.conversations.remember({ ...told, of: { kind: 'channel', channel }, name }, at);

    database.sqlite.prepare("update team set channel = '#project sanne'").run();

    await remove(database, sanne);
    expect(await store.conversations.conversationWith('T', 'of-sanne')).toBeNull();
    expect(await store.conversations.conversationWith('T', 'refused')).toBeNull();
    expect(await store.conversations.conversationWith('T', 'of-nico')).not.toBeNull();
    expect(await store.conversations.conversationIn('T', '19:1')).toMatchObject({ name: null });
    expect(await store.conversations.channelsCalled('sanne en nico')).toEqual([]);
    expect(await store.conversations.channelsCalled('bovenbouw')).toHaveLength(1);
    expect(await store.conversations.channelsCalled('#Project Sanne')).toHaveLength(1);
  });

  it('leaves the history of the team readable', async () => {
    const { store, database, school } = await opened();
    const sanne = school.person('Sanne');
    const goal = school.goal('Elke week rijke teksten');
    await store.goals.checkIn(stamp(sanne, '2026-10-01T08:00:00Z'), {
      goalId: goal,
      date: localDate('2026-10-01'),
      status: 'op koers',
      value: null,
      sentence: 'Dat lukt.',
      success: true,
      replaces: null,
    });
    const action = await store.actions.add(
      stamp(sanne),
      {
        schoolId: school.id,
        what: 'Toetsanalyse',
        ownerId: sanne,
        due: TODAY,
        teamId: school.team('Bovenbouw'),
        goalId: null,
        meetingId: null,
        agreed: false,
        offeredToId: null,
        offeredOn: null,
      },
      { tells: [], posts: [], changed: [] },
    );
    await remove(database, sanne);
    expect((await store.goals.line(goal))!.last).toMatchObject({ sentence: 'Dat lukt.', byName: 'oud-collega' });
    expect(await store.actions.line(action.id)).toMatchObject({ what: 'Toetsanalyse', ownerName: 'oud-collega' });
    // What is open is handed over, as of anybody who left.
    const state = (await store.outbox.schoolState(school.id))!;
    expect(state.people.find(({ id }) => id === sanne)).toMatchObject({
      name: 'oud-collega',
      employment: { until: '2026-11-23', roles: [] },
    });
  });

  it('names former owners of a goal no more', async () => {
    const { store, database, school } = await opened();
    const sanne = school.person('Sanne');
    const goal = school.goal('Elke week rijke teksten');
    const by = stamp(school.person('Nadia'));
    const line = async () => (await store.goals.line(goal))!;
    const owned = async (owner: Awaited<ReturnType<typeof line>>['owner']) =>
      store.goals.change(by, goal, (await line()).version, { ...(await line()), owner });
    await owned({ kind: 'person', personId: sanne });
    await owned({ kind: 'person', personId: school.person('Nico') });
    await remove(database, sanne);
    const events = database.sqlite
      .prepare("select from_text as before, to_text as after from goal_event where what = 'eigenaar' order by id")
      .all();
    expect(events).toEqual([
      { before: '', after: 'oud-collega' },
      { before: 'oud-collega', after: 'Nico' },
    ]);
  });

  it('gives the people they led back to the director, and tells nobody about them', async () => {
    const { database, school } = await opened();
    const sanne = school.person('Sanne');
    const tell = database.sqlite.prepare(
      `insert into outbox (key, kind, receiver_id, school_id, subject, step, from_day, until_day, answered_from, next_day, told)
       values (?, ?, ?, ?, ?, 0, '2026-11-24', '2026-11-30', '2026-11-24', '2026-11-24', 1)`,
    );
    const joost = school.person('Joost');
    tell.run('pop-bericht:1', 'pop-bericht', joost, school.id, `person:${sanne}`);
    tell.run('overdracht:1', 'overdracht', joost, school.id, `person:${sanne}`);
    tell.run('goal:1', 'doel-checkin', joost, school.id, 'goal:1');
    await remove(database, sanne);
    expect(database.sqlite.prepare('select kind from outbox order by id').pluck().all()).toEqual([
      'overdracht',
      'doel-checkin',
    ]);
    const lead = database.sqlite.prepare('select lead_id from employment where person_id = ?').pluck();
    expect(lead.get(school.person('Els'))).toBeNull();
  });

  it('keeps a person of a counted POP group in it, without any step', async () => {
    const { database, school } = await opened();
    const sanne = school.person('Sanne');
    const add = database.sqlite.prepare(
      "insert into pop (person_id, school_id, year, ready_on, link, counted) values (?, ?, ?, '2026-10-02', 'https://x.example/a', ?)",
    );
    add.run(sanne, school.id, '2026-2027', 1);
    add.run(sanne, school.id, '2025-2026', 0);
    await remove(database, sanne);
    expect(
      database.sqlite.prepare('select year, ready_on, link, counted from pop where person_id = ?').all(sanne),
    ).toEqual([{ year: '2026-2027', ready_on: null, link: '', counted: 1 }]);
  });

  it('takes along what controls carry, and accounts that may be theirs, of whoever else those might be too', async () => {
    const { database, store, school } = await opened();
    const [sanne, nico, els] = ['Sanne', 'Nico', 'Els'].map((name) => school.person(name)) as [
      PersonId,
      PersonId,
      PersonId,
    ];
    await store.controls.keep([{ key: 'k', content: '{"t":"doel bij 1 Sanne zei het","k":"k"}' }], new Date(NOW));
    const account = { platform: 'slack', tenant: 'T1', account: 'U1' } as const;
    await store.people.refuseAccount(stamp(), account, [sanne, nico]);
    await store.people.refuseAccount(stamp(), { ...account, account: 'U2' }, [els]);
    await remove(database, sanne);
    expect(await store.controls.kept('k')).toBeNull();
    expect((await store.people.refusedAccounts()).map(({ account }) => account.account)).toEqual(['U2']);
  });

  it('is done once', async () => {
    const { database, school } = await opened();
    const sanne = school.person('Sanne');
    await remove(database, sanne);
    expect(await remove(database, sanne)).toBeNull();
    expect(await remove(database, 999 as PersonId)).toBeNull();
    expect(database.sqlite.prepare('select count(*) from removed_address').pluck().get()).toBe(3);
  });

  it('deletes what the trial school said about the person to others, and no more', async () => {
    const { database, school } = await opened();
    const chat = database.sqlite.prepare(
      "insert into trial_message (person_id, at, author, content, nudge) values (?, 0, 'bot', ?, 0)",
    );
    const nico = school.person('Nico');
    for (const text of ['met Sanne', 'regel\nSannes lijst', 'mail s.vink@example.org', 'Sannenberg', 'niets']) {
      chat.run(nico, JSON.stringify({ title: text }));
    }
    await remove(database, school.person('Sanne'));
    const left = database.sqlite.prepare('select content from trial_message order by id').pluck().all();
    expect(left).toEqual([JSON.stringify({ title: 'Sannenberg' }), JSON.stringify({ title: 'niets' })]);
  });
});

describe('after a removal', () => {
  it('what was on its way to the person in the trial school does not arrive: it would name them', async () => {
    const { database, school } = await opened();
    const sanne = school.person('Sanne');
    await remove(database, sanne);
    const late = { at: new Date(NOW), author: 'bot', content: 'Goedemorgen Sanne', nudge: true } as const;
    await expect(trialQueries(database).append(sanne, late)).rejects.toThrow(PlatformError);
    expect(everything(database)).not.toMatch(/sanne/i);
  });

  it('a digest that was being sent leaves no record of the person', async () => {
    const { database, store, school } = await opened();
    const sanne = school.person('Sanne');
    const now = new Date(NOW);
    const claim = (await store.outbox.claim(sanne, TODAY, now, new Date(now.getTime() + 60_000)))!;
    await remove(database, sanne);
    const outcome = { sent: [], lapsed: [], moved: [], failed: [], digest: true, reference: 'D1' };
    expect(await store.outbox.settle(claim, outcome, now)).toBe(false);
    expect(database.sqlite.prepare('select count(*) from digest').pluck().get()).toBe(0);
    expect(database.sqlite.prepare('select welcomed_on from person where id = ?').pluck().get(sanne)).toBeNull();
  });

  it('a name at the beginning of a line of the sentences of a goal is found, too', async () => {
    const { database } = await opened();
    const sentences = JSON.stringify({ onderweg: 'Iedereen leest.\nSanne kijkt mee.' });
    database.sqlite.prepare('update goal set phase_sentences = ? where number = 1').run(sentences);
    expect(placesThatMayName(database, soughtFor('Sanne', []))).toEqual([
      { what: 'goal', school: 'De Regenbui', number: '1' },
    ]);
  });

  it('the person is a stranger to the bot, and is not put into service again at the old address', async () => {
    const { talk, schools } = await Talk.open(SCHOOL);
    const { database } = talk.opened;
    await remove(database, schools[0]!.person('Sanne'));
    const before = everything(database);
    expect(await talk.says('Sanne', '/doel')).toBe(await talk.says('Niemand', '/doel'));
    expect(await talk.says(`oud-collega-${schools[0]!.person('Sanne')}`, '/doel')).toBe(
      await talk.says('Niemand', '/doel'),
    );
    for (const email of ['Sanne@example.org', 's.vink@example.org']) {
      const answer = await talk.does('Marieke', 'school.in-dienst', { naam: 'Sanne', email, rollen: 'leerkracht' });
      expect(answer).toMatch(
        /^Dit adres hoort bij iemand die gewist is\. Komt die terug\? Gebruik dan een ander adres\.\n/,
      );
    }
    expect(everything(database)).toBe(before);
    expect(await talk.says('Nadia', '/actie Boeken kopen @Sanne 18-12')).not.toContain('oud-collega');
    talk.opened.close();
  });

  it('nobody is put into service while the key is gone that recognises who was removed, and the director hears whom to ask', async () => {
    const { talk, schools } = await Talk.open(SCHOOL);
    const { database } = talk.opened;
    await remove(database, schools[0]!.person('Sanne'));
    database.sqlite.prepare("update setting set value = 'of another key' where name = 'removal.key-check'").run();
    const before = everything(database);
    const person = { naam: 'Nieuw', email: 'nieuw@example.org', rollen: 'leerkracht' };
    expect(await talk.does('Marieke', 'school.in-dienst', person)).toMatch(
      /^Ik kan nu niet zien of dit adres van iemand is die gewist is\./,
    );
    expect(everything(database)).toBe(before);
    talk.opened.close();
  });

  it('the team goes on: the director hands over what is open, and nobody is sent anything at the address that is no more', async () => {
    const { talk, schools } = await Talk.open(SCHOOL);
    const { database, store } = talk.opened;
    await talk.says('Nadia', '/actie Boeken kopen @Nadia 18-12');
    await remove(database, schools[0]!.person('Nadia'));
    expect(await talk.says('Marieke', '/overdracht')).toContain('oud-collega');
    expect(await talk.says('Nico', '/leerteam')).toContain('Vervanger: Nico');
    expect(await talk.says('Nico', '/agenda')).toContain('Bovenbouw');
    expect(await talk.says('Nico', '/leerteam geschiedenis')).not.toContain('Nadia');
    const state = (await store.outbox.schoolState(schools[0]!.id))!;
    const lines = preview([state], localDate('2026-11-25'), localDate('2027-07-31'));
    expect(lines.length).toBeGreaterThan(20);
    expect(lines.filter(({ aan }) => aan.includes('gewist'))).toEqual([]);
    // Her deputy shares out what is the team's.
    const handovers = lines.filter(({ soort }) => soort === 'overdracht');
    expect(handovers).toMatchObject([{ aan: 'nico@example.org', onderwerp: 'oud-collega' }]);
    talk.opened.close();
  });
});

describe('a removal that is carried over to a restored database', () => {
  it('removes whoever has one of the addresses, by any of theirs', async () => {
    const [present, restored] = [await opened(), await opened()];
    await remove(present.database, present.school.person('Sanne'));
    const key = addressKey(present.database);
    const again = (at: string) =>
      restored.database.change((orm) =>
        removeAgain(restored.database, orm, { at: new Date(at) }, removalsIn(present.database), key),
      );
    expect((await again(NOW)).map(({ name }) => name)).toEqual(['Sanne']);
    expect(everything(restored.database)).not.toMatch(/sanne|vink/i);
    expect(removalsIn(restored.database)).toEqual(removalsIn(present.database));
    expect(await again(NOW)).toEqual([]);
  });

  it('changes nothing when nobody was removed', async () => {
    const [present, restored] = [await opened(), await opened()];
    const before = everything(restored.database);
    const key = addressKey(present.database);
    const count = await restored.database.change((orm) =>
      removeAgain(restored.database, orm, { at: new Date(NOW) }, removalsIn(present.database), key),
    );
    expect(count).toEqual([]);
    expect(everything(restored.database)).toBe(before);
  });

  it('refuses a database of another key', async () => {
    const [present, restored] = [await opened(), await opened()];
    await remove(present.database, present.school.person('Sanne'));
    await remove(restored.database, restored.school.person('Nico'));
    const before = everything(restored.database);
    const key = addressKey(present.database);
    await expect(
      restored.database.change((orm) =>
        removeAgain(restored.database, orm, { at: new Date(NOW) }, removalsIn(present.database), key),
      ),
    ).rejects.toThrow('Deze back-up hoort bij een ander sleutelbestand');
    expect(everything(restored.database)).toBe(before);
  });
});
