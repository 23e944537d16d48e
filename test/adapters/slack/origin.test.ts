/** Where something was asked, carried by a modal and read back. */
import { describe, expect, test } from 'vitest';
import { ChannelNames } from '../../../adapters/slack/answer/channel-names.ts';
import { HOME, inChannel, originText, placeOf, readOrigin } from '../../../adapters/slack/answer/origin.ts';

describe('an origin', () => {
  test.each([
    ['home', HOME],
    ['C123', inChannel('C123')],
    ['D123', inChannel('D123')],
    ['C123 1764000000.000100', inChannel('C123', '1764000000.000100')],
  ])('%s is carried and read back', (text, origin) => {
    expect(originText(origin)).toBe(text);
    expect(readOrigin(text)).toEqual(origin);
  });

  test.each(['', 'c123', 'C123 x', 'C123\n', '#bovenbouw'])('%j, which is none, is as private as Home', (text) => {
    expect(readOrigin(text)).toEqual(HOME);
  });

  test('only a channel or group is no private place', () => {
    const names = new ChannelNames();
    names.learn('D123', 'directmessage');
    expect(placeOf(HOME, names)).toEqual({ kind: 'personal' });
    expect(placeOf(inChannel('D123'), names)).toEqual({ kind: 'personal' });
    expect(placeOf(inChannel('C123', '1.2'), names)).toEqual({ kind: 'channel', channel: 'C123' });
    expect(placeOf(inChannel('G123'), names)).toEqual({ kind: 'channel', channel: 'G123' });
  });

  test('a channel has the name that Slack said last; what is private has none', () => {
    const names = new ChannelNames();
    for (const name of ['bovenbouw', 'groep-8', undefined, '']) names.learn('C123', name);
    names.learn('G123', 'privategroup');
    expect(placeOf(inChannel('C123'), names)).toEqual({ kind: 'channel', channel: 'C123', name: 'groep-8' });
    expect(placeOf(inChannel('G123'), names)).toEqual({ kind: 'channel', channel: 'G123' });
  });
});
