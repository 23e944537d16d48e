/** The platform contract on the trial school. */
import { trialPlatform } from '../../../adapters/trial/send.ts';
import { trialQueries } from '../../../db/trial.queries.ts';
import type { Notice } from '../../../src/bot/reply.ts';
import { platformContract } from '../../contracts/platform.contract.ts';
import { seenNotice } from '../../support/seen-notice.ts';
import { buildSchool, openStore } from '../../support/store.ts';

platformContract('trial school', async () => {
  const opened = await openStore();
  const school = await buildSchool(opened);
  const mailbox = trialQueries(opened.database);
  return {
    platform: trialPlatform(() => mailbox),
    person: school.person('Nadia'),
    other: school.person('Nico'),
    channel: { kind: 'channel', schoolId: school.id, channel: 'bovenbouw' },
    knowsReferences: true,
    seen: async (to) => {
      const messages = to.kind === 'person' ? await mailbox.list(to.personId, 0) : await mailbox.postsOf(to, 0);
      return messages.map(({ content }) => seenNotice(JSON.parse(content) as Notice));
    },
    close: async () => opened.close(),
  };
});
