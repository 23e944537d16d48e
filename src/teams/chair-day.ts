/** "Let op: Nadia werkt niet op vrijdag": a chair who is off on the meeting day cannot prepare or lead it. */
import type { Context } from '../bot/command.ts';
import type { RichText } from '../bot/reply.ts';
import type { Leerteam } from './leerteam.ts';

/** No line when the chair works on that weekday, if only every other week, or when the days are not known. */
export async function chairDayWarning({ store, say, today }: Context, team: Leerteam): Promise<readonly RichText[]> {
  const chair = await store.people.actorById(team.chairId, today);
  const days = chair?.employments.find(({ schoolId }) => schoolId === team.schoolId)?.workingDays ?? null;
  if (!chair || days === null || days.some((day) => day.startsWith(team.day))) return [];
  return [say('leerteam.chair-day-off', { name: chair.name, day: say.plain(`weekday.${team.day}`) })];
}
