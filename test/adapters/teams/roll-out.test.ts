/** An admin gives everybody the app at once, in the middle of a working day: who asks something meanwhile does not wait for that. */
import { addMinutes } from 'date-fns/addMinutes';
import { addSeconds } from 'date-fns/addSeconds';
import { expect, test } from 'vitest';
import { sendActivity } from '../../support/teams/signed.ts';
import { openTeams, soon } from './open-teams.ts';

const EVERYBODY = 300;
/** In seconds: at twelve calls a second, with some to spare. */
const LONGEST = 60;

test('300 people get the app at once: no limit is hit, and who asks something is answered at that same moment', {
  timeout: 120_000,
}, async () => {
  const it = await openTeams();
  await it.teams.start(it.address);
  it.fake.enforceLimits();
  const lookedUp = () => it.fake.calls.filter(({ call }) => call === 'member').length;
  const answers = () => it.fake.messages(it.sanne.aadId).filter(({ from }) => from === it.fake.app.bot).length;
  const asks = async () => {
    const before = answers();
    expect((await sendActivity(it.url, it.fake, it.activities.message(it.sanne.aadId, 'doel'))).status).toBe(200);
    await soon(answers).toBeGreaterThan(before);
  };
  await asks();
  it.clock.moveTo(addMinutes(it.clock.now(), 1));

  const before = lookedUp();
  const told = Array.from({ length: EVERYBODY }, (_, index) => {
    const { aadId } = it.fake.addMember({ name: `Collega ${index}`, email: `collega-${index}@example.org` });
    return it.activities.installed(aadId).map((activity) => sendActivity(it.url, it.fake, activity));
  }).flat();
  const { conversations } = it.core.opened.store;
  await soon(async () => (await conversations.strangers()).length).toBe(EVERYBODY);
  await it.core.quiet.reached();
  const moment = it.clock.now();
  await asks();
  expect(it.clock.now()).toEqual(moment);
  expect(lookedUp() - before).toBeLessThan(EVERYBODY);

  for (let second = 0; lookedUp() - before < EVERYBODY && second < LONGEST; second++) {
    it.clock.moveTo(addSeconds(it.clock.now(), 1));
    await it.core.quiet.reached();
  }
  it.clock.moveTo(addMinutes(it.clock.now(), 1));
  expect(new Set((await Promise.all(told)).map(({ status }) => status))).toEqual(new Set([200]));
  expect(lookedUp() - before).toBe(EVERYBODY);
  expect(it.fake.limited).toBe(0);
  expect(it.core.faults).toEqual([]);
  await it.close();
});
