/** Whose summary somebody may have: their school's, their leerteam's part, or (board) that of all schools (PRODUCT 2, monthly summary). */
import type { Context } from '../bot/command.ts';
import { UserError } from '../bot/errors.ts';
import { buttonsPart } from '../bot/notice.ts';
import type { Button, RichText } from '../bot/reply.ts';
import { worksWithGoals } from '../goals/goal-access.ts';
import { hasRole, may } from '../people/permissions.ts';
import type { Actor, SchoolId, TeamId } from '../people/person.ts';

export type Target =
  | { readonly kind: 'school'; readonly schoolId: SchoolId }
  /** One school as the board may see it. */
  | { readonly kind: 'school-goals'; readonly schoolId: SchoolId }
  | { readonly kind: 'team'; readonly schoolId: SchoolId; readonly teamId: TeamId }
  | { readonly kind: 'all-schools' };

export type Asked = { readonly school?: SchoolId; readonly team?: TeamId; readonly all: boolean };

/** Everything this person may ask for without saying which. A team's part only where the whole school's is not theirs. */
export function targetsOf(actor: Actor): readonly Target[] {
  const schools = [...new Set(actor.employments.map(({ schoolId }) => schoolId))].filter(
    (schoolId): schoolId is SchoolId => schoolId !== null && may(actor, 'summary.school', { schoolId }),
  );
  const teams = actor.teams.filter(
    ({ schoolId, teamId }) => !schools.includes(schoolId) && may(actor, 'summary.team', { schoolId, teamId }),
  );
  return [
    ...schools.map((schoolId) => ({ kind: 'school' as const, schoolId })),
    ...(hasRole(actor, 'bestuur', null) ? [{ kind: 'all-schools' as const }] : []),
    ...teams.map(({ schoolId, teamId }) => ({ kind: 'team' as const, schoolId, teamId })),
  ];
}

/** What is asked for, or the only thing that can be meant. Throws a UserError that refuses, or asks which one with a button for each. */
export async function chosenTarget(context: Context, asked: Asked): Promise<Target> {
  const { actor, say } = context;
  const targets = targetsOf(actor);
  const meant = targets.filter((target) => fits(target, asked));
  if (meant.length === 1) return meant[0]!;
  if (meant.length > 1) throw new UserError(say('summary.which'), buttonsPart(await buttons(context, meant)));
  if (asked.team !== undefined) return teamTarget(context, asked.team);
  if (asked.school !== undefined && may(actor, 'summary.board', { schoolId: asked.school })) {
    return { kind: 'school-goals', schoolId: asked.school };
  }
  if (asked.school !== undefined && targets.length > 0) throw new UserError(say('bot.other-school'));
  throw new UserError(notForYou(context));
}

function fits(target: Target, asked: Asked): boolean {
  if (asked.all) return target.kind === 'all-schools';
  if (asked.team !== undefined) return target.kind === 'team' && target.teamId === asked.team;
  if (asked.school !== undefined) return target.kind === 'school' && target.schoolId === asked.school;
  return true;
}

/** A director may also have the part of one team. */
async function teamTarget(context: Context, teamId: TeamId): Promise<Target> {
  const { actor, store } = context;
  const team = await store.agenda.team(teamId);
  if (team && may(actor, 'summary.team', { schoolId: team.schoolId, teamId })) {
    return { kind: 'team', schoolId: team.schoolId, teamId };
  }
  throw new UserError(notForYou(context));
}

/** Who sees no goals at all is not sent to them. */
function notForYou({ actor, say }: Context): RichText {
  return say(worksWithGoals(actor) ? 'summary.refused' : 'summary.refused-no-goals');
}

/** Keeps what else was asked, such as the month. */
async function buttons({ store, say, intent }: Context, targets: readonly Target[]): Promise<readonly Button[]> {
  return Promise.all(
    targets.map(async (target): Promise<Button> => {
      const button = (label: string, args: Readonly<Record<string, string>>): Button => ({
        label,
        intent: { name: intent.name, args: { ...intent.args, ...args } },
      });
      switch (target.kind) {
        case 'all-schools':
          return button(say.plain('summary.all-schools'), { scholen: 'alle' });
        case 'school':
        case 'school-goals':
          return button((await store.people.school(target.schoolId))?.name ?? '', { school: String(target.schoolId) });
        case 'team':
          return button((await store.agenda.team(target.teamId))?.name ?? '', { team: String(target.teamId) });
      }
    }),
  );
}
