/** `/overzicht`, `/overzicht oktober`: the monthly summary now, of one's school, leerteam or (board) all schools. */
import { z } from 'zod';
import { type Context, command } from '../bot/command.ts';
import { readDayFrom } from '../bot/dates.ts';
import { UserError } from '../bot/errors.ts';
import { answer } from '../bot/notice.ts';
import type { Notice } from '../bot/reply.ts';
import { wordsOf } from '../bot/tokens.ts';
import type { LocalDate } from '../calendar/local-date.ts';
import { schoolYearOf, schoolYearRange } from '../calendar/school-year.ts';
import type { SchoolId, TeamId } from '../people/person.ts';
import { boardSchoolSummary, boardSummary } from './board-summary.ts';
import { firstOf, type Month, monthOf, parseMonth, periodOf } from './period.ts';
import { composeSummary } from './summary.ts';
import { chosenTarget, targetsOf } from './targets.ts';

const id = z
  .string()
  .regex(/^[1-9]\d{0,14}$/)
  .transform(Number);

export const overzicht = command({
  intent: 'overzicht',
  words: ['overzicht'],
  sayings: ['summary'],
  example: 'example.summary',
  help: 'help.summary',
  listedFor: (actor) => targetsOf(actor).length > 0,
  parse: (rest, today) => {
    if (rest.length === 0) return {};
    const month = readMonth(wordsOf(rest), today);
    return month && { maand: month };
  },
  args: z.object({
    maand: z
      .string()
      .refine((text) => parseMonth(text) !== null)
      .transform((text) => text as Month)
      .optional(),
    school: id.transform((number) => number as SchoolId).optional(),
    team: id.transform((number) => number as TeamId).optional(),
    /** All schools, for somebody who has a school of their own too. */
    scholen: z.literal('alle').optional(),
    /** How many schools or goals come before this page. */
    vanaf: id.optional(),
  }),
  run: async (context, args) => {
    const { today, say } = context;
    const month = args.maand ?? monthOf(today);
    if (firstOf(month) > today) {
      throw new UserError(say('summary.not-yet', { month: say.month(firstOf(month), today) }));
    }
    const target = await chosenTarget(context, {
      all: args.scholen !== undefined,
      ...(args.school ? { school: args.school } : {}),
      ...(args.team ? { team: args.team } : {}),
    });
    switch (target.kind) {
      case 'all-schools':
        return boardSummary(context, args.maand ?? null, args.vanaf ?? 0);
      case 'school-goals':
        return boardSchoolSummary(context, target.schoolId, args.maand ?? null, args.vanaf ?? 0);
      case 'school':
        return summary(context, target.schoolId, null, month);
      case 'team':
        return summary(context, target.schoolId, target.teamId, month);
    }
  },
});

async function summary(
  { store, say, now, today, actor }: Context,
  schoolId: SchoolId,
  teamId: TeamId | null,
  month: Month,
): Promise<Notice> {
  const [school, team] = await Promise.all([
    store.people.school(schoolId),
    teamId === null ? null : store.agenda.team(teamId),
  ]);
  if (!school) throw new UserError(say('summary.refused'));
  const period = periodOf(month, today);
  const { title, parts } = await composeSummary(
    { store, say, school, team, now, today, period, viewer: actor },
    'asked',
  );
  return answer(title, parts);
}

/** Reads `oktober`, `okt 2026` or `2026-10`; without a year that of this school year, also when it is still to come. Null when it is no month. */
export function readMonth(text: string, today: LocalDate): Month | null {
  const written = parseMonth(text);
  if (written) return written;
  const first = readDayFrom(`1 ${text}`, schoolYearRange(schoolYearOf(today)).from);
  return first?.endsWith('-01') ? monthOf(first) : null;
}
