/** A channel of a team on the trial page: what everybody sees, what one person sees, and who gets in. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ShownMessage } from '../../../adapters/trial/render.ts';
import type { SchoolId } from '../../../src/people/person.ts';
import { gallery } from '../../support/gallery.ts';
import { get, post } from './ask.ts';
import { JOHN, openPretendSchool, type PretendSchool, SANNE } from './pretend-school.ts';

const KANAAL = '1:bovenbouw-de-regenbui';
const PLACE = { schoolId: 1 as SchoolId, channel: 'bovenbouw-de-regenbui' };
const BEA = 'bea@proefschool.example';

let school: PretendSchool;
beforeEach(async () => {
  school = await openPretendSchool();
});
afterEach(() => school.close());

type Messages = { readonly messages: readonly ShownMessage[] };
const say = (als: string, tekst: string, kanaal = KANAAL) =>
  post<Messages>(school.address, '/api/zeg', { als, tekst, kanaal });
const press = (als: string, intent: string, bericht: number | null, args = {}) =>
  post<Messages>(school.address, '/api/doe', { als, intent, args, key: 'k', bericht, kanaal: KANAAL });
const read = async (als: string, kanaal = KANAAL, na = 0) =>
  get<Messages>(school.address, `/api/kanaal?${new URLSearchParams({ als, kanaal, na: String(na) })}`);
const shown = async (als: string) =>
  (await read(als)).content.messages.map((one) => (one.author === 'person' ? `${one.name}: ${one.text}` : one.title));

test('somebody has the channels of their teams', async () => {
  const { content } = await get(school.address, `/api/kanalen?als=${SANNE}`);
  expect(content).toMatchObject({ channels: [{ id: KANAAL, name: PLACE.channel, teams: ['Bovenbouw'] }] });
  expect((await get(school.address, `/api/kanalen?als=${BEA}`)).content).toMatchObject({ channels: [] });
});

describe('what is typed there', () => {
  test('with an answer for everyone stands in the channel, with who said it', async () => {
    expect((await say(SANNE, '/iedereen')).content.messages).toEqual([]);
    expect(await shown(JOHN)).toEqual(['Sanne Proef: /iedereen', expect.any(String)]);
    expect(await shown(JOHN)).toEqual(await shown(SANNE));
    expect(school.requests.at(-1)).toMatchObject({
      sender: { email: SANNE },
      place: { kind: 'channel', channel: PLACE.channel },
    });
  });

  test('with an answer for who asked is seen by that person only, and not kept', async () => {
    const { content } = await say(SANNE, '/hulp');
    expect(content.messages).toMatchObject([
      { author: 'person', onlyYou: true, text: '/hulp' },
      { author: 'bot', onlyYou: true, kind: 'notice' },
    ]);
    expect(await shown(SANNE)).toEqual([]);
    expect((await get<Messages>(school.address, `/api/berichten?als=${SANNE}&na=0`)).content.messages).toEqual([]);
  });

  test.each(['goedemorgen allemaal', 'leerteambot is handig', 'mail naar iemand@leerteambot.example'])(
    'to each other just stands there, and the bot is not asked: %s',
    async (line) => {
      expect((await say(SANNE, line)).content.messages).toEqual([]);
      expect(await shown(JOHN)).toEqual([`Sanne Proef: ${line}`]);
      expect(school.requests).toEqual([]);
    },
  );

  test.each([
    ['  /agenda', '/agenda'],
    ['@Leerteambot agenda', 'agenda'],
    ['@leerteambot, /hulp', '/hulp'],
    ['doel status @Leerteambot', 'doel status'],
  ])('to the bot, with a slash or with its name, is answered: %s', async (line, asked) => {
    await say(SANNE, line);
    expect(school.requests).toMatchObject([{ said: { kind: 'text', text: asked } }]);
  });

  test('each line has a key of its own', async () => {
    await say(SANNE, '/hulp');
    await say(SANNE, '/hulp');
    const keys = school.requests.map(({ once }) => once);
    expect(new Set(keys).size).toBe(2);
    expect(keys).not.toContain(null);
  });
});

describe('a button there', () => {
  const posted = () =>
    school.options.mailbox.post(PLACE, { at: new Date(), personId: null, content: JSON.stringify(gallery.everyPart) });

  test('works as the person who presses it; what only they may see does not take its place', async () => {
    const id = await posted();
    const before = await shown(JOHN);
    const { content } = await press(JOHN, 'doel.stop', id);
    expect(content.messages).toMatchObject([{ onlyYou: true, replaces: false }]);
    expect(school.requests.at(-1)).toMatchObject({ sender: { email: JOHN }, place: { kind: 'channel' }, once: 'k' });
    expect(await shown(SANNE)).toEqual(before);
  });

  test('with an answer for everyone: that takes the place of the message', async () => {
    const id = await posted();
    const { content } = await press(JOHN, 'iedereen', id);
    expect(content.messages).toMatchObject([{ id, onlyYou: false }]);
    expect((await read(JOHN)).content.messages).toEqual(content.messages);
    expect((await shown(SANNE)).length).toBe(1);
  });

  test('that was already taken away there gets its answer below', async () => {
    expect((await press(JOHN, 'iedereen', 99)).content.messages).toEqual([]);
    expect(await shown(SANNE)).toHaveLength(1);
  });

  test('of a message that only one person sees gets an answer that takes its place', async () => {
    const { content } = await press(SANNE, 'doel.stop', null);
    expect(content.messages).toMatchObject([{ onlyYou: true, replaces: true }]);
  });

  test('a form is for who asked', async () => {
    const { content } = await press(SANNE, 'doel.update', await posted());
    expect(content.messages).toMatchObject([{ kind: 'form', onlyYou: true, replaces: false }]);
  });
});

test('after each act, in a chat too, what it made due is sent before the page is answered', async () => {
  let sent = 0;
  school.afterAct = async () => {
    sent++;
    await school.options.mailbox.post(PLACE, {
      at: new Date(),
      personId: null,
      content: JSON.stringify(gallery.everyPart),
    });
  };
  await say(SANNE, '/hulp');
  await post(school.address, '/api/zeg', { als: SANNE, tekst: 'hallo' });
  await press(SANNE, 'doel.stop', null);
  await read(SANNE);
  expect([sent, (await shown(JOHN)).length]).toEqual([3, 3]);
});

test.each([
  ['of another team', BEA, KANAAL],
  ['that is none', SANNE, '1:mt'],
  ['of another school', SANNE, '2:bovenbouw-de-regenbui'],
])('a channel %s is closed', async (_, als, kanaal) => {
  const asked = school.requests.length;
  expect((await read(als, kanaal)).content).toMatchObject({ error: 'unknown-channel' });
  expect((await say(als, '/iedereen', kanaal)).status).toBe(404);
  expect(school.requests).toHaveLength(asked);
});

test('only what is new', async () => {
  await say(SANNE, '/iedereen');
  const [first] = (await read(SANNE)).content.messages;
  expect((await read(SANNE, KANAAL, first!.id)).content.messages).toHaveLength(1);
  expect((await read(SANNE, '')).content).toMatchObject({ error: 'bad-input' });
});
