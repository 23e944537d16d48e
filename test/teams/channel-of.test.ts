/** Which team a channel belongs to, by its id or by the name that an import gave. */
import { describe, expect, test } from 'vitest';
import { channelKey, isChannelName, isChannelOf } from '../../src/teams/channel-of.ts';

describe('a channel', () => {
  test.each([
    ['19:abc@thread.tacv2', { channel: '19:abc@thread.tacv2' }, true],
    ['19:abc@thread.tacv2', { channel: '19:def@thread.tacv2', name: 'Bovenbouw' }, false],
    ['#bovenbouw', { channel: 'C0123ABCD', name: 'bovenbouw' }, true],
    ['Bovenbouw', { channel: '19:abc@thread.tacv2', name: 'Bovenbouw' }, true],
    ['Bovenbouw', { channel: '19:abc@thread.tacv2', name: 'bovenbouw' }, true],
    ['#BovenBouw', { channel: '19:abc@thread.tacv2', name: 'Bovenbouw' }, true],
    ['Één plan', { channel: '19:abc@thread.tacv2', name: 'één plan' }, true],
    ['Bovenbouw', { channel: '19:abc@thread.tacv2' }, false],
    ['Bovenbouw', { channel: '19:abc@thread.tacv2', name: 'Onderbouw' }, false],
    ['', { channel: '', name: '' }, false],
    ['#', { channel: '19:abc@thread.tacv2', name: 'Bovenbouw' }, false],
  ])('%j is that of %j: %j', (channel, place, isThat) => {
    expect(isChannelOf({ channel }, { kind: 'channel', ...place })).toBe(isThat);
    expect(isChannelOf({ channel }, { kind: 'personal' })).toBe(false);
  });

  test.each([
    ['#bovenbouw', true],
    ['Bovenbouw', true],
    ['GROEP 8', true],
    ['19:abc@thread.tacv2', false],
    ['19:abc@thread.v2', false],
    ['C0123ABCD', false],
    ['G01ABCDEFGH', false],
  ])('%j tells people something: %j', (channel, isName) => {
    expect(isChannelName(channel)).toBe(isName);
  });

  test.each([' #Boven bouw ', '# boven bouw', 'BOVEN BOUW'])('%j is one name', (name) => {
    expect(channelKey(name)).toBe('boven bouw');
  });
});
