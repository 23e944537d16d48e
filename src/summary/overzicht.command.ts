/** `/overzicht`, `/overzicht oktober`: the monthly summary now, of one's school, leerteam or (board) all schools. */
import { z } from 'zod';
import { type Context, command } from '../bot/command.ts';
import { readDay } from '../bot/dates.ts';
import { UserError } from '../bot/errors.ts';
import { answer, buttonsPart } from '../bot/notice.ts';
import type { Button, Notice } from '../bot/reply.ts';
import { type Token, wordsOf } from '../bot/tokens.ts';
import type { LocalDate } from '../calendar/local-date.ts';
import { may } from '../people/permissions.ts';
import type { SchoolId, TeamId } from '../people/person.ts';
import { boardSchoolSummary, boardSummary } from './board-summary.ts';
import { firstOf, type Month, monthOf, parseMonth, periodOf } from './period.ts';
import { composeSummary } from './summary.ts';

const id = z.string().regex(/^[1-9]\d{0,14}$/).transform(Number);

export const overzicht = command({
  intent: 'overzicht',
  words: ['overzicht'],
  example: '/overzicht oktober',
  help: 'help.summary',
  listedFor: (actor) => targetsOf({ actor }).length > 0,
  parse: (rest, today) => {
    if (rest.length === 0) return {};
    const month = monthIn(rest, today);
    return month && { maand: month };
  },
  args: z.object({
    maand: z.string().optional(),
    school: id.optional(),
    team: id.optional(),
    /** `alle`: all schools, for somebody who has a school too. */
    scholen: z.literal('alle').optional(),
    vanaf: id.optional(),
  }),
  run: async (context, args) => {
    const month = args.maand === undefined ? monthOf(context.today) : parseMonth(args.maand);
    if (month === null || firstOf(month) > context.today) throw new UserError(context.say('summary.not-yet'));
    const target = await chosen(context, args);
    switch (target.kind) {
      case 'all-schools':
        return boardSummary(context, args.vanaf ?? 0);
      case 'school':
        return schoolSummary(context, target.schoolId, month, args.vanaf ?? 0);
      case 'team':
        return teamSummary(context, target.teamId, month);
    }
  },
});

type Target =
  | { readonly kind: 'school'; readonly schoolId: SchoolId }
  | { readonly kind: 'team'; readonly schoolId: SchoolId; readonly teamId: TeamId }
  | { readonly kind: 'all-schools' };

/** What this person may have a summary of. A team's part only where the whole school's is not theirs. */
function targetsOf({ actor }: Pick<Context, 'actor'>): readonly Target[] {
  const schools = [...new Set(actor.employments.map(({ schoolId }) => schoolId))].filter(
    (schoolId): schoolId is SchoolId => schoolId !== null && may(actor, 'summary.school', { schoolId }),
  );
  const teams = actor.teams.filter(
    (team) => !schools.includes(team.schoolId) && may(actor, 'summary.team', { schoolId: team.schoolId, teamId: team.teamId }),
  );
  return [
    ...schools.map((schoolId) => ({ kind: 'school' as const, schoolId })),
    ...(seesAllSchools({ actor }) ? [{ kind: 'all-schools' as const }] : []),
    ...teams.map(({ schoolId, teamId }) => ({ kind: 'team' as const, schoolId, teamId })),
  ];
}
