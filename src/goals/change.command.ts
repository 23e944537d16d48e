/** `/doel wijzig 3`: the form with everything filled in; what somebody else changed meanwhile is shown, never overwritten. */
import { z } from 'zod';
import { type Context, command, short } from '../bot/command.ts';
import { Stale, UserError } from '../bot/errors.ts';
import { answer } from '../bot/notice.ts';
import type { Form, RichText } from '../bot/reply.ts';
import { joinText } from '../bot/rich-text.ts';
import { wordsOf } from '../bot/tokens.ts';
import { may } from '../people/permissions.ts';
import { closedDateSchemas, keptDates, mustBeOpenDays } from './closed-date.ts';
import { findGoal } from './find-goal.ts';
import type { Goal, GoalLine } from './goal.ts';
import { leadsGoals, mayChange, refusal, subjectOf } from './goal-access.ts';
import {
  FIELD_LABELS,
  FIELD_NAMES,
  type FieldName,
  readFields,
  type Values,
  valueSchemas,
  valuesOf,
} from './goal-fields.ts';
import { goalForm } from './goal-form.ts';
import { goalArgument, label, numberedName } from './goal-names.ts';
import { isClosed, mustBeOpen } from './open-goal.ts';
import { type OwnerOption, ownerOptions, ownerValue } from './owner-options.ts';
import { realityAnswer } from './reality-answer.ts';
import { showGoal } from './saved-goal.ts';

export const changeGoal = command({
  intent: 'doel.wijzig',
  words: ['doel wijzig'],
  example: '/doel wijzig 3',
  help: 'help.goal.change',
  listedFor: leadsGoals,
  parse: (rest): Record<string, string> => (rest.length === 0 ? {} : { doel: wordsOf(rest) }),
  args: z.object({
    ...valueSchemas,
    ...closedDateSchemas,
    doel: z.string().optional(),
    /** Of the goal from which the form was made; only a form has it. */
    versie: z
      .string()
      .regex(/^\d{1,9}$/)
      .transform(Number)
      .optional(),
  }),
  run: async (context, { doel, versie, opnieuw, toch: _, ...values }) => {
    const { goal } = await findGoal(context, doel, {
      suits: (each) => !isClosed(each.status) && may(context.actor, 'goal.change', subjectOf(each)),
    });
    if (!(await mayChange(context, goal))) throw await refusal(context, 'goal.change', subjectOf(goal));
    mustBeOpen(context, goal);
    const owners = await ownersOf(context, goal);
    if (versie === undefined) return form(context, goal, owners, valuesOf(goal), null);
    // Still made from the version that was filled in, so that what changed since is not overwritten.
    if (opnieuw) return form(context, { ...goal, version: versie }, owners, values, null);
    return save(context, goal, versie, values, owners);
  },
  again: showGoal,
});

/** Of the goal's own school; the owner it has stays possible, also for somebody who could not choose it anew. */
async function ownersOf(context: Context, goal: GoalLine): Promise<readonly OwnerOption[]> {
  const { schoolId, owner, ownerName } = goal;
  const isDraft = goal.status === 'concept';
  const options = (await ownerOptions(context)).filter(
    (each) => each.schoolId === schoolId && (each.isAgreed || isDraft),
  );
  if (!owner || options.some(({ value }) => value === ownerValue(schoolId, owner))) return options;
  return [{ value: ownerValue(schoolId, owner), label: ownerName, schoolId, owner, isAgreed: !isDraft }, ...options];
}

async function form(
  context: Context,
  goal: Goal,
  owners: readonly OwnerOption[],
  values: Values,
  intro: RichText | null,
): Promise<Form> {
  return goalForm(context, {
    title: context.say.plain('goals.change.title', { goal: await label(context, goal) }),
    short: context.say.plain('goals.change.short', { number: String(goal.number) }),
    intro,
    intent: {
      name: context.intent.name,
      args: { doel: goalArgument(goal), versie: String(goal.version), ...keptDates(context) },
    },
    values,
    owners,
  });
}

async function save(context: Context, goal: GoalLine, version: number, values: Values, owners: readonly OwnerOption[]) {
  const { fields } = readFields(context, values, owners, goal);
  await mustBeOpenDays(context, goal.schoolId, fields, goal);
  try {
    const changed = await context.store.goals.change(context.stamp, goal.id, version, fields);
    const name = await numberedName(context, changed, 'within');
    return answer(
      context.say('goals.change.saved', { goal: name, title: changed.title }),
      await realityAnswer(context, changed),
    );
  } catch (error) {
    if (!(error instanceof Stale)) throw error;
    return stale(context, goal.id, values, owners);
  }
}

/** The form again, made from the goal as it is now, with what was entered and where the two differ. */
async function stale(context: Context, id: Goal['id'], values: Values, owners: readonly OwnerOption[]): Promise<Form> {
  const { say } = context;
  const goal = await context.store.goals.line(id);
  if (!goal) throw new UserError(say('goals.gone'));
  const stored = valuesOf(goal);
  const differing = FIELD_NAMES.filter((name) => (stored[name] ?? '') !== (values[name] ?? ''));
  const differences = differing.map((name) =>
    say('goals.change.difference', {
      field: say.plain(FIELD_LABELS[name]),
      stored: shown(context, name, stored[name], owners),
      entered: shown(context, name, values[name], owners),
    }),
  );
  return form(context, goal, owners, values, joinText([say('goals.change.stale'), ...differences], ' '));
}

function shown({ say }: Context, name: FieldName, value: string | undefined, owners: readonly OwnerOption[]): string {
  if (!value) return say.plain('goals.empty');
  if (name === 'eigenaar')
    return owners.find((owner) => owner.value === value)?.label ?? say.plain('goals.somebody-else');
  return short(value);
}
