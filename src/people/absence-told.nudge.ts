/** "Marieke gaf door wanneer je er niet bent": what the director said about somebody's absence, as it stands now, with [Klopt niet] (kind `afwezig-gemeld`). */
import { buttonsPart, textPart } from '../bot/notice.ts';
import type { Button, Row } from '../bot/reply.ts';
import { literal } from '../bot/text.ts';
import type { Nudge } from '../delivery/nudge.ts';
import { readSubject } from '../delivery/subject.ts';
import { periodWords, undoButton } from './undo-absence.command.ts';

export const absenceToldNudge: Nudge = {
  kind: 'afwezig-gemeld',

  // Comes of what a director does, so it is never planned.
  plan: () => [],
  about: (state, { subject }) => {
    const about = readSubject(subject);
    return (about?.kind === 'person' && state.people.find(({ id }) => id === about.id)?.name) || state.school.name;
  },
  lastDay: (_, { until }) => until,

  compose: async ({ subject, from }, { store, say, today, receiver }) => {
    const about = readSubject(subject);
    const reporter = about?.kind === 'person' ? await store.people.person(about.id) : null;
    if (!reporter) return null;
    // Also what was over before it could be told: it says why no message came.
    const absences = await store.people.absences(receiver.id, from);
    const { name } = reporter;
    if (absences.length === 0) {
      const away: Button = { label: say.plain('start.menu.absent'), intent: { name: 'afwezig', args: {} } };
      return { parts: [textPart(say('absent.told-none', { name })), ...buttonsPart([away])] };
    }
    const self = { id: receiver.id, schoolId: null };
    const rows = absences.map((absence): Row => {
      const isOver = absence.until !== null && absence.until < today;
      return {
        title: literal(periodWords({ say, today }, absence)),
        lines: [],
        buttons: isOver ? [] : [undoButton({ say }, { absence, before: [] }, self, 'absent.button.not-right')],
      };
    });
    return { parts: [textPart(say('absent.told', { name })), { kind: 'list', rows }] };
  },
};
