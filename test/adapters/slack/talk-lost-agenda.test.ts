/** A shared agenda that is not in its channel: the app was not invited yet, or somebody took the message away. The chair shares it once more. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { SlackSchool } from '../../support/slack/slack-school.ts';
import { openRegenbui } from './regenbui.ts';

let school: SlackSchool;
let channel: string;
beforeEach(async () => {
  school = await openRegenbui();
  channel = school.channel('bovenbouw');
});
afterEach(async () => {
  expect(school.faults).toEqual([]);
  await school.stop();
});

const posted = () => school.fake.messages(channel).filter(({ user }) => user === school.fake.bot.userId);
const share = () => school.member('Nadia').types('/agenda delen');

test('the app comes into the channel later', async () => {
  school.fake.changeChannel(channel, { withBot: false });
  expect(await share()).toContain('Gedeeld in het kanaal van Bovenbouw.');
  expect(posted()).toEqual([]);
  school.fake.changeChannel(channel, { withBot: true });
  expect(await share()).toContain('Gedeeld in het kanaal van Bovenbouw.');
  expect(posted()).toHaveLength(1);
  expect(await share()).toContain('al gedeeld');
  expect(posted()).toHaveLength(1);
  expect(await school.opened.store.outbox.counts()).toMatchObject({ failed: 0 });
});

test('the message was deleted by hand: what changes brings it not back, sharing it does', async () => {
  await share();
  const [message] = posted();
  school.fake.deleteMessage(channel, message!.ts);
  await school.member('Sanne').types('/agenda punt Nog iets 5 min');
  expect(posted()).toEqual([]);
  expect(await share()).toContain('Gedeeld in het kanaal van Bovenbouw.');
  expect(posted()).toHaveLength(1);
  await school.member('Sanne').types('/agenda punt En nog iets 5 min');
  expect(posted()).toHaveLength(1);
  expect(JSON.stringify(posted()[0]!.blocks)).toContain('En nog iets');
});
