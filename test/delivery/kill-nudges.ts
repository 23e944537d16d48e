/** What goes out while processes are killed: digests, and a post to each of some channels. */
import { localTime } from '../../src/calendar/zone.ts';
import type { Nudge } from '../../src/delivery/nudge.ts';
import { DELIVERED } from './ticking-school.ts';

export const CHANNELS: readonly string[] = Array.from({ length: 20 }, (_, index) => `kanaal-${index + 1}`);

const toChannels: Nudge = {
  kind: 'agenda-delen',
  plan: () => [],
  posts: ({ school }, day) =>
    CHANNELS.map((channel) => ({
      key: `${channel}:${day}`,
      kind: 'agenda-delen',
      schoolId: school.id,
      to: { kind: 'channel', schoolId: school.id, channel },
      subject: 'team:1',
      day,
      time: localTime('08:00'),
      untilDay: day,
      until: localTime('23:00'),
    })),
  about: (_, { subject }) => subject,
  lastDay: () => null,
  compose: async () => null,
  composePost: async () => ({ kind: 'notice', visibility: 'everyone', title: [{ text: 'De agenda' }], parts: [] }),
};

export const KILLED_AT: readonly Nudge[] = [toChannels, ...DELIVERED];
