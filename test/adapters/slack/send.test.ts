/** What goes out by itself, beside the platform contract: long messages, charts, files, channels, and every way in which Slack can fail. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SILENT } from '../../../adapters/slack/api/silent.ts';
import type { Notice, Part } from '../../../src/bot/reply.ts';
import { type Destination, PlatformError, Unreachable } from '../../../src/platform.ts';
import type { Failure } from '../../support/slack/fake-slack.ts';
import { blockWords } from '../../support/slack/screen-words.ts';
import { type SendingSchool, sendingSchool } from './sending-school.ts';

let school: SendingSchool;
beforeEach(async () => {
  school = await sendingSchool();
});
afterEach(() => school.stop());

const notice = (title: string, ...parts: Part[]): Notice => ({
  kind: 'notice',
  visibility: 'caller',
  title: [{ text: title }],
  parts,
});
const rows = (count: number): Part => ({
  kind: 'list',
  rows: Array.from({ length: count }, (_, index) => ({
    title: [{ text: `Doel ${index + 1}` }],
    lines: [[{ text: 'Hoe staat het ermee?' }]],
    buttons: [{ label: 'Op koers', intent: { name: 'doel.update', args: { doel: String(index) } }, key: `k${index}` }],
  })),
});
const LONG = rows(60);

const sanne = () => ({ kind: 'person', personId: school.school.person('Sanne') }) as const;
const channel = (name: string): Destination => ({ kind: 'channel', schoolId: school.school.id, channel: name });
const send = (to: Destination, what: Notice) => school.platform.send(to, what, school.now());
const edit = (to: Destination, reference: string, what: Notice) =>
  school.platform.edit(to, reference, what, school.now());
const messages = (where = school.user('Sanne')) => school.fake.messages(where);
const words = (where?: string) => messages(where).map(({ blocks }) => blockWords(blocks));
const called = (method: string) => school.fake.calls.filter((call) => call.method === method);
const failure = async (work: Promise<unknown>) => {
  const error = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(PlatformError);
  const { outcome, message, retryAfter } = error as PlatformError;
  return [outcome, message, retryAfter];
};

describe('a message', () => {
  it('is quiet: no previews, no names or channels made into links', async () => {
    await send(sanne(), notice('Kijk op https://example.org <!channel>'));
    const { sent } = called('chat.postMessage')[0]!;
    expect(sent).toMatchObject({ unfurl_links: 'false', unfurl_media: 'false', link_names: 'false', parse: 'none' });
    expect(sent.text).toBe('Kijk op https://example.org &lt;!channel&gt;');
    expect(sent.channel).toBe(school.user('Sanne'));
  });

  it('to a channel goes by its name in the plans, or by its id', async () => {
    const id = school.fake.addChannel({ name: 'bovenbouw', members: [] });
    const { reference } = await send(channel('#bovenbouw'), notice('Een'));
    expect(reference).toBe(`${id}:${messages(id)[0]!.ts}`);
    await send(channel(id), notice('Twee'));
    expect(words(id)).toEqual(['Een', 'Twee']);
  });

  it('that is long comes in several, a second apart, and is edited as one', async () => {
    const { reference } = await send(sanne(), notice('Doelen', LONG));
    const before = messages().length;
    expect(before).toBeGreaterThan(1);
    expect(reference.split(':')[1]!.split(',')).toEqual(messages().map(({ ts }) => ts));
    expect(school.waited.milliseconds).toBeGreaterThanOrEqual((before - 1) * 1_000);
    await edit(sanne(), reference, notice('Doelen, nu', LONG));
    expect(messages()).toHaveLength(before);
    expect(words()[0]).toMatch(/^Doelen, nu/);
    await edit(sanne(), reference, notice('Klaar'));
    expect(words()).toEqual(['Klaar']);
    await edit(sanne(), reference, notice('Echt klaar'));
    expect(words()).toEqual(['Echt klaar']);
  });

  it('cannot become longer than the messages it stands in', async () => {
    const { reference } = await send(sanne(), notice('Doelen'));
    expect(await failure(edit(sanne(), reference, notice('Doelen', LONG)))).toEqual([
      'permanent',
      'msg_too_long',
      null,
    ]);
    expect(words()).toEqual(['Doelen']);
  });

  it('has so much text in an edit as Slack takes', async () => {
    const { reference } = await send(sanne(), notice('Een'));
    const title = '● & <b> één '.repeat(150);
    await edit(sanne(), reference, notice(title));
    expect(words().join('')).toBe(title);
  });

  it('with bars is drawn with signs when Slack does not take the bars', async () => {
    const chart: Part = {
      kind: 'chart',
      chart: {
        kind: 'stacked-bars',
        title: 'Doelen per maand',
        categories: ['okt', 'nov'],
        series: [{ name: 'op koers', symbol: '●', tone: 'good', values: [2, 3] }],
      },
      sentence: [{ text: 'In november zijn 3 doelen op koers.' }],
    };
    const { reference } = await send(sanne(), notice('Overzicht', chart));
    expect(messages()[0]!.blocks.map(({ type }) => type)).toContain('data_visualization');
    school.fake.fail('chat.postMessage', { how: { error: 'invalid_blocks' } });
    school.fake.fail('chat.update', { how: { error: 'invalid_blocks' } });
    await send(sanne(), notice('Overzicht', chart));
    await edit(sanne(), reference, notice('Overzicht', chart));
    expect(messages()).toHaveLength(2);
    for (const { blocks } of messages()) {
      expect(blocks.map(({ type }) => type)).not.toContain('data_visualization');
      expect(blockWords(blocks)).toContain('●●●');
    }
  });

  it('brings its files along; one that fails is logged, and the message is not sent again', async () => {
    const file = (name: string): Part => ({
      kind: 'file',
      file: { name, type: 'text/calendar', content: 'BEGIN:VCALENDAR' },
      sentence: [{ text: 'Zet het gesprek in je agenda.' }],
    });
    await send(sanne(), notice('Gesprek', file('gesprek.ics')));
    expect(school.fake.files(school.user('Sanne'))).toMatchObject([
      { name: 'gesprek.ics', content: 'BEGIN:VCALENDAR' },
    ]);
    expect(messages().find(({ files }) => files.length > 0)?.text).toBe('Zet het gesprek in je agenda.');
    school.fake.fail('files.completeUploadExternal', { how: { status: 500 } });
    await send(sanne(), notice('Ander gesprek', file('ander.ics')));
    expect(school.fake.files(school.user('Sanne'))).toHaveLength(1);
    expect(words().filter((each) => each.startsWith('Ander gesprek'))).toHaveLength(1);
    expect(school.logged).toEqual([expect.stringMatching(/^error slack: a file was not sent .*http_500/)]);
  });
});

describe('what Slack refuses for good', () => {
  it.each(['not_in_channel', 'is_archived', 'restricted_action', 'invalid_blocks'])('%s ends it', async (error) => {
    school.fake.fail('chat.postMessage', { how: { error } });
    expect(await failure(send(sanne(), notice('Een')))).toEqual(['permanent', error, null]);
    expect(words()).toEqual([]);
  });

  it('a channel without the bot, or that is not there', async () => {
    school.fake.addChannel({ name: 'besloten', members: [], withBot: false });
    expect(await failure(send(channel('besloten'), notice('Een')))).toEqual(['permanent', 'not_in_channel', null]);
    expect(await failure(send(channel('weg'), notice('Een')))).toEqual(['permanent', 'channel_not_found', null]);
  });

  it('a receiver who is switched off, told apart from an app that is', async () => {
    school.fake.fail('chat.postMessage', { how: { error: 'account_inactive' }, times: 3 });
    expect(await failure(send(sanne(), notice('Een')))).toEqual(['permanent', 'account_inactive', null]);
    // They may be on Teams.
    await expect(send(sanne(), notice('Een'))).rejects.toBeInstanceOf(Unreachable);
    school.fake.fail('auth.test', { how: { error: 'account_inactive' } });
    expect(await failure(send(sanne(), notice('Een')))).toEqual(['retryable', 'account_inactive', 600]);
    await send(sanne(), notice('Een'));
  });
});

describe('a bad token', () => {
  it('loses nothing, is on record once, and is tried again after ten minutes', async () => {
    await send(sanne(), notice('Een'));
    school.fake.fail('chat.postMessage', { how: { error: 'token_revoked' } });
    for (let message = 0; message < 5; message++) {
      expect(await failure(send(sanne(), notice('Twee')))).toEqual(['retryable', 'token_revoked', 600]);
    }
    expect(called('chat.postMessage')).toHaveLength(2);
    expect(school.logged).toEqual([
      expect.stringMatching(/^error Slack weigert SLACK_BOT_TOKEN \(token_revoked\)/),
      'error slack: the app may not do this {"method":"chat.postMessage","reason":"token_revoked"}',
    ]);
    school.pass(600_000);
    await send(sanne(), notice('Twee'));
    expect(words()).toEqual(['Een', 'Twee']);
  });

  it('of one method stops no other', async () => {
    const { reference } = await send(sanne(), notice('Een'));
    school.fake.fail('chat.update', { how: { error: 'missing_scope' } });
    expect(await failure(edit(sanne(), reference, notice('Twee')))).toEqual(['retryable', 'missing_scope', 600]);
    await send(sanne(), notice('Drie'));
    expect(words()).toEqual(['Een', 'Drie']);
  });
});

describe('an app that was taken out of the workspace', () => {
  it('loses nothing, is on record once, and is asked about once in ten minutes', async () => {
    await send(sanne(), notice('Een'));
    school.fake.fail('*', { how: { error: 'account_inactive' }, times: Number.POSITIVE_INFINITY });
    const before = school.fake.calls.length;
    for (let message = 0; message < 5; message++) {
      expect(await failure(send(sanne(), notice('Twee')))).toEqual(['retryable', 'account_inactive', 600]);
    }
    expect(school.fake.calls.length - before).toBeLessThanOrEqual(4);
    expect(school.logged).toEqual([
      expect.stringMatching(/^error Slack weigert SLACK_BOT_TOKEN \(account_inactive\)/),
      'error slack: the app may not do this {"method":"auth.test","reason":"account_inactive"}',
      'warn slack: out of order, sending waits {"reason":"account_inactive"}',
    ]);
    school.fake.mend();
    school.pass(600_000);
    await send(sanne(), notice('Twee'));
    expect(words()).toEqual(['Een', 'Twee']);
  });
});

describe('a refusal that may be about one channel', () => {
  it.each(['no_permission', 'access_denied', 'team_access_not_granted', 'messages_tab_disabled'])(
    '%s keeps nobody else waiting',
    async (error) => {
      school.fake.addChannel({ name: 'bovenbouw', members: [] });
      school.fake.fail('chat.postMessage', { how: { error } });
      expect(await failure(send(channel('bovenbouw'), notice('Een')))).toEqual(['retryable', error, 600]);
      await send(sanne(), notice('Twee'));
      expect(words()).toEqual(['Twee']);
    },
  );
});

it('an edit that one channel refuses keeps no other from being edited', async () => {
  const [one, other] = ['een', 'twee'].map((name) => school.fake.addChannel({ name, members: [] }));
  const sent = [await send(channel(one!), notice('Een')), await send(channel(other!), notice('Een'))];
  school.fake.fail('chat.update', { how: { error: 'no_permission' } });
  expect((await failure(edit(channel(one!), sent[0]!.reference, notice('Twee'))))[0]).toBe('retryable');
  await edit(channel(other!), sent[1]!.reference, notice('Twee'));
  expect(words(other)).toEqual(['Twee']);
});

describe('a 429', () => {
  it('is obeyed by that method, with what Slack asks', async () => {
    const { reference } = await send(sanne(), notice('Een'));
    school.fake.fail('chat.postMessage', { how: { retryAfter: 25 } });
    expect(await failure(send(sanne(), notice('Twee')))).toEqual(['retryable', 'ratelimited', 25]);
    school.pass(20_000);
    expect(await failure(send(sanne(), notice('Twee')))).toEqual(['retryable', 'ratelimited', 5]);
    expect(called('chat.postMessage')).toHaveLength(2);
    await edit(sanne(), reference, notice('Een, nu'));
    school.pass(5_000);
    await send(sanne(), notice('Twee'));
    expect(words()).toEqual(['Een, nu', 'Twee']);
  });
});

/** Faults after which nobody can tell from the answer whether the message was posted. */
const UNSURE: readonly (readonly [string, Failure['how']])[] = [
  ['a broken connection', 'drop'],
  ['an error of the server', { status: 500 }],
  ['a page of a proxy', 'garbage'],
  ['a fatal error', { error: 'fatal_error' }],
];

describe.each(UNSURE)('%s', (_, how) => {
  it('after the message was posted: it is found, and can be edited', async () => {
    school.fake.fail('chat.postMessage', { how, when: 'after' });
    const { reference } = await send(sanne(), notice('Een'));
    expect(words()).toEqual(['Een']);
    await edit(sanne(), reference, notice('Twee'));
    expect(words()).toEqual(['Twee']);
  });

  it('before it was posted: it is not there, so it may be sent again', async () => {
    school.fake.fail('chat.postMessage', { how });
    expect((await failure(send(sanne(), notice('Een'))))[0]).toBe('retryable');
    await send(sanne(), notice('Een'));
    expect(words()).toEqual(['Een']);
  });

  it('while nothing can be read either: unsure; and nothing more is risked until Slack answers', async () => {
    await send(sanne(), notice('Nul'));
    school.fake.fail('chat.postMessage', { how });
    school.fake.fail('conversations.history', { how: { status: 500 }, times: 3 });
    school.fake.fail('auth.test', { how: { status: 500 }, times: 2 });
    expect((await failure(send(sanne(), notice('Een'))))[0]).toBe('ambiguous');
    const tried = called('chat.postMessage').length;
    for (let again = 0; again < 2; again++) {
      expect(await failure(send(sanne(), notice('Een')))).toEqual(['retryable', 'http_500', null]);
    }
    expect(called('chat.postMessage')).toHaveLength(tried);
    await send(sanne(), notice('Een'));
    expect(words()).toEqual(['Nul', 'Een']);
  });

  it('in a channel, where the bot may not read: unsure', async () => {
    const id = school.fake.addChannel({ name: 'bovenbouw', members: [] });
    school.fake.fail('chat.postMessage', { how, when: 'after' });
    expect((await failure(send(channel('bovenbouw'), notice('Een'))))[0]).toBe('ambiguous');
    expect(words(id)).toEqual(['Een']);
  });

  it('of an edit: it may be done again', async () => {
    const { reference } = await send(sanne(), notice('Een'));
    school.fake.fail('chat.update', { how, when: 'after' });
    expect((await failure(edit(sanne(), reference, notice('Twee'))))[0]).toBe('retryable');
    await edit(sanne(), reference, notice('Twee'));
    expect(words()).toEqual(['Twee']);
  });
});

describe('a long message that breaks off halfway', () => {
  it('leaves no beginning behind', async () => {
    const isSecond = ({ blocks }: Readonly<Record<string, unknown>>) => !JSON.stringify(blocks).includes('"Doelen"');
    school.fake.fail('chat.postMessage', { how: { retryAfter: 5 }, only: (sent) => isSecond(sent) });
    expect(await failure(send(sanne(), notice('Doelen', LONG)))).toEqual(['retryable', 'ratelimited', 5]);
    expect(words()).toEqual([]);
    school.pass(5_000);
    await send(sanne(), notice('Doelen', LONG));
    expect(words().filter((each) => each.startsWith('Doelen'))).toHaveLength(1);
  });
});

it('a long message of which the end may have arrived keeps its beginning', async () => {
  const id = school.fake.addChannel({ name: 'bovenbouw', members: [] });
  const isSecond = ({ blocks }: Readonly<Record<string, unknown>>) => !JSON.stringify(blocks).includes('"Doelen"');
  school.fake.fail('chat.postMessage', { how: 'drop', when: 'after', only: (sent) => isSecond(sent) });
  expect((await failure(send(channel('bovenbouw'), notice('Doelen', LONG))))[0]).toBe('ambiguous');
  expect(words(id)).toHaveLength(2);
  expect(words(id)[0]).toMatch(/^Doelen/);
});

it('Slack that never answers counts as unsure, within its patience', async () => {
  const impatient = await sendingSchool(undefined, 400);
  const to = { kind: 'person', personId: impatient.school.person('Sanne') } as const;
  await impatient.people.accountOf(to.personId, impatient.now());
  impatient.fake.fail('chat.postMessage', { how: 'timeout', when: 'after' });
  impatient.fake.fail('conversations.history', { how: 'timeout', times: 3 });
  expect(await failure(impatient.platform.send(to, notice('Een'), impatient.now()))).toEqual([
    'ambiguous',
    'time_out',
    null,
  ]);
  await impatient.stop();
});

it('Slack that cannot be reached loses nothing', async () => {
  await school.people.accountOf(school.school.person('Sanne'), school.now());
  await school.fake.stop();
  // The connection that was open breaks off; after that there is none.
  await failure(send(sanne(), notice('Een')));
  expect(await failure(send(sanne(), notice('Een')))).toEqual(['retryable', 'ECONNREFUSED', null]);
});

it('says nothing by itself: what Slack’s packages would log holds messages', () => {
  expect(SILENT.getLevel()).toBe('error');
  for (const say of [SILENT.debug, SILENT.info, SILENT.warn, SILENT.error])
    expect(say('Jan zegt iets')).toBeUndefined();
});
