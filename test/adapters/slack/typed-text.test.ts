/** What people type in Slack, as Slack sends it, and the words they mean. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { typedText } from '../../../adapters/slack/receive/typed-text.ts';

const ADDRESSES: Readonly<Record<string, string>> = { U1: 'nadia@example.org', W2: 'nico@example.org' };
const reader = { botUserId: 'UBOT', addressOf: async (account: string) => ADDRESSES[account] ?? null };

describe('Slack’s codes become words', () => {
  test.each([
    ['doel status', 'doel status'],
    ['/actie Ouderavond <@U1> voor vrijdag', '/actie Ouderavond nadia@example.org voor vrijdag'],
    ['/actie Ouderavond <@U1|nadia>, vrijdag', '/actie Ouderavond nadia@example.org, vrijdag'],
    ['<@W2> en <@W2>', 'nico@example.org en nico@example.org'],
    ['actie <@U9|Jan de Wit>', 'actie @Jan de Wit'],
    ['actie <@U9>', 'actie @U9'],
    ['<@UBOT> doel status', 'doel status'],
    ['<@UBOT>, doel status', 'doel status'],
    ['<@UBOT|leerteambot>: doel status', 'doel status'],
    ['doel status <@UBOT>', 'doel status'],
    ['zie <#C1|bovenbouw>', 'zie #bovenbouw'],
    ['zie <#C1|>', 'zie #C1'],
    ['<https://example.org/a?b=1&amp;c=2|klik hier>', 'https://example.org/a?b=1&c=2'],
    ['<https://example.org>', 'https://example.org'],
    ['<mailto:nadia@example.org|nadia@example.org>', 'nadia@example.org'],
    ['<tel:0612345678|06 12345678>', '0612345678'],
    ['<!here> <!channel|channel>', '@here channel'],
    ['<!subteam^S1|@bovenbouw>', '@bovenbouw'],
    ['a &lt; b &amp; c &gt; d', 'a < b & c > d'],
    ['&amp;lt;', '&lt;'],
    ['&lt;@U1&gt;', '<@U1>'],
    ['', ''],
  ])('%s', async (sent, meant) => expect(await typedText(sent, reader)).toBe(meant));

  test('asks about each person once, and about ten at most', async () => {
    const asked: string[] = [];
    const addressOf = async (account: string) => {
      asked.push(account);
      return null;
    };
    const many = Array.from({ length: 30 }, (_, index) => `<@U${index % 15}>`).join(' ');
    await typedText(many, { botUserId: 'UBOT', addressOf });
    expect(asked).toHaveLength(10);
  });

  test('what people type comes through as they typed it, when Slack escaped it', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme', maxLength: 80 }), async (typed) => {
        const sent = typed.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
        expect(await typedText(sent, reader)).toBe(typed.trim());
      }),
    );
  });
});
