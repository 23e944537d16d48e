/** [Verder invullen]: a form that was refused opens again as it was filled in. */
import type { Context } from './command.ts';
import { UserError } from './errors.ts';
import { buttonsPart } from './notice.ts';
import type { Button, Field, Form, Reply } from './reply.ts';
import { buttonsIn } from './reply-buttons.ts';

/** Does what was sent with the form of `open`. What is wrong comes with [Verder invullen], which opens that form again. */
export async function sentForm(
  context: Pick<Context, 'intent' | 'say'>,
  open: () => Form | Promise<Form>,
  act: () => Promise<Reply>,
): Promise<Reply> {
  if (context.intent.args.opnieuw) return filledIn(context, await open());
  return orGoOn(context, act);
}

/** What it throws as a UserError comes with `goOnButton`, unless it has a button of its own that opens the form again. */
export async function orGoOn<Result>(
  context: Pick<Context, 'intent' | 'say'>,
  run: () => Promise<Result>,
): Promise<Result> {
  try {
    return await run();
  } catch (error) {
    if (!(error instanceof UserError) || buttonsIn(error).some(({ reopens }) => reopens)) throw error;
    throw new UserError(error.text, [...error.parts, ...buttonsPart([goOnButton(context)])]);
  }
}

/** Says the same once more, with `opnieuw`. */
export function goOnButton({ intent, say }: Pick<Context, 'intent' | 'say'>): Button {
  const again = { name: intent.name, args: { ...intent.args, opnieuw: 'ja' } };
  return { label: say.plain('bot.go-on'), intent: again, reopens: true };
}

/** With the version and the like from which the first form was made, so that nobody's change is overwritten unseen. */
function filledIn({ intent }: Pick<Context, 'intent'>, form: Form): Form {
  const held = Object.keys(form.intent.args).flatMap((name) => {
    const value = intent.args[name];
    return value === undefined ? [] : [[name, value] as const];
  });
  return {
    ...form,
    fields: form.fields.map((field) => withValue(field, intent.args[field.name] ?? '')),
    intent: { ...form.intent, args: { ...form.intent.args, ...Object.fromEntries(held) } },
  };
}

function withValue(field: Field, value: string): Field {
  const { value: _, ...empty } = field;
  const isChoice = field.kind !== 'choice' || field.options.some((option) => option.value === value);
  return value !== '' && isChoice ? { ...empty, value } : empty;
}
