/** `/ik-ben-er`: back from absence, from a director also `/ik-ben-er @Sanne`; absences that have not begun are named, with a button to take each back. */
import { z } from 'zod';
import { type Context, command } from '../bot/command.ts';
import { answer } from '../bot/notice.ts';
import type { Notice, Row } from '../bot/reply.ts';
import { literal } from '../bot/text.ts';
import { wordsOf } from '../bot/tokens.ts';
import { type Absentee, absenceTold, absenteeFor, isMention } from './absentee.ts';
import { periodWords, undoButton } from './undo-absence.command.ts';

export const back = command({
  intent: 'ik-ben-er',
  words: ['ik-ben-er', 'ikbener'],
  sayings: ['ik ben er', 'ik ben er weer', 'ik ben weer er', 'ik ben terug', 'i am back', "i'm back"],
  example: '/ik-ben-er',
  help: 'help.back',
  parse: (rest): Record<string, string> | null => {
    if (rest.length === 0) return {};
    return !rest[0]!.quoted && isMention(rest[0]!.text) ? { wie: wordsOf(rest) } : null;
  },
  args: z.object({
    /** Left out: about oneself. */
    wie: z.string().optional(),
  }),
  run: async (context, { wie }) => {
    const { store, stamp, today, say } = context;
    const absentee = await absenteeFor(context, wie);
    const { id, name, schoolId } = absentee;
    const isBack = await store.people.reportBack(stamp, id, today, absenceTold(absentee, context));
    if (!isBack) return wasNot(context, absentee);
    return answer(schoolId === null ? say('back.welcome') : say('back.other.welcome', { name }));
  },
});

/** The nearest are enough: when they are taken back the next ones show. */
const MOST_ROWS = 10;

async function wasNot(context: Context, absentee: Absentee): Promise<Notice> {
  const { store, today, say } = context;
  const { id, name, schoolId } = absentee;
  const later = await store.people.absences(id, today);
  if (later.length === 0) return answer(schoolId === null ? say('back.was-not') : say('back.other.was-not', { name }));
  const rows = later.slice(0, MOST_ROWS).map(
    (absence): Row => ({
      title: literal(periodWords(context, absence)),
      lines: [],
      buttons: [undoButton(context, { absence, before: [] }, absentee)],
    }),
  );
  const title = schoolId === null ? say('back.was-not-yet') : say('back.other.was-not-yet', { name });
  return answer(title, [{ kind: 'list', rows }]);
}
