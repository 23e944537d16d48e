/** [Verzet ook die acties]: what was due at a meeting that was moved is due on its new day. */
import { z } from 'zod';
import { command } from '../bot/command.ts';
import { Stale } from '../bot/errors.ts';
import { answer } from '../bot/notice.ts';
import { findMeeting } from './find-meeting.ts';
import { lastMove } from './last-move.ts';
import { takesPlace } from './meeting.ts';
import { dueActions } from './move.command.ts';

export const moveActions = command({
  intent: 'agenda.verzet-acties',
  words: [],
  example: 'example.agenda-move',
  help: null,
  parse: () => null,
  args: z.object({ bijeenkomst: z.string() }),
  run: async (context, which) => {
    const { say, stamp, store, today } = context;
    const found = await findMeeting(context, 'meeting.plan', which);
    const to = lastMove(found);
    const isMoved = found.meeting.state === 'verzet' && to !== null && takesPlace(to);
    const due = isMoved ? await dueActions(context, found) : [];
    let count = 0;
    for (const [index, { id, version }] of due.entries()) {
      // Each is an act of its own, so the key goes with the last: a press after a failure in between does the rest.
      const once = index === due.length - 1 ? stamp.once : null;
      try {
        await store.actions.changeDue({ ...stamp, once }, id, version, to!.date, say.plain('agenda.move.reason'));
        count++;
      } catch (error) {
        // Closed or moved by somebody else meanwhile.
        if (!(error instanceof Stale)) throw error;
      }
    }
    if (count === 0) return answer(say('agenda.move.no-actions'));
    return answer(say('agenda.move.actions-moved', { count, date: say.date(to!.date, today) }));
  },
});
