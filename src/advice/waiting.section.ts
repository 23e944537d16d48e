/** "Advies van Onderbouw wacht sinds 4 november. [Antwoorden]" in the monthly summary, longest waiting first (PRODUCT 7). */
import { short } from '../bot/command.ts';
import type { Row } from '../bot/reply.ts';
import { quoted } from '../bot/rich-text.ts';
import { adviceSubject } from '../delivery/subject.ts';
import { may } from '../people/permissions.ts';
import { NOTHING_TO_SAY, type SummaryContext, type SummarySection } from '../summary/section.ts';
import type { Advice } from './advice.ts';
import { subjectOf } from './advice-access.ts';
import { adviceButton, adviceState } from './advice-names.ts';

const SHOWN_OF_TEXT = 120;

export const waitingAdviceSection: SummarySection = {
  write: async (context) => {
    const { store, school, team } = context;
    const states = ['ingediend', 'in behandeling'] as const;
    const waiting = await store.advice.list(team ? { teamIds: [team.id], states } : { schoolIds: [school.id], states });
    const oldestFirst = waiting.toSorted((a, b) => ((a.sentOn ?? '') < (b.sentOn ?? '') ? -1 : 1));
    const exceptions = oldestFirst.map((advice) => ({
      subject: adviceSubject(advice.id),
      row: waitingRow(context, advice),
    }));
    return { ...NOTHING_TO_SAY, exceptions };
  },
};

/** Advice that waits, with the button that fits the reader. */
export function waitingRow({ say, today, viewer }: SummaryContext, advice: Advice): Row {
  const date = advice.sentOn ? say.dayMonth(advice.sentOn, today) : '';
  return {
    state: adviceState(advice.state, say),
    title: advice.teamName
      ? say('summary.advice-waits', { team: advice.teamName, date })
      : say('summary.advice-waits-coach', { date }),
    lines: [quoted(short(advice.text, SHOWN_OF_TEXT))],
    buttons: [
      may(viewer, 'advice.answer', subjectOf(advice))
        ? adviceButton(say.plain('advice.button.answer'), 'advies.antwoord', advice)
        : adviceButton(say.plain('advice.button.show'), 'advies.toon', advice),
    ],
  };
}
