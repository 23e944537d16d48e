/** Buttons of messages, of the Home page and of modals: what takes the place of what, and who sees it. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { literal } from '../../../src/bot/text.ts';
import * as payloads from '../../support/slack/payloads.ts';
import { buttonsOf } from '../../support/slack/screen.ts';
import { blockWords } from '../../support/slack/screen-words.ts';
import { button, FORM, openScripted, type Scripted, says } from '../../support/slack/scripted-slack.ts';

let slack: Scripted;
beforeEach(async () => {
  slack = await openScripted();
});
afterEach(() => slack.stop());

const ASKS = says('Hoe staat het?', [button('Op koers', { status: 'op koers' })]);
const lastAsked = () => slack.asked.at(-1)!;
const inDm = () => slack.fake.messages(slack.sanne.dm).map(({ blocks }) => blockWords(blocks));
const inChannel = () => slack.fake.messages(slack.channel).map(({ blocks }) => blockWords(blocks));
const ephemerals = () => slack.fake.ephemerals(slack.channel, slack.sanne.id).map(({ blocks }) => blockWords(blocks));

/** In the DM, with its button. */
async function asksInDm(): Promise<void> {
  slack.answers(ASKS);
  await slack.sanne.writes('doel');
  await slack.pass(2_000);
}

/** For everybody in the channel. */
async function asksInChannel(): Promise<void> {
  slack.answers({ ...ASKS, visibility: 'everyone' });
  await slack.sanne.types('/agenda', { in: slack.channel });
}

describe('a button in the DM', () => {
  test('says what it means with its key; the answer is a message that stays', async () => {
    await asksInDm();
    slack.answers(says('Opgeslagen'));
    await slack.sanne.presses('Op koers');
    expect(inDm().slice(1)).toEqual(['Hoe staat het?\n[Op koers]', 'Opgeslagen']);
    expect(lastAsked().said).toEqual({
      kind: 'intent',
      intent: { name: 'doel.update', args: { status: 'op koers' } },
    });
    expect(lastAsked().once).toMatch(/^key-/);
    expect(lastAsked().place).toEqual({ kind: 'personal' });
  });

  test('a double click is one press; later it is a press like any other', async () => {
    await asksInDm();
    slack.answers(says('Opgeslagen'));
    await slack.sanne.presses('Op koers');
    await slack.sanne.presses('Op koers');
    expect(slack.asked).toHaveLength(2);
    expect(inDm().slice(1)).toEqual(['Hoe staat het?\n[Op koers]', 'Opgeslagen']);
    slack.answers(says('Dit had je al gedaan'));
    await slack.pass(3_000);
    await slack.sanne.presses('Op koers');
    expect(inDm().at(-1)).toBe('Dit had je al gedaan');
  });

  test('a double click opens one form', async () => {
    await asksInDm();
    slack.answers(FORM);
    await Promise.all([slack.sanne.presses('Op koers'), slack.sanne.presses('Op koers')]);
    expect(slack.fake.calls.filter(({ method }) => method === 'views.open')).toHaveLength(1);
  });

  test('its message is replaced when the core says so', async () => {
    await asksInDm();
    slack.answers({ kind: 'replace', notice: says('Het blijft zoals het is') });
    await slack.sanne.presses('Op koers');
    expect(inDm().slice(1)).toEqual(['Het blijft zoals het is']);
  });

  test('a form opens in a modal, and its answer comes in the DM', async () => {
    await asksInDm();
    slack.answers(FORM);
    await slack.sanne.presses('Op koers');
    slack.answers(says('Opgeslagen'));
    await slack.sanne.submits({ Zin: 'Groep 4 leest' });
    expect(inDm().at(-1)).toBe('Opgeslagen');
    expect(slack.sanne.modal()).toBeNull();
  });

  test('delivered twice it is asked once', async () => {
    await asksInDm();
    const message = slack.fake.messages(slack.sanne.dm).at(-1)!;
    const shown = { kind: 'message', message, isEphemeral: false } as const;
    const [pressed] = buttonsOf(shown);
    const payload = payloads.buttonInMessage(slack.common(), { ...shown, button: pressed! });
    await Promise.all([slack.line.interaction(payload), slack.line.interaction(payload)]);
    await slack.settled();
    expect(slack.asked).toHaveLength(2);
  });

  test('what it says and how long that is does not matter, until it was kept too long', async () => {
    const args = { zin: 'é"'.repeat(1_500) };
    slack.answers(says('Hoe staat het?', [button('Op koers', args)]));
    await slack.sanne.writes('doel');
    await slack.pass(2_000);
    await slack.sanne.presses('Op koers');
    expect(lastAsked().said).toMatchObject({ intent: { args } });
    slack.opened.database.sqlite.exec('delete from kept_control');
    await slack.pass(2_000);
    expect(await slack.sanne.presses('Op koers')).toContain('Deze knop is te oud');
    expect(slack.asked).toHaveLength(2);
  });
});

describe('a button of what only one person sees', () => {
  test('the answer is seen by nobody else either', async () => {
    slack.answers(ASKS);
    await slack.sanne.types('/doel', { in: slack.channel });
    slack.answers(says('Opgeslagen'));
    await slack.sanne.presses('Op koers');
    expect(ephemerals()).toEqual(['Hoe staat het?\n[Op koers]', 'Opgeslagen']);
    slack.answers({ kind: 'replace', notice: says('Weg') });
    await slack.pass(3_000);
    await slack.sanne.presses('Op koers');
    expect(ephemerals()).toEqual(['Weg', 'Opgeslagen']);
    expect(inChannel()).toEqual([]);
  });

  test('also when it was asked in a conversation with a colleague', async () => {
    slack.answers(ASKS);
    await slack.sanne.types('/doel');
    slack.answers(says('Opgeslagen'));
    await slack.sanne.presses('Op koers');
    expect(inDm()).toEqual([]);
    expect(slack.fake.ephemerals(slack.sanne.dm, slack.sanne.id)).toHaveLength(2);
  });
});

describe('a button of what everybody sees', () => {
  test('an answer for one person never takes its place', async () => {
    await asksInChannel();
    slack.answers({ kind: 'replace', notice: says('Alleen voor jou') });
    await slack.sanne.presses('Op koers');
    expect(inChannel()).toEqual(['Hoe staat het?\n[Op koers]']);
    expect(ephemerals()).toEqual(['Alleen voor jou']);
    expect(lastAsked().place).toEqual({ kind: 'channel', channel: slack.channel, name: 'team' });
  });

  test('when there are replies to it, the answer still comes in the channel, and below a reply in the thread', async () => {
    await asksInChannel();
    const asked = slack.fake.messages(slack.channel).at(-1)!;
    slack.fake.write(slack.channel, slack.nadia.id, 'Goed idee', asked.ts);
    slack.answers(says('Opgeslagen'));
    await slack.sanne.presses('Op koers');
    expect(slack.fake.ephemerals(slack.channel, slack.sanne.id)).toMatchObject([{ threadTs: null }]);
    slack.answers({ ...ASKS, visibility: 'everyone' });
    await slack.sanne.mentions('agenda', slack.channel, asked);
    await slack.pass(2_000);
    slack.answers(says('Opgeslagen'));
    await slack.sanne.presses('Op koers');
    expect(slack.fake.ephemerals(slack.channel, slack.sanne.id).at(-1)).toMatchObject({ threadTs: asked.ts });
  });

  test('one for everybody does, or is posted beside it', async () => {
    await asksInChannel();
    slack.answers({ ...ASKS, visibility: 'everyone', title: literal('Nog eens') });
    await slack.sanne.presses('Op koers');
    expect(inChannel()).toEqual(['Hoe staat het?\n[Op koers]', 'Nog eens\n[Op koers]']);
    slack.answers({ kind: 'replace', notice: says('Gedeeld', [], { visibility: 'everyone' }) });
    await slack.sanne.presses('Op koers');
    expect(inChannel()).toEqual(['Hoe staat het?\n[Op koers]', 'Gedeeld']);
  });

  test('somebody of another workspace is told so, in secret', async () => {
    await asksInChannel();
    const message = slack.fake.messages(slack.channel).at(-1)!;
    const shown = { kind: 'message', message, isEphemeral: false } as const;
    const payload = payloads.buttonInMessage(slack.common(), { ...shown, button: buttonsOf(shown)[0]! });
    await slack.line.interaction({ ...payload, team: { id: 'T0OTHER', domain: 'other' } });
    await slack.settled();
    expect(ephemerals()).toEqual([expect.stringContaining('andere Slack-werkruimte')]);
    expect(slack.asked).toHaveLength(1);
  });
});

describe('a button on the Home page', () => {
  beforeEach(async () => {
    slack.answers(ASKS);
    await slack.sanne.opensHome();
  });

  test('Home is what `start` answers', () => {
    expect(lastAsked()).toMatchObject({
      said: { intent: { name: 'start' } },
      once: null,
      place: { kind: 'personal' },
    });
    expect(slack.sanne.home()).toContain('Hoe staat het?');
  });

  test('the answer comes in a modal, and Home is made again', async () => {
    slack.answers(({ said }) =>
      said.kind === 'intent' && said.intent.name === 'start'
        ? says('Niets te doen')
        : says('Opgeslagen', [button('Terug')]),
    );
    await slack.sanne.presses('Op koers');
    expect(slack.sanne.modal()).toContain('Opgeslagen');
    expect(slack.sanne.home()).toContain('Niets te doen');
    expect(inDm()).toEqual([]);
    await slack.sanne.presses('Terug');
    expect(slack.sanne.modal()).toContain('Opgeslagen');
    expect(slack.asked).toHaveLength(5);
  });

  test('a form there is answered in the modal, as nothing else can be shown on Home', async () => {
    slack.answers(FORM);
    await slack.sanne.presses('Op koers');
    slack.answers(({ said }) =>
      said.kind === 'intent' && said.intent.name === 'start' ? says('Niets te doen') : says('Opgeslagen'),
    );
    await slack.sanne.submits({ Zin: 'Groep 4 leest' });
    expect(slack.sanne.modal()).toContain('Opgeslagen');
    expect(slack.sanne.home()).toContain('Niets te doen');
    expect(inDm()).toEqual([]);
  });

  test('an answer that takes its time', async () => {
    slack.answers(says('Opgeslagen'));
    const release = slack.holds();
    await slack.sanne.presses('Op koers');
    await slack.isAsked(2);
    await slack.pass(1_000);
    expect(slack.sanne.modal()).toContain('Even geduld');
    release();
    await slack.settled();
    expect(slack.sanne.modal()).toContain('Opgeslagen');
  });

  test('without a modal the answer comes in the DM', async () => {
    slack.answers(says('Opgeslagen'));
    slack.fake.fail('views.open', { how: { error: 'expired_trigger_id' } });
    await slack.sanne.presses('Op koers');
    expect(inDm()).toEqual(['Opgeslagen']);
  });

  test('when it cannot be shown, that is said in the DM', async () => {
    slack.fake.fail('views.publish', { how: { status: 500 } });
    await slack.sanne.opensHome();
    expect(inDm()).toEqual([expect.stringContaining('K7F2')]);
  });

  test('opened at the messages it is not made', async () => {
    const opened = payloads.homeOpened(slack.common());
    await slack.line.event({ ...opened, event: { ...(opened.event as object), tab: 'messages' } });
    await slack.settled();
    expect(slack.asked).toHaveLength(1);
  });
});

describe('a button in a modal', () => {
  test('the modal shows the answer; a form too, which is answered where it all began', async () => {
    await asksInDm();
    slack.answers(FORM);
    await slack.sanne.presses('Op koers');
    slack.answers(says('Dat is een zondag', [button('Neem maandag')], { changedNothing: true }));
    await slack.sanne.submits({ Zin: 'Groep 4 leest' });
    expect(slack.sanne.modal()).toContain('Dat is een zondag');
    slack.answers(FORM);
    await slack.sanne.presses('Neem maandag');
    expect(slack.sanne.modal()).not.toContain('Dat is een zondag');
    slack.answers(says('Opgeslagen'));
    await slack.sanne.submits({ Zin: 'Groep 4 leest' });
    expect(inDm().at(-1)).toBe('Opgeslagen');
  });

  test('an answer that takes its time', async () => {
    await asksInDm();
    slack.answers(FORM);
    await slack.sanne.presses('Op koers');
    slack.answers(says('Dat is een zondag', [button('Neem maandag')], { changedNothing: true }));
    await slack.sanne.submits({ Zin: 'Groep 4 leest' });
    slack.answers(says('Opgeslagen'));
    const release = slack.holds();
    await slack.sanne.presses('Neem maandag');
    await slack.isAsked(4);
    await slack.pass(1_000);
    expect(slack.sanne.modal()).toContain('Even geduld');
    release();
    await slack.settled();
    expect(slack.sanne.modal()).toContain('Opgeslagen');
  });
});
