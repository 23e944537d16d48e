/** "Actie 15 Ouderavond van Piet: neem jij deze op je, voor 14 december?" (PRODUCT 6, actie aangeboden) */
import { buttonsPart, textPart } from '../bot/notice.ts';
import { isWithin } from '../calendar/local-date.ts';
import { firstOwnWorkingDay } from '../calendar/working-day.ts';
import { lastDayToTell } from '../delivery/announcement.ts';
import type { Nudge, PlannedAction, Reference, SchoolState } from '../delivery/nudge.ts';
import { actionSubject } from '../delivery/subject.ts';
import { actionButton, numberedAction } from './action-names.ts';
import { aboutAction, type Offer, offerKey, openAction, peopleOf, plannedAction } from './planned-action.ts';

export const actionOffered: Nudge = {
  kind: 'actie-aangeboden',

  speaksFor: ['actie-te-laat', 'actie-herinnering'],

  plan: (state, day) =>
    state.actions.flatMap((action) => {
      const reference = referenceOf(state, action);
      return reference && isWithin(day, reference) ? [reference] : [];
    }),

  about: aboutAction,

  lastDay: (state, { key, subject, until }) => {
    const action = plannedAction(state, subject);
    return action && keyOf(action) === key ? until : null;
  },

  compose: async (reference, context) => {
    const { say, today, receiver } = context;
    const action = await openAction(reference, context);
    if (action?.offeredToId !== receiver.id || keyOf(action) !== reference.key) return null;
    const date = say.dayMonth(action.due, today);
    const asked = say(action.due < today ? 'action-nudge.offered-late' : 'action-nudge.offered', {
      action: numberedAction(say, action),
      name: action.ownerName,
      date,
    });
    const buttons = [
      actionButton(say.plain('bot.yes'), 'actie.aannemen', action, {}, 'primary'),
      actionButton(say.plain('actions.button.give-back'), 'actie.terug', action),
    ];
    return { parts: [textPart(asked), ...buttonsPart(buttons)] };
  },
};

function keyOf(action: Pick<PlannedAction, 'id'> & Offer): string {
  return `actie-aangeboden:${action.id}:${offerKey(action)}`;
}

function referenceOf(state: SchoolState, action: PlannedAction): Reference | null {
  const { calendar, people } = peopleOf(state);
  const { offeredToId, offeredOn } = action;
  const asked = offeredToId === null ? undefined : people.get(offeredToId);
  if (!asked || offeredOn === null) return null;
  const until = lastDayToTell(offeredOn);
  const from = firstOwnWorkingDay(calendar, asked, offeredOn, until);
  if (from === null) return null;
  return {
    key: keyOf(action),
    kind: 'actie-aangeboden',
    receiver: asked.id,
    schoolId: state.school.id,
    subject: actionSubject(action.id),
    step: 0,
    from,
    until,
    answeredFrom: from,
  };
}
