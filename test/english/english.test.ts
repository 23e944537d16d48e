/** Who reads English gets no Dutch word: in no answer, button, form, hint, message of the bot, channel or file (PRODUCT 1, principle 4). */
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { addDays } from 'date-fns/addDays';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { en } from '../../prompts/en/index.ts';
import { nl } from '../../prompts/nl/index.ts';
import { plain } from '../../src/bot/plain.ts';
import type { Intent } from '../../src/bot/reply.ts';
import { localDateOf } from '../../src/calendar/zone.ts';
import { COMMANDS } from '../../src/commands.ts';
import { MESSAGE_KINDS, NUDGE_KINDS } from '../../src/delivery/nudge.ts';
import { FakePlatform } from '../delivery/fake-platform.ts';
import { onlyRead } from '../support/arguments-of.ts';
import { strictTick } from '../support/strict-tick.ts';
import { Talk } from '../support/talk.ts';
import { PEOPLE, playedWeeks, SCHOOLS } from './english-school.ts';
import { foreignWords, wordsIn } from './words.ts';

let talk: Talk;

beforeAll(async () => {
  ({ talk } = await Talk.open(...SCHOOLS));
  await playedWeeks(talk);
});
// Every question is asked of the same school: what it changes is taken back.
beforeEach(() => void talk.opened.database.sqlite.exec('begin'));
afterEach(() => void talk.opened.database.sqlite.exec('rollback'));
afterAll(() => talk.opened.close());

describe('the bot', () => {
  /** What is found from there is followed up to so many questions. */
  const MOST_ASKED = 800;

  /** Everything that can be typed, pressed and filled in from there, each once, with what was answered. */
  async function* everything(name: string): AsyncGenerator<Intent | string> {
    const intents = COMMANDS.flatMap(({ intent, words }): (Intent | string)[] => [
      { name: intent, args: {} },
      ...words.flatMap((line) => [`/${line}`, `/${line} 1 x`, `/${line} @xyzzy 14-12`]),
    ]);
    const waiting: (Intent | string)[] = ['/hulp', '/start', '/xyzzy', '/doel xyzzy', ...intents];
    const asked = new Set<string>();
    for (let what = waiting.shift(); what; what = waiting.shift()) {
      const once = typeof what === 'string' ? what : onlyRead(what);
      const key = JSON.stringify(once);
      if (asked.has(key)) continue;
      asked.add(key);
      const { sqlite } = talk.opened.database;
      sqlite.exec('savepoint asked');
      if (typeof what === 'string') await talk.says(name, what);
      else await talk.does(name, what.name, what.args);
      const { buttons, form } = controls();
      sqlite.exec('rollback to asked');
      yield what;
      if (asked.size > MOST_ASKED) continue;
      waiting.push(...buttons);
      if (form) waiting.push(form, { name: form.name, args: { ...form.args, ...wrongly(form.args) } });
    }
    expect(asked.size).toBeGreaterThan(250);
  }

  function controls(): { readonly buttons: readonly Intent[]; readonly form: Intent | null } {
    if (talk.last?.kind !== 'form') return { buttons: talk.buttons().map(({ intent }) => intent), form: null };
    const { fields, intent } = talk.last;
    const held = Object.fromEntries(
      fields.map((field) => {
        const first = 'options' in field ? field.options[0]?.value : undefined;
        const made = { text: 'Xyzzy', 'long-text': 'Xyzzy', number: '7', date: '2026-12-08', time: '15:00' };
        const other =
          field.kind === 'choice' || field.kind === 'choices'
            ? (first ?? '')
            : field.kind === 'tick'
              ? ''
              : made[field.kind];
        return [field.name, field.value || other];
      }),
    );
    return { buttons: [], form: { name: intent.name, args: { ...intent.args, ...held } } };
  }

  /** Everything that was filled in is nonsense. */
  function wrongly(args: Intent['args']): Intent['args'] {
    return Object.fromEntries(Object.keys(args).map((name) => [name, 'xyzzy']));
  }

  test.each(PEOPLE)(
    '%s',
    async (name) => {
      const found: string[] = [];
      for await (const asked of everything(name)) {
        const words = foreignWords(
          talk.last!,
          typeof asked === 'string' ? asked : (asked.args.wat ?? asked.args.tekst),
        );
        if (words.length > 0) found.push(`${words.join(' ')} (${JSON.stringify(asked)})`);
      }
      expect(found).toEqual([]);
    },
    60_000,
  );

  test('somebody who reads Dutch gets Dutch: the test would see it', async () => {
    talk.opened.database.sqlite.exec("update person set language = 'nl'");
    await talk.says('Nadia', '/instellingen');
    expect(foreignWords(talk.last!).length).toBeGreaterThan(20);
  });
});

describe('what comes by itself in a school year', () => {
  let year: Talk;
  const platform = new FakePlatform();
  beforeAll(async () => {
    ({ talk: year } = await Talk.open(...SCHOOLS.map((draft) => ({ ...draft, newcomers: true }))));
    const { tick } = strictTick({
      store: year.opened.store,
      platform,
    });
    await playedWeeks(year, tick);
    for (; year.now < new Date('2027-07-20T00:00:00Z'); year.now = addDays(year.now, 1)) {
      if (localDateOf(year.now) === '2027-01-11') await year.says('Nico', '/ik-ben-er');
      await tick(year.now);
    }
  }, 120_000);
  afterAll(() => year.opened.close());

  test('is all English', () => {
    const notices = [...platform.sent, ...platform.edits].map(({ notice }) => notice);
    const found = notices.flatMap((notice) => {
      const words = foreignWords(notice);
      return words.length > 0 ? [`${words.join(' ')} (${plain(notice)})`] : [];
    });
    expect(found).toEqual([]);
  });

  test('is everything there is', () => {
    const { sqlite } = year.opened.database;
    const sent = sqlite
      .prepare("select kind from outbox where state = 'sent' union select kind from post where state = 'sent'")
      .pluck()
      .all();
    expect([...NUDGE_KINDS, ...MESSAGE_KINDS].filter((kind) => !sent.includes(kind))).toEqual([]);
  });
});

/** Words that make Dutch Dutch; none of them is English or a term of the field. */
const DUTCH =
  /\b(aan|als|bij|dan|dat|de|deze|dit|een|er|geen|het|hoe|ik|je|jij|jou|kan|naar|niet|nog|ook|op|te|tot|uit|van|voor|wat|weet|welke|wie|wij|wordt|ze|zijn)\b/gi;

test('no Dutch sentence stands outside prompts', () => {
  const root = resolve(import.meta.dirname, '../..');
  const files = ['src', 'adapters', 'db'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)),
  );
  const sources = files.filter((name) => /\.(ts|js)$/.test(name));
  expect(sources.length).toBeGreaterThan(300);
  const found = sources.flatMap((name) => {
    const code = readFileSync(join(root, name), 'utf8').replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');
    const texts = [...code.matchAll(/(['"`])((?:(?!\1)[^\\\n]|\\.){12,})\1/g)].map((match) => match[2]!);
    return texts
      .filter((text) => /^[A-Z]/.test(text) && wordsIn(text).length > 3 && (text.match(DUTCH)?.length ?? 0) > 1)
      .map((text) => `${name}: ${text}`);
  });
  expect(found).toEqual([]);
});

describe('the sentences themselves', () => {
  test.each(Object.entries(en).filter(([key]) => !/^(example|cli)\./.test(key)))('%s', (key, sentence) => {
    const words = sentence.replace(/<c>.*?<\/c>/g, '').replace(/`[^`]*`/g, '');
    expect(words.match(DUTCH)).toBeNull();
    const isSame = sentence === nl[key as keyof typeof nl] && wordsIn(words.replace(/\{.*?\}/g, '')).length > 3;
    expect(isSame).toBe(false);
  });
});
