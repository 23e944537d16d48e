/** "Sanne neemt actie 12 niet over." and what else the giver, the chair or the owner hears of an action (kind `actie-bericht`). */
import { buttonsPart, textPart } from '../bot/notice.ts';
import type { RichText } from '../bot/reply.ts';
import { joinText, quoted } from '../bot/rich-text.ts';
import { isWithin, type LocalDate } from '../calendar/local-date.ts';
import { firstOwnWorkingDay } from '../calendar/working-day.ts';
import { lastDayToTell } from '../delivery/announcement.ts';
import type { ComposeContext, Nudge, PlannedAction, Reference, SchoolState } from '../delivery/nudge.ts';
import { actionSubject, readSubject } from '../delivery/subject.ts';
import { standsAt } from '../people/permissions.ts';
import { seesAction } from './action-access.ts';
import { numberedAction } from './action-names.ts';
import type { ActionEvent, ActionEventKind, ActionLine } from './actions.store.ts';
import { silentSince } from './due-schedule.ts';
import {
  type ActionButton,
  aboutAction,
  actionButtons,
  type Offer,
  offerKey,
  openAction,
  peopleOf,
  plannedAction,
} from './planned-action.ts';
import { type Message, messageOf } from './tells.ts';

type Said = { readonly text: RichText; readonly buttons: readonly ActionButton[] };

export const actionMessage: Nudge = {
  kind: 'actie-bericht',

  speaksFor: ['actie-te-laat', 'actie-herinnering'],

  plan: (state, day) =>
    state.actions
      .flatMap((action) => silenceOf(state, action, day) ?? [])
      .filter((reference) => isWithin(day, reference)),

  about: aboutAction,

  lastDay: (state, { key, subject, until }) => {
    if (messageOf(key) === 'klaar') return until;
    const action = plannedAction(state, subject);
    if (!action) return null;
    return messageOf(key) !== 'stil' || key === silenceKey(action) ? until : null;
  },

  compose: async (reference, context) => {
    const message = messageOf(reference.key);
    const action = message && (await actionOf(message, reference, context));
    const said = action && (await compose(message, action, reference, context));
    if (!said) return null;
    return { parts: [textPart(said.text), ...buttonsPart(actionButtons(context.say, action, said.buttons))] };
  },
};

/** Most of what there is to tell is of an open action. */
async function actionOf(message: Message, reference: Reference, context: ComposeContext): Promise<ActionLine | null> {
  if (message !== 'klaar') return openAction(reference, context);
  const about = readSubject(reference.subject);
  const action = about?.kind === 'action' ? await context.store.actions.line(about.id) : null;
  return action?.state === 'klaar' ? action : null;
}

async function compose(
  message: Message,
  action: ActionLine,
  reference: Reference,
  context: ComposeContext,
): Promise<Said | null> {
  const { say, today, receiver } = context;
  const date = say.dayMonth(action.due, today);
  const about = { action: numberedAction(say, action), date };
  const within = { action: numberedAction(say, action, 'within'), date };
  const isOwner = action.ownerId === receiver.id;
  switch (message) {
    case 'afgesproken':
      if (!isOwner || !action.agreed) return null;
      return {
        text: say('action-nudge.agreed', about),
        buttons: ['due', 'help', 'not-right'],
      };
    case 'overgedragen': {
      const event = await lastEvent(context, action, 'overgedragen');
      if (!isOwner || !event) return null;
      return {
        text: say(action.due < today ? 'action-nudge.handed-over-late' : 'action-nudge.handed-over', {
          ...about,
          name: event.byName,
        }),
        buttons: ['done', 'due', 'hand-over'],
      };
    }
    case 'terug': {
      const event = await lastEvent(context, action, 'teruggegeven');
      if (!isOwner || action.offeredToId !== null || !event) return null;
      const text =
        event.byId === null
          ? say('action-nudge.offer-ended', { ...within, name: event.fromName })
          : say('action-nudge.given-back', { ...within, name: event.byName });
      return {
        text: withReason(text, event),
        buttons: ['ask-other', 'due', 'stop'],
      };
    }
    case 'klopt-niet': {
      const event = await lastEvent(context, action, 'klopt niet');
      if (!isOwner || !event) return null;
      return {
        text: withReason(say('action-nudge.not-right', { ...within, name: event.byName }), event),
        buttons: ['ask-other', 'due', 'stop'],
      };
    }
    case 'hulp': {
      const event = await lastEvent(context, action, 'hulp gevraagd');
      const isAsked = seesAction(receiver, action) || standsAt(receiver, 'director', action.schoolId);
      // Who led the team or the school then, and does not any more.
      if (!event || !isAsked) return null;
      return {
        text: withReason(say('action-nudge.help', { ...within, name: event.byName }), event),
        buttons: seesAction(receiver, action) ? ['show'] : [],
      };
    }
    case 'klaar': {
      const event = await lastEvent(context, action, 'klaar');
      if (!isOwner || !event) return null;
      return { text: say('action-nudge.done', { ...within, name: event.byName }), buttons: ['undo', 'show'] };
    }
    case 'stil':
      if (!isOwner || silenceKey(action) !== reference.key) return null;
      return {
        text: say('action-nudge.silent', { ...within, name: action.offeredToName }),
        buttons: ['ask-other', 'done', 'due'],
      };
  }
}

function withReason(text: RichText, { reason }: ActionEvent): RichText {
  return joinText([text, reason ? quoted(reason) : []], ' ');
}

async function lastEvent(
  { store }: ComposeContext,
  { id }: ActionLine,
  what: ActionEventKind,
): Promise<ActionEvent | null> {
  return (await store.actions.events(id)).find((event) => event.what === what) ?? null;
}

function silenceKey(action: Pick<PlannedAction, 'id'> & Offer): string {
  return `actie-bericht:stil:${action.id}:${offerKey(action)}`;
}

/** The giver is told when whoever was asked let five own working days go by (PRODUCT 4). */
function silenceOf(state: SchoolState, action: PlannedAction, day: LocalDate): Reference | null {
  const { calendar, people } = peopleOf(state);
  const { offeredToId, offeredOn, ownerId } = action;
  const asked = offeredToId === null ? undefined : people.get(offeredToId);
  const giver = people.get(ownerId);
  if (!asked || !giver || offeredOn === null) return null;
  const silent = silentSince(calendar, asked, offeredOn, day);
  const from = silent && firstOwnWorkingDay(calendar, giver, silent, day);
  if (!from) return null;
  return {
    key: silenceKey(action),
    kind: 'actie-bericht',
    receiver: ownerId,
    schoolId: state.school.id,
    subject: actionSubject(action.id),
    step: 0,
    from,
    until: lastDayToTell(from),
    answeredFrom: from,
  };
}
