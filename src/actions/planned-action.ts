/** What planning and composing have in common for messages about one action. */
import type { Button } from '../bot/reply.ts';
import type { Say } from '../bot/text.ts';
import { type SchoolCalendar, schoolCalendar } from '../calendar/school-calendar.ts';
import type { ComposeContext, PlannedAction, PlannedPerson, Reference, SchoolState } from '../delivery/nudge.ts';
import { actionSubject, readSubject } from '../delivery/subject.ts';
import type { PersonId } from '../people/person.ts';
import { actionButton } from './action-names.ts';
import type { ActionLine } from './actions.store.ts';

export type PeopleOfSchool = {
  readonly calendar: SchoolCalendar;
  readonly people: ReadonlyMap<PersonId, PlannedPerson>;
};

const KNOWN = new WeakMap<SchoolState, PeopleOfSchool>();

/** The calendar and the people of the school, by id; worked out once per state. */
export function peopleOf(state: SchoolState): PeopleOfSchool {
  const known = KNOWN.get(state);
  if (known) return known;
  const made = {
    calendar: schoolCalendar(state.school.calendar),
    people: new Map(state.people.map((person) => [person.id, person])),
  };
  KNOWN.set(state, made);
  return made;
}

/** The open action that a reference is about. */
export function plannedAction(state: SchoolState, subject: string): PlannedAction | null {
  return state.actions.find(({ id }) => actionSubject(id) === subject) ?? null;
}

/** As `vooruitblik` prints it. */
export function aboutAction(state: SchoolState, { subject }: Pick<Reference, 'subject'>): string {
  return plannedAction(state, subject)?.what ?? subject;
}

/** Whom an open action is offered to, if anybody. */
export type Offer = Pick<PlannedAction, 'offeredToId' | 'offeredOn' | 'offers'>;

/** One per offer: also when it is given back and offered to the same person again on one day. */
export function offerKey({ offeredToId, offeredOn, offers }: Offer): string {
  return `${offeredToId}:${offeredOn}:${offers}`;
}

/** The action as it is now, when it is still open. */
export async function openAction(
  { subject }: Pick<Reference, 'subject'>,
  { store }: Pick<ComposeContext, 'store'>,
): Promise<ActionLine | null> {
  const about = readSubject(subject);
  const action = about?.kind === 'action' ? await store.actions.line(about.id) : null;
  return action?.state === 'open' ? action : null;
}

export type ActionButton =
  | 'done'
  | 'still-done'
  | 'due'
  | 'help'
  | 'hand-over'
  | 'ask-other'
  | 'stop'
  | 'not-right'
  | 'undo'
  | 'show';

const INTENTS: Readonly<Record<ActionButton, string>> = {
  done: 'actie.klaar',
  'still-done': 'actie.klaar',
  due: 'actie.datum',
  help: 'actie.hulp',
  'hand-over': 'actie.overdragen',
  'ask-other': 'actie.overdragen',
  stop: 'actie.stop',
  'not-right': 'actie.klopt-niet',
  undo: 'actie.heropen',
  show: 'actie.toon',
};

export function actionButtons(say: Say, action: ActionLine, names: readonly ActionButton[]): readonly Button[] {
  return names.map((name) =>
    actionButton(
      say.plain(`actions.button.${name}`),
      INTENTS[name],
      action,
      name === 'undo' ? { versie: String(action.version) } : {},
    ),
  );
}
