/** "Marieke gaf door wanneer je er niet bent": what the director said about somebody's absence, as it stands now, with [Klopt niet] (kind `afwezig-gemeld`). */
import { buttonsPart, textPart } from '../bot/notice.ts';
import type { Row } from '../bot/reply.ts';
import { literal } from '../bot/text.ts';
import { aboutPerson } from '../delivery/about-person.ts';
import type { Nudge } from '../delivery/nudge.ts';
import { readSubject } from '../delivery/subject.ts';
import { lostTalkParts } from '../pop/lost-talks.ts';
import { absentButton, periodWords, undoButton } from './undo-absence.command.ts';

export const absenceToldNudge: Nudge = {
  kind: 'afwezig-gemeld',

  // Comes of what a director does, so it is never planned.
  plan: () => [],
  about: aboutPerson,
  lastDay: (_, { until }) => until,

  compose: async ({ subject, from }, { store, say, today, receiver }) => {
    const about = readSubject(subject);
    const reporter = about?.kind === 'person' ? await store.people.person(about.id) : null;
    if (!reporter) return null;
    // Also what was over before it could be told: it says why no message came.
    const absences = await store.people.absences(receiver.id, from);
    const { name } = reporter;
    if (absences.length === 0) {
      return { parts: [textPart(say('absent.told-none', { name })), ...buttonsPart([absentButton({ say })])] };
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
    const reader = { store, say, today, actor: receiver };
    const talks = await Promise.all(absences.map((absence) => lostTalkParts(reader, absence)));
    return { parts: [textPart(say('absent.told', { name })), { kind: 'list', rows }, ...talks.flat()] };
  },
};
