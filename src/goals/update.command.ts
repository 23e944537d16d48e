/** `/doel update 3 op koers 72 "Groep 4 leest elke dag."`: a check-in in one line; without a status a form. */
import { z } from 'zod';
import { type Context, command, short } from '../bot/command.ts';
import { UserError } from '../bot/errors.ts';
import { tokens } from '../bot/tokens.ts';
import { may } from '../people/permissions.ts';
import { isMeasured, isUnit, readNumber } from './figures.ts';
import { findGoal, listButton } from './find-goal.ts';
import { type CheckInStatus, type GoalLine, type GoalTitle, isActive } from './goal.ts';
import { mustBeAllowed, subjectOf, visibleGoals, worksWithGoals } from './goal-access.ts';
import { mustFit, SENTENCE_LENGTH } from './lengths.ts';
import { updatesOfOthers } from './nothing-to-update.ts';
import { mustBeActive } from './open-goal.ts';
import { readFacts, readUpdate, type UpdateArguments } from './read-update.ts';
import { showGoal } from './saved-goal.ts';
import { readStatus } from './status.ts';
import { savedUpdate } from './update-answer.ts';
import { type Started, updateForm, updateFormFor } from './update-form.ts';

export const update = command({
  intent: 'doel.update',
  words: ['doel update', 'doel bij'],
  example: 'example.goal-update',
  help: 'help.goal.update',
  listedFor: worksWithGoals,
  parse: (rest) => readUpdate(rest),
  args: z.object({
    doel: z.string().optional(),
    status: z.string().optional(),
    waarde: z.string().optional(),
    zin: z.string().optional(),
    succes: z.literal('ja').optional(),
    /** Only a typed line has it. */
    achter: z.string().optional(),
  }),
  run: async (context, { doel, ...typed }) => {
    const mine = (goal: GoalTitle) => may(context.actor, 'goal.check-in', subjectOf(goal)) && isActive(goal.status);
    if (doel === undefined) {
      const visible = await visibleGoals(context);
      const goals = visible.filter(mine);
      const others = goals.length > 0 ? [] : await updatesOfOthers(context, visible);
      if (others.length > 0) throw new UserError(context.say('goals.update.none'), [...others, ...listButton(context)]);
      if (goals.length > 1 && goals.length <= MOST_OPTIONS) {
        return updateForm(context, await linesOf(context, goals), started(context, typed));
      }
    }
    const { goal, rest } = await findGoal(context, doel, { suits: mine, rest: 'zin' });
    await mustBeAllowed(context, 'goal.check-in', goal);
    mustBeActive(context, goal);
    const facts = rest === '' ? typed : withRest(typed, rest);
    const checked = check(context, goal, facts);
    const { status, value } = checked;
    const { achter: behind } = facts;
    // `22 woorden` for a goal in %: a unit or a sentence? Whoever typed it sees what is made of it before it is saved.
    const unsure = value !== null && behind !== undefined && !isUnit(behind, goal.unit) ? { value, behind } : null;
    return status === null || unsure
      ? updateFormFor(context, goal, checked, unsure)
      : save(context, goal, { ...checked, status });
  },
  again: showGoal,
});

/** A menu with more goals than this is no help; platforms allow no more either. */
const MOST_OPTIONS = 100;

/** All that is known of these goals, in their order. */
async function linesOf({ store }: Context, goals: readonly GoalTitle[]): Promise<readonly GoalLine[]> {
  const ids = new Set(goals.map(({ id }) => id));
  const lines = await store.goals.lines({ schoolIds: [...new Set(goals.map(({ schoolId }) => schoolId))] });
  return lines.filter(({ id }) => ids.has(id));
}

type Typed = { readonly [Name in keyof Omit<UpdateArguments, 'doel'>]?: string | undefined };

/** What can be checked before the goal is known. */
function started(context: Context, typed: Typed): Started {
  const { say } = context;
  const sentence = typed.zin ?? '';
  mustFit(sentence, SENTENCE_LENGTH, say.plain('goals.field.sentence'), say);
  const figure = typed.waarde === undefined ? '' : (/[+-]?\d+(?:[.,]\d+)?/.exec(typed.waarde)?.[0] ?? '');
  const value = figure === '' ? null : Number(figure.replace(',', '.'));
  return { status: statusOf(context, typed.status), value, sentence, success: typed.succes === 'ja' };
}

/** What stood between the goal's title and the first quote may be a value too. */
function withRest(typed: Typed, rest: string): Typed {
  const more = readFacts(tokens(rest));
  const zin = [more.zin, typed.zin].filter(Boolean).join(' ');
  return { ...more, ...typed, ...(zin ? { zin } : {}) };
}

function statusOf({ say }: Context, typed: string | undefined): CheckInStatus | null {
  if (typed === undefined) return null;
  const status = readStatus(typed);
  if (!status) throw new UserError(say('goals.status-wrong', { typed: short(typed) }));
  return status;
}

function check(context: Context, goal: GoalLine, args: Typed): Started {
  const { say } = context;
  const value = args.waarde === undefined ? null : readValue(context, goal, args.waarde);
  // `18 punten` leaves the unit where a sentence could be.
  const sentence = value !== null && isUnit(args.zin ?? '', goal.unit) ? '' : (args.zin ?? '');
  mustFit(sentence, SENTENCE_LENGTH, say.plain('goals.field.sentence'), say);
  return { status: statusOf(context, args.status), value, sentence, success: args.succes === 'ja' };
}

async function save(
  context: Context,
  goal: GoalLine,
  { status, value, sentence, success }: Started & { readonly status: CheckInStatus },
) {
  const { store, stamp, today } = context;
  const checkIn = await store.goals.checkIn(stamp, {
    goalId: goal.id,
    date: today,
    status,
    value,
    sentence,
    success,
    replaces: null,
  });
  return savedUpdate(context, goal, checkIn);
}

export function readValue({ say }: Context, goal: GoalLine, typed: string): number {
  const { number, unit } = goal;
  if (!isMeasured(goal)) throw new UserError(say('goals.value-unwanted', { number }));
  const read = readNumber(typed, unit);
  if ('value' in read) return read.value;
  switch (read.wrong) {
    case 'percentage':
      throw new UserError(say('goals.value-percentage', { number, typed: short(typed) }));
    case 'unit':
      throw new UserError(
        say('goals.value-unit', { number, typed: short(typed), unit: unit || say.plain('goals.no-unit') }),
      );
    case 'number':
      throw new UserError(say('goals.value-wrong', { typed: short(typed) }));
  }
}
