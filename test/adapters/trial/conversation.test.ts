import type { InputBlock } from '@slack/types';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { slackForm } from '../../../adapters/slack/render/form.ts';
import { type } from '../../../adapters/trial/chat.ts';
import type { ShownMessage, ShownReceipt } from '../../../adapters/trial/render.ts';
import { say as sayIn } from '../../../src/bot/text.ts';
import type { PersonId, SchoolId } from '../../../src/people/person.ts';
import { gallery } from '../../support/gallery.ts';
import { ask, get, post } from './ask.ts';
import { JOHN, openPretendSchool, type PretendSchool, SANNE, START } from './pretend-school.ts';

let school: PretendSchool;
beforeEach(async () => {
  school = await openPretendSchool();
});
afterEach(() => school.close());

type Chat = { messages: ShownMessage[] };

const say = (tekst: string, als = SANNE) => post<Chat>(school.address, '/api/zeg', { als, tekst });
const press = (intent: string, args: object, key: string | null, bericht: number | null, als = SANNE) =>
  post<Chat>(school.address, '/api/doe', { als, intent, args, key, bericht });
const chatOf = async (als = SANNE, na = 0) =>
  (await get<Chat>(school.address, `/api/berichten?als=${als}&na=${na}`)).content.messages;
const inbox = async (query = '') =>
  (await get<{ messages: ShownReceipt[]; more: boolean }>(school.address, `/api/postvak${query}`)).content;
const move = (naar: string) => post(school.address, '/api/klok', { naar });
const words = (messages: readonly ShownMessage[]) =>
  messages.map((message) => (message.author === 'person' ? `> ${message.text}` : message.title));

describe('a conversation', () => {
  test('what was typed and what was answered are kept, each in their own chat', async () => {
    expect((await say('alles')).status).toBe(200);
    await say('formulier');
    await say('/doel status', JOHN);
    expect(words(await chatOf())).toEqual([
      '> alles',
      'Goedemorgen Sanne · dinsdag 24 november',
      '> formulier',
      'Update van doel 1',
    ]);
    expect(words(await chatOf(JOHN))).toEqual(['> /doel status', 'Ik ken /doel stauts niet.']);
  });

  test('the answer to a typed line is what came into the chat', async () => {
    const { content } = await say('alles');
    expect(content.messages).toEqual(await chatOf());
  });

  test('the bot hears who it is, what was typed, and a key of its own for each line', async () => {
    await say('hallo');
    await say('hallo');
    expect(school.requests).toMatchObject([
      { sender: { kind: 'machine', email: SANNE }, said: { kind: 'text', text: 'hallo' }, place: { kind: 'personal' } },
      { said: { kind: 'text', text: 'hallo' } },
    ]);
    const keys = school.requests.map((request) => request.once);
    expect(new Set(keys).size).toBe(2);
    expect(keys).not.toContain(null);
  });

  test('a form in the look of Slack is read as the Slack adapter reads it', async () => {
    const form = { als: SANNE, intent: 'doel.update', args: { doel: '1' }, key: 'k', bericht: null };
    // The inputs in the order of the form: what there is to choose, type, date, time and tick.
    const filled = [
      { selected_option: { value: 'op koers' } },
      { value: null },
      { value: 'Ze rekenen samen.' },
      { value: 'Rekenen' },
      { selected_date: null },
      { selected_time: '09:00' },
      { selected_options: [{ value: '6' }, { value: '8' }] },
      { selected_options: [] },
    ];
    const { blocks } = slackForm(gallery.form, '', sayIn('nl'));
    const inputs = blocks.filter(({ type }) => type === 'input') as InputBlock[];
    const sent = (values: readonly object[]) =>
      Object.fromEntries(
        inputs.map(({ block_id: block, element }, index) => [block, { [element.action_id!]: values[index] }]),
      );
    const ingevuld = sent(filled);
    expect((await post(school.address, '/api/doe', { ...form, ingevuld })).status).toBe(200);
    expect(school.requests.at(-1)!.said).toEqual({
      kind: 'intent',
      intent: {
        name: 'doel.update',
        args: {
          doel: '1',
          status: 'op koers',
          waarde: '',
          zin: 'Ze rekenen samen.',
          titel: 'Rekenen',
          datum: '',
          tijd: '09:00',
          groepen: '6,8',
          succes: '',
        },
      },
    });
    const before = school.requests.length;
    const wrong = sent(filled.map(() => ({ value: 7 })));
    expect((await post(school.address, '/api/doe', { ...form, ingevuld: wrong })).status).toBe(400);
    expect(school.requests.length).toBe(before);
  });

  test('a typed line is kept also when the answer fails', async () => {
    const { options } = school;
    const broken = {
      ...options,
      mailbox: options.mailbox,
      clock: options.clock,
      handle: () => Promise.reject(new Error('broken')),
    };
    await expect(type(broken, SANNE, 'bewaar dit')).rejects.toThrow('broken');
    expect(words(await chatOf())).toEqual(['> bewaar dit']);
  });

  test('a button carries its intent, arguments and key', async () => {
    await press('doel.update', { doel: '1' }, 'key-7', null);
    expect(school.requests[0]).toMatchObject({
      said: { kind: 'intent', intent: { name: 'doel.update', args: { doel: '1' } } },
      once: 'key-7',
    });
  });

  test('an answer that replaces takes the place of the message whose button was pressed', async () => {
    await say('alles');
    await say('hallo');
    const before = await chatOf();
    const { content } = await press('doel.update', { status: 'op koers' }, 'key-8', before[1]!.id);
    const after = await chatOf();
    expect(words(after)).toEqual([
      '> alles',
      'Opgeslagen: doel 1 is op koers.',
      '> hallo',
      'Ik ken /doel stauts niet.',
    ]);
    expect(content.messages).toEqual([after[1]]);
  });

  test.each([
    ['a message of somebody else', async () => (await say('alles', JOHN)).content.messages[1]!.id],
    ['a typed line', async () => (await say('alles')).content.messages[0]!.id],
    ['no message', async () => 999],
  ])('it never replaces %s', async (_, messageId) => {
    const id = await messageId();
    const before = [await chatOf(), await chatOf(JOHN)];
    await press('doel.update', { status: 'op koers' }, 'key-9', id);
    expect((await chatOf()).slice(0, before[0]!.length)).toEqual(before[0]);
    expect(await chatOf(JOHN)).toEqual(before[1]);
    expect(words(await chatOf()).at(-1)).toBe('Opgeslagen: doel 1 is op koers.');
  });

  test('a message is in the language of its reader', async () => {
    await say('alles', JOHN);
    await say('alles');
    expect((await chatOf(JOHN))[1]).toMatchObject({ language: 'en' });
    expect((await chatOf())[1]).toMatchObject({ language: 'nl' });
  });

  test('only what came after', async () => {
    await say('alles');
    const last = (await chatOf()).at(-1)!.id;
    await say('hallo');
    expect(words(await chatOf(SANNE, last))).toEqual(['> hallo', 'Ik ken /doel stauts niet.']);
  });

  test('the examples are those of /hulp, two of a kind at most, and asking for them leaves no trace in the chat', async () => {
    const { content } = await get(school.address, `/api/voorbeelden?als=${SANNE}`);
    expect(content).toEqual({ examples: ['/doel status', '/doel update 1 op koers 22', '/instellingen'] });
    expect(await chatOf()).toEqual([]);
  });

  test('many lines at once are answered one by one, in order', async () => {
    await Promise.all(Array.from({ length: 20 }, (_, index) => say(`regel ${index}`)));
    const lines = words(await chatOf());
    expect(lines.filter((_, index) => index % 2 === 0)).toEqual(expect.arrayContaining(['> regel 0', '> regel 19']));
    expect(lines.filter((_, index) => index % 2 === 1).every((line) => line === 'Ik ken /doel stauts niet.')).toBe(
      true,
    );
    expect(lines).toHaveLength(40);
  });
});

describe('the clock', () => {
  test('says where it stands', async () => {
    expect((await get(school.address, '/api/klok')).content).toEqual({ now: '2026-11-24T07:30:00+01:00' });
  });

  test.each([
    ['dag', '2026-11-25T07:30:00+01:00', 1],
    ['week', '2026-12-01T07:30:00+01:00', 7],
    ['melding', '2026-11-24T08:00:00+01:00', 1],
    ['2026-11-26T12:15', '2026-11-26T12:15:00+01:00', 3],
    ['2026-11-26T12:15:00Z', '2026-11-26T13:15:00+01:00', 3],
  ])('to %s: it is %s, and everybody got %i', async (naar, now, count) => {
    expect((await move(naar)).content).toEqual({
      clock: { now },
      moved: true,
      arrived: [
        { email: JOHN, name: 'John Sample', count },
        { email: SANNE, name: 'Sanne Proef', count },
      ],
    });
  });

  test.each([
    ['2026-11-24T07:30', 'clock-backwards'],
    ['2026-11-23T08:00', 'clock-backwards'],
    ['2028-01-01T08:00', 'clock-too-far'],
    ['2026-02-30T08:00', 'not-a-moment'],
    ['morgen', 'not-a-moment'],
    ['', 'not-a-moment'],
  ])('not to %s', async (naar, error) => {
    expect(await move(naar)).toMatchObject({ status: 400, content: { error } });
    expect((await get(school.address, '/api/klok')).content).toEqual({ now: '2026-11-24T07:30:00+01:00' });
  });

  test('without a next message it says so and stays', async () => {
    await move('2027-01-04T07:30');
    expect((await move('melding')).content).toEqual({
      clock: { now: '2027-01-04T07:30:00+01:00' },
      moved: false,
      arrived: [],
    });
  });

  test('what arrives is marked as come by itself, with its own time', async () => {
    await say('alles');
    await move('dag');
    expect(await chatOf()).toMatchObject([
      { author: 'person' },
      { author: 'bot', nudge: false, at: '2026-11-24T07:30:00+01:00' },
      { author: 'bot', nudge: true, at: '2026-11-24T08:00:00+01:00' },
    ]);
  });
});

describe('the inbox', () => {
  test('shows what everybody got by itself, newest first, and no answers', async () => {
    await say('alles');
    await move('week');
    const { messages, more } = await inbox();
    expect(messages.map(({ at, name }) => `${at.slice(5, 16)} ${name}`).slice(0, 3)).toEqual([
      '11-30T08:00 John Sample',
      '11-30T08:00 Sanne Proef',
      '11-29T08:00 John Sample',
    ]);
    expect(messages).toHaveLength(14);
    expect(more).toBe(false);
    expect(messages[0]).toMatchObject({
      title: 'Goedemorgen Sanne · dinsdag 24 november',
      excerpt: expect.stringMatching(/^Gewoon, vet, schuin en \/doel status\. · Vraagt aandacht · 1 Meer .*…$/),
    });
  });

  test('has what came in a channel too, with its name and where to read it', async () => {
    const place = { schoolId: 1 as SchoolId, channel: 'bovenbouw' };
    await school.options.mailbox.post(place, { at: START, personId: null, content: JSON.stringify(gallery.everyPart) });
    await school.options.mailbox.post(place, { at: START, personId: 1 as PersonId, content: 'goedemorgen' });
    await move('dag');
    const { messages } = await inbox();
    expect(messages.map(({ name, email, channelId }) => [name, email, channelId])).toEqual([
      ['John Sample', JOHN, null],
      ['Sanne Proef', SANNE, null],
      // No team has it: there is nobody through whose eyes it can be seen.
      ['#bovenbouw', null, '1:bovenbouw'],
    ]);
    expect((await inbox(`?voor=${messages[1]!.mark}`)).messages.map(({ name }) => name)).toEqual(['#bovenbouw']);
    expect((await inbox(`?voor=${messages[2]!.mark}`)).messages).toEqual([]);
  });

  test('comes in pages', async () => {
    const { mailbox } = school.options;
    const message = { at: START, author: 'bot', content: JSON.stringify(gallery.everyPart), nudge: true } as const;
    for (let number = 0; number < 104; number++) await mailbox.append(1 as PersonId, message);
    const first = await inbox();
    const second = await inbox(`?voor=${first.messages.at(-1)!.mark}`);
    expect([first.messages.length, first.more, second.more]).toEqual([100, true, false]);
    expect(second.messages).toHaveLength(4);
    const all = [...first.messages, ...second.messages].map(({ id }) => id);
    expect(new Set(all).size).toBe(all.length);
    expect(all).toEqual([...all].sort((a, b) => b - a));
  });
});

describe('starting over', () => {
  test('takes everything back to the beginning', async () => {
    await say('alles');
    await move('week');
    expect((await post(school.address, '/api/opnieuw', {})).status).toBe(200);
    expect(await chatOf()).toEqual([]);
    expect((await inbox()).messages).toEqual([]);
    expect((await get(school.address, '/api/klok')).content).toEqual({ now: '2026-11-24T07:30:00+01:00' });
  });

  test('whoever reads during it gets an answer from after it', async () => {
    const done: string[] = [];
    let finish = () => {};
    const begun = new Promise<void>((resolve) => {
      school.duringReset = () => {
        resolve();
        return new Promise((end) => {
          finish = end;
        });
      };
    });
    const reset = post(school.address, '/api/opnieuw', {}).then(() => done.push('reset'));
    await begun;
    const read = inbox().then(() => done.push('read'));
    // A whole round to the server and back, in which the reading could have been done.
    await ask(school.address, '/');
    expect(done).toEqual([]);
    finish();
    await Promise.all([reset, read]);
    expect(done).toHaveLength(2);
    expect(school.faults).toEqual([]);
  });

  test('waits for what is still going on', async () => {
    const [spoken] = await Promise.all([say('alles'), post(school.address, '/api/opnieuw', {}), say('hallo')]);
    expect(spoken.status).toBe(200);
    expect(words(await chatOf())).toEqual(['> hallo', 'Ik ken /doel stauts niet.']);
    expect(school.faults).toEqual([]);
  });
});
