/** `/advies antwoord 3 overgenomen We beginnen in januari`: the director answers; without arguments a form. */
import { z } from 'zod';
import { type Context, command, short } from '../bot/command.ts';
import { eitherOf } from '../bot/either-of.ts';
import { Stale, UserError } from '../bot/errors.ts';
import { answer, buttonsPart, textPart } from '../bot/notice.ts';
import type { Form, Notice, Reply } from '../bot/reply.ts';
import { quoted } from '../bot/rich-text.ts';
import type { Token } from '../bot/tokens.ts';
import { refusal, whoMay } from '../goals/goal-access.ts';
import { mustFit, SENTENCE_LENGTH } from '../goals/lengths.ts';
import { may } from '../people/permissions.ts';
import { ADVICE_ANSWERS, type Advice, type AdviceAnswer, isWaiting } from './advice.ts';
import { answersAdvice, subjectOf } from './advice-access.ts';
import { adviceButton, adviceState } from './advice-names.ts';
import { pageParts } from './advice-page.ts';
import { adviceNumber, findAdvice } from './find-advice.ts';
import { readOutcome } from './outcome.ts';
import { showSaved } from './show.command.ts';

export const answerAdvice = command({
  intent: 'advies.antwoord',
  words: ['advies antwoord'],
  example: 'example.advice-answer',
  help: 'help.advice.answer',
  listedFor: answersAdvice,
  parse: parseAnswer,
  args: z.object({
    advies: z.string().optional(),
    uitkomst: z.enum(ADVICE_ANSWERS).optional(),
    antwoord: z.string().optional(),
    /** What the form was made from; a typed line has none. */
    versie: z
      .string()
      .regex(/^\d{1,9}$/)
      .transform(Number)
      .optional(),
    /** Asked to answer once more. */
    opnieuw: z.literal('ja').optional(),
  }),
  run: async (context, { advies, uitkomst, antwoord = '', versie, opnieuw }): Promise<Reply> => {
    const { actor, say } = context;
    const answers = (each: Advice) => may(actor, 'advice.answer', subjectOf(each));
    const advice = await findAdvice(context, advies, (each) => isWaiting(each.state) && answers(each));
    // The MT answers, not the team: the directors are named.
    if (!answers(advice)) throw await refusal(context, 'advice.answer', { schoolId: advice.schoolId });
    mustFit(antwoord, SENTENCE_LENGTH, say.plain('advice.field.answer'), say);
    await mustBeSent(context, advice);
    const isNew = versie === undefined && !opnieuw;
    if (isNew && !isWaiting(advice.state)) throw await shown(context, 'advice.answered-already', advice);
    if (uitkomst === undefined) {
      if (antwoord === '') return form(context, advice, undefined);
      const typed = { typed: short(antwoord), number: String(advice.number) };
      throw new UserError(say('advice.outcome-unknown', typed));
    }
    if (antwoord === '' && uitkomst !== 'in behandeling') return form(context, advice, uitkomst);
    return save(context, advice, versie ?? advice.version, uitkomst, antwoord);
  },
  again: showSaved,
});

/** `3 niet overgenomen we hebben geen geld`: number, outcome, reason. Without a number it is no answer but advice. */
function parseAnswer(rest: readonly Token[]): Readonly<Record<string, string>> | null {
  const [first, ...behind] = rest;
  if (!first) return {};
  if (adviceNumber(first.text) === null) return null;
  const words = behind.map(({ text }) => text);
  const found = readOutcome(words);
  const said = found ? found.rest : words.join(' ');
  return {
    advies: first.text,
    ...(found ? { uitkomst: found.outcome } : {}),
    ...(said ? { antwoord: said } : {}),
  };
}

async function mustBeSent(context: Context, advice: Advice): Promise<void> {
  const { say } = context;
  const number = String(advice.number);
  if (advice.state === 'ingetrokken') throw new UserError(say('advice.is-withdrawn', { number }));
  if (advice.state !== 'concept') return;
  const who = eitherOf(await whoMay(context, 'advice.send', subjectOf(advice)), context.say);
  throw new UserError(say('advice.not-sent-yet', { number, who }));
}

function form({ say, intent }: Context, advice: Advice, outcome: AdviceAnswer | undefined): Form {
  const options = ADVICE_ANSWERS.map((value) => ({ value, label: adviceState(value, say).word }));
  return {
    kind: 'form',
    title: say.plain('advice.answer.title', { number: String(advice.number) }),
    intro: quoted(advice.text),
    fields: [
      {
        kind: 'choice',
        name: 'uitkomst',
        label: say.plain('advice.field.outcome'),
        required: true,
        options,
        ...(outcome ? { value: outcome } : {}),
      },
      {
        kind: 'long-text',
        name: 'antwoord',
        label: say.plain('advice.field.answer'),
        hint: say.plain('advice.hint.answer'),
        required: true,
        maxLength: SENTENCE_LENGTH,
      },
    ],
    intent: { name: intent.name, args: { advies: `id:${advice.id}`, versie: String(advice.version) } },
    submit: say.plain('bot.save'),
    small: say('advice.answer.small'),
  };
}

async function save(
  context: Context,
  advice: Advice,
  version: number,
  outcome: AdviceAnswer,
  text: string,
): Promise<Notice> {
  const { store, stamp, say, today } = context;
  const answered = await stored(context, advice, () =>
    store.advice.answer(stamp, advice.id, version, outcome, text, today),
  );
  const { number, teamId, teamName } = answered;
  return answer(say('advice.answered', { number: String(number), outcome: adviceState(outcome, say).word }), [
    ...(text ? [textPart(quoted(text))] : []),
    ...(teamId === null ? [] : [textPart(say('advice.answer-on-agenda', { team: teamName }))]),
    ...buttonsPart([adviceButton(say.plain('advice.button.show'), 'advies.toon', answered)]),
  ]);
}

/** What was answered meanwhile is shown, and stays. */
async function stored(context: Context, advice: Advice, act: () => Promise<Advice>): Promise<Advice> {
  try {
    return await act();
  } catch (error) {
    if (!(error instanceof Stale)) throw error;
    const now = (await context.store.advice.advice(advice.id)) ?? advice;
    throw await shown(context, 'advice.changed-meanwhile', now);
  }
}

async function shown(
  context: Context,
  key: 'advice.answered-already' | 'advice.changed-meanwhile',
  advice: Advice,
): Promise<UserError> {
  return new UserError(context.say(key), await pageParts(context, advice));
}
