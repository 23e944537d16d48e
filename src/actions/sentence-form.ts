/** A form with one text: why an action stops, or where help is needed. */
import type { Context } from '../bot/command.ts';
import type { Form } from '../bot/reply.ts';
import { SENTENCE_LENGTH } from '../goals/lengths.ts';
import { actionArgument } from './action-names.ts';
import type { ActionLine } from './actions.store.ts';

export function sentenceForm(
  { say, intent }: Context,
  action: ActionLine,
  asked: {
    readonly title: string;
    readonly short: string;
    readonly name: 'reden' | 'zin';
    readonly label: string;
    readonly required: boolean;
  },
): Form {
  const { title, short, ...field } = asked;
  return {
    kind: 'form',
    title,
    short,
    intro: null,
    fields: [{ kind: 'long-text', ...field, maxLength: SENTENCE_LENGTH }],
    intent: { name: intent.name, args: { actie: actionArgument(action) } },
    submit: say.plain('bot.save'),
    small: say('actions.small'),
  };
}
