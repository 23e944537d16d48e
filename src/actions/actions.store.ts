/** The store port for actions. An action has one owner at any time; each change is an event. */

import type { LocalDate } from '../calendar/local-date.ts';
import type { Announcement } from '../delivery/announcement.ts';
import type { MeetingId } from '../meetings/meeting.ts';
import type { PersonId, SchoolId, TeamId } from '../people/person.ts';
import type { Stamp } from '../stamp.ts';
import type { Action, ActionId, ActionState } from './action.ts';

export type NewAction = Pick<Action, 'schoolId' | 'what' | 'ownerId' | 'due' | 'teamId' | 'goalId'> & {
  /** The meeting in whose minutes it was agreed. */
  readonly meetingId: MeetingId | null;
  /** Agreed in the minutes: the owner may still say "klopt niet". */
  readonly agreed: boolean;
  /** Who is asked to take it over; until then it stays the owner's. */
  readonly offeredToId: PersonId | null;
  readonly offeredOn: LocalDate | null;
};

/** An action as it stands in a list. */
export type ActionLine = Action & {
  readonly ownerName: string;
  /** Null: an import. */
  readonly giverId: PersonId | null;
  readonly giverName: string;
  readonly offeredToId: PersonId | null;
  readonly offeredToName: string;
  readonly offeredOn: LocalDate | null;
  /** How often it was offered to somebody, up to the present offer; 0 when there is none. */
  readonly offers: number;
  readonly agreed: boolean;
  readonly meetingId: MeetingId | null;
  /** Empty without a team. */
  readonly teamName: string;
  /** Rises with every change, so that a stale form is seen. */
  readonly version: number;
  readonly createdAt: Date;
  /** The day on which the present owner got it from somebody else; null: it was theirs from the start. */
  readonly ownerSince: LocalDate | null;
};

export const ACTION_EVENTS = [
  'gemaakt',
  'aangeboden',
  'aangenomen',
  'teruggegeven',
  'klopt niet',
  'overgedragen',
  'datum',
  'hulp gevraagd',
  'klaar',
  'heropend',
  'gestopt',
  'import',
] as const;
export type ActionEventKind = (typeof ACTION_EVENTS)[number];

export type ActionEvent = {
  readonly at: Date;
  readonly byId: PersonId | null;
  readonly byName: string;
  readonly what: ActionEventKind;
  /** Of a date: before and after. */
  readonly from: string;
  readonly to: string;
  /** Of an owner: their names before and after; empty else. */
  readonly fromName: string;
  readonly toName: string;
  readonly reason: string;
};

/** Every condition that is given must hold. */
export type ActionQuery = {
  readonly schoolIds?: readonly SchoolId[];
  readonly teamId?: TeamId;
  readonly ownerId?: PersonId;
  readonly offeredToId?: PersonId;
  /** Of this owner or offered to this person. */
  readonly concerns?: PersonId;
  readonly meetingId?: MeetingId;
  /** Per school, so give the school too. */
  readonly number?: number;
  readonly states?: readonly ActionState[];
};

export interface ActionsStore {
  /** By due date, then number. */
  lines(query: ActionQuery): Promise<readonly ActionLine[]>;
  line(id: ActionId): Promise<ActionLine | null>;
  /** Newest first. */
  events(id: ActionId): Promise<readonly ActionEvent[]>;
  /** Adds an action with the next number of the school. */
  add(stamp: Stamp, action: NewAction, announcement: Announcement): Promise<ActionLine>;
  /** Asks somebody to take it over. Throws Stale when it is not open or has another version. */
  offer(
    stamp: Stamp,
    id: ActionId,
    version: number,
    to: PersonId,
    today: LocalDate,
    announcement: Announcement,
  ): Promise<ActionLine>;
  /** The person it was offered to becomes the owner, with another date when one is given. Throws Stale when it is not offered to the person of the stamp any more. */
  accept(stamp: Stamp, id: ActionId, due?: LocalDate): Promise<ActionLine>;
  /** Stays the owner's, unchanged. Throws Stale as `accept` does. */
  giveBack(stamp: Stamp, id: ActionId, reason: string, announcement: Announcement): Promise<ActionLine>;
  /** "Klopt niet": goes to `to`, who wrote it down. Throws Stale when it is not agreed for the person of the stamp any more. */
  notRight(stamp: Stamp, id: ActionId, to: PersonId, reason: string, announcement: Announcement): Promise<ActionLine>;
  /** Gives it another owner at once, as a handover does. Throws Stale as `offer` does. */
  reassign(
    stamp: Stamp,
    id: ActionId,
    version: number,
    to: PersonId,
    reason: string,
    announcement?: Announcement,
  ): Promise<ActionLine>;
  /** Throws Stale as `offer` does. */
  changeDue(stamp: Stamp, id: ActionId, version: number, due: LocalDate, reason: string): Promise<ActionLine>;
  /** Throws Stale when it is not open any more. */
  askHelp(stamp: Stamp, id: ActionId, sentence: string, announcement: Announcement): Promise<ActionLine>;
  /** Throws Stale when it is not open any more. */
  finish(stamp: Stamp, id: ActionId, announcement?: Announcement): Promise<ActionLine>;
  /** Takes `finish` back, with the point on the agenda that ended with it. Throws Stale when it is not done any more or has another version. */
  reopen(stamp: Stamp, id: ActionId, version: number): Promise<ActionLine>;
  /** Throws Stale as `finish` does. */
  stop(stamp: Stamp, id: ActionId, reason: string): Promise<ActionLine>;
}
