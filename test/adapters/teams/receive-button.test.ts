/** Buttons of cards: what takes the place of what, and who sees it. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { plainText, type Say, say as voice } from '../../../src/bot/text.ts';
import { button, FORM, says } from '../../support/chat/scripted-replies.ts';
import type { Json } from '../../support/teams/fake-types.ts';
import { buttonsOf } from '../../support/teams/screen.ts';
import { openScriptedTeams, type Scripted } from '../../support/teams/scripted-teams.ts';

let teams: Scripted;
beforeEach(async () => {
  teams = await openScriptedTeams();
});
afterEach(() => teams.stop());

const say: Say = voice('nl');
const SENT = say.plain('msteams.sent-personally');
const BELOW = say.plain('msteams.answered-below');
const ASKS = says('Hoe staat het?', [button('Op koers', { status: 'op koers' }), button('Loopt achter')]);
const lastAsked = () => teams.asked.at(-1)!;
const ownChat = () => teams.wrote(teams.sanne.chat);
const inChannel = () => teams.wrote(teams.channel);

/** In their own chat, with its buttons. */
async function asksInChat(): Promise<void> {
  teams.answers(ASKS);
  await teams.sanne.writes('doel');
}

/** For everybody in the channel. */
async function asksInChannel(): Promise<void> {
  teams.answers({ ...ASKS, visibility: 'everyone' });
  await teams.sanne.mentions('agenda', teams.channel);
}

/** What Teams posts for this button of the newest message there. */
function press(label: string, where = teams.sanne.chat): Json {
  const message = teams.fake.messages(where).at(-1)!;
  const found = buttonsOf({ kind: 'message', message }).find(({ title }) => title === label)!;
  return teams.activities.pressed(teams.sanne.person.aadId, message, { data: found.data as Json });
}

describe('in the own chat', () => {
  test('says what it means with its key; the answer is a message below', async () => {
    await asksInChat();
    teams.answers(says('Opgeslagen'));
    expect(await teams.sanne.presses('Op koers')).toBe(`${BELOW}\n\nOpgeslagen`);
    expect(ownChat()).toEqual(['Hoe staat het?\n[Op koers] [Loopt achter]', 'Opgeslagen']);
    expect(lastAsked()).toMatchObject({
      said: { kind: 'intent', intent: { name: 'doel.update', args: { status: 'op koers' } } },
      once: expect.stringMatching(/^key-/),
      place: { kind: 'personal' },
    });
  });

  test('what was done by it stands where the buttons were, and other rows keep theirs', async () => {
    const row = (name: string) => ({
      kind: 'list' as const,
      rows: [{ title: [{ text: name }], lines: [], buttons: [button('Klaar', { name }), button('Hulp', { name })] }],
    });
    teams.answers({ ...says('Goedemorgen'), parts: [row('Eén'), row('Twee')] });
    await teams.sanne.writes('digest');
    teams.answers(says('Opgeslagen', [], { acted: true }));
    await teams.sanne.presses('Klaar', { occurrence: 2 });
    expect(ownChat()[0]).toBe('Goedemorgen\nEén\n[Klaar] [Hulp]\nTwee\n✓ Klaar');
    await teams.sanne.presses('Hulp');
    expect(ownChat()).toEqual(['Goedemorgen\nEén\n✓ Hulp\nTwee\n✓ Klaar', 'Opgeslagen', 'Opgeslagen']);
  });

  test('two rows pressed at the same time are both marked', async () => {
    const parts = ['Een', 'Twee'].map((name) => ({
      kind: 'list' as const,
      rows: [{ title: [{ text: name }], lines: [], buttons: [button(name)] }],
    }));
    teams.answers({ ...says('Goedemorgen'), parts });
    await teams.sanne.writes('digest');
    teams.answers(says('Opgeslagen', [], { acted: true }));
    await Promise.all([press('Een'), press('Twee')].map((activity) => teams.tells(activity)));
    await teams.settled();
    expect(ownChat()[0]).toBe('Goedemorgen\nEen\n✓ Een\nTwee\n✓ Twee');
  });

  test('a double click is one press; later it is a press like any other', async () => {
    await asksInChat();
    teams.answers(says('Opgeslagen'));
    const again = press('Op koers');
    const [first, second] = await Promise.all([teams.tells(press('Op koers')), teams.tells(again)]);
    expect(second).toEqual(first);
    await teams.settled();
    expect(teams.asked).toHaveLength(2);
    expect(ownChat().slice(1)).toEqual(['Opgeslagen']);
    teams.answers(says('Dit had je al gedaan'));
    await teams.pass(3_000);
    await teams.sanne.presses('Op koers');
    expect(ownChat().at(-1)).toBe('Dit had je al gedaan');
  });

  test('delivered twice, also much later, it is one press with one answer', async () => {
    await asksInChat();
    const activity = press('Op koers');
    const first = await teams.tells(activity);
    await teams.pass(60_000);
    expect(await teams.tells(activity)).toEqual(first);
    expect(teams.asked).toHaveLength(2);
  });

  test('what replaces takes its place, and stays when the chat is loaded again', async () => {
    await asksInChat();
    teams.answers({ kind: 'replace', notice: says('Het blijft zoals het is', [button('Toch')]) });
    // That what is shown is stored too is looked at with every press, see `member.ts`.
    await teams.sanne.presses('Op koers');
    expect(ownChat()).toEqual(['Het blijft zoals het is\n[Toch]']);
  });

  test('what replaces and does not fit in one card goes on below it', async () => {
    await asksInChat();
    const parts = Array.from({ length: 80 }, (_, index) => ({
      kind: 'text' as const,
      text: [{ text: `${index} ${'x'.repeat(1_500)}` }],
    }));
    teams.answers({ kind: 'replace', notice: { ...says('Lang'), parts } });
    await teams.sanne.presses('Op koers');
    const shown = ownChat();
    expect(shown.length).toBeGreaterThan(1);
    expect(shown[0]).toContain('Lang\n0 xxx');
    expect(shown.at(-1)).toContain('79 xxx');
    expect(shown.join('\n')).not.toContain('Hoe staat het');
  });

  test('a form stands below, and can be asked for once more', async () => {
    await asksInChat();
    teams.answers(FORM);
    expect(await teams.sanne.presses('Op koers')).toContain(BELOW);
    expect(ownChat()[0]).toBe('Hoe staat het?\n[Op koers] [Loopt achter]');
    expect(ownChat()[1]).toContain('[Opslaan]');
  });

  test('of a button that is kept no more is said that it is too old', async () => {
    teams.answers(says('Lang', [button('Veel', { tekst: 'x'.repeat(3_000) })]));
    await teams.sanne.writes('doel');
    const { database } = teams.opened;
    await database.change(() => database.statement('delete from kept_control').run({}));
    await teams.sanne.presses('Veel');
    expect(ownChat().at(-1)).toBe(say.plain('msteams.button-too-old'));
    expect(teams.asked).toHaveLength(1);
  });

  test('a long one says all that it was made with', async () => {
    teams.answers(says('Lang', [button('Veel', { tekst: 'x'.repeat(3_000) })]));
    await teams.sanne.writes('doel');
    await teams.sanne.presses('Veel');
    expect(lastAsked().said).toMatchObject({ intent: { args: { tekst: 'x'.repeat(3_000) } } });
  });

  test('what takes its time is announced; then the card changes', async () => {
    await asksInChat();
    teams.answers({ kind: 'replace', notice: says('Vervangen') });
    const release = teams.holds();
    const telling = teams.tells(press('Op koers'));
    await teams.isAsked(2);
    teams.clock.moveTo(new Date(teams.clock.now().getTime() + 4_000));
    expect((await telling).body).toMatchObject({ statusCode: 200, value: say.plain('msteams.wait') });
    release();
    await teams.settled();
    expect(ownChat()).toEqual(['Vervangen']);
  });

  test('a card that cannot be replaced any more stands below', async () => {
    await asksInChat();
    teams.answers({ kind: 'replace', notice: says('Vervangen') });
    const release = teams.holds();
    const telling = teams.tells(press('Op koers'));
    await teams.isAsked(2);
    teams.clock.moveTo(new Date(teams.clock.now().getTime() + 4_000));
    await telling;
    teams.fake.fail('edit', { how: { status: 404 } });
    release();
    await teams.settled();
    expect(ownChat().at(-1)).toBe('Vervangen');
    expect(teams.log).toEqual(['warn teams: a card was not replaced']);
  });

  test('a fault is said with its reference at the card', async () => {
    await asksInChat();
    teams.fake.fail('send', { how: { status: 400 } });
    const { body } = await teams.tells(press('Op koers'));
    expect(body).toMatchObject({ value: say.plain('msteams.answer-lost', { reference: 'K7F2' }) });
    expect(teams.faults).toHaveLength(1);
  });

  test('something else than a button of ours is left alone', async () => {
    await asksInChat();
    const activity = press('Op koers');
    expect(await teams.tells({ ...activity, value: { action: { data: {} } } })).toEqual({ status: 400, body: null });
    expect(await teams.tells({ ...activity, id: 'f:other', name: 'task/fetch' })).toEqual({ status: 501, body: null });
    expect(teams.asked).toHaveLength(1);
  });
});

describe('in a channel', () => {
  test('what replaces and is for everybody takes the place of the card, for everybody', async () => {
    await asksInChannel();
    teams.answers({ kind: 'replace', notice: says('Verzet', [], { visibility: 'everyone' }) });
    await teams.nadia.presses('Op koers');
    expect(inChannel()).toEqual(['Verzet']);
    expect(lastAsked().place).toEqual({ kind: 'channel', channel: teams.channel });
  });

  test('what else is for everybody comes in the thread', async () => {
    await asksInChannel();
    teams.answers(says('Nadia brengt een punt in', [], { visibility: 'everyone' }));
    expect(await teams.sanne.presses('Op koers')).toContain(BELOW);
    const [, card, shown] = teams.fake.messages(teams.channel);
    expect(shown!.thread).toBe(card!.thread);
  });

  test.each([
    ['what is for one person', says('Alleen voor jou')],
    ['what replaces for one person', { kind: 'replace', notice: says('Alleen voor jou') } as const],
    ['a form', FORM],
    ['a mistake', says('Dat gaat niet', [], { changedNothing: true })],
  ])('%s goes to their own chat', async (_, reply) => {
    await asksInChannel();
    teams.answers(reply);
    expect(await teams.sanne.presses('Op koers')).toContain(SENT);
    expect(inChannel()).toEqual(['Hoe staat het?\n[Op koers] [Loopt achter]']);
    expect(ownChat()).toHaveLength(1);
  });

  test('what is pressed on such an answer is asked as of the channel', async () => {
    await asksInChannel();
    teams.answers(says('Welke?', [button('Deze')]));
    await teams.sanne.presses('Op koers');
    await teams.sanne.presses('Deze');
    expect(lastAsked().place).toEqual({ kind: 'channel', channel: teams.channel });
    expect(inChannel()).toHaveLength(1);
  });

  test('of a channel where the bot never was, it is not believed', async () => {
    await asksInChat();
    const activity = press('Op koers') as { readonly value: { readonly action: { readonly data: Json } } } & Json;
    const data = { ...activity.value.action.data, channel: '19:made-up@thread.tacv2' };
    await teams.tells({ ...activity, value: { action: { data } } });
    expect(lastAsked().place).toEqual({ kind: 'personal' });
  });

  test('who has no app is asked to open it', async () => {
    await asksInChannel();
    const pressed = press('Op koers', teams.channel);
    teams.fake.uninstall(teams.sanne.person.aadId);
    teams.answers(says('Alleen voor jou'));
    const { body } = await teams.tells(pressed);
    expect(body).toMatchObject({ value: say.plain('msteams.open-app-first') });
    await teams.settled();
    expect(inChannel()).toHaveLength(1);
  });

  test('a guest hears at the card that they are not helped', async () => {
    await asksInChannel();
    teams.fake.changeMember(teams.sanne.person.aadId, { guest: true });
    await teams.pass(3_600_000);
    const { body } = await teams.tells(press('Op koers', teams.channel));
    expect(body).toMatchObject({ value: plainText(say('msteams.refused-guest')) });
    expect(teams.asked).toHaveLength(1);
    expect(inChannel()).toEqual(['Hoe staat het?\n[Op koers] [Loopt achter]']);
  });
});
