/** An admin gives everybody the app at once, in the middle of a working day: who asks something meanwhile does not wait for that. */
import { addMinutes } from 'date-fns/addMinutes';
import { addSeconds } from 'date-fns/addSeconds';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { sendActivity } from '../../support/teams/signed.ts';
import { type OpenTeams, openTeams, soon } from './open-teams.ts';

const EVERYBODY = 300;
/** In seconds: at twelve calls a second, with some to spare. */
const LONGEST = 60;

let it: OpenTeams;
beforeEach(async () => {
  it = await openTeams();
  await it.teams.start(it.address);
  it.fake.enforceLimits();
});
afterEach(() => it.close());

const lookedUp = () => it.fake.calls.filter(({ call }) => call === 'member').length;
const answers = () => it.fake.messages(it.sanne.aadId).filter(({ from }) => from === it.fake.app.bot).length;

async function asks(): Promise<void> {
  const before = answers();
  expect((await sendActivity(it.url, it.fake, it.activities.message(it.sanne.aadId, 'doel'))).status).toBe(200);
  await soon(answers).toBeGreaterThan(before);
}

/** Gives what Teams heard; all of it has come in. */
async function rollsOut(): Promise<readonly Promise<Response>[]> {
  const told = Array.from({ length: EVERYBODY }, (_, index) => {
    const { aadId } = it.fake.addMember({ name: `Collega ${index}`, email: `collega-${index}@example.org` });
    return it.activities.installed(aadId).map((activity) => sendActivity(it.url, it.fake, activity));
  });
  const { conversations } = it.core.opened.store;
  await soon(async () => (await conversations.strangers()).length).toBe(EVERYBODY);
  await it.core.quiet.reached();
  return told.flat();
}

/** Gives how many seconds went by. */
async function goesOnUntil(isSo: () => boolean): Promise<number> {
  let second = 0;
  for (; !isSo() && second < LONGEST; second++) {
    it.clock.moveTo(addSeconds(it.clock.now(), 1));
    await it.core.quiet.reached();
  }
  return second;
}

test('no limit is hit, and who asks something is answered at that same moment', { timeout: 120_000 }, async () => {
  await asks();
  it.clock.moveTo(addMinutes(it.clock.now(), 1));
  const before = lookedUp();
  const told = await rollsOut();
  const moment = it.clock.now();
  await asks();
  expect(it.clock.now()).toEqual(moment);
  expect(lookedUp() - before).toBeLessThan(EVERYBODY);
  await goesOnUntil(() => lookedUp() - before === EVERYBODY);
  it.clock.moveTo(addMinutes(it.clock.now(), 1));
  expect(new Set((await Promise.all(told)).map(({ status }) => status))).toEqual(new Set([200]));
  expect(lookedUp() - before).toBe(EVERYBODY);
  expect(it.fake.limited).toBe(0);
  expect(it.core.faults).toEqual([]);
});

test('a server that stops meanwhile does not wait for all of them', { timeout: 120_000 }, async () => {
  const told = await rollsOut();
  let isStopped = false;
  const stopped = it.teams.stop().then(() => {
    isStopped = true;
  });
  expect(await goesOnUntil(() => isStopped)).toBeLessThan(5);
  await stopped;
  expect(new Set((await Promise.all(told)).map(({ status }) => status))).toEqual(new Set([200]));
  expect(lookedUp()).toBeLessThan(EVERYBODY);
  expect(it.core.faults).toEqual([]);
});
