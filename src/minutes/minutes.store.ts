/** The store port for what became of a meeting. Minutes are added to, never overwritten. */
import type { ActionId } from '../actions/action.ts';
import type { ActionLine, NewAction } from '../actions/actions.store.ts';
import type { AdviceId, NewAdvice } from '../advice/advice.ts';
import type { MeetingSeen } from '../agenda/agenda.store.ts';
import type { AgendaItem, ItemId } from '../agenda/agenda-item.ts';
import type { LocalDate } from '../calendar/local-date.ts';
import type { Announcement } from '../delivery/announcement.ts';
import type { NewCheckIn } from '../goals/goals.store.ts';
import type { MeetingId, StoredMeeting } from '../meetings/meeting.ts';
import type { PersonId, TeamId } from '../people/person.ts';
import type { Stamp } from '../stamp.ts';

export type Decision = {
  readonly id: number;
  readonly teamId: TeamId;
  readonly meetingId: MeetingId | null;
  readonly date: LocalDate;
  readonly byName: string;
  readonly text: string;
};

/** All that one form says. Everything in it is stored together, or nothing. */
export type NewMinutes = {
  readonly text: string;
  /** What the team shares with the MT; the director sees it. */
  readonly shared: string;
  readonly decisions: readonly string[];
  /** Their meeting is filled in by the store. */
  readonly actions: readonly Omit<NewAction, 'meetingId'>[];
  readonly advice: Omit<NewAdvice, 'meetingId'> | null;
  readonly checkIns: readonly NewCheckIn[];
  readonly dealtWith: readonly ItemId[];
  readonly carried: readonly ItemId[];
};

export type MinutesEntry = {
  readonly at: Date;
  readonly byId: PersonId | null;
  readonly byName: string;
  readonly text: string;
  readonly shared: string;
};

export type Minutes = {
  readonly meeting: StoredMeeting;
  /** Empty when it went on without minutes; the first are the minutes, later ones add to them. */
  readonly entries: readonly MinutesEntry[];
  readonly decisions: readonly Decision[];
  readonly actions: readonly ActionLine[];
  readonly adviceIds: readonly AdviceId[];
  /** Points that were dealt with, and points that moved on to the next meeting; by number. */
  readonly dealtWith: readonly AgendaItem[];
  readonly carried: readonly AgendaItem[];
};

/** What others must hear of the minutes: made by the store within the act, because actions have no id before. `actions` in the order of the minutes. Pure. */
export type Announce = (actions: readonly ActionId[]) => Announcement;

export interface MinutesStore {
  /**
   * Stores the minutes and all that comes of them, and the meeting as `gehouden`. Items that are not open any more stay as they are.
   * Throws Stale when it was moved, cancelled or held already.
   */
  save(stamp: Stamp, meeting: MeetingSeen, minutes: NewMinutes, announce: Announce): Promise<StoredMeeting>;
  /** Adds to the minutes of a meeting that was held; throws Stale when it was not. */
  add(stamp: Stamp, meetingId: MeetingId, minutes: NewMinutes, announce: Announce): Promise<StoredMeeting>;
  /** "Ging door, geen verslag": these items were dealt with. Throws Stale as `save` does. */
  held(stamp: Stamp, meeting: MeetingSeen, dealtWith: readonly ItemId[]): Promise<StoredMeeting>;
  /** "Schoof toch door": an item that this meeting dealt with is open again. Throws Stale when it is not dealt with. */
  reopenItem(stamp: Stamp, id: ItemId): Promise<void>;
  /** Null when nothing is stored of the meeting or it was not held. */
  of(meetingId: MeetingId): Promise<Minutes | null>;
  /** Newest first. */
  decisions(teamId: TeamId, limit: number): Promise<readonly Decision[]>;
  /** Adds a decision outside a meeting, such as a director's own on the advice of a team that the director chairs. */
  decide(stamp: Stamp, teamId: TeamId, date: LocalDate, text: string): Promise<Decision>;
}
