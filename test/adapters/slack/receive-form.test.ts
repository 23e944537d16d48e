/** Forms that are sent: what Slack is told within three seconds, and where the answer comes. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Form } from '../../../src/bot/reply.ts';
import * as payloads from '../../support/slack/payloads.ts';
import { blockWords } from '../../support/slack/screen-words.ts';
import { button, FORM, openScripted, type Scripted, says } from '../../support/slack/scripted-slack.ts';

let slack: Scripted;
beforeEach(async () => {
  slack = await openScripted();
  slack.answers(FORM);
  await slack.sanne.types('/doel update', { in: slack.channel });
});
afterEach(() => slack.stop());

const REOPENS = { ...button('Verder invullen'), reopens: true } as const;
const MISTAKE = says('Die dag is dicht', [REOPENS], { changedNothing: true });
const QUESTION = says('Die dag is dicht. Toch?', [button('Toch'), REOPENS], { changedNothing: true });
const lastAsked = () => slack.asked.at(-1)!;
const ephemerals = () => slack.fake.ephemerals(slack.channel, slack.sanne.id).map(({ blocks }) => blockWords(blocks));
const inDm = () => slack.fake.messages(slack.sanne.dm).map(({ blocks }) => blockWords(blocks));
const methods = () => slack.fake.calls.map(({ method }) => method);

function sent(values = { state: { values: {} } }) {
  const view = slack.fake.views(slack.sanne.id).at(-1)!;
  return payloads.submission(slack.common(), { view, ...values });
}

describe('a form that is sent', () => {
  test('says its intent with what was filled in and its key; the answer comes in the channel, to one person', async () => {
    slack.answers(says('Opgeslagen'));
    await slack.sanne.submits({ Zin: 'Groep 4 leest', Dag: '2026-11-26' });
    expect(lastAsked().said).toEqual({
      kind: 'intent',
      intent: { name: 'doel.update', args: { doel: '1', zin: 'Groep 4 leest', dag: '2026-11-26' } },
    });
    expect(lastAsked().once).toMatch(/^key-/);
    expect(lastAsked().place).toEqual({ kind: 'channel', channel: slack.channel, name: 'team' });
    expect(slack.sanne.modal()).toBeNull();
    expect(ephemerals()).toEqual(['Opgeslagen']);
    expect(slack.fake.messages(slack.channel)).toEqual([]);
  });

  test('what is for everyone is posted in the channel', async () => {
    slack.answers(says('De agenda', [], { visibility: 'everyone' }));
    await slack.sanne.submits({ Zin: 'Groep 4 leest' });
    expect(slack.fake.messages(slack.channel)).toHaveLength(1);
    expect(ephemerals()).toEqual([]);
  });

  test('where the bot is no member the answer comes in the DM', async () => {
    slack.fake.changeChannel(slack.channel, { withBot: false });
    slack.answers(says('Opgeslagen'));
    await slack.sanne.submits({ Zin: 'Groep 4 leest' });
    expect(inDm()).toEqual(['Opgeslagen']);
  });

  test('with a mistake: it stays, what was filled in stays, and a second mistake takes the place of the first', async () => {
    slack.answers(MISTAKE);
    await slack.sanne.submits({ Zin: 'Groep 4 leest' });
    expect(slack.sanne.modal()).toContain('Die dag is dicht');
    expect(slack.sanne.modal()).not.toContain('Verder invullen');
    const key = lastAsked().once;
    slack.answers({ ...MISTAKE, title: [{ text: 'Die ook' }] });
    await slack.sanne.submits({ Dag: '2026-11-29' });
    expect(slack.sanne.modal()).toContain('Die ook');
    expect(slack.sanne.modal()).not.toContain('Die dag is dicht');
    expect(lastAsked().once).toBe(key);
    expect(lastAsked().said).toMatchObject({ intent: { args: { zin: 'Groep 4 leest', dag: '2026-11-29' } } });
    expect(ephemerals()).toEqual([]);
  });

  test('with a question: it takes the place of the form, so that nothing is changed below it and lost', async () => {
    slack.answers(QUESTION);
    await slack.sanne.submits({ Zin: 'Groep 4 leest' });
    expect(slack.sanne.modal()).toContain('Die dag is dicht. Toch?\n[Toch] [Verder invullen]');
    expect(slack.sanne.modal()).not.toContain('Zin');
    slack.answers(FORM);
    await slack.sanne.presses('Verder invullen');
    slack.answers(says('Opgeslagen'));
    await slack.sanne.submits({ Zin: 'Groep 4 leest' });
    expect(ephemerals()).toEqual(['Opgeslagen']);
  });

  test('what follows can be another form', async () => {
    slack.answers({ ...FORM, title: 'Nog iets', intent: { name: 'doel.sentence', args: {} } });
    await slack.sanne.submits({ Zin: 'Groep 4 leest' });
    expect(slack.sanne.modal()).toContain('Nog iets');
    slack.answers(says('Opgeslagen'));
    await slack.sanne.submits({ Zin: 'Ja' });
    expect(lastAsked().said).toMatchObject({ intent: { name: 'doel.sentence' } });
    expect(ephemerals()).toEqual(['Opgeslagen']);
  });

  test('delivered twice: asked once, and both times the same is said', async () => {
    slack.answers(MISTAKE);
    const payload = sent();
    const told = await Promise.all([slack.line.interaction(payload), slack.line.interaction(payload)]);
    expect(told[0]).toMatchObject({ response_action: 'update' });
    expect(told[1]).toEqual(told[0]);
    expect(slack.asked).toHaveLength(2);
    slack.answers(says('Opgeslagen'));
    const good = sent();
    await Promise.all([slack.line.interaction(good), slack.line.interaction(good)]);
    await slack.settled();
    expect(ephemerals()).toEqual(['Opgeslagen']);
  });

  test('from somebody of another workspace', async () => {
    const told = await slack.line.interaction({ ...sent(), team: { id: 'T0OTHER', domain: 'other' } });
    expect(JSON.stringify(told)).toContain('andere Slack-werkruimte');
    expect(slack.asked).toHaveLength(1);
  });

  test('that was made by an older bot: nothing is stored, and it says so', async () => {
    const payload = sent() as { readonly view: object };
    const told = await slack.line.interaction({ ...payload, view: { ...payload.view, private_metadata: 'C1\n{}' } });
    expect(JSON.stringify(told)).toContain('Dit formulier is te oud');
    expect(slack.asked).toHaveLength(1);
  });
});

/** Nothing that could be shown. */
const UNSHOWABLE: Form = { ...FORM, fields: null as never };

test('a fault of ours before the acknowledgement: the form stays, with a sentence above it', async () => {
  slack.answers(UNSHOWABLE);
  await slack.sanne.submits({ Zin: 'Groep 4 leest' });
  expect(slack.sanne.modal()).toContain('K7F2');
  expect(slack.sanne.modal()).toContain('Zin *: Groep 4 leest');
  expect(slack.faults).toHaveLength(1);
});

describe('an answer that takes its time', () => {
  /** Sends the form, and waits until Slack was told that it takes longer. */
  async function sends(): Promise<() => void> {
    const release = slack.holds();
    const sending = slack.sanne.submits({ Zin: 'Groep 4 leest', Dag: '2026-11-26' });
    await slack.isAsked(2);
    await slack.pass(2_000);
    await sending;
    expect(slack.sanne.modal()).toContain('Even geduld');
    return release;
  }

  test('comes in the modal', async () => {
    slack.answers(says('Opgeslagen'));
    (await sends())();
    await slack.pass(500);
    expect(slack.sanne.modal()).toContain('Opgeslagen');
    expect(ephemerals()).toEqual([]);
  });

  test('with a mistake: the form is back, with what was filled in', async () => {
    slack.answers(MISTAKE);
    (await sends())();
    await slack.pass(500);
    expect(slack.sanne.modal()).toContain('Die dag is dicht');
    expect(slack.sanne.modal()).toContain('Zin *: Groep 4 leest');
    slack.answers(says('Opgeslagen'));
    await slack.sanne.submits();
    expect(lastAsked().said).toMatchObject({ intent: { args: { zin: 'Groep 4 leest', dag: '2026-11-26' } } });
  });

  test('with a question: in the modal', async () => {
    slack.answers(QUESTION);
    (await sends())();
    await slack.pass(500);
    expect(slack.sanne.modal()).toContain('Die dag is dicht. Toch?\n[Toch] [Verder invullen]');
    expect(slack.sanne.modal()).not.toContain('Zin');
  });

  test('another form: in the same modal', async () => {
    slack.answers({ ...FORM, title: 'Nog iets' });
    (await sends())();
    await slack.pass(500);
    expect(slack.sanne.modal()).toContain('Nog iets');
  });

  test('and comes before Slack has read that it takes longer: it is not covered by that', async () => {
    slack.answers(says('Opgeslagen'));
    const release = slack.holds();
    const payload = sent() as { readonly view: { readonly id: string } };
    const sending = slack.line.interaction(payload);
    await slack.isAsked(2);
    await slack.pass(2_000);
    const told = await sending;
    release();
    await slack.settled();
    slack.fake.answerSubmission(payload.view.id, told);
    await slack.pass(500);
    expect(slack.sanne.modal()).toContain('Opgeslagen');
  });

  test('and goes wrong then: said in the modal', async () => {
    slack.answers(UNSHOWABLE);
    (await sends())();
    await slack.pass(500);
    expect(slack.sanne.modal()).toContain('K7F2');
    expect(slack.sanne.modal()).not.toContain('Even geduld');
  });

  test('when the modal was closed meanwhile, the answer comes where it was asked', async () => {
    slack.answers(says('Opgeslagen'));
    const release = await sends();
    await slack.sanne.closes();
    release();
    await slack.pass(500);
    expect(ephemerals()).toEqual(['Opgeslagen']);
    expect(methods().filter((method) => method === 'views.open')).toHaveLength(1);
  });
});
