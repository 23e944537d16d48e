/** "21 van 24 POP's zijn klaar." in the monthly summary of a school, and the talks that were held: counts, never whose they are (PRODUCT 7). */
import { textPart } from '../bot/notice.ts';
import { schoolYearOf } from '../calendar/school-year.ts';
import { isLongAgo } from '../summary/period.ts';
import { NOTHING_TO_SAY, type SummarySection } from '../summary/section.ts';
import { popCounts } from './counts.ts';
import { TALKS } from './pop.ts';
import { opensOn } from './pop-days.ts';
import { isOn } from './pop-view.ts';
import { beginsIn } from './taking-part.ts';

export const popSection: SummarySection = {
  write: async ({ store, say, state, school, team, today, period }) => {
    // Steps are of now: an old summary leaves them out, as does the part of one team.
    if (team !== null || isLongAgo(period, today)) return NOTHING_TO_SAY;
    const { pop } = state;
    const year = schoolYearOf(today);
    const isCounted = isOn(pop, today) && beginsIn(year, pop, null) && opensOn(pop.days, 'klaar', year) <= today;
    const counts = isCounted ? popCounts(await store.pop.counted(school.id, year, today)) : null;
    if (!counts) return NOTHING_TO_SAY;
    const { people: total, ready, held } = counts;
    const talk = TALKS.findLast((each) => opensOn(pop.days, each, year) <= today);
    const words = [
      say('summary.pop-ready', { ready, total }),
      ...(talk ? [say(`summary.pop-held.${talk}`, { held: held[talk], total })] : []),
    ];
    return { exceptions: [], body: words.map(textPart), short: [] };
  },
};
