/** The store port for leerteams, their meetings and agendas. */
import type { ActionId } from '../actions/action.ts';
import type { LocalDate } from '../calendar/local-date.ts';
import type { LocalTime } from '../calendar/zone.ts';
import type { Announcement } from '../delivery/announcement.ts';
import type { MeetingId, StoredMeeting } from '../meetings/meeting.ts';
import type { SchoolId, TeamId } from '../people/person.ts';
import type { Stamp } from '../stamp.ts';
import type { Leerteam } from '../teams/leerteam.ts';
import type { AgendaItem, ItemEvent, ItemId, NewItem } from './agenda-item.ts';

/** Which meeting an act is about, as the person saw it: its row is made when there is none. */
export type MeetingSeen = {
  readonly teamId: TeamId;
  readonly date: LocalDate;
  readonly time: LocalTime;
  readonly duration: number;
  /** Null: nothing was stored of it. Every act throws Stale when that is different by now. */
  readonly version: number | null;
};

export interface AgendaStore {
  team(id: TeamId): Promise<Leerteam | null>;
  /** Teams of the school that exist on `today`, by name. */
  teams(schoolId: SchoolId, today: LocalDate): Promise<readonly Leerteam[]>;
  /** What is stored of the team's meetings, by date. */
  meetings(teamId: TeamId): Promise<readonly StoredMeeting[]>;
  meeting(id: MeetingId): Promise<StoredMeeting | null>;

  /**
   * Open items of a team (or, with null, of the school without a team), oldest first. An item with a cause closes by itself when the cause
   * is gone: the goal updated, the action closed or moved, the advice answered.
   */
  openItems(schoolId: SchoolId, teamId: TeamId | null): Promise<readonly AgendaItem[]>;
  item(id: ItemId): Promise<AgendaItem | null>;
  /** Items that this meeting dealt with, oldest first. */
  itemsOf(meetingId: MeetingId): Promise<readonly AgendaItem[]>;
  /** Oldest first. */
  itemEvents(id: ItemId): Promise<readonly ItemEvent[]>;
  addItem(stamp: Stamp, item: NewItem): Promise<AgendaItem>;
  /** Throws Stale when it is not open any more. */
  withdrawItem(stamp: Stamp, id: ItemId): Promise<AgendaItem>;
  /** What the chair set for the lines of this meeting's agenda: minutes by line, 0 when it is not for this time. */
  lineMinutes(meetingId: MeetingId): Promise<ReadonlyMap<string, number>>;
  setLineMinutes(stamp: Stamp, meeting: MeetingSeen, minutes: ReadonlyMap<string, number>): Promise<StoredMeeting>;

  /** Throws Stale when it was moved, cancelled or held. */
  share(stamp: Stamp, meeting: MeetingSeen, announcement: Announcement): Promise<StoredMeeting>;
  /** Gives the meeting on its new date. `actions` get that date as their due date, with history. Throws Stale as `share` does. */
  move(
    stamp: Stamp,
    meeting: MeetingSeen,
    to: Pick<StoredMeeting, 'date' | 'time' | 'duration'>,
    actions: readonly ActionId[],
    announcement: Announcement,
  ): Promise<StoredMeeting>;
  cancel(stamp: Stamp, meeting: MeetingSeen, reason: string, announcement: Announcement): Promise<StoredMeeting>;
}
