/** "Hoe staat het met ...?": the form of an update, with what was typed already. */
import { type Context, short } from '../bot/command.ts';
import type { Field, Form, RichText } from '../bot/reply.ts';
import { isMeasured } from './figures.ts';
import { CHECK_IN_STATUSES, type CheckIn, type CheckInStatus, type GoalLine } from './goal.ts';
import { goalArgument, label } from './goal-names.ts';
import { SENTENCE_LENGTH } from './lengths.ts';
import { statusWords } from './status.ts';

/** An update as far as it is known; the status may still have to be chosen. */
export type Started = {
  readonly status: CheckInStatus | null;
  readonly value: number | null;
  readonly sentence: string;
  readonly success: boolean;
};

/** What stands behind the value without quotes, and is not the goal's unit. */
export type Unsure = { readonly value: number; readonly behind: string };

/** For one goal. Of what is `unsure` the form says how it was read. */
export async function updateFormFor(
  context: Context,
  goal: GoalLine,
  started: Started,
  unsure: Unsure | null = null,
): Promise<Form> {
  const { say } = context;
  const fields = [
    statusField(context, started),
    ...(isMeasured(goal) ? [valueField(context, goal, started)] : []),
    sentenceField(context, started.sentence),
    successField(context, started),
  ];
  const intro =
    unsure && say('goals.update.unsure', { value: say.value(unsure.value, goal.unit), typed: short(unsure.behind) });
  return form(context, await named(context, goal), fields, { doel: goalArgument(goal) }, intro);
}

/** For one of several goals, chosen in the form. */
export async function updateForm(context: Context, goals: readonly GoalLine[], started: Started): Promise<Form> {
  const { say } = context;
  const options = await Promise.all(
    goals.map(async (goal) => ({ value: goalArgument(goal), label: await label(context, goal) })),
  );
  const fields: readonly Field[] = [
    { kind: 'choice', name: 'doel', label: say.plain('goals.field.goal'), required: true, options },
    statusField(context, started),
    ...(goals.some(isMeasured) ? [valueField(context, null, started)] : []),
    sentenceField(context, started.sentence),
    successField(context, started),
  ];
  return form(context, { title: say.plain('goals.update.title-any') }, fields, {});
}

/** The sentence alone, for an update that is stored already. */
export async function sentenceForm(context: Context, goal: GoalLine, checkIn: CheckIn): Promise<Form> {
  const args = { doel: goalArgument(goal), update: String(checkIn.id) };
  const fields: readonly Field[] = [{ ...sentenceField(context, checkIn.sentence), required: true }];
  return form(context, await named(context, goal), fields, args);
}

async function named(context: Context, goal: GoalLine): Promise<Pick<Form, 'title' | 'short'>> {
  const { say } = context;
  return {
    title: say.plain('goals.update.title', { goal: await label(context, goal) }),
    short: say.plain('goals.update.short', { number: String(goal.number) }),
  };
}

function form(
  { say, intent }: Context,
  name: Pick<Form, 'title' | 'short'>,
  fields: readonly Field[],
  args: Form['intent']['args'],
  intro: RichText | null = null,
): Form {
  return {
    kind: 'form',
    ...name,
    intro,
    fields,
    intent: { name: intent.name, args },
    submit: say.plain('bot.save'),
    small: say('goals.small'),
  };
}

function statusField({ say }: Context, { status }: Started): Field {
  return {
    kind: 'choice',
    name: 'status',
    label: say.plain('goals.field.status-now'),
    required: true,
    options: CHECK_IN_STATUSES.map((each) => ({ value: each, label: statusWords(each, say) })),
    ...(status ? { value: status } : {}),
  };
}

function valueField({ say }: Context, goal: GoalLine | null, { value }: Started): Field {
  const last =
    goal && goal.now !== null ? say.plain('goals.hint.last-value', { value: say.value(goal.now, goal.unit) }) : '';
  const hint = goal ? last : say.plain('goals.hint.value');
  return {
    kind: 'number',
    name: 'waarde',
    label: goal?.unit ? say.plain('goals.field.value-in', { unit: goal.unit }) : say.plain('goals.field.value'),
    required: false,
    ...(hint ? { hint } : {}),
    ...(value === null ? {} : { value: String(value) }),
  };
}

function sentenceField({ say }: Context, sentence: string): Field {
  return {
    kind: 'long-text',
    name: 'zin',
    label: say.plain('goals.field.sentence'),
    hint: say.plain('goals.hint.sentence'),
    required: false,
    maxLength: SENTENCE_LENGTH,
    ...(sentence ? { value: sentence } : {}),
  };
}

function successField({ say }: Context, { success }: Started): Field {
  return {
    kind: 'tick',
    name: 'succes',
    label: say.plain('goals.field.success'),
    required: false,
    ...(success ? { value: 'ja' } : {}),
  };
}
