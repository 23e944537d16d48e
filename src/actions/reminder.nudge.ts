/** "Actie 12 Toetsanalyse klaarzetten staat voor morgen." (PRODUCT 6, actie herinnering) */
import { buttonsPart, textPart } from '../bot/notice.ts';
import type { RichText } from '../bot/reply.ts';
import { addDays, isWithin, type LocalDate } from '../calendar/local-date.ts';
import type { ComposeContext, Nudge, PlannedAction, Reference, SchoolState } from '../delivery/nudge.ts';
import { actionSubject } from '../delivery/subject.ts';
import { numberedAction } from './action-names.ts';
import type { ActionLine } from './actions.store.ts';
import { reminderOf } from './due-schedule.ts';
import { aboutAction, actionButtons, openAction, peopleOf, plannedAction } from './planned-action.ts';

export const actionReminder: Nudge = {
  kind: 'actie-herinnering',

  plan: (state, day) =>
    state.actions.flatMap((action) => {
      const reference = referenceOf(state, action, day);
      return reference && isWithin(day, reference) ? [reference] : [];
    }),

  about: aboutAction,

  lastDay: (state, { subject, key }) => {
    const action = plannedAction(state, subject);
    return action && keyOf(action) === key ? action.due : null;
  },

  compose: async (reference, context) => {
    const action = await openAction(reference, context);
    if (!action || action.ownerId !== context.receiver.id || keyOf(action) !== reference.key) return null;
    if (action.due < context.today) return null;
    const { say } = context;
    return {
      parts: [textPart(sentence(context, action)), ...buttonsPart(actionButtons(say, action, ['done', 'due', 'help']))],
    };
  },
};

/** One per owner and due date. */
function keyOf({ id, ownerId, due }: Pick<PlannedAction, 'id' | 'ownerId' | 'due'>): string {
  return `actie-herinnering:${id}:${ownerId}:${due}`;
}

function referenceOf(state: SchoolState, action: PlannedAction, day: LocalDate): Reference | null {
  const { calendar, people } = peopleOf(state);
  const owner = people.get(action.ownerId);
  const window = owner && reminderOf(calendar, owner, action, day);
  if (!window) return null;
  return {
    key: keyOf(action),
    kind: 'actie-herinnering',
    receiver: action.ownerId,
    schoolId: state.school.id,
    subject: actionSubject(action.id),
    step: 0,
    ...window,
    answeredFrom: window.from,
  };
}

function sentence({ say, today }: Pick<ComposeContext, 'say' | 'today'>, action: ActionLine): RichText {
  const name = numberedAction(say, action);
  if (action.due === today) return say('action-nudge.today', { action: name });
  if (action.due === addDays(today, 1)) return say('action-nudge.tomorrow', { action: name });
  return say('action-nudge.on', { action: name, date: say.date(action.due, today) });
}
