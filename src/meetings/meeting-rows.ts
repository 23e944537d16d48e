/** A row per leerteam with its next meeting and a button to the agenda, soonest first; a team without one has no row. */
import type { Context } from '../bot/command.ts';
import type { RichText, Row } from '../bot/reply.ts';
import { literal } from '../bot/text.ts';
import type { Leerteam } from '../teams/leerteam.ts';
import { meetingArgument, nextMeeting, teamYear } from './find-meeting.ts';
import { startWords } from './meeting-words.ts';

/** `title` is how the team is called where the rows stand. */
export async function meetingRows(
  { store, say, now, today }: Pick<Context, 'store' | 'say' | 'now' | 'today'>,
  teams: readonly { readonly team: Leerteam; readonly title: RichText }[],
): Promise<readonly Row[]> {
  const found = await Promise.all(
    teams.map(async ({ team, title }) => {
      const next = nextMeeting(await teamYear(store, team), now);
      return next ? [{ team, title, next }] : [];
    }),
  );
  return found
    .flat()
    .sort((a, b) => (a.next.date < b.next.date ? -1 : a.next.date > b.next.date ? 1 : 0))
    .map(({ team, title, next }) => ({
      title,
      lines: [literal(startWords(say, next, today))],
      buttons: [
        {
          label: say.plain('agenda.button.show'),
          intent: { name: 'agenda', args: { bijeenkomst: meetingArgument(team.id, next.date) } },
        },
      ],
    }));
}
