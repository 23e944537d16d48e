/** `/ik-ben-er`: back from absence; absences that have not begun are named, with a button to take each back. */
import { z } from 'zod';
import { type Context, command } from '../bot/command.ts';
import { answer } from '../bot/notice.ts';
import type { Notice, Row } from '../bot/reply.ts';
import { literal } from '../bot/text.ts';
import { periodWords, undoButton } from './undo-absence.command.ts';

export const back = command({
  intent: 'ik-ben-er',
  words: ['ik-ben-er', 'ikbener'],
  example: '/ik-ben-er',
  help: 'help.back',
  parse: (rest) => (rest.length === 0 ? {} : null),
  args: z.object({}),
  run: async (context) => {
    const { store, stamp, actor, today, say } = context;
    if (await store.people.reportBack(stamp, actor.id, today)) return answer(say('back.welcome'));
    return wasNot(context);
  },
});

/** The nearest are enough: when they are taken back the next ones show. */
const MOST_ROWS = 10;

async function wasNot(context: Context): Promise<Notice> {
  const { store, actor, today, say } = context;
  const later = await store.people.absences(actor.id, today);
  if (later.length === 0) return answer(say('back.was-not'));
  const rows = later.slice(0, MOST_ROWS).map(
    (absence): Row => ({
      title: literal(periodWords(context, absence)),
      lines: [],
      buttons: [undoButton(context, { absence, before: [] })],
    }),
  );
  return answer(say('back.was-not-yet'), [{ kind: 'list', rows }]);
}
