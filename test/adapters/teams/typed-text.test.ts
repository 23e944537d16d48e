/** What Teams makes of what people type, and what they mean by it. */
import { describe, expect, test } from 'vitest';
import { typedText } from '../../../adapters/teams/receive/typed-text.ts';

const BOT = '28:bot';
const PEOPLE: Readonly<Record<string, string>> = {
  '29:sanne': 'sanne@school.example',
  '29:other': 'other@school.example',
};

function mention(id: string, name: string) {
  return { type: 'mention' as const, text: `<at>${name}</at>`, mentioned: { id, name } };
}

const bot = mention(BOT, 'Leerteambot');
const named = (label: string) =>
  `<span itemtype="http://schema.skype.com/Mention" itemscope itemid="0">${label}</span>`;
const QUOTE =
  '<blockquote itemscope itemtype="http://schema.skype.com/Reply"><strong>Leerteambot</strong><p itemprop="preview">Hoe staat het ermee?</p></blockquote>';
const sanne = mention('29:sanne', 'Sanne');

describe('what is typed', () => {
  test.each([
    { typed: 'doel status', means: 'doel status' },
    { typed: '/doel status', means: '/doel status' },
    { typed: '<at>Leerteambot</at> doel status\n', mentions: [bot], means: 'doel status' },
    { typed: '<at>Leerteambot</at>&nbsp;doel status', mentions: [bot], means: 'doel status' },
    { typed: '<at>Leerteambot</at>\u00a0/doel status', mentions: [bot], means: '/doel status' },
    { typed: '<at>Leerteambot</at>, doel status', mentions: [bot], means: 'doel status' },
    { typed: 'doel status <at>Leerteambot</at>', mentions: [bot], means: 'doel status' },
    { typed: '<at>Leerteambot</at>', mentions: [bot], means: '' },
    { typed: 'actie A <at>Sanne</at> vrijdag', mentions: [sanne], means: 'actie A sanne@school.example vrijdag' },
    { typed: 'actie A <at>Sanne</at>: vrijdag', mentions: [sanne], means: 'actie A sanne@school.example: vrijdag' },
    // Teams numbers the marks when the text is rich.
    { typed: 'actie A <at id="0">Sanne</at>', mentions: [sanne], means: 'actie A sanne@school.example' },
    // Somebody whom Teams tells nothing about, and a mark that nobody explained.
    {
      typed: '<at>Piet de Wit</at> en <at>Iemand</at>',
      mentions: [mention('29:piet', 'Piet de Wit')],
      means: '@Piet de Wit en @Iemand',
    },
    // Two people of one name, as they stand in the line; one of them twice.
    {
      typed: '<at>Sanne</at> en <at>Sanne</at>',
      mentions: [sanne, mention('29:other', 'Sanne')],
      means: 'sanne@school.example en other@school.example',
    },
    {
      typed: '<at>Sanne</at> en <at>Sanne</at>',
      mentions: [sanne],
      means: 'sanne@school.example en sanne@school.example',
    },
    { typed: 'A &amp; B &lt;b&gt; &quot;c&quot; &#39;d&#x27; &amp;lt;', means: `A & B <b> "c" 'd' &lt;` },
    { typed: '&bogus; &#0; &#1114112; &', means: '&bogus; &#0; &#1114112; &' },
    { typed: '<p>doel <b>status</b></p><p>3</p>', format: 'html', means: 'doel status\n3' },
    { typed: '<div><at>Leerteambot</at> doel<br/>status</div>', format: 'xml', mentions: [bot], means: 'doel\nstatus' },
    { typed: '**doel** _status_', format: 'markdown', means: '**doel** _status_' },
    // In plain text it is what somebody typed.
    { typed: 'als 3 <4 en 5> 4', means: 'als 3 <4 en 5> 4' },
    { typed: null, means: '' },
    // An answer to a message, as Teams sends it, and as newer versions do.
    { typed: 'Leerteambot Hoe staat het ermee? doel', rich: `${QUOTE}<p>doel <b>status</b></p>`, means: 'doel status' },
    { typed: `${QUOTE}<p>doel status</p>`, format: 'html', means: 'doel status' },
    { typed: '<quoted messageId="17"/> doel status', means: 'doel status' },
    { typed: 'doel status', rich: '<p>doel &amp; status</p>', means: 'doel status' },
    // Its layout marks people in another way.
    {
      typed: 'Hoe staat het ermee? <at>Leerteambot</at> actie A <at>Sanne</at>',
      rich: `${QUOTE}<p>${named('Leerteambot')}&nbsp;<span>actie</span> A ${named('Sanne')}</p>`,
      mentions: [bot, sanne],
      means: 'actie A sanne@school.example',
    },
    { typed: 'Hoe staat het ermee?', rich: QUOTE, means: 'Hoe staat het ermee?' },
  ])('$typed', async ({ typed, means, mentions = [], format = 'plain', rich = null }) => {
    const text = { text: typed, textFormat: format, entities: mentions, attachments: rich };
    expect(await typedText(text, { bot: BOT, addressOf: async ({ id }) => PEOPLE[id] ?? null })).toBe(means);
  });

  test('no more than ten people are looked up', async () => {
    const mentions = Array.from({ length: 30 }, (_, index) => mention(`29:${index}`, `P${index}`));
    const asked: string[] = [];
    const text = mentions.map(({ text: mark }) => mark).join(' ');
    const means = await typedText(
      { text, textFormat: 'plain', entities: mentions, attachments: null },
      {
        bot: BOT,
        addressOf: async ({ id }) => {
          asked.push(id);
          return 'x@school.example';
        },
      },
    );
    expect(asked).toHaveLength(10);
    expect(means.split(' ').at(-1)).toBe('@P29');
  });

  test('a long line of marks takes no long time', async () => {
    const text = `${'<at>'.repeat(20_000)}${'&'.repeat(20_000)}${'<'.repeat(20_000)}`;
    const entities = Array.from({ length: 5_000 }, (_, index) => mention(`29:${index}`, `P${index}`));
    const reader = { bot: BOT, addressOf: async () => null };
    const begun = performance.now();
    await typedText({ text, textFormat: 'html', entities, attachments: null }, reader);
    const marks = '<at>A</at>'.repeat(10_000);
    await typedText({ text: marks, textFormat: 'html', entities, attachments: null }, reader);
    const quotes = '<blockquote <quoted <span schema.skype.com/Mention>'.repeat(20_000);
    await typedText({ text: quotes, textFormat: 'plain', entities: [], attachments: quotes }, reader);
    await typedText({ text: quotes, textFormat: 'plain', entities: [], attachments: null }, reader);
    expect(performance.now() - begun).toBeLessThan(1_000);
  });
});
