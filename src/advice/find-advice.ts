/** "Welk advies bedoel je?": from a number or a button to one advice that the person may see. */
import { type Context, short } from '../bot/command.ts';
import { UserError } from '../bot/errors.ts';
import { buttonsPart } from '../bot/notice.ts';
import type { Button, RichText } from '../bot/reply.ts';
import type { Advice, AdviceId } from './advice.ts';
import { mustSeeAdvice, seesAdvice, visibleAdvice } from './advice-access.ts';
import { adviceArgument, adviceLabel } from './advice-names.ts';

const MOST_BUTTONS = 10;

/** Reads `3`, `#3`, `advies 3` or `nr 3`. */
export function adviceNumber(typed: string): number | null {
  const match = /^(?:(?:advies|advice|nr\.?)\s*|#)?(\d{1,9})$/i.exec(typed.trim());
  return match ? Number(match[1]) : null;
}

/**
 * The one advice that argument `advies` means (`3` or `id:12`); without it the only one that suits. Throws a UserError with a button for
 * each when there are several.
 */
export async function findAdvice(
  context: Context,
  typed: string | undefined,
  suits: (advice: Advice) => boolean,
): Promise<Advice> {
  mustSeeAdvice(context);
  const id = /^id:(\d{1,15})$/.exec(typed ?? '');
  if (id) return adviceById(context, Number(id[1]) as AdviceId);
  const seen = await visibleAdvice(context);
  if (typed === undefined) return onlyOne(context, seen.filter(suits), context.say('advice.which'));
  const number = adviceNumber(typed);
  if (number === null) throw unknown(context, context.say('advice.unknown', { typed: short(typed) }));
  const found = seen.filter((advice) => advice.number === number);
  if (found.length === 0) throw unknown(context, context.say('advice.no-number', { number }));
  const fitting = found.filter(suits);
  const meant = fitting.length > 0 ? fitting : found;
  return onlyOne(context, meant, context.say('advice.which-number', { count: meant.length, number }));
}

async function adviceById(context: Context, id: AdviceId): Promise<Advice> {
  const advice = await context.store.advice.advice(id);
  if (advice && (await seesAdvice(context, advice))) return advice;
  // The same for what is not there and what is not theirs, so that nothing shows that it is there.
  throw unknown(context, context.say('advice.gone'));
}

async function onlyOne(context: Context, among: readonly Advice[], question: RichText): Promise<Advice> {
  const { say, intent } = context;
  if (among.length === 1) return among[0]!;
  if (among.length === 0) throw unknown(context, say('advice.nothing-fits'));
  const buttons = among.slice(0, MOST_BUTTONS).map(async (advice): Promise<Button> => {
    const args = { ...intent.args, advies: adviceArgument(advice) };
    return { label: await adviceLabel(context, advice), intent: { name: intent.name, args } };
  });
  throw new UserError(question, buttonsPart(await Promise.all(buttons)));
}

function unknown({ say }: Context, text: RichText): UserError {
  return new UserError(text, buttonsPart([listButton({ say })]));
}

export function listButton({ say }: Pick<Context, 'say'>): Button {
  return { label: say.plain('advice.button.list'), intent: { name: 'advies.lijst', args: {} } };
}
