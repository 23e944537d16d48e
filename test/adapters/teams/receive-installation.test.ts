/** The app comes and goes: who is welcomed, what is remembered, and what is forgotten. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { plainText, say as voice } from '../../../src/bot/text.ts';
import { says } from '../../support/chat/scripted-replies.ts';
import type { Json } from '../../support/teams/fake-types.ts';
import { openScriptedTeams, type Scripted } from '../../support/teams/scripted-teams.ts';

let teams: Scripted;
beforeEach(async () => {
  teams = await openScriptedTeams();
});
afterEach(() => teams.stop());

const HELLO = plainText(voice('nl')('msteams.hello-channel'));
const SUGGEST = plainText(voice('nl')('msteams.suggest', { words: 'start of hulp' }));
const HOME = { label: 'Mijn leerteam', intent: { name: 'start', args: {} } };
const WELCOME = says('Hoi Sanne', [HOME]);
const sanne = () => teams.sanne.person.aadId;
const tenant = () => teams.fake.app.tenant;
const withSanne = () => teams.opened.store.conversations.conversationWith(tenant(), sanne());
const inChannel = (channel: string) => teams.opened.store.conversations.conversationIn(tenant(), channel);

async function tellsAll(activities: readonly Json[]): Promise<void> {
  await Promise.all(activities.map((activity) => teams.tells(activity)));
  await teams.settled();
}

describe('for a person', () => {
  test('the welcome comes once, though Teams tells it twice', async () => {
    teams.greets(WELCOME);
    await tellsAll(teams.activities.installed(sanne()));
    expect(teams.wrote(teams.sanne.chat)).toEqual(['Hoi Sanne\n[Mijn leerteam]', SUGGEST]);
    expect(teams.greeted).toMatchObject([
      { platform: 'teams', account: sanne(), addresses: [teams.sanne.person.email] },
    ]);
  });

  test('the button of the welcome works', async () => {
    teams.greets(WELCOME);
    await tellsAll(teams.activities.installed(sanne()));
    await teams.sanne.presses('Mijn leerteam');
    expect(teams.asked[0]!.said).toMatchObject({ intent: { name: 'start' } });
  });

  test('nothing is said when the core is silent, and where to write is known', async () => {
    await tellsAll(teams.activities.installed(sanne()));
    expect(teams.wrote(teams.sanne.chat)).toEqual([]);
    expect(await withSanne()).toMatchObject({
      conversation: teams.sanne.chat,
      member: teams.sanne.person.id,
      serviceUrl: teams.fake.serviceUrl,
      bot: teams.fake.app.bot,
    });
  });

  test('a guest is not greeted', async () => {
    const guest = teams.fake.addMember({ name: 'Gast', email: 'gast@elders.example', guest: true });
    teams.greets(WELCOME);
    await tellsAll(teams.activities.installed(guest.aadId));
    expect(teams.greeted).toEqual([]);
    expect(teams.wrote(teams.fake.chat(guest.aadId))).toEqual([]);
  });

  test('an upgrade of the app is no reason to say anything', async () => {
    teams.greets(WELCOME);
    const [, installation] = teams.activities.installed(sanne());
    await tellsAll([{ ...installation, action: 'add-upgrade' }]);
    expect(teams.greeted).toEqual([]);
  });

  test('removed, it is forgotten; it comes back with the next word', async () => {
    await tellsAll(teams.activities.installed(sanne()));
    await tellsAll(teams.activities.removed(sanne()));
    expect(await withSanne()).toBeNull();
    await teams.sanne.writes('doel');
    expect(await withSanne()).not.toBeNull();
  });

  test.each([
    ['refuses', { status: 403 }, false],
    ['may have taken', { status: 500 }, true],
  ] as const)('a welcome that Teams %s is in the log, and the core knows', async (_, how, isShown) => {
    teams.greets(WELCOME);
    teams.fake.fail('send', { how });
    await tellsAll(teams.activities.installed(sanne()));
    expect(teams.log).toEqual(['warn teams: a welcome was not shown']);
    expect(teams.isShown).toEqual([isShown]);
    expect(teams.faults).toEqual([]);
  });
});

test('the app that comes to everybody at once keeps nobody waiting who asks something', async () => {
  teams.greets(WELCOME);
  const colleagues = Array.from({ length: 40 }, (_, index) =>
    teams.fake.addMember({ name: `Collega ${index}`, email: `collega${index}@example.org` }),
  );
  const told = colleagues.flatMap(({ aadId }) => teams.activities.installed(aadId).map((each) => teams.tells(each)));
  await teams.settled();
  const asked = teams.sanne.writes('doel status');
  await teams.settled();
  expect(teams.wrote(teams.sanne.chat)).toEqual(['Goed']);
  for (let second = 0; second < 30; second++) await teams.pass(1_000);
  await Promise.all([asked, ...told]);
  expect(colleagues.map(({ aadId }) => teams.wrote(teams.fake.chat(aadId)).length)).toEqual(colleagues.map(() => 2));
});

describe('in a team', () => {
  test('one word is said, and every channel is known by its name', async () => {
    await tellsAll(teams.activities.installed(sanne(), teams.team.id));
    expect(teams.wrote(teams.team.id)).toEqual([HELLO]);
    expect(await inChannel(teams.team.id)).toMatchObject({ name: 'De Regenbui', team: teams.team.id });
    expect(await inChannel(teams.channel)).toMatchObject({ name: 'team', team: teams.team.id });
    expect(teams.greeted).toEqual([]);
  });

  test('the core hears how a channel is called, also when only its id comes with the words', async () => {
    await tellsAll(teams.activities.installed(sanne(), teams.team.id));
    await teams.sanne.mentions('agenda', teams.channel);
    expect(teams.asked[0]!.place).toEqual({ kind: 'channel', channel: teams.channel, name: 'team' });
  });

  test('a channel that is renamed is known by its new name', async () => {
    await tellsAll(teams.activities.installed(sanne(), teams.team.id));
    await tellsAll([teams.activities.channelChanged(sanne(), teams.channel, 'channelRenamed', 'bovenbouw')]);
    expect(await inChannel(teams.channel)).toMatchObject({ name: 'bovenbouw' });
    expect(await inChannel(teams.team.id)).toMatchObject({ name: 'De Regenbui' });
  });

  test('a channel that is taken away is forgotten', async () => {
    await tellsAll(teams.activities.installed(sanne(), teams.team.id));
    const renamed = teams.activities.channelChanged(sanne(), teams.channel, 'channelRenamed', 'team');
    const channelData = { ...(renamed.channelData as Json), eventType: 'channelDeleted' };
    await tellsAll([{ ...renamed, channelData }]);
    expect(await inChannel(teams.channel)).toBeNull();
    expect(await inChannel(teams.team.id)).not.toBeNull();
  });

  test('somebody who joins is not greeted', async () => {
    teams.greets(WELCOME);
    await tellsAll([teams.activities.joined(sanne(), teams.channel)]);
    expect(teams.greeted).toEqual([]);
    expect(teams.wrote(teams.channel)).toEqual([]);
  });

  test('when the channels are not told, the word is said all the same', async () => {
    teams.fake.fail('channels', { how: { status: 500 } });
    await tellsAll(teams.activities.installed(sanne(), teams.team.id));
    expect(teams.wrote(teams.team.id)).toEqual([HELLO]);
    expect(teams.log).toEqual(['warn teams: the channels of a team were not told']);
  });

  test('removed, its channels are forgotten', async () => {
    await tellsAll(teams.activities.installed(sanne(), teams.team.id));
    await tellsAll(teams.activities.removed(sanne(), teams.team.id));
    expect(await inChannel(teams.team.id)).toBeNull();
    expect(await inChannel(teams.channel)).toBeNull();
  });
});

describe('in a group', () => {
  test('one word is said; removed, it is forgotten', async () => {
    await tellsAll(teams.activities.installed(sanne(), teams.group));
    expect(teams.wrote(teams.group)).toEqual([HELLO]);
    expect(await inChannel(teams.group)).toMatchObject({ team: null });
    await tellsAll(teams.activities.removed(sanne(), teams.group));
    expect(await inChannel(teams.group)).toBeNull();
  });
});

test('what is no activity is refused, and the rest goes on', async () => {
  const activity = teams.activities.message(sanne(), 'doel');
  expect((await teams.tells({ ...activity, from: { id: 'x', aadObjectId: 7 } })).status).toBe(400);
  expect((await teams.tells({ ...activity, type: 'messageReaction' })).status).toBe(200);
  expect((await teams.tells({ ...activity, type: 'installationUpdate' })).status).toBe(200);
  expect(teams.asked).toEqual([]);
});
