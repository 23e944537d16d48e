/** What goes out by itself, beside the platform contract: long messages, files, channels and groups, and every way in which Teams can fail. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Notice, Part } from '../../../src/bot/reply.ts';
import { type Destination, PlatformError } from '../../../src/platform.ts';
import { stamp } from '../../support/store.ts';
import type { Failure, FakeCallName } from '../../support/teams/fake-teams.ts';
import { messageWords } from '../../support/teams/screen-words.ts';
import { cardOf, wordsOf } from './card-words.ts';
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
    title: [{ text: `Doel ${index + 1}: ${'lezen '.repeat(300)}` }],
    lines: [[{ text: 'Hoe staat het ermee?' }]],
    buttons: [{ label: 'Op koers', intent: { name: 'doel.update', args: { doel: String(index) } }, key: `k${index}` }],
  })),
});
const LONG = rows(60);

const sanne = () => ({ kind: 'person', personId: school.school.person('Sanne') }) as const;
const channel = (called: string): Destination => ({ kind: 'channel', schoolId: school.school.id, channel: called });
const send = (to: Destination, what: Notice) => school.platform.send(to, what, school.now());
const edit = (to: Destination, reference: string, what: Notice) =>
  school.platform.edit(to, reference, what, school.now());
const messages = (where = school.member('Sanne').aadId) => school.fake.messages(where);
/** The first line of each message. */
const titles = (where?: string) => messages(where).map((message) => wordsOf(message).split('\n')[0]);
const called = (name: FakeCallName) => school.fake.calls.filter(({ call }) => call === name);
/** Messages, without the signs that the bot is typing. */
const posted = () => called('send').filter(({ sent }) => sent.type === 'message');
const failure = async (work: Promise<unknown>) => {
  const error = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(PlatformError);
  const { outcome, message, retryAfter } = error as PlatformError;
  return [outcome, message, retryAfter];
};
const known = (name: string) =>
  school.opened.store.conversations.conversationWith(school.fake.app.tenant, school.member(name).aadId);

describe('a message', () => {
  it('is one card with a line for the notification, and no words beside it', async () => {
    await send(sanne(), notice('Kijk op https://example.org', { kind: 'small', text: [{ text: 'Klein' }] }));
    const { sent } = posted()[0]!;
    expect(sent).toMatchObject({ type: 'message', summary: 'Kijk op https://example.org' });
    expect(Object.keys(sent).sort()).toEqual(['attachments', 'summary', 'type']);
  });

  it('is in the reader’s language for whoever has it read aloud; in a channel in Dutch', async () => {
    const { people } = school.opened.store;
    const personId = school.school.person('Sanne');
    await people.changeSettings(stamp(), personId, { ...(await people.settings(personId)), language: 'en' }, []);
    await send(sanne(), notice('Good morning'));
    const id = await school.addChannel('bovenbouw');
    await send(channel(id), notice('Agenda'));
    expect([cardOf(messages()[0]!)?.lang, cardOf(messages(id)[0]!)?.lang]).toEqual(['en', 'nl']);
  });

  it('to a channel goes by its name in the plans, or by its id, as a thread of its own', async () => {
    const id = await school.addChannel('Bovenbouw');
    const { reference } = await send(channel('#bovenbouw'), notice('Een'));
    await send(channel(id), notice('Twee'));
    const [first, second] = messages(id);
    expect(reference).toBe(`${id};messageid=${first!.id} ${first!.id}`);
    expect([first!.thread, second!.thread]).toEqual([first!.id, second!.id]);
    expect(titles(id)).toEqual(['Een', 'Twee']);
  });

  it('in a channel is edited where it stands, also when another one gets the same name, or this one a new name', async () => {
    const id = await school.addChannel('Bovenbouw');
    const { reference } = await send(channel('bovenbouw'), notice('Een'));
    await school.addChannel('bovenbouw');
    await edit(channel('bovenbouw'), reference, notice('Twee'));
    expect(titles(id)).toEqual(['Twee']);
    const { conversations } = school.opened.store;
    const known = await conversations.conversationIn(school.fake.app.tenant, id);
    await conversations.remember({ ...known!, name: 'Groep 7 en 8' }, school.now());
    await edit(channel('bovenbouw'), reference, notice('Drie'));
    expect(titles(id)).toEqual(['Drie']);
  });

  it('to a group chat goes by its id', async () => {
    const id = await school.addGroup(['Sanne', 'Nadia']);
    const { reference } = await send(channel(id), notice('Een'));
    expect(reference).toBe(`${id} ${messages(id)[0]!.id}`);
  });

  it('that is long comes in several, in one thread, and is edited as one', async () => {
    const id = await school.addChannel('Bovenbouw');
    for (const [to, where] of [
      [sanne(), school.member('Sanne').aadId],
      [channel(id), id],
    ] as const) {
      const { reference } = await send(to, notice('Doelen', LONG));
      const before = messages(where).length;
      expect(before).toBeGreaterThan(1);
      expect(reference.split(' ').slice(1)).toEqual(messages(where).map((message) => message.id));
      expect(new Set(messages(where).map(({ thread }) => thread)).size).toBe(1);
      await edit(to, reference, notice('Doelen, nu', LONG));
      expect(messages(where)).toHaveLength(before);
      expect(titles(where)[0]).toBe('Doelen, nu');
      await edit(to, reference, notice('Klaar'));
      expect(titles(where)).toEqual(['Klaar']);
      await edit(to, reference, notice('Echt klaar'));
      expect(titles(where)).toEqual(['Echt klaar']);
    }
  });

  it('cannot become longer than the messages it stands in', async () => {
    const { reference } = await send(sanne(), notice('Doelen'));
    const longer = edit(sanne(), reference, notice('Doelen', LONG));
    expect(await failure(longer)).toEqual(['permanent', 'msg_too_long', null]);
    expect(titles()).toEqual(['Doelen']);
  });

  it('has a button beside each of its files, and is the only message: nobody is asked about a file unasked', async () => {
    const file = (name: string, type: 'text/calendar' | 'text/plain'): Part => ({
      kind: 'file',
      file: { name, type, content: `BEGIN ${name}` },
      sentence: [{ text: 'Zet het gesprek in je agenda.' }],
    });
    const { reference } = await send(
      sanne(),
      notice('Gesprek', file('een.ics', 'text/calendar'), file('twee.txt', 'text/plain')),
    );
    expect(messages().map(({ activity }) => messageWords(activity))).toEqual([
      [
        'Gesprek',
        'Zet het gesprek in je agenda.',
        '[Bestand voor mijn agenda]',
        'Zet het gesprek in je agenda.',
        '[Bestand ophalen]',
      ].join('\n'),
    ]);
    expect(await school.opened.store.controls.kept('file-1')).toContain('BEGIN een.ics');
    expect(await school.opened.store.controls.kept('file-2')).toContain('BEGIN twee.txt');
    await edit(sanne(), reference, notice('Ander gesprek', file('drie.ics', 'text/calendar')));
    expect(messages()).toHaveLength(1);
    expect(await school.opened.store.controls.kept('file-4')).toContain('BEGIN drie.ics');
    expect(school.logged).toEqual([]);
  });

  it('to a channel has no files: Teams gives those to one person only', async () => {
    const id = await school.addChannel('Bovenbouw');
    const content = { name: 'lijst.txt', type: 'text/plain', content: 'Zorgen' } as const;
    await send(channel(id), notice('Een', { kind: 'file', file: content, sentence: [{ text: 'Een lijst.' }] }));
    expect(messages(id)).toHaveLength(1);
    expect(JSON.stringify(school.fake.calls)).not.toContain('Zorgen');
    expect(wordsOf(messages(id)[0]!)).toBe('Een\nEen lijst.');
  });
});

describe('the card of a message with buttons', () => {
  const ASKED = rows(1);
  const kept = () => school.opened.database.sqlite.prepare('select count(*) from kept_control').pluck().get();

  it('is kept once it stands there, for the sign that something was pressed', async () => {
    const { reference } = await send(sanne(), notice('Doelen', ASKED));
    expect(kept()).toBe(1);
    await edit(sanne(), reference, notice('Doelen, nu', ASKED));
    expect(kept()).toBe(2);
  });

  it('is not kept again and again while Teams is out of order', async () => {
    school.fake.fail('send', { how: { status: 503 }, times: Number.POSITIVE_INFINITY });
    for (let minute = 0; minute < 60; minute++) await failure(send(sanne(), notice('Doelen', ASKED)));
    expect(kept()).toBe(0);
  });

  it('stands there also when it cannot be kept', async () => {
    school.opened.database.sqlite.exec(
      "create trigger no_room before insert on kept_control begin select raise(abort, 'full'); end",
    );
    await send(sanne(), notice('Doelen', ASKED));
    expect(titles()).toEqual(['Doelen']);
    expect(school.logged).toEqual(['warn teams: a card was not kept {}']);
  });

  it('of a channel is not kept', async () => {
    await send(channel(await school.addChannel('bovenbouw')), notice('Doelen', ASKED));
    expect(kept()).toBe(0);
  });
});

describe('where it goes', () => {
  it('a conversation that nobody opened yet is opened, and remembered', async () => {
    const { aadId } = school.member('Sanne');
    await school.opened.store.conversations.forget(school.fake.app.tenant, { kind: 'person', account: aadId });
    await school.remember('Sanne', { conversation: null });
    await send(sanne(), notice('Een'));
    await send(sanne(), notice('Twee'));
    expect(titles()).toEqual(['Een', 'Twee']);
    expect(called('create')).toHaveLength(1);
    expect((await known('Sanne'))?.conversation).toBe(school.fake.chat(aadId));
  });

  it('somebody without the app, or of an organisation that is not ours, is waited for', async () => {
    const { aadId } = school.member('Sanne');
    await school.opened.store.conversations.forget(school.fake.app.tenant, { kind: 'person', account: aadId });
    expect(await failure(send(sanne(), notice('Een')))).toEqual(['retryable', 'no_conversation', 7_200]);
    const nobody = { kind: 'person', personId: school.school.person('Nico') } as const;
    await school.opened.store.people.unlinkAccounts(stamp(), nobody.personId, 'teams');
    await school.opened.store.people.linkAccount(
      stamp(),
      { platform: 'teams', tenant: 'elders', account: school.member('Nico').aadId },
      nobody.personId,
    );
    expect((await failure(send(nobody, notice('Een')))).slice(0, 1)).toEqual(['retryable']);
    expect(called('send')).toEqual([]);
  });

  it('a channel that the bot was not told of, or of which there are two, is said to be so', async () => {
    expect(await failure(send(channel('bovenbouw'), notice('Een')))).toEqual(['permanent', 'app_not_in_channel', null]);
    const ids = [await school.addChannel('bovenbouw'), await school.addChannel('bovenbouw')];
    expect(await failure(send(channel('bovenbouw'), notice('Een')))).toEqual(['permanent', 'several_channels', null]);
    await send(channel(ids[1]!), notice('Een'));
    expect(ids.map((id) => messages(id).length)).toEqual([0, 1]);
  });

  it('a channel that is gone is forgotten, and said to be so at once', async () => {
    const id = await school.addChannel('bovenbouw');
    school.fake.lose(id);
    expect(await failure(send(channel(id), notice('Een')))).toEqual(['permanent', 'app_not_in_channel', null]);
    expect(await school.opened.store.conversations.channelsCalled('bovenbouw')).toEqual([]);
  });

  it('a page that knows no address makes nobody forgotten', async () => {
    const before = await known('Sanne');
    school.fake.fail('send', { how: 'garbage' });
    await failure(send(sanne(), notice('Een')));
    expect(await known('Sanne')).toEqual(before);
  });

  it('somebody whom Teams knows nothing of any more is not asked for twice, and found when they are back', async () => {
    school.fake.lose(school.fake.chat(school.member('Sanne').aadId));
    school.fake.fail('create', { how: { status: 404, code: 'ConversationNotFound' } });
    expect(await failure(send(sanne(), notice('Een')))).toEqual(['retryable', 'ConversationNotFound', 7_200]);
    expect(called('send').length + called('create').length).toBe(2);
    expect(await known('Sanne')).toMatchObject({ conversation: null, member: school.member('Sanne').id });
    await send(sanne(), notice('Een'));
    expect(titles()).toEqual(['Een']);
  });
});

describe('what Teams refuses for good', () => {
  it.each([
    ['the person muted the bot', () => school.fake.block(school.member('Sanne').aadId), 'ConversationBlockedByUser'],
    ['the app was removed', () => school.fake.uninstall(school.member('Sanne').aadId), 'BotNotInConversationRoster'],
  ] as const)('%s: that ends it, and the record stays', async (_, happens, reason) => {
    happens();
    expect(await failure(send(sanne(), notice('Een')))).toEqual(['permanent', reason, null]);
    expect(posted()).toHaveLength(1);
    expect(await known('Sanne')).not.toBeNull();
  });

  it.each([
    [400, 'BadSyntax'],
    [413, 'MessageSizeTooBig'],
    [403, 'BotDisabledByAdmin'],
  ])('%i %s ends it', async (status, code) => {
    school.fake.fail('send', { how: { status, code } });
    expect(await failure(send(sanne(), notice('Een')))).toEqual(['permanent', code, null]);
  });

  it('an edit of what somebody took away', async () => {
    const { reference } = await send(sanne(), notice('Een'));
    school.fake.fail('edit', { how: { status: 404, code: 'ActivityNotFoundInConversation' } });
    const again = edit(sanne(), reference, notice('Twee'));
    expect(await failure(again)).toEqual(['permanent', 'ActivityNotFoundInConversation', null]);
  });
});

/** Faults after which nobody can tell from the answer whether the message was posted. */
const UNSURE: readonly (readonly [string, Failure['how']])[] = [
  ['a broken connection', 'drop'],
  ['an error of the server', { status: 500 }],
  ['a gateway that gives up', { status: 504 }],
  ['a page of a proxy', 'garbage'],
];

describe.each(UNSURE)('%s', (_, how) => {
  it.each(['before', 'after'] as const)('%s the message was posted: unsure, and not tried again here', async (when) => {
    school.fake.fail('send', { how, when });
    expect((await failure(send(sanne(), notice('Een'))))[0]).toBe('ambiguous');
    expect(called('send')).toHaveLength(1);
    expect(messages()).toHaveLength(when === 'after' ? 1 : 0);
  });

  it('nothing more is risked until Teams takes something that leaves nothing behind', async () => {
    await send(sanne(), notice('Nul'));
    school.fake.fail('send', { how, times: 4 });
    expect((await failure(send(sanne(), notice('Een'))))[0]).toBe('ambiguous');
    const nadia = { kind: 'person', personId: school.school.person('Nadia') } as const;
    const tried = posted().length;
    for (const to of [sanne(), nadia, sanne()]) {
      expect((await failure(send(to, notice('Een'))))[0]).toBe('retryable');
    }
    expect(posted()).toHaveLength(tried);
    await send(sanne(), notice('Een'));
    expect(titles()).toEqual(['Nul', 'Een']);
    expect(school.logged.filter((line) => line.includes('out of order'))).toHaveLength(1);
  });

  it('of an edit: it may be done again', async () => {
    const { reference } = await send(sanne(), notice('Een'));
    school.fake.fail('edit', { how, when: 'after' });
    expect((await failure(edit(sanne(), reference, notice('Twee'))))[0]).toBe('retryable');
    await edit(sanne(), reference, notice('Twee'));
    expect(titles()).toEqual(['Twee']);
  });

  it('of a conversation that is opened: nothing was said yet', async () => {
    const { tenant } = school.fake.app;
    await school.opened.store.conversations.forget(tenant, { kind: 'person', account: school.member('Sanne').aadId });
    await school.remember('Sanne', { conversation: null });
    school.fake.fail('create', { how, when: 'after' });
    expect((await failure(send(sanne(), notice('Een'))))[0]).toBe('retryable');
    await send(sanne(), notice('Een'));
    expect(titles()).toEqual(['Een']);
  });

  it('of a thread in a channel: unsure', async () => {
    const id = await school.addChannel('bovenbouw');
    school.fake.fail('create', { how, when: 'after' });
    expect((await failure(send(channel(id), notice('Een'))))[0]).toBe('ambiguous');
    expect(titles(id)).toEqual(['Een']);
  });
});

describe('a long message that breaks off halfway', () => {
  const isSecond = ({ sent }: { readonly sent: unknown }) => !JSON.stringify(sent).includes('"Doelen"');

  it('because of a short 429 goes on after it', async () => {
    school.fake.fail('send', { how: { status: 429, retryAfter: 5 }, only: isSecond });
    await send(sanne(), notice('Doelen', LONG));
    expect(school.waited.milliseconds).toBeGreaterThanOrEqual(5_000);
    expect(titles().filter((each) => each === 'Doelen')).toHaveLength(1);
  });

  it.each([
    [{ status: 412 }, null],
    [{ status: 403, code: 'MessageWritesBlocked' }, null],
    [{ status: 429, retryAfter: 10 }, 10],
  ] as const)('because of %j leaves no beginning behind', async (how, seconds) => {
    school.fake.fail('send', { how, only: isSecond, times: 2 });
    expect((await failure(send(sanne(), notice('Doelen', LONG))))[2]).toBe(seconds);
    expect(messages()).toEqual([]);
  });

  it('for longer than anybody can wait leaves its beginning, and says so', async () => {
    school.fake.fail('send', { how: { status: 429, retryAfter: 600 }, only: isSecond });
    expect((await failure(send(sanne(), notice('Doelen', LONG))))[2]).toBe(600);
    expect(titles()).toEqual(['Doelen']);
    expect(school.logged).toContain('warn teams: the beginning of a message stays {"reason":"held_back"}');
  });

  it('of which the end may have arrived keeps its beginning', async () => {
    school.fake.fail('send', { how: 'drop', when: 'after', only: isSecond });
    expect((await failure(send(sanne(), notice('Doelen', LONG))))[0]).toBe('ambiguous');
    expect(messages()).toHaveLength(2);
    expect(titles()[0]).toBe('Doelen');
  });
});

it('Teams that never answers counts as unsure, within its patience', async () => {
  const impatient = await sendingSchool(undefined, 2_000);
  const to = { kind: 'person', personId: impatient.school.person('Sanne') } as const;
  await impatient.api.checkToken();
  impatient.fake.fail('send', { how: 'timeout', when: 'after' });
  const sending = impatient.platform.send(to, notice('Een'), impatient.now());
  expect(await failure(sending)).toEqual(['ambiguous', 'time_out', null]);
  await impatient.stop();
});

it('Teams that cannot be reached loses nothing', async () => {
  await send(sanne(), notice('Nul'));
  await school.fake.reachable(false);
  // The connection that was open breaks off; after that there is none.
  await failure(send(sanne(), notice('Een')));
  expect(await failure(send(sanne(), notice('Een')))).toEqual(['retryable', 'ECONNREFUSED', null]);
  await school.fake.reachable(true);
});
