/** Somebody who uses Teams, against a bare bot: what they do arrives as Teams sends it, and what Teams would not take or keep makes an act fail. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { close, listen, portOf } from '../../../adapters/http/server.ts';
import { type Quiet, watchQuiet } from '../../support/chat/quiet.ts';
import { activitiesOf } from '../../support/teams/activities.ts';
import { ADAPTIVE_CARD } from '../../support/teams/check-activity.ts';
import { type FakeTeams, type Json, startFakeTeams } from '../../support/teams/fake-teams.ts';
import { Member } from '../../support/teams/member.ts';
import { sendActivity } from '../../support/teams/signed.ts';

const NOW = new Date('2026-11-24T08:30:00Z');

const line = (text: string): Json => ({ type: 'RichTextBlock', inlines: [{ type: 'TextRun', text }] });
const execute = (title: string): Json => ({ type: 'Action.Execute', title, verb: 'doe', data: { control: title } });
const card = (...body: readonly Json[]): Json => ({
  type: 'AdaptiveCard',
  version: '1.5',
  lang: 'nl',
  fallbackText: 'Een kaart',
  body,
});
const ASKS = card(line('Gaat het door?'), { type: 'ActionSet', actions: [execute('Ja'), execute('Nee')] });
const WRITES: Json = {
  type: 'Input.Text',
  id: 'field.wat',
  label: 'Wat',
  isRequired: true,
  errorMessage: '!',
  maxLength: 5,
};
const CHOOSES: Json = {
  type: 'Input.ChoiceSet',
  id: 'field.wie',
  label: 'Wie',
  choices: [{ title: 'Sanne', value: '1' }],
};
const FORM = card(WRITES, CHOOSES, { type: 'ActionSet', actions: [execute('Help'), execute('Opslaan')] });

const inCard = (value: Json) => ({ statusCode: 200, type: ADAPTIVE_CARD, value });
const inWords = (value: string) => ({ statusCode: 200, type: 'application/vnd.microsoft.activity.message', value });

let fake: FakeTeams;
let quiet: Quiet;
let sanne: Member;
let nadia: Member;
let channel: string;
/** What the bot heard, in order. */
const heard: Json[] = [];
/** What it says to words, and to a press; `stores`: it edits the message too. */
let says: Json;
let answers: { readonly body: unknown; readonly stores?: Json };
const stops: (() => Promise<unknown> | unknown)[] = [];

/** A bot of a few lines. Teams needs no token of it here. */
async function hears(activity: Json): Promise<unknown> {
  heard.push(activity);
  const { id } = activity.conversation as Json;
  const calls = (method: string, body: Json, to = '') =>
    fetch(`${fake.serviceUrl}v3/conversations/${encodeURIComponent(String(id))}/activities${to}`, {
      method,
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });
  const asCard = (content: Json) => ({
    type: 'message',
    summary: 'Kaart',
    attachments: [{ contentType: ADAPTIVE_CARD, content }],
  });
  if (activity.type === 'message') await calls('POST', asCard(says));
  else if (answers.stores) await calls('PUT', asCard(answers.stores), `/${activity.replyToId}`);
  return activity.type === 'message' ? null : answers.body;
}

beforeAll(async () => {
  fake = await startFakeTeams({ now: () => NOW, anonymous: true });
  quiet = watchQuiet(new URL(fake.serviceUrl).origin);
  const server = await listen({ port: 0, host: '127.0.0.1' }, async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const body = await hears(JSON.parse(Buffer.concat(parts).toString()) as Json);
    response.end(body === null ? '' : JSON.stringify(body));
  });
  const url = `http://127.0.0.1:${portOf(server)}/api/messages`;
  const [one, other] = ['Sanne', 'Nadia'].map((name) => fake.addMember({ name, email: `${name}@example.org` }).aadId);
  const members = [one!, other!];
  channel = fake.addTeam({ name: 'Regenbui', channels: ['bovenbouw'], members }).channels.bovenbouw!;
  const place = {
    fake,
    activities: activitiesOf(fake),
    post: (activity: Json) => sendActivity(url, fake, activity),
    settled: () => quiet.reached(),
    people: () => new Map([['Nadia', other!]]),
    sharedWith: () => [channel],
  };
  sanne = new Member(place, one!);
  nadia = new Member(place, other!);
  stops.push(
    () => close(server),
    () => fake.stop(),
    () => quiet.stop(),
  );
});
beforeEach(() => {
  says = ASKS;
  answers = { body: inWords('Genoteerd') };
});
afterAll(async () => {
  for (const stop of stops) await stop();
});

describe('words', () => {
  test('in the own chat and in a channel arrive with what Teams marks and escapes', async () => {
    expect(await sanne.types('/actie Kast & <snel> @Nadia')).toBe('Gaat het door?\n[Ja] [Nee]');
    expect(heard.at(-1)).toMatchObject({ text: '/actie Kast &amp; &lt;snel&gt; @Nadia', textFormat: 'plain' });
    await sanne.mentions('actie Kast @Nadia', channel);
    expect(heard.at(-1)).toMatchObject({
      text: '<at>Leerteambot</at> actie Kast <at>Nadia</at>\n',
      conversation: { conversationType: 'channel', id: expect.stringMatching(/;messageid=\d+$/) },
      entities: [{ mentioned: { id: fake.app.bot } }, { mentioned: { id: nadia.person.id } }, { type: 'clientInfo' }],
    });
    expect(nadia.sees()).toEqual(['Gaat het door?\n[Ja] [Nee]']);
  });
});

describe('a press', () => {
  test('tells which button, and shows what is answered at it', async () => {
    await sanne.types('/doel');
    expect(await sanne.presses('Nee')).toBe('Genoteerd');
    expect(heard.at(-1)).toMatchObject({
      name: 'adaptiveCard/action',
      value: { action: { verb: 'doe', data: { control: 'Nee' } } },
      replyToId: fake.messages(sanne.chat).at(-1)!.id,
    });
    await expect(sanne.presses('Misschien')).rejects.toThrow('no button "Misschien"');
  });

  test('may put another card in its place, when it stays there', async () => {
    await sanne.types('/doel');
    const done = card(line('Staat erin'));
    answers = { body: inCard(done), stores: done };
    expect(await sanne.presses('Ja')).toBe('Staat erin');
    await sanne.types('/doel');
    answers = { body: inCard(done) };
    await expect(sanne.presses('Ja')).rejects.toThrow('gone when the chat is loaded again: Staat erin');
  });

  test('fails where Teams says that something went wrong', async () => {
    await sanne.types('/doel');
    answers = { body: inCard(card({ type: 'TextBlock', text: '[klik](https://kwaad.example)' })) };
    await expect(sanne.presses('Ja')).rejects.toThrow('Teams says that something went wrong');
    answers = { body: null };
    await expect(sanne.presses('Ja')).rejects.toThrow('Teams says that something went wrong');
  });
});

describe('a form', () => {
  beforeEach(() => {
    says = FORM;
  });

  test('takes only what Teams takes, and sends what is not empty', async () => {
    await nadia.types('/actie');
    await expect(nadia.submits()).rejects.toThrow('Wat: required');
    await expect(nadia.submits({ Wat: 'te lang' })).rejects.toThrow('Wat: too long');
    expect(() => nadia.fillsIn({ Wie: 'Piet' })).toThrow('"Wie" has no "Piet": Sanne');
    expect(() => nadia.fillsIn({ Waar: 'hier' })).toThrow('no field "Waar" among: Wat, Wie');
    await nadia.submits({ Wat: 'kort' });
    expect(heard.at(-1)).toMatchObject({ value: { action: { data: { control: 'Opslaan', 'field.wat': 'kort' } } } });
    expect(JSON.stringify(heard.at(-1))).not.toContain('field.wie');
    await nadia.submits({ Wie: 'Sanne' });
    expect(heard.at(-1)).toMatchObject({ value: { action: { data: { 'field.wat': 'kort', 'field.wie': '1' } } } });
  });

  test('keeps what was typed while it stands there, and loses it when another comes in its place', async () => {
    await nadia.types('/actie');
    nadia.fillsIn({ Wat: 'kort', Wie: 'Sanne' });
    await nadia.presses('Help');
    expect(nadia.modal()).toBe('Wat *: kort\nWie: (Sanne)\n[Help] [Opslaan]');
    answers = { body: inCard(FORM), stores: FORM };
    await nadia.presses('Help');
    expect(nadia.modal()).toBe('Wat *: \nWie: Sanne\n[Help] [Opslaan]');
  });

  test('is left when somebody types on, or closes it', async () => {
    await nadia.types('/actie');
    await nadia.closes();
    expect(nadia.modal()).toBeNull();
    await nadia.types('/actie');
    says = ASKS;
    await nadia.types('/doel');
    await expect(nadia.submits()).rejects.toThrow('no form');
  });
});
