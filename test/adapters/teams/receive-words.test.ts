/** Words in somebody's own chat, in a channel and in a group: who sees the answer. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { plainText, say } from '../../../src/bot/text.ts';
import { button, FORM, says } from '../../support/chat/scripted-replies.ts';
import { openScriptedTeams, type Scripted } from '../../support/teams/scripted-teams.ts';

let teams: Scripted;
beforeEach(async () => {
  teams = await openScriptedTeams();
});
afterEach(() => teams.stop());

const SENT = plainText(say('nl')('msteams.sent-personally'));
const OPEN_FIRST = plainText(say('nl')('msteams.open-app-first'));
const ownChat = () => teams.wrote(teams.sanne.chat);
const inChannel = () => teams.wrote(teams.channel);

describe('in the own chat', () => {
  test('what is typed is asked, and answered there', async () => {
    teams.answers(says('Drie doelen'));
    await teams.sanne.writes('doel status');
    expect(ownChat()).toEqual(['Drie doelen']);
    const [asked] = teams.asked;
    expect(asked).toMatchObject({
      said: { kind: 'text', text: 'doel status' },
      place: { kind: 'personal' },
      sender: { platform: 'teams', tenant: teams.fake.app.tenant, account: teams.sanne.person.aadId },
    });
    expect(asked!.once).toMatch(/^teams:a:.+:\d+$/);
    expect(teams.acts.count).toBe(1);
  });

  test('with a slash it is the same', async () => {
    await teams.sanne.writes('/doel status');
    expect(teams.asked[0]!.said).toEqual({ kind: 'text', text: '/doel status' });
  });

  test('a form is a card; what is for everybody stands there too', async () => {
    teams.answers(FORM);
    await teams.sanne.writes('doel update');
    expect(ownChat().at(-1)).toContain('[Opslaan]');
    teams.answers(says('Gedeeld', [], { visibility: 'everyone' }));
    await teams.sanne.writes('agenda delen');
    expect(ownChat().at(-1)).toBe('Gedeeld');
  });

  test('delivered twice, it is done once', async () => {
    const activity = teams.activities.message(teams.sanne.person.aadId, 'doel');
    await Promise.all([teams.tells(activity), teams.tells(activity)]);
    await teams.pass(60_000);
    await teams.tells(activity);
    await teams.settled();
    expect(teams.asked).toHaveLength(1);
    expect(ownChat()).toEqual(['Goed']);
  });

  test('after ten seconds Teams hears that it came; the answer follows', async () => {
    const release = teams.holds();
    let isAcknowledged = false;
    const telling = teams.tells(teams.activities.message(teams.sanne.person.aadId, 'doel')).then((answer) => {
      isAcknowledged = true;
      return answer;
    });
    await teams.isAsked(1);
    expect(isAcknowledged).toBe(false);
    teams.clock.moveTo(new Date(teams.clock.now().getTime() + 10_000));
    expect(await telling).toEqual({ status: 200, body: null });
    expect(ownChat()).toEqual([]);
    release();
    await teams.settled();
    expect(ownChat()).toEqual(['Goed']);
  });

  describe('start and help come with what can be typed next', () => {
    const leadsTo = (name: string) => ({ label: name, intent: { name, args: {} } });
    const suggestions = (chat: string) => teams.fake.messages(chat).at(-1)!.activity.suggestedActions;

    test('which is said as well, for Teams takes the suggestions away', async () => {
      teams.answers(says('Mijn leerteam', ['actie', 'doel.status', 'agenda', 'hulp'].map(leadsTo)));
      await teams.sanne.writes('/start');
      expect(ownChat().at(-1)).toBe(say('nl').plain('msteams.suggest', { words: 'doel status, actie of hulp' }));
      expect(suggestions(teams.sanne.chat)).toEqual({
        to: [teams.sanne.person.id],
        actions: ['doel status', 'actie', 'hulp'].map((value) => ({ type: 'imBack', title: value, value })),
      });
      await teams.sanne.writes('doel');
      expect(ownChat().at(-1)).toContain('[doel.status]');
    });

    test('in their own language, and never what they just did', async () => {
      teams.answers(says('Help', ['start', 'doel.status', 'hulp'].map(leadsTo)));
      await teams.nadia.writes('What can you do?');
      const words = 'start or doel status';
      expect(teams.wrote(teams.nadia.chat).at(-1)).toBe(say('en').plain('msteams.suggest', { words }));
    });

    test('only what the answer offers them: not the goals to an admin', async () => {
      teams.answers(says('Mijn startpagina', ['school', 'hulp'].map(leadsTo)));
      await teams.sanne.writes('hoi');
      expect(suggestions(teams.sanne.chat)).toMatchObject({ actions: [{ value: 'hulp' }] });
    });

    test('nothing to a stranger, nor to a guest', async () => {
      teams.answers(says('Ik ken je nog niet.'));
      await teams.sanne.writes('hoi');
      expect(ownChat()).toEqual(['Ik ken je nog niet.']);
      teams.answers(says('Mijn leerteam', [leadsTo('hulp')]));
      teams.fake.changeMember(teams.sanne.person.aadId, { guest: true });
      await teams.pass(3_600_000);
      await teams.sanne.writes('hulp');
      expect(ownChat()).toEqual(['Ik ken je nog niet.', say('nl').plain('msteams.refused-guest')]);
    });
  });

  test('what cannot be shown is said with a reference', async () => {
    teams.fake.fail('send', { how: { status: 400 }, times: 1 });
    await teams.sanne.writes('doel');
    expect(ownChat()).toEqual([say('nl').plain('msteams.answer-lost', { reference: 'K7F2' })]);
    expect(teams.faults).toHaveLength(1);
  });

  test('an answer to an earlier message is what stands under that message', async () => {
    const activity = teams.activities.message(teams.sanne.person.aadId, 'Hoe staat het ermee? doel status');
    const content =
      '<blockquote itemscope><p itemprop="preview">Hoe staat het ermee?</p></blockquote><p>doel status</p>';
    await teams.tells({
      ...activity,
      attachments: [{ contentType: 'image/*' }, { contentType: 'text/html', content }],
    });
    await teams.settled();
    expect(teams.asked.map(({ said }) => said)).toEqual([{ kind: 'text', text: 'doel status' }]);
  });

  test.each([
    'messageUpdate',
    'messageDelete',
    'messageReaction',
    'typing',
    'event',
    'endOfConversation',
    'iets nieuws',
  ])('that Teams tells of a %s too is no reason to say anything', async (type) => {
    const activity = teams.activities.message(teams.sanne.person.aadId, 'doel');
    expect(await teams.tells({ ...activity, type })).toEqual({ status: 200, body: null });
    await teams.settled();
    expect([teams.asked, ownChat(), teams.faults]).toEqual([[], [], []]);
  });

  test('of an app, and of somebody without an account', async () => {
    const activity = teams.activities.message(teams.sanne.person.aadId, 'doel');
    await teams.tells({ ...activity, from: { id: '28:other', name: 'Andere app' } });
    await teams.tells({ ...activity, from: { id: '29:guest', name: 'Iemand' } });
    await teams.settled();
    expect(teams.asked).toEqual([]);
    expect(ownChat()).toEqual([say('nl').plain('msteams.refused-stranger')]);
  });
});

describe('in a channel', () => {
  test('what is for everybody stands in the thread', async () => {
    teams.answers(says('De agenda', [button('Punt inbrengen')], { visibility: 'everyone' }));
    await teams.sanne.mentions('agenda', teams.channel);
    expect(inChannel()).toEqual(['De agenda\n[Punt inbrengen]']);
    const [asked, shown] = teams.fake.messages(teams.channel);
    expect(shown!.thread).toBe(asked!.id);
    expect(ownChat()).toEqual([]);
    expect(teams.asked[0]).toMatchObject({
      said: { kind: 'text', text: 'agenda' },
      place: { kind: 'channel', channel: teams.channel },
    });
  });

  test.each([
    ['what is for one person', says('Je POP', [button('Klaar')])],
    ['a mistake', says('Ik ken dit niet', [], { changedNothing: true })],
    ['a form', FORM],
    ['what replaces', { kind: 'replace', notice: says('Vervangen') } as const],
  ])('%s goes to their own chat', async (_, reply) => {
    teams.answers(reply);
    await teams.sanne.mentions('pop', teams.channel);
    expect(inChannel()).toEqual([SENT]);
    expect(ownChat()).toHaveLength(1);
    expect(teams.faults).toEqual([]);
  });

  test('what may be said aloud is said there, and nothing is sent to their own chat', async () => {
    teams.answers(says('Gedeeld. Dit is je agenda.', [], { acted: true, aloud: [{ text: 'Gedeeld.' }] }));
    await teams.sanne.mentions('agenda delen', teams.channel);
    expect(inChannel()).toEqual(['Gedeeld.']);
    expect(ownChat()).toEqual([]);
    await teams.sanne.writes('agenda delen');
    expect(ownChat()).toEqual(['Gedeeld. Dit is je agenda.']);
  });

  test('the same in a group chat', async () => {
    teams.answers(says('Je POP'));
    await teams.sanne.mentions('pop', teams.group);
    expect(teams.wrote(teams.group)).toEqual([SENT]);
    expect(teams.asked[0]!.place).toEqual({ kind: 'channel', channel: teams.group });
    teams.answers(says('De agenda', [], { visibility: 'everyone' }));
    await teams.sanne.mentions('agenda', teams.group);
    expect(teams.wrote(teams.group)).toEqual([SENT, 'De agenda']);
    expect(ownChat()).toEqual(['Je POP']);
  });

  test('a colleague who is mentioned becomes their address', async () => {
    await teams.sanne.mentions('actie Ouderavond @Nadia vrijdag', teams.channel);
    expect(teams.asked[0]!.said).toEqual({
      kind: 'text',
      text: `actie Ouderavond ${teams.nadia.person.email} vrijdag`,
    });
  });

  test('in their own language', async () => {
    teams.answers(says('Your POP'));
    await teams.nadia.mentions('pop', teams.channel);
    expect(inChannel()).toEqual([say('en').plain('msteams.sent-personally')]);
  });

  test('who has no app is asked to open it, and nothing private is said', async () => {
    teams.fake.uninstall(teams.sanne.person.aadId);
    teams.answers(says('Je POP'));
    await teams.tells(teams.activities.mention(teams.sanne.person.aadId, 'pop', { where: teams.channel }));
    await teams.settled();
    expect(inChannel()).toEqual([OPEN_FIRST]);
    expect(teams.faults).toEqual([]);
  });

  test('who has no app and did something hears that it is stored: doing it again would do it twice', async () => {
    teams.fake.uninstall(teams.sanne.person.aadId);
    teams.answers(says('Nadia doet het', [], { acted: true }));
    await teams.tells(teams.activities.mention(teams.sanne.person.aadId, 'actie', { where: teams.channel }));
    await teams.settled();
    expect(inChannel()).toEqual([say('nl').plain('msteams.stored-open-app')]);
  });

  test('who has the app and never wrote gets a chat; one that is gone is begun anew', async () => {
    teams.answers(says('Je POP'));
    await teams.sanne.mentions('pop', teams.channel);
    const { tenant } = teams.fake.app;
    const known = await teams.opened.store.conversations.conversationWith(tenant, teams.sanne.person.aadId);
    expect(known!.conversation).toBe(teams.sanne.chat);
    teams.fake.lose(teams.sanne.chat);
    await teams.tells(teams.activities.mention(teams.sanne.person.aadId, 'pop', { where: teams.channel }));
    await teams.settled();
    expect(inChannel()).toEqual([SENT, SENT]);
    expect(ownChat()).toEqual(['Je POP']);
    expect(teams.sanne.chat).not.toBe(known!.conversation);
  });

  test('a fault with an answer for one person says its reference', async () => {
    await teams.sanne.writes('doel');
    teams.fake.fail('send', { how: { status: 400 }, times: 1, only: ({ path }) => path.includes(teams.sanne.chat) });
    await teams.sanne.mentions('pop', teams.channel);
    expect(inChannel()).toEqual([say('nl').plain('msteams.answer-lost', { reference: 'K7F2' })]);
  });

  test('a guest hears there that they are not helped', async () => {
    const guest = teams.fake.addMember({ name: 'Gast', email: 'gast@elders.example', guest: true });
    teams.fake.addGroup({ members: [guest.aadId] });
    const where = teams.fake.addGroup({ members: [guest.aadId] });
    await teams.tells(teams.activities.mention(guest.aadId, 'doel', { where }));
    await teams.settled();
    expect(teams.wrote(where)).toEqual([say('nl').plain('msteams.refused-guest')]);
    expect(teams.asked).toEqual([]);
  });
});
