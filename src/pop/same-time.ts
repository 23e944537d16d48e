/** "Let op: dan staat er voor jou al iets: POP-gesprek met Nadia (15.15).": what else somebody has at the time of a talk. Only they hear it. */
import { addMinutes } from 'date-fns/addMinutes';
import type { Context } from '../bot/command.ts';
import { textPart } from '../bot/notice.ts';
import type { Part } from '../bot/reply.ts';
import { instantAt, type LocalTime } from '../calendar/zone.ts';
import { teamYear } from '../meetings/find-meeting.ts';
import { takesPlace, teamMeetingsWithin } from '../meetings/meeting.ts';
import { clockWords, teamWords } from '../meetings/meeting-words.ts';
import { ownTeams } from '../teams/find-team.ts';
import type { PopTalkId, TalkMoment } from './pop.ts';
import { talkTitle } from './pop-names.ts';
import { otherOf, type Reader, visiblePops } from './pop-view.ts';
import { TALK_MINUTES } from './talk-file.ts';

type Asker = Reader & Pick<Context, 'say'>;
type Entry = { readonly title: string; readonly time: LocalTime; readonly minutes: number };

/** Nothing when they are free then, or when the talk has no time. `id` is the talk itself; it may stand there already. */
export async function sameTimeParts(
  asker: Asker,
  id: PopTalkId | null,
  { day, time }: TalkMoment,
): Promise<readonly Part[]> {
  if (time === null) return [];
  const { say } = asker;
  const entries = [...(await talksOn(asker, id, day)), ...(await meetingsOn(asker, day))];
  const taken = entries.filter((entry) => overlap(day, entry, { time, minutes: TALK_MINUTES }));
  if (taken.length === 0) return [];
  const what = taken.map((entry) => say.plain('pop.same-time.entry', { ...entry, time: clockWords(say, entry.time) }));
  return [textPart(say('pop.same-time', { what: say.list(what) }))];
}

async function talksOn(asker: Asker, id: PopTalkId | null, day: TalkMoment['day']): Promise<readonly Entry[]> {
  const { say } = asker;
  return (await visiblePops(asker)).flatMap((view) =>
    view.person.pop.talks.flatMap(({ id: other, talk, planned, heldOn }) => {
      if (other === id || heldOn !== null || planned?.day !== day || planned.time === null) return [];
      const title = say.plain('pop.talk-with', { talk: talkTitle(say, talk), name: otherOf(view)?.name ?? '' });
      return [{ title, time: planned.time, minutes: TALK_MINUTES }];
    }),
  );
}

async function meetingsOn(asker: Asker, day: TalkMoment['day']): Promise<readonly Entry[]> {
  const teams = (await ownTeams(asker)).map(async (team): Promise<readonly Entry[]> => {
    const { calendar, stored } = await teamYear(asker.store, team);
    const meetings = teamMeetingsWithin(team, calendar, { from: day, until: day }, stored).filter(takesPlace);
    return meetings.map(({ time, duration }) => ({ title: teamWords(asker.say, team), time, minutes: duration }));
  });
  return (await Promise.all(teams)).flat();
}

function overlap(day: TalkMoment['day'], a: Omit<Entry, 'title'>, b: Omit<Entry, 'title'>): boolean {
  const [startsA, startsB] = [instantAt(day, a.time), instantAt(day, b.time)];
  return startsA < addMinutes(startsB, b.minutes) && startsB < addMinutes(startsA, a.minutes);
}
