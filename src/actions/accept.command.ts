/** [Ja] under an action that somebody asks me to take over: from now on it is mine; of one whose date is past I choose another date. */
import { z } from 'zod';
import { type Context, command } from '../bot/command.ts';
import { readDay } from '../bot/dates.ts';
import { answer, buttonsPart } from '../bot/notice.ts';
import type { Form } from '../bot/reply.ts';
import { actionArgument, actionButton, actionLabel, numberedAction, showAction } from './action-names.ts';
import type { ActionLine } from './actions.store.ts';
import { dueDateSchemas, readDue } from './closed-due.ts';
import { findOffer } from './find-offer.ts';
import { dayInAWeek } from './new-due.ts';

export const accept = command({
  intent: 'actie.aannemen',
  words: [],
  example: '/actie',
  help: null,
  parse: () => null,
  args: z.object({ actie: z.string().optional(), datum: z.string().optional(), ...dueDateSchemas }),
  run: async (context, { actie, datum, opnieuw }) => {
    const { say, store, stamp, today } = context;
    const action = await findOffer(context, actie);
    const isPast = action.due < today;
    if (isPast && (opnieuw || datum === undefined)) return form(context, action, datum);
    const due = isPast ? await readDue(context, action.schoolId, datum!) : undefined;
    const accepted = await store.actions.accept(stamp, action.id, due);
    const date = say.date(accepted.due, today);
    return answer(say('actions.accepted', { action: numberedAction(say, accepted), date }), [
      ...buttonsPart([
        actionButton(say.plain('actions.button.done'), 'actie.klaar', accepted),
        actionButton(say.plain('actions.button.due'), 'actie.datum', accepted),
      ]),
    ]);
  },
  again: showAction,
});

async function form(context: Context, action: ActionLine, typed: string | undefined): Promise<Form> {
  const { say, store, today } = context;
  const school = await store.people.school(action.schoolId);
  return {
    kind: 'form',
    title: say.plain('actions.accept.title', { action: await actionLabel(context, action) }),
    short: say.plain('actions.accept.short'),
    intro: say('actions.accept.intro', { date: say.dayMonth(action.due, today) }),
    fields: [
      {
        kind: 'date',
        name: 'datum',
        label: say.plain('actions.field.due'),
        required: true,
        value: (typed && readDay(typed, today)) || dayInAWeek(school, today),
      },
    ],
    intent: { name: 'actie.aannemen', args: { actie: actionArgument(action) } },
    submit: say.plain('actions.button.accept'),
    small: say('actions.small'),
  };
}
