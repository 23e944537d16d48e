/** The form of a new action: what, who and when, with the rest filled in. */
import type { Context } from '../bot/command.ts';
import { readDay } from '../bot/dates.ts';
import type { Form, Intent } from '../bot/reply.ts';
import { matchingColleagues, personArgument } from '../people/find-colleague.ts';
import type { SchoolId } from '../people/person.ts';
import { WHAT_LENGTH } from './action-names.ts';
import { colleaguesOf, ownerMenu } from './owner-of-action.ts';

/** `args` of the intent: those that the form does not ask for go along unseen. */
export async function newActionForm(
  context: Context,
  args: Intent['args'],
  schoolIds: readonly SchoolId[],
): Promise<Form> {
  const { say, today } = context;
  const { wat, wie, datum, opnieuw: _, toch: __, zin: ___, ...along } = args;
  const options = await ownerMenu(context, schoolIds);
  const people = (await colleaguesOf(context, schoolIds)).map(({ owner }) => owner);
  const meant = wie === undefined ? [] : new Set(matchingColleagues(people, wie).map(personArgument));
  const [who] = [...meant];
  const due = datum === undefined ? null : readDay(datum, today);
  const isBegun = [wat, wie, datum].some((value) => value !== undefined);
  return {
    kind: 'form',
    title: say.plain('actions.new.title'),
    intro: isBegun ? say('actions.new.missing') : null,
    fields: [
      {
        kind: 'text',
        name: 'wat',
        label: say.plain('actions.field.what'),
        required: true,
        maxLength: WHAT_LENGTH,
        ...(wat ? { value: wat } : {}),
      },
      {
        kind: 'choice',
        name: 'wie',
        label: say.plain('actions.field.who'),
        required: true,
        options,
        ...(who && [...meant].length === 1 ? { value: who } : {}),
      },
      {
        kind: 'date',
        name: 'datum',
        label: say.plain('actions.field.due'),
        required: true,
        ...(due ? { value: due } : {}),
      },
    ],
    intent: { name: 'actie.nieuw', args: along },
    submit: say.plain('bot.save'),
    small: say('actions.small'),
  };
}
