/** `/actie datum 12 vrijdag de toets is later`: another date, with the reason when there is one. */
import { z } from 'zod';
import { type Context, command } from '../bot/command.ts';
import { readDay, takeDay, takeFirstDay } from '../bot/dates.ts';
import { answer, textPart } from '../bot/notice.ts';
import type { Form, Intent } from '../bot/reply.ts';
import { quoted } from '../bot/rich-text.ts';
import { type Token, wordsOf } from '../bot/tokens.ts';
import type { LocalDate } from '../calendar/local-date.ts';
import { mustFit, SENTENCE_LENGTH } from '../goals/lengths.ts';
import { mayChangeAction, mustChangeAction, worksWithActions } from './action-access.ts';
import { actionArgument, actionLabel, numberedAction, showAction } from './action-names.ts';
import type { ActionLine } from './actions.store.ts';
import { dueDateSchemas, readDue } from './closed-due.ts';
import { findAction } from './find-action.ts';
import { isWholeAction, namesAction } from './typed-action.ts';

export const changeDue = command({
  intent: 'actie.datum',
  words: ['actie datum'],
  example: 'example.action-due',
  help: 'help.action.due',
  listedFor: worksWithActions,
  parse: parseDue,
  args: z.object({
    actie: z.string().optional(),
    datum: z.string().optional(),
    reden: z.string().optional(),
    /** Of the action from which the form was made; only a form has it. */
    versie: z
      .string()
      .regex(/^\d{1,9}$/)
      .transform(Number)
      .optional(),
    ...dueDateSchemas,
  }),
  run: async (context, { actie, datum, reden = '', versie, opnieuw }) => {
    const { say, store, stamp, today } = context;
    const { action } = await findAction(context, actie, { suits: mayChangeAction });
    mustChangeAction(context, action);
    mustFit(reden, SENTENCE_LENGTH, say.plain('goals.field.reason'), say);
    if (opnieuw || datum === undefined) return form(context, action, { datum, reden });
    const due = await readDue(aboutThis(context, action), action.schoolId, datum);
    if (due === action.due) return answer(say('actions.due-same', { date: say.date(due, today) }));
    const changed = await store.actions.changeDue(stamp, action.id, versie ?? action.version, due, reden);
    const title = say('actions.due-changed', { action: numberedAction(say, changed), date: say.date(due, today) });
    return answer(title, reden ? [textPart(quoted(reden))] : []);
  },
  again: showAction,
});

/** Behind a number: the day and then the reason. Behind words: the day at the end. */
function parseDue(rest: readonly Token[], today: LocalDate): Record<string, string> | null {
  const [first, ...behind] = rest;
  if (!first) return {};
  const words = wordsOf(rest);
  if (namesAction(first)) {
    const taken = takeFirstDay(wordsOf(behind), today) ?? takeDay(wordsOf(behind), today);
    if (behind.length === 0) return { actie: first.text };
    if (!taken) return { actie: first.text, datum: wordsOf(behind) };
    return { actie: first.text, datum: taken.day, ...(taken.rest && { reden: taken.rest }) };
  }
  if (isWholeAction(words, today)) return null;
  const taken = takeDay(words, today);
  if (taken?.rest === '') return { datum: taken.day };
  return taken ? { actie: taken.rest, datum: taken.day } : { actie: words };
}

/** What a question about the day repeats: this action, not what was typed. */
function aboutThis(context: Context, action: ActionLine): Context {
  const args = { ...context.intent.args, actie: actionArgument(action) };
  return { ...context, intent: { name: context.intent.name, args } };
}

async function form(
  context: Context,
  action: ActionLine,
  filled: { readonly datum: string | undefined; readonly reden: string },
): Promise<Form> {
  const { say, today } = context;
  const args: Intent['args'] = { actie: actionArgument(action), versie: String(action.version) };
  return {
    kind: 'form',
    title: say.plain('actions.due.title', { action: await actionLabel(context, action) }),
    short: say.plain('actions.due.short'),
    intro: null,
    fields: [
      {
        kind: 'date',
        name: 'datum',
        label: say.plain('actions.field.due'),
        required: true,
        value: (filled.datum && readDay(filled.datum, today)) || action.due,
      },
      {
        kind: 'text',
        name: 'reden',
        label: say.plain('goals.field.reason'),
        required: false,
        maxLength: SENTENCE_LENGTH,
        ...(filled.reden ? { value: filled.reden } : {}),
      },
    ],
    intent: { name: 'actie.datum', args },
    submit: say.plain('bot.save'),
    small: say('actions.small'),
  };
}
