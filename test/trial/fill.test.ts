import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readSheets } from '../../adapters/files/index.ts';
import { createBot } from '../../src/bot/bot.ts';
import { plain } from '../../src/bot/plain.ts';
import { COMMANDS } from '../../src/commands.ts';
import { TRIAL_START } from '../../src/trial/clock.ts';
import { fillTrialSchool } from '../../src/trial/fill.ts';
import { type OpenStore, openStore } from '../support/store.ts';

const FILES = resolve(import.meta.dirname, '../../db/trial');

let opened: OpenStore;
let said: (name: string, text: string) => Promise<string>;
let writes = 0;

beforeAll(async () => {
  opened = await openStore();
  const bot = createBot({
    store: opened.store,
    commands: COMMANDS,
    newKey: () => crypto.randomUUID(),
    onFault: (_reference, _intent, fault) => {
      throw fault;
    },
  });
  const read = await readSheets(FILES);
  writes = read.sheets.find(({ name }) => name === 'verloop')!.lines.length - 1;
  await fillTrialSchool({ store: opened.store, bot, tick: async () => {} }, read);
  said = async (name, text) =>
    plain(
      await bot.handle(
        {
          sender: { kind: 'machine', email: `${name}@proefschool.example` },
          said: { kind: 'text', text },
          once: null,
          place: { kind: 'personal' },
        },
        TRIAL_START,
      ),
    );
});
afterAll(() => opened.close());

describe('the trial school', () => {
  test('every line of its history was done', () => {
    const done = opened.database.sqlite.prepare("select count(*) as count from audit where act <> 'importeer'").get();
    expect(writes).toBeGreaterThan(20);
    expect(done).toEqual({ count: writes });
  });

  test('holds the figures of the seeds, in three regions', async () => {
    const schools = await opened.store.people.schools();
    expect(schools.map(({ calendar }) => calendar.region).sort()).toEqual(['midden', 'noord', 'zuid']);
    const goals = await opened.store.goals.lines({ schoolIds: schools.map(({ id }) => id) });
    const targets = goals.map(({ baseline, target, unit }) => `${baseline}→${target}${unit}`);
    expect(targets).toContain('13→40%');
    expect(goals.map(({ target, unit }) => `${target}${unit}`)).toEqual(expect.arrayContaining(['98%', '65%', '85%']));
    expect(goals.some(({ rhythm }) => rhythm === 'blok')).toBe(true);
  });

  test('a teacher sees goals with number, status in words and baseline → now → target', async () => {
    expect(await said('sanne', '/doel status')).toMatch(
      /1 Meer leerlingen op 1S rekenen · ● op koers\n.*13% → 22% → 40% op 1 juli 2027/,
    );
  });

  test('a director sees the school by team', async () => {
    expect(await said('marieke', '/doel status')).toMatch(/Doelen van De Regenbui/);
  });

  test('halfway the POP talks: a teacher sees the own steps, a lead who has no date, a director the counts', async () => {
    expect(await said('sanne', '/pop')).toMatch(/POP klaar · ✓ klaar\n.*15 oktober.*POP-gesprek · ○ nog open/s);
    expect(await said('els', '/pop overzicht')).toMatch(/2 van 3 collega’s .*: Tom Bedacht en Yasmin Proef\./);
    expect(await said('bea', '/pop overzicht')).toMatch(/Marieke Proef.*op maandag 30 november.*Bram Verzonnen/s);
    expect(await said('marieke', '/overzicht')).toContain('POP 12 van 14 POP’s zijn klaar.\n4 van 14 POP-gesprekken');
    expect(await said('bram', '/overzicht')).toContain('POP 7 van 9 POP’s zijn klaar.');
    expect(await said('carla', '/pop')).toContain('De POP staat uit op De Mistbank');
  });

  test('a board member sees titles and statuses of all schools, and no sentence or owner', async () => {
    const answer = await said('bea', '/doel status');
    expect(answer).toMatch(/De Mistbank: /);
    const sentences = await opened.database.sqlite
      .prepare("select sentence from check_in where sentence <> ''")
      .pluck()
      .all();
    expect(sentences.length).toBeGreaterThan(10);
    for (const sentence of sentences) expect(answer).not.toContain(sentence);
    expect(answer).not.toMatch(/door |Sanne|Bovenbouw/);
  });

  test('a teacher of another school sees nothing of this one', async () => {
    expect(await said('mila', '/doel status')).not.toMatch(/Regenbui|rijke teksten/);
    expect(await said('mila', '/doel status rijke teksten')).not.toMatch(/groep 6 lukt/);
  });

  test('a mistake in its files stops the start', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'leerteam-proef-'));
    const other = await openStore();
    try {
      await cp(FILES, folder, { recursive: true });
      await rm(join(folder, 'medewerkers.csv'));
      const bot = createBot({ store: other.store, commands: COMMANDS, newKey: () => 'x', onFault: () => {} });
      const read = await readSheets(folder);
      await expect(fillTrialSchool({ store: other.store, bot, tick: async () => {} }, read)).rejects.toThrow(
        'trial school',
      );
    } finally {
      other.close();
      await rm(folder, { recursive: true, force: true });
    }
  });
});
