/** "Je staat als afwezig": the start page says so, because whoever is away gets no message that could. */
import type { Context } from '../bot/command.ts';
import { buttonsPart, textPart } from '../bot/notice.ts';
import type { Part } from '../bot/reply.ts';
import { periodWords } from './undo-absence.command.ts';

/** Nothing for who is not away today. */
export async function awayNow({ store, actor, say, today }: Context): Promise<readonly Part[]> {
  const present = (await store.people.absences(actor.id, today)).find(({ from }) => from <= today);
  if (!present) return [];
  return [
    textPart(say('absent.now', { period: periodWords({ say, today }, present) })),
    ...buttonsPart([{ label: say.plain('absent.back-button'), intent: { name: 'ik-ben-er', args: {} } }]),
  ];
}
