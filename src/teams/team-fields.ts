/** What the form of a leerteam holds, as text and as values. */
import { z } from 'zod';
import { type Context, short } from '../bot/command.ts';
import { readDay } from '../bot/dates.ts';
import { UserError } from '../bot/errors.ts';
import type { LocalDate } from '../calendar/local-date.ts';
import { WEEKDAYS } from '../calendar/weekdays.ts';
import { type LocalTime, parseLocalTime } from '../calendar/zone.ts';
import { addMinutesTo } from '../meetings/meeting.ts';
import { findColleague, personArgument } from '../people/find-colleague.ts';
import type { SchoolId } from '../people/person.ts';
import { METHODS, TEAM_KINDS } from './leerteam.ts';
import type { TeamFields } from './teams.store.ts';

export const RHYTHMS = ['wekelijks', 'tweewekelijks'] as const;
export const LONGEST_NAME = 80;
/** Minutes, as the import has them. */
const SHORTEST = 5;
const LONGEST = 480;
/** Who types 3:00 means the afternoon. */
const EARLIEST = '07:00';
const LATEST = '22:00';

/** In the order of the form. */
export const TEAM_VALUES = [
  'naam',
  'soort',
  'voorzitter',
  'vervanger',
  'dag',
  'tijd',
  'duur',
  'ritme',
  'eerste',
  'methode',
] as const;
export type TeamValue = (typeof TEAM_VALUES)[number];
export type TeamValues = { readonly [Name in TeamValue]?: string | undefined };

export const teamValueSchemas = {
  naam: z.string().optional(),
  soort: z.enum(TEAM_KINDS).optional(),
  voorzitter: z.string().optional(),
  vervanger: z.string().optional(),
  dag: z.enum(WEEKDAYS).optional(),
  tijd: z.string().optional(),
  duur: z.string().optional(),
  ritme: z.enum(RHYTHMS).optional(),
  eerste: z.string().optional(),
  methode: z.enum(METHODS).optional(),
} satisfies Record<TeamValue, z.ZodType>;

export type ReadTeamValues = z.infer<z.ZodObject<typeof teamValueSchemas>>;

export function teamValuesOf(team: TeamFields): TeamValues {
  return {
    naam: team.name,
    soort: team.kind,
    voorzitter: personArgument({ id: team.chairId }),
    vervanger: team.deputyId === null ? undefined : personArgument({ id: team.deputyId }),
    dag: team.day,
    tijd: team.time,
    duur: String(team.duration),
    ritme: team.rhythm,
    eerste: team.firstDate ?? undefined,
    methode: team.method,
  };
}

/** Chair and deputy are people of this school. Throws a UserError for the first value that does not fit. */
export async function readTeamFields(
  context: Context,
  schoolId: SchoolId,
  values: ReadTeamValues,
): Promise<TeamFields> {
  const { say } = context;
  const name = values.naam?.replace(/\s+/g, ' ').trim() ?? '';
  if (name === '' || [...name].length > LONGEST_NAME) {
    throw new UserError(say('leerteam.wrong-name', { most: LONGEST_NAME }));
  }
  if (values.voorzitter === undefined) throw new UserError(say('leerteam.no-chair'));
  if (values.dag === undefined) throw new UserError(say('leerteam.no-day'));
  const chair = await findColleague(context, schoolId, values.voorzitter, 'voorzitter');
  const deputy =
    values.vervanger === undefined ? null : await findColleague(context, schoolId, values.vervanger, 'vervanger');
  if (deputy?.id === chair.id) throw new UserError(say('leerteam.own-deputy', { name: chair.name }));
  const duration = readDuration(context, values.duur);
  return {
    name,
    kind: values.soort ?? 'leerteam',
    chairId: chair.id,
    deputyId: deputy?.id ?? null,
    day: values.dag,
    time: readTime(context, values.tijd, duration),
    duration,
    rhythm: values.ritme ?? 'wekelijks',
    firstDate: readFirstDate(context, values.eerste),
    method: values.methode ?? 'vrij',
  };
}

function readDuration({ say }: Context, typed: string | undefined): number {
  const duration = typed !== undefined && /^\d{1,3}$/.test(typed.trim()) ? Number(typed) : Number.NaN;
  if (duration >= SHORTEST && duration <= LONGEST) return duration;
  throw new UserError(say('leerteam.wrong-duration', { shortest: SHORTEST, longest: LONGEST }));
}

function readTime({ say }: Context, typed: string | undefined, duration: number): LocalTime {
  const time = typed === undefined ? null : parseLocalTime(typed);
  if (time === null || time < EARLIEST || addMinutesTo(time, duration) > LATEST) {
    throw new UserError(say('leerteam.wrong-time'));
  }
  return time;
}

function readFirstDate({ say, today }: Context, typed: string | undefined): LocalDate | null {
  if (typed === undefined) return null;
  const day = readDay(typed, today);
  if (day === null) throw new UserError(say('bot.date-unknown', { typed: short(typed) }));
  return day;
}
