/** What `/healthz` says of Slack when it does not take our token any more, in the middle of a day (HTTP, where no connection breaks). */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createSlack, type Slack } from '../../../adapters/slack/index.ts';
import { type FakeSlack, startFakeSlack } from '../../support/slack/fake-slack.ts';
import { type BuiltSchool, buildSchool, type OpenStore, openStore } from '../../support/store.ts';

let opened: OpenStore;
let school: BuiltSchool;
let fake: FakeSlack;
let slack: Slack;
let now: Date;
let log: string[];

beforeEach(async () => {
  now = new Date('2026-11-24T08:30:00Z');
  log = [];
  opened = await openStore();
  school = await buildSchool(opened);
  fake = await startFakeSlack({ now: () => now });
  fake.addMember({ name: 'Sanne', email: school.email('Sanne') });
  const { botToken, signingSecret, apiUrl } = fake;
  const { people, controls } = opened.store;
  slack = createSlack({
    config: { botToken, signingSecret, apiUrl, appToken: null },
    handle: async () => ({ kind: 'notice', visibility: 'caller', title: null, parts: [] }),
    people,
    controls,
    clock: { now: () => now },
    wait: async () => {},
    newKey: () => 'key',
    afterAct: () => {},
    log: (level, event) => void log.push(`${level} ${event}`),
    onFault: () => 'TEST',
    onFatal: () => {},
  });
  await slack.start();
});
afterEach(async () => {
  await slack.stop();
  await fake.stop();
  opened.close();
});

const send = () =>
  slack.platform
    .send(
      { kind: 'person', personId: school.person('Sanne') },
      { kind: 'notice', visibility: 'caller', title: [{ text: 'Een' }], parts: [] },
      now,
    )
    .catch(() => null);

/** After a refusal the same is not tried again for a while. */
const sendLater = () => {
  now = new Date(now.getTime() + 600_000);
  return send();
};

it.each(['token_revoked', 'invalid_auth', 'account_inactive'])(
  '%s is a fault, until Slack takes it again',
  async (error) => {
    await send();
    expect(slack.state()).toBe('on');
    fake.fail('*', { how: { error }, times: Number.POSITIVE_INFINITY });
    await send();
    await sendLater();
    expect(slack.state()).toBe('fault');
    const clear = new RegExp(`^error Slack weigert SLACK_BOT_TOKEN \\(${error}\\)\\. .* in \\.env`);
    expect(log.filter((line) => clear.test(line))).toHaveLength(1);
    fake.mend();
    await sendLater();
    expect(slack.state()).toBe('on');
    expect(log.at(-1)).toBe('info slack: the token of the bot works again');
    fake.fail('*', { how: { error }, times: Number.POSITIVE_INFINITY });
    await sendLater();
    expect(log.filter((line) => clear.test(line))).toHaveLength(2);
  },
);

it.each(['missing_scope', 'not_in_channel', 'fatal_error'])('%s says nothing about the token', async (error) => {
  fake.fail('chat.postMessage', { how: { error } });
  await send();
  expect(slack.state()).toBe('on');
});
