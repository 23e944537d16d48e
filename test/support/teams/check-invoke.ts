/** Why Teams would say «Er is iets misgegaan» at the answer to an invoke. */
import { z } from 'zod';
import { ADAPTIVE_CARD } from './check-activity.ts';
import { checkCard, problemsOf } from './check-card.ts';

export const MESSAGE_ANSWER = 'application/vnd.microsoft.activity.message';

const words = z.string().min(1);

/** learn.microsoft.com/adaptive-cards/authoring-cards/universal-action-model */
const cardAnswer = z.discriminatedUnion('type', [
  z.strictObject({ statusCode: z.literal(200), type: z.literal(ADAPTIVE_CARD), value: z.looseObject({}) }),
  z.strictObject({ statusCode: z.literal(200), type: z.literal(MESSAGE_ANSWER), value: words }),
  z.strictObject({
    statusCode: z.int().min(400).max(599),
    type: z.literal('application/vnd.microsoft.error'),
    value: z.strictObject({ code: words, message: words }),
  }),
]);

const size = z.union([z.enum(['small', 'medium', 'large']), z.int().positive()]);

const dialogAnswer = z.strictObject({
  task: z.discriminatedUnion('type', [
    z.strictObject({
      type: z.literal('continue'),
      value: z.strictObject({
        title: words,
        height: size.optional(),
        width: size.optional(),
        card: z.strictObject({ contentType: z.literal(ADAPTIVE_CARD), content: z.looseObject({}) }),
      }),
    }),
    z.strictObject({ type: z.literal('message'), value: words }),
  ]),
});

export type InvokeAnswer = { readonly status: number; readonly body: unknown };

/** `name`: of the invoke. Empty when Teams would show it. */
export function checkInvokeAnswer(name: string, { status, body }: InvokeAnswer): readonly string[] {
  if (status !== 200) return [`answer: HTTP ${status}`];
  switch (name) {
    case 'adaptiveCard/action': {
      const read = cardAnswer.safeParse(body);
      if (!read.success) return problemsOf('answer', read.error);
      return read.data.type === ADAPTIVE_CARD ? checkCard(read.data.value) : [];
    }
    case 'composeExtension/fetchTask':
    case 'composeExtension/submitAction': {
      // Nothing closes the dialog.
      if (name === 'composeExtension/submitAction' && isEmpty(body)) return [];
      const read = dialogAnswer.safeParse(body);
      if (!read.success) return problemsOf('answer', read.error);
      const { task } = read.data;
      return task.type === 'continue' ? checkCard(task.value.card.content, 'dialog') : [];
    }
    case 'fileConsent/invoke':
      return isEmpty(body) ? [] : ['answer: a body that nobody reads'];
    default:
      return [`answer: no invoke is called ${name}`];
  }
}

const isEmpty = (body: unknown): boolean =>
  body === null || body === undefined || body === '' || (typeof body === 'object' && Object.keys(body).length === 0);
