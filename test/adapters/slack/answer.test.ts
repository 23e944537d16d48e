/** Answers that do not get through by the first way, files, charts, and what is said when nothing works. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { textPart } from '../../../src/bot/notice.ts';
import type { File, Part } from '../../../src/bot/reply.ts';
import { literal } from '../../../src/bot/text.ts';
import * as payloads from '../../support/slack/payloads.ts';
import { button, FORM, openScripted, type Scripted, says } from '../../support/slack/scripted-slack.ts';

let slack: Scripted;
beforeEach(async () => {
  slack = await openScripted();
});
afterEach(() => slack.stop());

const sees = () => slack.sanne.sees();
const type = () => slack.sanne.types('/doel', { in: slack.channel });
const LOST = 'Ik kon mijn antwoord niet goed laten zien.';

describe('another way', () => {
  test.each([
    ['the address was used up', { error: 'used_url' }],
    ['too many at once', { retryAfter: 30 }],
    ['not there', { status: 404 }],
  ])('%s: shown where it was asked, once', async (_, how) => {
    slack.answers(says('Drie doelen'));
    slack.fake.fail('response_url', { how });
    await type();
    expect(sees()).toEqual(['Drie doelen']);
    expect(slack.faults).toEqual([]);
  });

  test.each([
    ['where it was asked', true],
    ['in the DM when the bot is not in the channel', false],
  ])('what is too long for the way back goes on %s, and nothing is lost', async (_, withBot) => {
    const pages = Array.from({ length: 7 }, (_, at) => `${at + 1} ${'Wat we zien. '.repeat(600)}`);
    slack.answers({ ...says(''), parts: pages.map((words) => textPart(literal(words))) });
    slack.fake.changeChannel(slack.channel, { withBot });
    await type();
    const said = sees().join('');
    for (const page of pages) expect(said.replaceAll(/\s/g, '')).toContain(page.replaceAll(/\s/g, ''));
    expect(slack.faults).toEqual([]);
    expect(slack.fake.calls.filter(({ method }) => method === 'response_url').length).toBeGreaterThanOrEqual(5);
    expect(slack.fake.messages(slack.sanne.dm).length > 0).toBe(!withBot);
  });

  test('the DM when the bot is not in the channel', async () => {
    slack.answers(says('Drie doelen'));
    slack.fake.changeChannel(slack.channel, { withBot: false });
    slack.fake.fail('response_url', { how: { error: 'expired_url' } });
    await type();
    expect(slack.fake.messages(slack.sanne.dm)).toHaveLength(1);
  });

  test.each(['https://example.org/respond/1', 'http://hooks.slack.com/respond/1', 'file:///etc/passwd', 'no url'])(
    'never at %s',
    async (response_url) => {
      slack.answers(says('Drie doelen'));
      const common = { command: '/doel', text: '', channel: slack.channel };
      await slack.line.command({ ...payloads.slashCommand(slack.common(), common), response_url });
      await slack.settled();
      expect(sees()).toEqual(['Drie doelen']);
      expect(slack.fake.calls.map(({ method }) => method)).not.toContain('response_url');
    },
  );
});

describe('when it is not clear whether it was shown', () => {
  test.each([
    ['a server that fails', { status: 500 }],
    ['a page of something in between', 'garbage' as const],
    ['a connection that breaks', 'drop' as const],
    ['an error halfway', { error: 'internal_error' }],
  ])('%s: said with a reference, not shown twice', async (_, how) => {
    slack.answers(says('Drie doelen'));
    slack.fake.fail('response_url', { how, when: 'after' });
    await type();
    expect(sees()).toHaveLength(2);
    expect(sees()[1]).toContain(LOST);
    expect(sees()[1]).toContain('K7F2');
    expect(slack.faults).toHaveLength(1);
  });

  test('in the DM too', async () => {
    slack.answers(says('Drie doelen'));
    slack.fake.fail('chat.postMessage', { how: { status: 503 } });
    const writing = slack.sanne.writes('doel');
    await slack.isAsked(1);
    await slack.pass(2_000);
    await writing;
    await slack.settled();
    expect(sees().at(-1)).toContain(LOST);
  });

  test('when nothing works at all, only the log knows, and the next one is answered', async () => {
    slack.answers(says('Drie doelen'));
    slack.fake.fail('*', { how: { status: 500 }, times: 20 });
    await type();
    expect(sees()).toEqual([]);
    expect(slack.log).toContain('warn slack: an answer was not shown');
    expect(JSON.stringify(slack.log)).not.toContain('Drie doelen');
    slack.fake.mend();
    await type();
    expect(sees()).toEqual(['Drie doelen']);
  });
});

describe('a fault of ours', () => {
  test('a store that fails before an answer is shown: said with a reference', async () => {
    const long = says('Hoe staat het?', [button('Op koers', { zin: 'é'.repeat(3_000) })]);
    slack.answers(long);
    slack.opened.database.sqlite.exec('drop table kept_control');
    await type();
    expect(sees()).toEqual([expect.stringContaining('K7F2')]);
    expect(slack.faults).toHaveLength(1);
  });

  test('a button whose content cannot be looked up', async () => {
    slack.answers(says('Hoe staat het?', [button('Op koers', { zin: 'é'.repeat(3_000) })]));
    await type();
    slack.opened.database.sqlite.exec('drop table kept_control');
    await slack.sanne.presses('Op koers');
    expect(sees().at(-1)).toContain('K7F2');
  });

  test('a form whose content cannot be looked up stays, with the sentence above it', async () => {
    slack.answers({ ...FORM, intent: { name: 'doel.update', args: { zin: 'é'.repeat(3_000) } } });
    await type();
    slack.opened.database.sqlite.exec('drop table kept_control');
    await slack.sanne.submits({ Zin: 'Groep 4 leest' });
    expect(slack.sanne.modal()).toContain('K7F2');
    expect(slack.sanne.modal()).toContain('Zin *');
  });
});

describe('files', () => {
  const file: File = { name: 'gesprek.ics', type: 'text/calendar', content: 'BEGIN:VCALENDAR\r\né' };
  const parts: readonly Part[] = [{ kind: 'file', file, sentence: [{ text: 'Voor in je agenda.' }] }];
  const words = () =>
    slack.fake.messages(slack.sanne.dm).flatMap(({ files, text }) => (files.length > 0 ? [text] : []));

  test('asked in a channel: in the DM, and the answer says so', async () => {
    slack.answers(says('Gepland', [], { parts }));
    await type();
    expect(slack.fake.files(slack.sanne.id)).toMatchObject([{ name: 'gesprek.ics', content: file.content }]);
    expect(slack.fake.ephemerals(slack.channel, slack.sanne.id)).toHaveLength(1);
    expect(sees().join('\n')).toContain('Het bestand staat in je gesprek met mij.');
  });

  test('asked in the DM: below the answer', async () => {
    slack.answers(says('Gepland', [], { parts }));
    await slack.sanne.writes('pop');
    expect(slack.fake.files(slack.sanne.id)).toHaveLength(1);
    expect(sees().join('\n')).not.toContain('Het bestand staat');
  });

  test('comes with its sentence, in which nothing comes alive', async () => {
    slack.answers(says('Gepland', [], { parts: [{ kind: 'file', file, sentence: [{ text: 'R&D <!channel>' }] }] }));
    await type();
    expect(words()).toEqual(['R&amp;D &lt;!channel&gt;']);
  });

  test('several: the answer says so', async () => {
    slack.answers(says('Gepland', [], { parts: [...parts, ...parts] }));
    await type();
    expect(sees().join('\n')).toContain('De bestanden staan in je gesprek met mij.');
    expect(words()).toEqual(['Voor in je agenda.', 'Voor in je agenda.']);
  });

  test('after a form', async () => {
    slack.answers(FORM);
    await type();
    slack.answers(says('Gepland', [], { parts }));
    await slack.sanne.submits({ Zin: 'x' });
    expect(slack.fake.files(slack.sanne.id)).toHaveLength(1);
  });

  test.each(['conversations.open', 'files.getUploadURLExternal', 'upload', 'files.completeUploadExternal'])(
    '%s fails: the answer stands, and it says that the file did not come',
    async (method) => {
      slack.answers(says('Gepland', [], { parts }));
      slack.fake.fail(method, { how: { status: 500 } });
      await type();
      expect(sees().join('\n')).toContain('Gepland');
      expect(sees().at(-1)).toContain('Het lukte niet om het bestand te sturen.');
      expect(sees().at(-1)).toContain('K7F2');
    },
  );
});

describe('a chart that Slack does not take', () => {
  const chart: Part = {
    kind: 'chart',
    chart: {
      kind: 'stacked-bars',
      title: 'Doelen',
      categories: ['okt', 'nov'],
      series: [{ name: 'op koers', symbol: '●', tone: 'good', values: [1, 2] }],
    },
    sentence: [{ text: 'Twee doelen op koers.' }],
  };

  test.each([
    ['response_url', type],
    ['chat.postMessage', () => slack.sanne.writes('overzicht')],
  ])('by %s is made of signs', async (method, act) => {
    slack.answers(says('Overzicht', [], { parts: [chart] }));
    const hasChart = (sent: object) => JSON.stringify(sent).includes('data_visualization');
    slack.fake.fail(method, { how: { error: 'invalid_blocks' }, only: hasChart });
    const acting = act();
    await slack.isAsked(1);
    await slack.pass(2_000);
    await acting;
    await slack.settled();
    expect(sees().at(-1)).toContain('●●');
    expect(sees().at(-1)).toContain('Twee doelen op koers.');
    expect(slack.faults).toEqual([]);
  });
});

test('stopping waits for what is being answered', async () => {
  slack.answers(says('Drie doelen'));
  const release = slack.holds();
  await slack.sanne.writes('doel');
  await slack.isAsked(1);
  release();
  await slack.stop();
  expect(slack.fake.messages(slack.sanne.dm)).toHaveLength(2);
  slack = await openScripted();
});
