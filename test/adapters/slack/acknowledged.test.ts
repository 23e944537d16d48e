import { addMilliseconds } from 'date-fns/addMilliseconds';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { FakeView, Json } from '../../support/slack/fake-slack.ts';
import { httpLine, type Line, socketLine } from '../../support/slack/lines.ts';
import * as payloads from '../../support/slack/payloads.ts';
import { type OpenSlack, openSlack, soon } from './open-slack.ts';

/** Slack tells the person that it went wrong after this many milliseconds. */
const SLACKS_PATIENCE = 3_000;

describe.each([
  ['HTTP', false],
  ['Socket Mode', true],
])('the database does not answer, by %s', (_, socketMode) => {
  let it: OpenSlack;
  let line: Line;
  let dm: string;

  beforeEach(async () => {
    it = await openSlack({ socketMode });
    await it.slack.start();
    line = socketMode ? socketLine(it.fake) : httpLine(it.url, it.fake.signingSecret);
    dm = it.fake.dm(it.sanne.id);
  });
  afterEach(() => it.close());

  const common = () => ({ fake: it.fake, member: it.sanne, at: it.clock.now() });
  const types = (text: string) =>
    line.command(payloads.slashCommand(common(), { command: '/doel', text, channel: dm }));
  const shown = () => JSON.stringify([it.fake.messages(dm), it.fake.ephemerals(dm, it.sanne.id)]);
  const modal = () => it.fake.views(it.sanne.id).at(-1);

  /** Resolves with the acknowledgement; fails when it needs more than Slack's patience on the clock. */
  async function acknowledgedLater(sent: Promise<unknown>): Promise<unknown> {
    const until = addMilliseconds(it.clock.now(), SLACKS_PATIENCE - 100);
    let answer: { readonly said: unknown } | null = null;
    void sent.then((said) => {
      answer = { said };
    });
    await soon(() => {
      const { next } = it.clock;
      if (next !== null && next <= until) it.clock.moveTo(next);
      return answer;
    }).not.toBeNull();
    return (answer as { readonly said: unknown } | null)?.said;
  }

  test('a command is acknowledged at once, and answered when it does', async () => {
    it.hold();
    await types('status');
    expect(shown()).not.toContain('1S rekenen');
    it.release();
    await it.until(() => shown().includes('1S rekenen'));
  });

  test('words are', async () => {
    it.hold();
    const message = it.fake.write(dm, it.sanne.id, 'doel status');
    await line.event(payloads.directMessage(common(), message));
    it.release();
    await it.until(() => shown().includes('1S rekenen'));
  });

  test('a button is', async () => {
    await types('status');
    await it.until(() => shown().includes('Hele school'));
    it.hold();
    const [message] = it.fake.ephemerals(dm, it.sanne.id);
    const button = buttons(message!.blocks).find(({ text }) => JSON.stringify(text).includes('Hele school'))!;
    expect(shown()).not.toContain('Doelen van De Regenbui');
    await line.interaction(payloads.buttonInMessage(common(), { message: message!, button, isEphemeral: true }));
    it.release();
    await it.until(() => shown().includes('Doelen van De Regenbui'));
  });

  test('a form is opened as "Even geduld", and filled when it does', async () => {
    it.hold();
    await types('nieuw');
    await it.until(() => title(modal()) === 'Even geduld');
    it.release();
    await it.until(() => title(modal()) === 'Nieuw doel');
  });

  test('a form that was filled in says "Even geduld", and then what came of it', async () => {
    await types('nieuw');
    await it.until(() => title(modal()) === 'Nieuw doel');
    const view = modal()!;
    it.hold();
    // Nobody waits for anything from before.
    it.clock.moveTo(addMilliseconds(it.clock.now(), SLACKS_PATIENCE));
    const answer = await acknowledgedLater(
      line.interaction(payloads.submission(common(), { view, state: filled(view) })),
    );
    it.fake.answerSubmission(view.id, answer);
    expect(title(modal())).toBe('Even geduld');
    it.release();
    await it.until(() => JSON.stringify([modal(), shown()]).includes('Voorlezen in alle groepen'));
  });
});

function title(view: FakeView | undefined): unknown {
  return (view?.title as { readonly text: string } | undefined)?.text;
}

function buttons(blocks: readonly Json[]): readonly Json[] {
  return blocks.flatMap(({ type, elements }) => (type === 'actions' ? (elements as Json[]) : []));
}

/** The title; everything else as it stands. */
function filled({ blocks }: FakeView): object {
  const values = blocks
    .filter(({ type }) => type === 'input')
    .map(({ block_id, element }, index) => {
      const { action_id, type } = element as { readonly action_id: string; readonly type: string };
      const value = index === 0 ? { value: 'Voorlezen in alle groepen' } : { value: null };
      return [block_id, { [action_id]: { type, ...value } }];
    });
  return { values: Object.fromEntries(values) };
}
