/** "Succes: Groep 4 leest nu elke dag een rijke tekst." in the monthly summary: what people ticked to share, without names (PRODUCT 7). */
import { quoted } from '../bot/rich-text.ts';
import { literal } from '../bot/text.ts';
import { NOTHING_TO_SAY, type SummarySection } from '../summary/section.ts';
import { seeGoal } from './summary-rows.ts';

const MOST_SUCCESSES = 5;

export const successesSection: SummarySection = {
  write: async ({ store, say, school, team, period }) => {
    const successes = await store.summary.successes(school.id, team?.id ?? null, period.from, period.until);
    const told = successes.filter(({ sentence }) => sentence !== '').slice(0, MOST_SUCCESSES);
    if (told.length === 0) return NOTHING_TO_SAY;
    const rows = told.map(({ sentence, goalTitle, goalId }) => ({
      title: quoted(sentence),
      lines: [literal(goalTitle)],
      buttons: [seeGoal(say, { id: goalId })],
    }));
    return {
      exceptions: [],
      body: [
        { kind: 'heading', text: say('summary.successes') },
        { kind: 'list', rows },
      ],
      short: [say('summary.success', { sentence: quoted(told[0]!.sentence) })],
    };
  },
};
