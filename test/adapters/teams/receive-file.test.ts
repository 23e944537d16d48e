/** Files: offered in the own chat, and put in somebody's OneDrive when they want them. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { upload } from '../../../adapters/teams/receive/upload.ts';
import type { Notice } from '../../../src/bot/reply.ts';
import { say as voice } from '../../../src/bot/text.ts';
import { says } from '../../support/chat/scripted-replies.ts';
import type { Json } from '../../support/teams/fake-types.ts';
import { openScriptedTeams, type Scripted } from '../../support/teams/scripted-teams.ts';

let teams: Scripted;
beforeEach(async () => {
  teams = await openScriptedTeams();
});
afterEach(() => teams.stop());

const say = voice('nl');
const FILE = { name: 'pop-gesprek.ics', type: 'text/calendar', content: 'BEGIN:VCALENDAR é' } as const;
const WITH_FILE: Notice = {
  ...says('Afgesproken'),
  parts: [{ kind: 'file', file: FILE, sentence: [{ text: 'Voor in je agenda.' }] }],
};
const OFFERED = `(file offered: ${FILE.name})`;
const ownChat = () => teams.wrote(teams.sanne.chat);
const offer = () => teams.sanne.offers()[0]!;

async function isOffered(): Promise<void> {
  teams.answers(WITH_FILE);
  await teams.sanne.writes('pop gesprek');
}

function accept(person = teams.sanne, to: Json = {}): Json {
  const { message, offer: file } = offer();
  const place = teams.fake.newUpload(teams.sanne.person.aadId, file.name);
  return teams.activities.fileConsent(person.person.aadId, message, file.context, { ...place, ...to });
}

describe('a file', () => {
  test('is offered below the answer; accepted, it is there and the offer leads to it', async () => {
    await isOffered();
    expect(ownChat()).toEqual(['Afgesproken\nVoor in je agenda.', OFFERED]);
    expect(teams.fake.files).toEqual([]);
    expect(await teams.sanne.files()).toEqual([FILE.name]);
    expect(teams.fake.files[0]!.content.toString()).toBe(FILE.content);
    expect(ownChat().at(-1)).toBe(`(file: ${FILE.name})`);
  });

  test('declined, it goes nowhere and the offer says so', async () => {
    await isOffered();
    const { message, offer: file } = offer();
    await teams.sanne.answersOffer(message, file.context, null);
    expect(ownChat().at(-1)).toBe(say.plain('msteams.file-declined'));
    expect(teams.fake.files).toEqual([]);
  });

  test('asked in a channel, it is offered in the own chat', async () => {
    teams.answers({ ...WITH_FILE, visibility: 'everyone' });
    await teams.sanne.mentions('pop', teams.channel);
    expect(teams.wrote(teams.channel)).toEqual(['Afgesproken\nVoor in je agenda.']);
    expect(ownChat()).toEqual([OFFERED]);
  });

  test('accepted twice, it is put there once', async () => {
    await isOffered();
    const activity = accept();
    await Promise.all([teams.tells(activity), teams.tells({ ...activity, id: 'f:again' })]);
    await teams.settled();
    expect(teams.fake.files).toHaveLength(1);
    expect(teams.faults).toEqual([]);
  });

  test('somebody else does not get it', async () => {
    await isOffered();
    await teams.tells(accept(teams.nadia));
    await teams.settled();
    expect(teams.fake.files).toEqual([]);
  });

  test('one that is kept no more is said to be gone', async () => {
    await isOffered();
    const { database } = teams.opened;
    await database.change(() => database.statement('delete from kept_control').run({}));
    await teams.tells(accept());
    await teams.settled();
    expect(ownChat().at(-1)).toBe(say.plain('msteams.file-too-old'));
  });

  test.each([
    ['OneDrive says no', () => teams.fake.fail('upload', { how: { status: 500 } }), {}],
    ['the address is of somebody else', () => {}, { uploadUrl: 'https://files.example.org/upload' }],
  ])('%s: it is said with a reference, and the offer stays', async (_, goWrong, to) => {
    await isOffered();
    goWrong();
    expect(await teams.tells(accept(teams.sanne, to))).toEqual({ status: 200, body: null });
    await teams.settled();
    expect(ownChat().slice(1)).toEqual([OFFERED, say.plain('msteams.file-failed', { reference: 'K7F2' })]);
    expect(teams.faults).toHaveLength(1);
  });

  test('one that did not get there can be accepted again', async () => {
    await isOffered();
    const activity = accept();
    teams.fake.fail('upload', { how: { status: 500 }, times: 1 });
    await teams.tells(activity);
    await teams.pass(4_000);
    await teams.tells({ ...activity, id: 'f:later' });
    await teams.settled();
    expect(teams.fake.files).toHaveLength(1);
  });

  test('when it cannot be offered the answer stands all the same', async () => {
    teams.answers(WITH_FILE);
    teams.fake.fail('send', { how: { status: 400 }, only: ({ sent }) => JSON.stringify(sent).includes('consent') });
    await teams.sanne.writes('pop gesprek');
    const failed = say.plain('msteams.file-failed', { reference: 'K7F2' });
    expect(ownChat()).toEqual(['Afgesproken\nVoor in je agenda.', failed]);
  });
});

test('when OneDrive takes its time Teams hears soon that the answer came, and the file follows', async () => {
  await isOffered();
  const activity = accept();
  const fetched = globalThis.fetch;
  let goOn = () => {};
  const begun = new Promise<void>((begins) => {
    vi.spyOn(globalThis, 'fetch').mockImplementation(async (address, request) => {
      if (request?.method !== 'PUT' || !JSON.stringify(activity).includes(String(address)))
        return fetched(address, request);
      begins();
      await new Promise<void>((go) => {
        goOn = go;
      });
      return fetched(address, request);
    });
  });
  try {
    const telling = teams.tells(activity);
    await Promise.race([begun, telling]);
    teams.clock.moveTo(new Date(teams.clock.now().getTime() + 4_000));
    expect(await telling).toEqual({ status: 200, body: null });
    expect(teams.fake.files).toEqual([]);
  } finally {
    goOn();
    await teams.settled();
    vi.restoreAllMocks();
  }
  expect(teams.fake.files).toHaveLength(1);
});

describe('where a file may go', () => {
  const TEAMS = 'https://smba.trafficmanager.net/emea/';

  test.each([
    ['https://files.example.org/x', TEAMS],
    ['http://school-my.sharepoint.com/x', TEAMS],
    ['https://sharepoint.com.example.org/x', TEAMS],
    ['https://evilsharepoint.com/x', TEAMS],
    ['http://127.0.0.1:9/x', TEAMS],
    ['http://169.254.169.254/latest', TEAMS],
    ['file:///etc/passwd', TEAMS],
    ['no address', TEAMS],
    ['https://school-my.sharepoint.com/x', 'http://127.0.0.1:3978/'],
  ])('not to %s, when asked from %s', async (address, serviceUrl) => {
    await expect(upload(address, FILE, serviceUrl)).rejects.toMatchObject({ code: 'other_host' });
  });
});
