/** "Overdracht van Piet: nog 3 dingen zonder nieuwe eigenaar", in the monthly summary until all of it is solved (PRODUCT 6 and 7). */
import { personSubject } from '../delivery/subject.ts';
import { isLongAgo } from '../summary/period.ts';
import { NOTHING_TO_SAY, type SummarySection } from '../summary/section.ts';
import { mayHandOver } from './find-leaver.ts';
import { leaversOn } from './leavers.ts';
import { openWork, teamOf } from './open-work.ts';
import { shareOutButton, thingWords } from './things-part.ts';

const MOST_LINES = 3;

export const handoversSection: SummarySection = {
  write: async ({ state, say, school, team, today, period, viewer }) => {
    // Who leaves is of now: an old summary leaves it out.
    if (isLongAgo(period, today)) return NOTHING_TO_SAY;
    const exceptions = leaversOn(state, today).flatMap(({ id, name }) => {
      const things = openWork(state, id, today).filter((thing) => team === null || teamOf(thing) === team.id);
      if (things.length === 0) return [];
      return [
        {
          subject: personSubject(id),
          row: {
            title: say('handover.summary', { name, count: things.length }),
            // Not everybody who reads the summary sees actions with their owners, or may know who leads whom.
            lines: things
              .filter(
                (thing) =>
                  thing.kind !== 'actie' &&
                  (thing.kind !== 'leidinggevende' || mayHandOver(viewer, state, id, thing, today)),
              )
              .slice(0, MOST_LINES)
              .map((thing) => thingWords({ say, today }, thing)),
            // The quality coach reads along and shares nothing out.
            ...(things.some((thing) => mayHandOver(viewer, state, id, thing, today))
              ? { buttons: [shareOutButton(say, id, school.id)] }
              : {}),
          },
        },
      ];
    });
    return { ...NOTHING_TO_SAY, exceptions };
  },
};
