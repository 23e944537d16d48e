/** `herstel`: nobody gets a message again, nobody who was removed comes back, and who asked to be removed has still asked. */
import { existsSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { addressKey } from '../../db/address-key.ts';
import { backupTo } from '../../db/backup.ts';
import { openDatabase } from '../../db/database.ts';
import { removePerson } from '../../db/removal.ts';
import { restore } from '../../db/restore.ts';
import type { LocalDate } from '../../src/calendar/local-date.ts';
import { NOTHING_TO_TELL } from '../../src/delivery/announcement.ts';
import { USUAL_TERMS } from '../../src/privacy/retention.ts';
import { FakePlatform } from '../delivery/fake-platform.ts';
import { FIELDS } from '../support/goals.ts';
import { type BuiltSchool, buildSchool, type OpenStore, openStore, REGENBUI, stamp } from '../support/store.ts';
import { strictTick } from '../support/strict-tick.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { begin, ended, startChild } from './child.ts';
import { filesNaming, rowsIn } from './file-rows.ts';

/** Monday of the fourth school week: everybody is asked about their own goals. */
const MONDAY = '2026-09-21T08:00:00+02:00';
const DAYS = [MONDAY, '2026-09-22T08:00:00+02:00', '2026-09-24T08:00:00+02:00', '2026-09-28T08:00:00+02:00'];
const BEFORE = new Date('2026-09-18T12:00:00Z');

type Sent = readonly string[];

/** Ticks at these instants; what went out, as `who: words`. */
async function ticked({ store }: OpenStore, instants: readonly string[]): Promise<Sent> {
  const platform = new FakePlatform();
  const { tick } = strictTick({
    store,
    platform,
  });
  for (const instant of instants) await tick(new Date(instant));
  return [
    ...platform.sent.map(({ to, at, text }) => `${at} ${to}: ${text}`),
    ...platform.channelSent.map(({ channel, at, text }) => `${at} ${channel}: ${text}`),
  ];
}

const withOwnGoals = {
  ...REGENBUI,
  newcomers: true,
  teams: REGENBUI.teams!.map((team) => ({ ...team, channel: 'bovenbouw' })),
  goals: [
    ...REGENBUI.goals!,
    ...['Marieke', 'Joost', 'Nadia', 'Nico', 'Sanne'].map((owner, index) => ({
      title: `Eigen doel ${index + 1}`,
      owner,
    })),
  ],
};

type Place = {
  readonly file: string;
  readonly backup: string;
  readonly opened: OpenStore;
  readonly school: BuiltSchool;
};

/** A school with a backup of Friday, open. */
async function backedUp(): Promise<Place> {
  const folder = temporaryFolder();
  const [file, backup] = [join(folder, 'leerteam.db'), join(folder, 'back-up.db')];
  const opened = await openStore(file);
  const school = await buildSchool(opened, withOwnGoals);
  await backupTo(opened.database, backup, BEFORE);
  return { file, backup, opened, school };
}

async function restored({ file, backup, opened }: Place): Promise<OpenStore> {
  opened.close();
  await restore(backup, file, new Date(MONDAY));
  return openStore(file);
}

describe('what was sent since the backup', () => {
  it('does not go out again, and what comes next is the same as without a restore', async () => {
    const undisturbed = await backedUp();
    const all = [...(await ticked(undisturbed.opened, DAYS))];
    undisturbed.opened.close();

    for (const count of [1, 2, 3]) {
      const place = await backedUp();
      const before = await ticked(place.opened, DAYS.slice(0, count));
      expect(before.length).toBeGreaterThan(2);
      const after = await restored(place);
      // Once more on the day itself, as the server starts again.
      const rest = await ticked(after, DAYS.slice(count - 1));
      expect([...before, ...rest].sort()).toEqual(all.sort());
      after.close();
    }
  });

  it('went out about things that are not in the backup: nothing else gets their numbers', async () => {
    const place = await backedUp();
    const { store } = place.opened;
    const joost = place.school.person('Joost');
    const by = stamp(joost, '2026-09-18T13:00:00Z');
    const fields = { ...FIELDS, title: 'Nieuw doel', owner: { kind: 'person', personId: joost } } as const;
    const first = await store.goals.add(by, place.school.id, fields, 'nog geen meting');
    expect(await ticked(place.opened, DAYS.slice(0, 2))).toContainEqual(expect.stringContaining('Nieuw doel'));

    const after = await restored(place);
    const again = { ...fields, title: 'Ander doel' };
    const second = await after.store.goals.add(by, place.school.id, again, 'nog geen meting');
    // A button or "doel 7" in a chat of last week still speaks of the first.
    expect(second.id).toBeGreaterThan(first.id);
    expect(second.number).toBeGreaterThan(first.number);
    // On Tuesday he had his message already; Thursday is his next working day.
    const sent = await ticked(after, DAYS.slice(2, 3));
    expect(sent).toContainEqual(expect.stringMatching(new RegExp(` ${joost}: [^]*Ander doel`)));
    after.close();
  });

  it('to somebody who is another person in the backup counts for nobody', async () => {
    const place = await backedUp();
    const { opened, file, backup } = place;
    await ticked(opened, DAYS.slice(0, 1));
    opened.database.sqlite.exec("update person set email = 'iemand.anders@example.org' where name = 'Nadia'");
    opened.close();
    await restore(backup, file, new Date(MONDAY));
    const receivers = rowsIn(file).digest!.map((row) => (row as { receiver_id: number }).receiver_id);
    expect(receivers).not.toContain(place.school.person('Nadia'));
    expect(receivers).toContain(place.school.person('Sanne'));
  });
});

describe('where the bot can write on Teams', () => {
  it('is as Teams told it last, and which account was used last too', async () => {
    const place = await backedUp();
    const { store } = place.opened;
    const told = { tenant: 'T', name: null, conversation: 'a:1', member: null, team: null, serviceUrl: 'x', bot: 'x' };
    const of = (account: string) => ({ ...told, of: { kind: 'person', account } }) as const;
    for (const account of ['gone', 'moved']) await store.conversations.remember(of(account), BEFORE);
    const backup = join(temporaryFolder(), 'later.db');
    await backupTo(place.opened.database, backup, BEFORE);
    await store.conversations.forget('T', { kind: 'person', account: 'gone' });
    await store.conversations.remember({ ...of('moved'), conversation: 'a:2' }, BEFORE);
    await store.conversations.remember(of('new'), BEFORE);
    const sanne = place.school.person('Sanne');
    for (const platform of ['slack', 'teams'] as const) {
      await store.people.linkAccount(stamp(), { platform, tenant: 'T', account: 'new' }, sanne);
      await store.people.accountUsed({ platform, tenant: 'T', account: 'new' }, BEFORE);
    }

    const after = await restored({ ...place, backup });
    expect(await after.store.conversations.conversationWith('T', 'gone')).toBeNull();
    expect(await after.store.conversations.conversationWith('T', 'moved')).toMatchObject({ conversation: 'a:2' });
    expect(await after.store.conversations.conversationWith('T', 'new')).toEqual(of('new'));
    expect(await after.store.people.platformUsedLast(sanne)).toBe('teams');
    after.close();
  });
});

describe('who was removed since the backup', () => {
  async function removed(name: string) {
    const place = await backedUp();
    const { database, store } = place.opened;
    const key = addressKey(database);
    await database.change((orm) =>
      removePerson(database, orm, { at: new Date(MONDAY) }, place.school.person(name), key),
    );
    expect(await store.people.actorByEmail(place.school.email(name), DAY)).toBeNull();
    return place;
  }
  const DAY = '2026-09-21' as never;

  it('is removed again: the file names them nowhere', async () => {
    const place = await removed('Sanne');
    const { file, backup, school } = place;
    place.opened.close();
    expect(filesNaming(backup, ['Sanne', 'sanne@'])).toEqual(['back-up.db']);
    const done = await restore(backup, file, new Date(MONDAY));
    expect(done).toMatchObject({ removed: 1, isUnread: false, missingKey: null });
    // What is aside was closed after the removal and not cleaned.
    expect(filesNaming(file, ['Sanne', 'sanne@']).filter((name) => !name.includes('voor-herstel'))).toEqual([]);
    const after = await openStore(file);
    expect(await after.store.people.actorByEmail(school.email('Sanne'), DAY)).toBeNull();
    expect(await after.store.people.actorByEmail(school.email('Nadia'), DAY)).not.toBeNull();
    after.close();
    // And once more, from the restored one.
    expect(await restore(backup, file, new Date(MONDAY))).toMatchObject({ removed: 1 });
  });

  it('is known from a database of a newer version, too', async () => {
    const { file, backup, opened } = await removed('Sanne');
    opened.database.sqlite.exec(
      "insert into __drizzle_migrations (hash, created_at) values ('of tomorrow', 99999999999999)",
    );
    opened.close();
    expect(await restore(backup, file, new Date(MONDAY))).toMatchObject({ removed: 1, isUnread: true });
    expect(rowsIn(file).person).toContainEqual(expect.objectContaining({ name: 'oud-collega' }));
  });

  it('is looked for in the texts of the backup, too: those may have been cleared since', async () => {
    const place = await backedUp();
    const { opened, file, school } = place;
    const nico = school.person('Nico');
    const item = {
      schoolId: school.id,
      teamId: school.team('Bovenbouw'),
      kind: 'overig',
      text: 'Hulp van Sanne',
      minutes: null,
      link: '',
    } as const;
    await opened.store.agenda.addItem(stamp(nico, '2026-09-18T12:30:00Z'), item);
    const later = join(temporaryFolder(), 'later.db');
    await backupTo(opened.database, later, BEFORE);
    const key = addressKey(opened.database);
    await opened.database.change((orm) =>
      removePerson(opened.database, orm, { at: new Date(MONDAY) }, school.person('Sanne'), key),
    );
    opened.database.sqlite.exec("update agenda_item set text = 'Hulp'");
    opened.close();
    const { places } = await restore(later, file, new Date(MONDAY));
    expect(places).toEqual([{ what: 'item', school: 'De Regenbui', number: 'Bovenbouw 2026-09-18' }]);
  });

  it('does not come back when it happens while a backup is being put back', { timeout: 60_000 }, async () => {
    const { file, opened, school } = await backedUp();
    const filler = opened.database.sqlite.prepare('insert into setting values (?, ?)');
    opened.database.sqlite.transaction(() => {
      for (let row = 0; row < 4_000; row++) filler.run(`row ${row}`, 'x'.repeat(4_000));
    })();
    const large = join(temporaryFolder(), 'groot.db');
    await backupTo(opened.database, large, BEFORE);
    opened.close();

    const child = await startChild();
    await begin(child, { what: 'restore', file, backup: large });
    // From now on it knows the database as it was.
    while (!existsSync(`${file}.heden.nieuw`) || statSync(`${file}.heden.nieuw`).size === 0) await pause(1);
    const meanwhile = openDatabase(file);
    const key = addressKey(meanwhile);
    const [sanne, by] = [school.person('Sanne'), stamp(null, MONDAY)];
    await meanwhile.act(by, (orm) => {
      const result = removePerson(meanwhile, orm, by, sanne, key);
      return { result, subject: `person:${sanne}` };
    });
    meanwhile.close();
    await ended(child);
    const after = await openStore(file);
    expect(await after.store.people.actorByEmail(school.email('Sanne'), DAY)).toBeNull();
    after.close();
  });

  it('would come back without the key, so nothing is restored', async () => {
    const place = await removed('Sanne');
    place.opened.close();
    rmSync(`${place.file}.sleutel`);
    const before = rowsIn(place.file);
    await expect(restore(place.backup, place.file, new Date(MONDAY))).rejects.toThrow(
      /sleutelbestand .*\.sleutel is weg/,
    );
    expect(rowsIn(place.file)).toEqual(before);
  });

  it('in the backup already needs the key on another machine, and that is said', async () => {
    const place = await removed('Sanne');
    const folder = temporaryFolder();
    const [later, elsewhere] = [join(folder, 'later.db'), join(folder, 'leerteam.db')];
    await backupTo(place.opened.database, later, BEFORE);
    place.opened.close();
    const done = await restore(later, elsewhere, new Date(MONDAY));
    expect(done).toMatchObject({ removed: 0, missingKey: `${elsewhere}.sleutel` });
  });
});

it('who asked to be removed since the backup has still asked', async () => {
  const place = await backedUp();
  const sanne = place.school.person('Sanne');
  await place.opened.store.privacy.askRemoval(stamp(sanne, '2026-09-20T10:00:00Z'), sanne, NOTHING_TO_TELL);
  const after = await restored(place);
  expect(await after.store.privacy.removalRequests()).toMatchObject([
    { personId: sanne, at: new Date('2026-09-20T10:00:00Z') },
  ]);
  after.close();
});

it('who took that request back since the backup is not waiting to be removed', async () => {
  const place = await backedUp();
  const sanne = place.school.person('Sanne');
  const { privacy } = place.opened.store;
  await privacy.askRemoval(stamp(sanne, '2026-09-18T12:30:00Z'), sanne, NOTHING_TO_TELL);
  const later = join(temporaryFolder(), 'later.db');
  await backupTo(place.opened.database, later, BEFORE);
  await privacy.withdrawRemoval(stamp(sanne, '2026-09-20T10:00:00Z'), sanne);
  const after = await restored({ ...place, backup: later });
  expect(await after.store.privacy.removalRequests()).toEqual([]);
  after.close();
});

it('what was made shorter since the backup is not kept longer again', async () => {
  const place = await backedUp();
  const terms = { ...USUAL_TERMS, updates: 1 };
  await place.opened.store.retention.setTerms(stamp(null, MONDAY), terms);
  const after = await restored(place);
  expect(await after.store.retention.terms()).toEqual(terms);
  after.close();
});

it('an appointment that goes out after it takes the place of the one in the calendar', async () => {
  const place = await backedUp();
  const { id } = place.school;
  const version = async (opened: OpenStore) => (await opened.store.outbox.schoolState(id))!.version;
  for (const day of ['2026-09-28', '2026-09-29'] as LocalDate[]) {
    await place.opened.store.school.setPopConsent(stamp(null, MONDAY), id, day);
  }
  const sent = await version(place.opened);
  const after = await restored(place);
  expect(await version(after)).toBeGreaterThanOrEqual(sent);
  after.close();
});

it('nobody is welcomed twice', async () => {
  const place = await backedUp();
  const first = await ticked(place.opened, DAYS.slice(0, 1));
  expect(first.filter((line) => line.includes('ik ben Leerteambot')).length).toBeGreaterThan(1);
  const after = await restored(place);
  const welcomed = rowsIn(place.file).person!.filter((row) => (row as { welcomed_on: string | null }).welcomed_on);
  expect(welcomed.length).toBe(first.filter((line) => line.includes('ik ben Leerteambot')).length);
  after.close();
});

it('buttons in chats go on working', async () => {
  const { file, backup, opened } = await backedUp();
  await opened.store.controls.keep([{ key: 'k', content: 'wat de knop zegt' }], new Date('2026-09-21T08:00:00Z'));
  opened.close();
  await restore(backup, file, new Date('2026-09-25T08:00:00Z'));
  const restored = await openStore(file);
  expect(await restored.store.controls.kept('k')).toBe('wat de knop zegt');
  restored.close();
});

it('an account that was let go since the backup is not tied again, and a new one goes on', async () => {
  const U1 = { platform: 'slack', tenant: 'T1', account: 'U1' } as const;
  const [U2, U3] = [{ ...U1, account: 'U2' } as const, { ...U1, account: 'U3' } as const];
  const place = await backedUp();
  const [sanne, nico] = [place.school.person('Sanne'), place.school.person('Nico')];
  const { people } = place.opened.store;
  await people.linkAccount(stamp(), U1, sanne);
  await people.linkAccount(stamp(), U3, nico);
  rmSync(place.backup);
  await backupTo(place.opened.database, place.backup, BEFORE);
  await people.unlinkAccounts(stamp(), sanne, 'slack');
  await people.linkAccount(stamp(), U2, sanne);
  await people.unlinkAccounts(stamp(), nico, 'slack');
  const after = await restored(place);
  expect(await after.store.people.accountOf(sanne, 'slack')).toEqual(U2);
  expect(await after.store.people.accountOf(nico, 'slack')).toBeNull();
  after.close();
});
