/** [In mijn agenda]: a meeting, or all of the team's school year, for people's own calendars. */
import type { Context } from '../bot/command.ts';
import type { Button } from '../bot/reply.ts';
import type { LocalDate } from '../calendar/local-date.ts';
import { teamArgument } from '../teams/find-team.ts';
import type { Leerteam } from '../teams/leerteam.ts';
import { meetingArgument } from './find-meeting.ts';

const INTENT = 'agenda.kalender';

/** `label` for a meeting that is cancelled is [Uit mijn agenda]. */
export function calendarButton(
  { say }: Pick<Context, 'say'>,
  team: Pick<Leerteam, 'id'>,
  date: LocalDate,
  label: 'add' | 'strike' = 'add',
): Button {
  return {
    label: say.plain(`files.button.${label}`),
    intent: { name: INTENT, args: { bijeenkomst: meetingArgument(team.id, date) } },
  };
}

/** All meetings of the school year. */
export function calendarYearButton(
  { say }: Pick<Context, 'say'>,
  team: Pick<Leerteam, 'id'>,
  label: 'add' | 'year',
): Button {
  return {
    label: say.plain(`files.button.${label}`),
    intent: { name: INTENT, args: { leerteam: teamArgument(team) } },
  };
}
