/** Slash commands, the shortcut and words: where they are answered, who sees it, and what the core is asked. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import * as payloads from '../../support/slack/payloads.ts';
import { blockWords } from '../../support/slack/screen-words.ts';
import { button, FORM, openScripted, type Scripted, says } from '../../support/slack/scripted-slack.ts';

let slack: Scripted;
beforeEach(async () => {
  slack = await openScripted();
});
afterEach(() => slack.stop());

const lastAsked = () => slack.asked.at(-1)!;
const methods = () => slack.fake.calls.map(({ method }) => method);

describe('a slash command', () => {
  test('in a channel: only who typed it sees the answer', async () => {
    slack.answers(says('Drie doelen'));
    expect(await slack.sanne.types('/doel status', { in: slack.channel })).toBe('Drie doelen');
    expect(slack.fake.ephemerals(slack.channel, slack.sanne.id)).toHaveLength(1);
    expect(slack.fake.messages(slack.channel)).toEqual([]);
    const { said, place, once, sender } = lastAsked();
    expect(said).toEqual({ kind: 'text', text: '/doel status' });
    expect(place).toEqual({ kind: 'channel', channel: slack.channel, name: 'team' });
    expect(once).toMatch(/^slack:\d+\./);
    expect(sender).toMatchObject({ kind: 'account', platform: 'slack', tenant: slack.fake.team.id });
    expect(slack.acts.count).toBe(1);
  });

  test('what is for everyone is posted in the channel', async () => {
    slack.answers(says('De agenda', [], { visibility: 'everyone' }));
    await slack.sanne.types('/agenda', { in: slack.channel });
    expect(slack.fake.messages(slack.channel).map(({ blocks }) => blockWords(blocks))).toEqual(['De agenda']);
  });

  test('in a conversation of two it is a private place, and never seen by the other', async () => {
    slack.answers(says('Geheim', [], { visibility: 'everyone' }));
    await slack.sanne.types('/pop');
    expect(lastAsked().place).toEqual({ kind: 'personal' });
    expect(slack.fake.messages(slack.sanne.dm)).toEqual([]);
    expect(slack.fake.ephemerals(slack.sanne.dm, slack.sanne.id)).toHaveLength(1);
  });

  test('with a colleague, where the bot is not: a form opens, and its answer comes in the own conversation', async () => {
    slack.answers(FORM);
    await slack.sanne.types('/doel update', { in: 'D0COLLEAGUE' });
    slack.answers(says('Opgeslagen', [], { visibility: 'everyone' }));
    await slack.sanne.submits({ Zin: 'Groep 4 leest' });
    expect(lastAsked().place).toEqual({ kind: 'personal' });
    expect(slack.fake.messages(slack.sanne.dm).map(({ blocks }) => blockWords(blocks))).toEqual(['Opgeslagen']);
    expect(slack.faults).toEqual([]);
  });

  test('names, channels and marks arrive as the words that were meant', async () => {
    await slack.sanne.types('/actie <b> bellen @Nadia in #team', { in: slack.channel });
    expect(lastAsked().said).toEqual({ kind: 'text', text: '/actie <b> bellen nadia@example.org in #team' });
  });

  test('delivered twice it is asked and answered once', async () => {
    const fields = payloads.slashCommand(slack.common(), { command: '/doel', text: '', channel: slack.channel });
    await Promise.all([slack.line.command(fields), slack.line.command(fields)]);
    await slack.settled();
    expect(slack.asked).toHaveLength(1);
    expect(slack.fake.ephemerals(slack.channel, slack.sanne.id)).toHaveLength(1);
  });

  test('a form opens at once', async () => {
    slack.answers(FORM);
    await slack.sanne.types('/doel update', { in: slack.channel });
    expect(slack.sanne.modal()).toContain('Update');
    expect(methods()).not.toContain('response_url');
  });

  test('while Slack takes no token, what needs it is said in a sentence, and is no fault of ours', async () => {
    await slack.sanne.types('/doel');
    slack.fake.revokeTokens();
    expect(await slack.sanne.types('/doel')).toBe('Goed');
    slack.answers(FORM);
    expect(await slack.sanne.types('/doel update')).toMatch(/kon mijn antwoord niet goed laten zien\. .*K7F2/);
    expect(slack.faults).toEqual([expect.objectContaining({ name: 'PlatformError', message: 'token_revoked' })]);
  });

  test('somebody of another workspace is told so, and the core is not asked', async () => {
    const fields = payloads.slashCommand(slack.common(), { command: '/doel', text: '', channel: slack.channel });
    const told = await slack.line.command({ ...fields, team_id: 'T0OTHER' });
    expect(told).toContain('andere Slack-werkruimte');
    expect(slack.asked).toEqual([]);
  });

  test('what is no command of Slack is left alone', async () => {
    const { trigger_id: _, ...fields } = payloads.slashCommand(slack.common(), {
      command: '/doel',
      text: '',
      channel: slack.channel,
    });
    await slack.line.command(fields);
    expect(slack.asked).toEqual([]);
    expect(slack.log).toEqual(['warn slack: not what Slack sends']);
  });
});

describe('an answer that takes its time', () => {
  test('a modal says so, and is filled with the form', async () => {
    slack.answers(FORM);
    const release = slack.holds();
    await slack.sanne.types('/doel update', { in: slack.channel });
    await slack.isAsked(1);
    expect(slack.sanne.modal()).toBeNull();
    await slack.pass(1_000);
    expect(slack.sanne.modal()).toContain('Even geduld');
    await slack.pass(8_000);
    release();
    await slack.settled();
    expect(slack.sanne.modal()).toContain('Zin *');
    slack.answers(says('Opgeslagen'));
    expect(await slack.sanne.submits({ Zin: 'Groep 4 leest' })).toContain('Opgeslagen');
    expect(slack.fake.ephemerals(slack.channel, slack.sanne.id)).toHaveLength(1);
  });

  test('or with the notice, which then stands nowhere else', async () => {
    slack.answers(says('Drie doelen', [button('Meer')]));
    const release = slack.holds();
    await slack.sanne.types('/doel', { in: slack.channel });
    await slack.isAsked(1);
    await slack.pass(1_000);
    release();
    await slack.settled();
    expect(slack.sanne.modal()).toContain('Drie doelen');
    expect(slack.fake.ephemerals(slack.channel, slack.sanne.id)).toEqual([]);
    slack.answers(says('Nog meer'));
    await slack.sanne.presses('Meer');
    expect(slack.sanne.modal()).toContain('Nog meer');
    expect(lastAsked().place).toEqual({ kind: 'channel', channel: slack.channel, name: 'team' });
  });

  test('what is for everyone is posted too', async () => {
    slack.answers(says('De agenda', [], { visibility: 'everyone' }));
    const release = slack.holds();
    await slack.sanne.types('/agenda', { in: slack.channel });
    await slack.isAsked(1);
    await slack.pass(1_000);
    release();
    await slack.settled();
    expect(slack.sanne.modal()).toContain('De agenda');
    expect(slack.fake.messages(slack.channel)).toHaveLength(1);
  });

  test('and cannot be shown: the modal says so', async () => {
    slack.answers({ ...FORM, fields: null as never });
    const release = slack.holds();
    await slack.sanne.types('/doel update', { in: slack.channel });
    await slack.isAsked(1);
    await slack.pass(1_000);
    release();
    await slack.settled();
    expect(slack.sanne.modal()).toContain('K7F2');
    expect(slack.fake.ephemerals(slack.channel, slack.sanne.id)).toEqual([]);
  });

  test('when the modal was closed meanwhile, the answer comes where it was asked', async () => {
    slack.answers(says('Drie doelen'));
    const release = slack.holds();
    await slack.sanne.types('/doel', { in: slack.channel });
    await slack.isAsked(1);
    await slack.pass(1_000);
    await slack.sanne.closes();
    release();
    await slack.settled();
    expect(slack.sanne.sees().at(-1)).toContain('Drie doelen');
  });

  test('in the language of who asked before', async () => {
    slack.answers(FORM);
    await slack.nadia.types('/doel update', { in: slack.channel });
    await slack.nadia.closes();
    await slack.pass(2_000);
    slack.holds();
    await slack.nadia.types('/doel update', { in: slack.channel });
    await slack.isAsked(2);
    await slack.pass(1_000);
    expect(slack.nadia.modal()).toContain('One moment');
  });
});

describe('a form for which Slack opens no modal', () => {
  test('is offered with a button that says the same again', async () => {
    slack.answers(FORM);
    slack.fake.fail('views.open', { how: { error: 'expired_trigger_id' } });
    expect(await slack.sanne.types('/doel update', { in: slack.channel })).toContain('[Invullen]');
    await slack.sanne.presses('Invullen');
    expect(slack.sanne.modal()).toContain('Zin *');
    expect(lastAsked().said).toEqual({ kind: 'text', text: '/doel update' });
    expect(lastAsked().once).not.toBe(slack.asked[0]!.once);
  });

  test('because we made it wrongly: said with a reference, as the button would lead to it once more', async () => {
    slack.answers(FORM);
    slack.fake.fail('views.open', { how: { error: 'invalid_arguments' } });
    const answer = await slack.sanne.types('/doel update', { in: slack.channel });
    expect(answer).toContain('K7F2');
    expect(answer).not.toContain('[Invullen]');
    expect(slack.faults).toHaveLength(1);
  });

  test('however long the line was', async () => {
    slack.answers(FORM);
    const text = `doel update ${'é'.repeat(1_900)}`;
    await slack.sanne.writes(text);
    await slack.sanne.presses('Invullen');
    expect(lastAsked().said).toEqual({ kind: 'text', text });
  });
});

describe('words', () => {
  test('in a direct message are answered there, also in a thread', async () => {
    slack.answers(says('Drie doelen'));
    await slack.sanne.writes('doel status');
    const [typed, answered] = slack.fake.messages(slack.sanne.dm);
    expect(blockWords(answered!.blocks)).toBe('Drie doelen');
    expect(lastAsked()).toMatchObject({
      said: { text: 'doel status' },
      once: `slack:${slack.sanne.dm}:${typed!.ts}`,
      place: { kind: 'personal' },
    });
    await slack.pass(2_000);
    const message = slack.fake.write(slack.sanne.dm, slack.sanne.id, 'en nu', answered!.ts);
    await slack.line.event(payloads.directMessage(slack.common(), message));
    await slack.settled();
    expect(slack.fake.messages(slack.sanne.dm).at(-1)!.threadTs).toBe(answered!.ts);
  });

  test('after the name of the bot in a channel: only who wrote them sees the answer', async () => {
    slack.answers(says('Drie doelen'));
    expect(await slack.sanne.mentions('doel status', slack.channel)).toContain('Drie doelen');
    expect(lastAsked().said).toEqual({ kind: 'text', text: 'doel status' });
    expect(slack.fake.messages(slack.channel)).toHaveLength(1);
  });

  test('what is for everyone comes in the same thread', async () => {
    slack.answers(says('De agenda', [], { visibility: 'everyone' }));
    const above = slack.nadia.says('Wat staat er op de agenda?', slack.channel);
    await slack.sanne.mentions('agenda', slack.channel, above);
    expect(slack.fake.messages(slack.channel).at(-1)).toMatchObject({ threadTs: above.ts });
    expect(blockWords(slack.fake.messages(slack.channel).at(-1)!.blocks)).toBe('De agenda');
  });

  test('delivered twice, also as another event, they are answered once', async () => {
    const message = slack.fake.write(slack.sanne.dm, slack.sanne.id, 'hoi');
    await slack.line.event(payloads.directMessage(slack.common(), message));
    await slack.line.event(payloads.directMessage(slack.common(), message));
    await slack.settled();
    expect(slack.asked).toHaveLength(1);
  });

  const written = (more: object) => {
    const message = slack.fake.write(slack.sanne.dm, slack.sanne.id, 'hoi');
    const body = payloads.directMessage(slack.common(), message);
    return { ...body, event: { ...(body.event as object), ...more } };
  };

  test.each([
    ['of the bot itself', () => written({ user: slack.fake.bot.userId })],
    ['of the bot, as Slack marks it', () => written({ bot_id: slack.fake.bot.botId, subtype: 'bot_message' })],
    ['of another bot', () => written({ bot_id: 'B0OTHER' })],
    ['that were edited', () => written({ edited: { user: slack.sanne.id, ts: '1.2' } })],
    ['of an edit', () => written({ subtype: 'message_changed', user: undefined })],
    ['of somebody who joined', () => written({ subtype: 'channel_join' })],
    ['in a channel, not to the bot', () => written({ channel_type: 'channel' })],
    ['from another workspace', () => written({ team: 'T0OTHER' })],
    ['delivered for another workspace', () => ({ ...written({}), team_id: 'T0OTHER' })],
  ])('%s are not answered', async (_, body) => {
    await slack.line.event(body());
    await slack.settled();
    expect(slack.asked).toEqual([]);
    expect(slack.log).toEqual([]);
  });

  test('with a file are words all the same', async () => {
    await slack.line.event(written({ subtype: 'file_share' }));
    await slack.settled();
    expect(slack.asked).toHaveLength(1);
  });
});

describe('the shortcut on a message', () => {
  test('asks for a point with a link to it, and nothing of its words', async () => {
    slack.answers(FORM);
    const message = slack.nadia.says('Zullen we toetsdata bespreken?', slack.channel);
    await slack.sanne.usesShortcut(message);
    const link = `${slack.fake.team.url}archives/${slack.channel}/p${message.ts.replace('.', '')}`;
    expect(lastAsked().said).toEqual({ kind: 'intent', intent: { name: 'agenda.punt', args: { link } } });
    expect(lastAsked().place).toEqual({ kind: 'channel', channel: slack.channel, name: 'team' });
    expect(slack.sanne.modal()).toContain('Zin *');
    expect(JSON.stringify(slack.asked)).not.toContain('toetsdata');
  });

  test('on a reply in a thread: the link leads there, as those that Slack makes', async () => {
    slack.answers(FORM);
    const above = slack.nadia.says('Zullen we toetsdata bespreken?', slack.channel);
    const reply = slack.fake.write(slack.channel, slack.nadia.id, 'Ja', above.ts);
    const address = ({ ts }: { readonly ts: string }) =>
      `${slack.fake.team.url}archives/${slack.channel}/p${ts.replace('.', '')}`;
    await slack.sanne.usesShortcut({ link: address(reply) });
    const thread = `?thread_ts=${above.ts}&cid=${slack.channel}`;
    expect(lastAsked().said).toMatchObject({ intent: { args: { link: address(reply) + thread } } });
    await slack.sanne.closes();
    await slack.sanne.usesShortcut(above);
    expect(lastAsked().said).toMatchObject({ intent: { args: { link: address(above) } } });
    slack.answers(says('Opgeslagen'));
    await slack.sanne.submits({ Zin: 'Toetsdata' });
    expect(slack.fake.ephemerals(slack.channel, slack.sanne.id)).toMatchObject([{ threadTs: null }]);
  });

  test('of another workspace: told so', async () => {
    const message = slack.nadia.says('Zullen we toetsdata bespreken?', slack.channel);
    const payload = payloads.messageShortcut(slack.common(), 'agenda_punt', message);
    await slack.line.interaction({ ...payload, team: { id: 'T0OTHER', domain: 'other' } });
    await slack.settled();
    expect(slack.sanne.sees().at(-1)).toContain('andere Slack-werkruimte');
    expect(slack.asked).toEqual([]);
  });
});
