/** A point for an agenda: "Ingebracht door Sanne: toetsdata groep 6". It waits for the team's next meeting until it is dealt with (PRODUCT 4). */
import type { ActionId } from '../actions/action.ts';
import type { AdviceId } from '../advice/advice.ts';
import type { LocalDate } from '../calendar/local-date.ts';
import type { GoalId } from '../goals/goal.ts';
import type { MeetingId } from '../meetings/meeting.ts';
import type { PersonId, SchoolId, TeamId } from '../people/person.ts';

export type ItemId = number & { readonly __item: true };

export const ITEM_KINDS = ['praktijkvraag', 'doel', 'actie', 'kennis delen', 'besluit', 'advies', 'overig'] as const;
export type ItemKind = (typeof ITEM_KINDS)[number];

/** Why the program made it: a goal nobody updated, an action late for the third time, advice to or an answer from the MT, advice nobody answered. */
export const ITEM_CAUSES = [
  'doel zonder update',
  'actie te laat',
  'advies aan het MT',
  'antwoord van het MT',
  'advies wacht',
  'concept-advies',
] as const;
export type ItemCause = (typeof ITEM_CAUSES)[number];

/** `vervallen`: its cause is gone. */
export const ITEM_STATES = ['open', 'behandeld', 'ingetrokken', 'vervallen'] as const;
export type ItemState = (typeof ITEM_STATES)[number];

export type AgendaItem = {
  readonly id: ItemId;
  readonly schoolId: SchoolId;
  /** Null: for the director's summary. */
  readonly teamId: TeamId | null;
  readonly kind: ItemKind;
  /** Null: brought by somebody. */
  readonly cause: ItemCause | null;
  /** As typed; empty when it has a cause. */
  readonly text: string;
  /** Null: not said. */
  readonly minutes: number | null;
  readonly byId: PersonId | null;
  readonly byName: string;
  /** To the chat message it came from; empty without one. */
  readonly link: string;
  readonly goalId: GoalId | null;
  readonly actionId: ActionId | null;
  readonly adviceId: AdviceId | null;
  readonly madeOn: LocalDate;
  readonly state: ItemState;
  /** The meeting that dealt with it. */
  readonly meetingId: MeetingId | null;
  /** How often it moved on to a next meeting. */
  readonly carried: number;
};

export type NewItem = Pick<AgendaItem, 'schoolId' | 'teamId' | 'kind' | 'text' | 'minutes' | 'link'>;

export type ItemEvent = {
  readonly at: Date;
  readonly byId: PersonId | null;
  readonly byName: string;
  readonly what: 'gemaakt' | 'doorgeschoven' | 'behandeld' | 'ingetrokken' | 'heropend';
  readonly meetingId: MeetingId | null;
};
