/** The double that other tests send through keeps the contract too. */
import type { Notice } from '../../src/bot/reply.ts';
import type { PersonId, SchoolId } from '../../src/people/person.ts';
import type { Platform } from '../../src/platform.ts';
import { platformContract } from '../contracts/platform.contract.ts';
import { seenNotice } from '../support/seen-notice.ts';
import { FakePlatform } from './fake-platform.ts';

platformContract('double', async () => {
  const double = new FakePlatform();
  const references = new Map<Notice, string>();
  const platform: Platform = {
    name: double.name,
    send: async (to, notice, now) => {
      const sent = await double.send(to, notice, now);
      references.set(notice, sent.reference);
      return sent;
    },
    edit: (to, reference, notice, now) => double.edit(to, reference, notice, now),
  };
  return {
    platform,
    person: 1 as PersonId,
    other: 2 as PersonId,
    channel: { kind: 'channel', schoolId: 1 as SchoolId, channel: 'bovenbouw' },
    // It takes any.
    knowsReferences: false,
    seen: async (to) => {
      const sent =
        to.kind === 'person'
          ? double.sent.filter((one) => one.to === to.personId)
          : double.channelSent.filter((one) => one.channel === to.channel);
      // It keeps edits apart.
      return sent.map(({ notice }) => {
        const edit = double.edits.findLast(({ reference }) => reference === references.get(notice));
        return seenNotice(edit?.notice ?? notice);
      });
    },
    close: async () => {},
  };
});
