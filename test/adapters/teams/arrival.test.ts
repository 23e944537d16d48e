/** Where something was done, read from what Teams says of it: the difference between what one person reads and what everybody reads. */
import { describe, expect, test } from 'vitest';
import { Turns } from '../../../adapters/teams/answer/turns.ts';
import { arrivalOf, conversationOf } from '../../../adapters/teams/receive/arrival.ts';
import { ARRIVED } from '../../../adapters/teams/receive/payloads.ts';

const TEAM = '19:team@thread.tacv2';
const CHANNEL = '19:channel@thread.tacv2';
const GROUP = '19:group@thread.v2';
const WITH_BOT = '19:aad-1_bot@unq.gbl.spaces';
const OF_TWO = '19:aad-1_aad-2@unq.gbl.spaces';

function arrival(conversation: object, channelData: object = {}) {
  return arrivalOf(
    ARRIVED.parse({
      type: 'message',
      id: '1',
      serviceUrl: 'https://smba.example/',
      from: { id: '29:sanne', aadObjectId: 'AAD-1' },
      recipient: { id: '28:bot' },
      conversation: { id: 'a:1', ...conversation },
      channelData: { tenant: { id: 'TENANT' }, ...channelData },
    }),
  );
}

describe('the place', () => {
  const of = (id: string, name: string | null = null, team: string | null = null) => ({
    kind: 'channel',
    channel: id,
    name,
    team,
  });

  test.each([
    ['a personal chat', { conversationType: 'personal' }, {}, { kind: 'own' }],
    ['a chat of the playground', { id: 'personal-chat-id' }, {}, { kind: 'own' }],
    ['a personal chat by its older name', { id: WITH_BOT, conversationType: 'personal' }, {}, { kind: 'own' }],
    ['a chat of two colleagues', { id: OF_TWO, conversationType: 'personal' }, {}, of(OF_TWO)],
    ['a group that is called personal', { id: GROUP, conversationType: 'personal', isGroup: true }, {}, of(GROUP)],
    [
      'a group chat',
      { id: GROUP, conversationType: 'groupChat', isGroup: true, name: 'Koffie' },
      {},
      of(GROUP, 'Koffie'),
    ],
    ['no kind, but a group', { id: 'x', isGroup: true }, {}, of('x')],
    ['no kind, but an id of others', { id: GROUP }, {}, of(GROUP)],
    [
      'a thread in a channel',
      { id: `${CHANNEL};messageid=7`, conversationType: 'channel', isGroup: true },
      { channel: { id: CHANNEL, name: 'bovenbouw' }, team: { id: TEAM, name: 'De Regenbui' } },
      of(CHANNEL, 'bovenbouw', TEAM),
    ],
    [
      'a channel without its name',
      { id: CHANNEL, conversationType: 'channel' },
      { channel: { id: CHANNEL }, team: { id: TEAM } },
      of(CHANNEL, null, TEAM),
    ],
    [
      'the first channel of a team',
      { id: TEAM, conversationType: 'channel' },
      { channel: { id: TEAM }, team: { id: TEAM, name: 'De Regenbui' } },
      of(TEAM, 'De Regenbui', TEAM),
    ],
  ])('%s', (_, conversation, channelData, place) => {
    expect(arrival(conversation, channelData).place).toEqual(place);
  });
});

test('who did it is named as the store knows them', () => {
  expect(arrival({ conversationType: 'personal' }).who).toEqual({
    tenant: 'tenant',
    account: 'aad-1',
    member: '29:sanne',
    bot: '28:bot',
    serviceUrl: 'https://smba.example/',
    conversation: 'a:1',
  });
});

test('of a channel is remembered where it is, and not the thread', () => {
  const told = arrival({ id: `${CHANNEL};messageid=7`, conversationType: 'channel' }, { team: { id: TEAM } });
  expect(conversationOf(told)).toMatchObject({
    of: { kind: 'channel', channel: CHANNEL },
    conversation: CHANNEL,
    member: null,
    team: TEAM,
  });
});

test('changes of one card come one after the other, also after one that went wrong', async () => {
  const turns = new Turns();
  const done: string[] = [];
  let release = () => {};
  const held = new Promise<void>((open) => {
    release = open;
  });
  const first = turns.take('a', () => held.then(() => Promise.reject(new Error('no'))));
  const second = turns.take('a', async () => void done.push('second'));
  const elsewhere = turns.take('b', async () => void done.push('elsewhere'));
  await elsewhere;
  expect(done).toEqual(['elsewhere']);
  release();
  await expect(first).rejects.toThrow('no');
  await second;
  expect(done).toEqual(['elsewhere', 'second']);
});
