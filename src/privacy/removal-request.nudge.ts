/** "Sanne wil gewist worden": to the admins, with the line that does it. */
import { textPart } from '../bot/notice.ts';
import { localDateOf } from '../calendar/zone.ts';
import type { Nudge } from '../delivery/nudge.ts';
import { readSubject } from '../delivery/subject.ts';
import { hasRole } from '../people/permissions.ts';
import { removalDeadline } from './removal-tells.ts';

export const removalRequested: Nudge = {
  kind: 'verwijderverzoek',

  plan: () => [],

  about: (_state, { subject }) => subject,

  lastDay: (_state, { until }) => until,

  compose: async ({ subject }, { store, say, today, receiver }) => {
    const about = readSubject(subject);
    const request = about?.kind === 'person' ? await store.privacy.removalRequest(about.id) : null;
    if (!request || !hasRole(receiver, 'beheerder', null)) return null;
    const { name, email, at } = request;
    const asked = localDateOf(at);
    const [date, last] = [asked, removalDeadline(asked)].map((day) => say.date(day, today));
    return {
      parts: [
        textPart(say('removal.nudge', { name, date: date!, last: last! })),
        { kind: 'small', text: say('removal.nudge-how', { email }) },
      ],
    };
  },
};
