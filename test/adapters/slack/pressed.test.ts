/** A row of buttons says what was pressed once that is done, in one's own conversation with the bot; the other rows still can be answered. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { withoutButtons } from '../../../adapters/slack/answer/pressed.ts';
import { localDate } from '../../../src/calendar/local-date.ts';
import { SCHOOL } from '../../support/chat/regenbui.ts';
import type { Member } from '../../support/slack/member.ts';
import { buttonsOf } from '../../support/slack/screen.ts';
import { blockWords, textOf } from '../../support/slack/screen-words.ts';
import { button, openScripted, type Scripted, says } from '../../support/slack/scripted-slack.ts';
import type { SlackSchool } from '../../support/slack/slack-school.ts';
import { openRegenbui } from './regenbui.ts';

describe('a chair answers the morning message', () => {
  let school: SlackSchool;
  let nadia: Member;
  beforeAll(async () => {
    const action = { what: 'Stoelen halen', owner: 'Nadia', due: localDate('2026-11-02'), team: 'Bovenbouw' };
    school = await openRegenbui({ schools: [{ ...SCHOOL, actions: [action] }], at: '2026-11-02T06:00:00Z' });
    nadia = school.member('Nadia');
    await school.comes('2026-11-02T07:05:00Z');
  });
  afterEach(() => expect(school.faults).toEqual([]));
  afterAll(() => school.stop());

  const digest = () => blockWords(school.fake.messages(nadia.dm)[0]!.blocks);
  /** Presses it in the morning message, whatever came below it since. */
  const presses = (label: string) => {
    const [shown] = nadia.screen();
    return nadia.pressesOn(shown!, buttonsOf(shown!).find(({ text }) => textOf(text) === label)!);
  };

  test('a goal, an action and the day of a talk', async () => {
    expect(digest().match(/\[● Op koers\]/g)).toHaveLength(2);
    expect(await presses('● Op koers')).toContain('Opgeslagen: doel 1 is op koers.');
    expect(digest()).toContain('Hoe staat het ermee?\n✓ ● Op koers\nDoel 2');
    expect(digest().match(/\[● Op koers\]/g)).toHaveLength(1);

    expect(await presses('Klaar')).toContain('is klaar.');
    expect(digest()).toContain('✓ Klaar');
    expect(digest()).not.toContain('[Nieuwe datum]');

    expect(await presses('ma 9 november')).toContain('staat op maandag 9 november');
    expect(digest()).toContain('✓ ma 9 november');
    expect(digest()).not.toContain('[Andere dag]');
  });

  test('what opens a form or only shows something leaves its row as it is', async () => {
    await presses('Met waarde…');
    await nadia.closes();
    await presses('Instellingen');
    expect(digest()).toContain('[● Op koers] [▲ Aandacht nodig] [■ Loopt achter] [Met waarde…]');
    expect(digest()).toContain('[Morgen opnieuw]');
  });
});

describe('a message with a button', () => {
  let slack: Scripted;
  beforeEach(async () => {
    slack = await openScripted();
  });
  afterEach(() => slack.stop());

  const ASKS = says('Hoe staat het?', [button('Op koers'), button('Loopt achter')]);
  const DONE = says('Opgeslagen', [], { acted: true });
  const edits = () => slack.fake.calls.filter(({ method }) => method === 'chat.update');

  async function asksInDm(): Promise<void> {
    slack.answers(ASKS);
    await slack.sanne.writes('doel');
    await slack.pass(2_000);
  }

  test.each([
    ['stored it', DONE, 'Hoe staat het?\n✓ Op koers'],
    ['stored nothing', says('Wat bedoel je?'), 'Hoe staat het?\n[Op koers] [Loopt achter]'],
  ])('whose press %s', async (_, reply, words) => {
    await asksInDm();
    slack.answers(reply);
    await slack.sanne.presses('Op koers');
    expect(blockWords(slack.fake.messages(slack.sanne.dm)[1]!.blocks)).toBe(words);
  });

  test('in a channel keeps it, as others may still press; so does what only one person sees', async () => {
    slack.answers({ ...ASKS, visibility: 'everyone' });
    await slack.sanne.types('/agenda', { in: slack.channel });
    slack.answers(ASKS);
    await slack.nadia.types('/doel', { in: slack.channel });
    slack.answers(DONE);
    await slack.sanne.presses('Op koers');
    await slack.nadia.presses('Op koers');
    expect(edits()).toEqual([]);
  });

  test('that Slack does not let go: the answer is there, and the log knows', async () => {
    await asksInDm();
    slack.answers(DONE);
    slack.fake.fail('chat.update', { how: { error: 'edit_window_closed' } });
    expect(await slack.sanne.presses('Op koers')).toBe('Opgeslagen');
    expect(slack.log).toEqual(['warn slack: pressed buttons were not taken away']);
    expect(slack.faults).toEqual([]);
  });
});

test('a line with the button beside it keeps its words', () => {
  const accessory = { type: 'button', action_id: 'say:1', text: { type: 'plain_text', text: 'Klaar' } };
  const text = { type: 'plain_text', text: '3 Stoelen halen', emoji: false };
  const blocks = [
    { type: 'section', block_id: 'a', text, accessory },
    { type: 'section', block_id: 'b', text, accessory },
  ];
  expect(withoutButtons(blocks, 'a', 'Klaar')).toEqual([
    { type: 'section', block_id: 'a', text: { ...text, text: '3 Stoelen halen\n✓ Klaar' } },
    blocks[1],
  ]);
});
