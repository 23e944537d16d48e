/** "Zet op de agenda" in the menu of a message: a window with a form, which stays until it is right. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Form } from '../../../src/bot/reply.ts';
import { say as voice } from '../../../src/bot/text.ts';
import { button, says } from '../../support/chat/scripted-replies.ts';
import { openScriptedTeams, type Scripted } from '../../support/teams/scripted-teams.ts';

let teams: Scripted;
beforeEach(async () => {
  teams = await openScriptedTeams();
});
afterEach(() => teams.stop());

const say = voice('nl');
const FORM: Form = {
  kind: 'form',
  title: 'Punt voor de agenda',
  intro: null,
  fields: [{ name: 'tekst', kind: 'text', label: 'Punt', required: true, maxLength: 200 }],
  intent: { name: 'agenda.punt', args: { link: 'https://teams.microsoft.com/x' } },
  submit: 'Toevoegen',
  small: [],
};

async function opens(): Promise<string> {
  teams.answers(FORM);
  return teams.sanne.usesShortcut(teams.nadia.says('Zullen we de toetsdata bespreken?', teams.channel));
}

test('opens the form with the link, and not with the words', async () => {
  expect(await opens()).toContain('Punt *: ');
  expect(teams.asked[0]).toMatchObject({
    said: {
      intent: {
        name: 'agenda.punt',
        args: { link: expect.stringContaining('https://teams.microsoft.com/l/message/') },
      },
    },
    place: { kind: 'channel', channel: teams.channel },
    once: expect.stringMatching(/^teams:/),
  });
  expect(JSON.stringify(teams.asked)).not.toContain('toetsdata');
  expect(teams.sanne.modal()).toContain(say.plain('msteams.agenda-window'));
});

test('sent, the window shows what became of it, with its buttons', async () => {
  await opens();
  teams.answers(says('Staat op de agenda', [button('Toch niet')]));
  await teams.sanne.submits({ Punt: 'Toetsdata' });
  expect(teams.asked.at(-1)!.said).toMatchObject({
    intent: { args: { link: 'https://teams.microsoft.com/x', tekst: 'Toetsdata' } },
  });
  expect(teams.sanne.modal()).toContain('Staat op de agenda\n[Toch niet]');
  teams.answers(says('Weggehaald'));
  await teams.sanne.presses('Toch niet');
  expect(teams.sanne.modal()).toContain('Weggehaald');
  expect(teams.wrote(teams.channel)).toEqual([]);
  expect(teams.wrote(teams.sanne.chat)).toEqual([]);
});

test.each([
  ['without a button', []],
  ['with a way back', [{ ...button('Verder invullen', { opnieuw: 'ja' }), reopens: true } as const]],
])('a mistake %s stands above the form, which is as it was filled in', async (_, buttons) => {
  await opens();
  teams.answers(({ said }) => {
    if (said.kind !== 'intent') throw new Error('nothing was typed');
    const { opnieuw, tekst } = said.intent.args;
    if (opnieuw) return { ...FORM, fields: FORM.fields.map((field) => ({ ...field, value: 'Toetsdata' })) };
    return tekst === undefined ? FORM : says('Dat is te lang.', buttons, { changedNothing: true });
  });
  await teams.sanne.submits({ Punt: 'Toetsdata' });
  expect(teams.sanne.modal()).toMatch(/Dat is te lang\.\n(.*\n)*Punt \*: Toetsdata/);
  teams.answers(says('Staat op de agenda'));
  await teams.sanne.submits();
  expect(teams.sanne.modal()).toContain('Staat op de agenda');
});

test('a mistake that asks something takes the place of the form', async () => {
  await opens();
  teams.answers(says('Welk leerteam?', [button('Bovenbouw')], { changedNothing: true }));
  await teams.sanne.submits({ Punt: 'Toetsdata' });
  expect(teams.sanne.modal()).toContain('Welk leerteam?\n[Bovenbouw]');
});

test('what takes its time comes in their own chat, never in the channel', async () => {
  teams.answers(says('Staat op de agenda', [], { visibility: 'everyone' }));
  const release = teams.holds();
  const message = teams.nadia.says('Toetsdata', teams.channel);
  const using = teams.sanne.usesShortcut(message);
  await teams.isAsked(1);
  teams.clock.moveTo(new Date(teams.clock.now().getTime() + 4_000));
  expect(await using).toContain(say.plain('msteams.wait'));
  release();
  await teams.settled();
  expect(teams.wrote(teams.sanne.chat)).toEqual(['Staat op de agenda']);
  expect(teams.wrote(teams.channel)).toEqual([]);
});

test('who is not helped reads so in the window', async () => {
  teams.fake.changeMember(teams.sanne.person.aadId, { guest: true });
  const message = teams.fake.write(teams.channel, teams.nadia.person.aadId, 'x');
  const { body } = await teams.tells(teams.activities.fetchTask(teams.sanne.person.aadId, message, 'agenda_punt'));
  expect(JSON.stringify(body)).toContain(say.plain('msteams.refused-guest'));
  expect(teams.asked).toEqual([]);
});

test('another action than ours is refused', async () => {
  const message = teams.fake.write(teams.channel, teams.sanne.person.aadId, 'x');
  const { status } = await teams.tells(teams.activities.fetchTask(teams.sanne.person.aadId, message, 'other'));
  expect(status).toBe(400);
});

test('where it is used is not taken for somebody’s chat with the bot', async () => {
  await opens();
  const { conversations } = teams.opened.store;
  expect(await conversations.conversationIn(teams.fake.app.tenant, teams.channel)).toBeNull();
});
