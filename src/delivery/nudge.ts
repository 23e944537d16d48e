/** A nudge: a message that nobody asked for. Planning is pure; what it says is composed just before it is sent. */
import type { Action, ActionId } from '../actions/action.ts';
import type { AdviceId } from '../advice/advice.ts';
import type { Notice, Part } from '../bot/reply.ts';
import type { Say } from '../bot/text.ts';
import type { LocalDate } from '../calendar/local-date.ts';
import type { LocalTime } from '../calendar/zone.ts';
import type { Goal, GoalId } from '../goals/goal.ts';
import type { StoredMeeting } from '../meetings/meeting.ts';
import type { Absence, Actor, Employment, PersonId, School, SchoolId, TeamId } from '../people/person.ts';
import type { PopTerms } from '../pop/pop-days.ts';
import type { Store } from '../store.ts';
import type { Leerteam } from '../teams/leerteam.ts';
import type { PostDraft, Tell } from './announcement.ts';

/** The kinds as `vooruitblik` prints them; they stay fixed. */
export const NUDGE_KINDS = [
  'agenda-klaarzetten',
  'agenda-delen',
  'verslag',
  'doel-checkin',
  'pop-uitleg',
  'pop-klaar',
  'pop-gesprek',
  'pop-opvolging',
  'pop-evaluatie',
  'actie-herinnering',
  'actie-te-laat',
  'advies-wacht',
  'maandoverzicht',
  'overdracht',
] as const;

/** Messages because of what somebody did or because somebody is new or back; `vooruitblik` cannot know them in advance. */
export const MESSAGE_KINDS = [
  'actie-aangeboden',
  'actie-bericht',
  'bijeenkomst-gewijzigd',
  'nieuw-in-team',
  'wie-neemt-waar',
  'terug',
  'pop-afspraak',
  'pop-bericht',
  'afwezig-gemeld',
  'verwijderverzoek',
] as const;
export type NudgeKind = (typeof NUDGE_KINDS)[number] | (typeof MESSAGE_KINDS)[number];

/** Somebody's lead gets these from a school where they do not work themselves, too. */
export function isAboutPop(kind: NudgeKind): boolean {
  return kind.startsWith('pop-');
}

/** What the outbox holds: who gets which nudge about what, and the days on which it makes sense. Never a text. */
export type Reference = {
  /** One per period and receiver role, so that it can never be planned twice: `doel-checkin:12:2026-2027:w8:0`. */
  readonly key: string;
  readonly kind: NudgeKind;
  readonly receiver: PersonId;
  readonly schoolId: SchoolId;
  /** As `subject.ts` writes it: `goal:12`, `meeting:5:2026-11-24`; what somebody switches off with "Niet meer over dit onderwerp". */
  readonly subject: string;
  /** 0 for the first, 1 and up for its reminders. */
  readonly step: number;
  /** The receiver's own working day on which it is sent. */
  readonly from: LocalDate;
  /** The last day on which it still makes sense. */
  readonly until: LocalDate;
  /** From this day on the state counts as an answer: an update on or after it makes the nudge needless. */
  readonly answeredFrom: LocalDate;
};

/** A point that a nudge leaves for the agenda when all reminders stayed unanswered. It is made once per key. */
export type PointDraft = {
  readonly key: string;
  readonly schoolId: SchoolId;
  /** Null: the director's summary. */
  readonly teamId: TeamId | null;
  readonly madeOn: LocalDate;
} & (
  | {
      readonly cause: 'doel zonder update';
      readonly goalId: GoalId;
      /** Not made when the goal has a check-in on or after this day. */
      readonly unlessUpdatedSince: LocalDate;
    }
  /** Not made when the action is closed or has another due date by now. */
  | { readonly cause: 'actie te laat'; readonly actionId: ActionId; readonly due: LocalDate }
  /** Not made when the advice is answered by now. */
  | { readonly cause: 'advies wacht'; readonly adviceId: AdviceId }
);

export type PlannedPerson = {
  readonly id: PersonId;
  readonly name: string;
  readonly email: string;
  readonly digestTime: LocalTime;
  /** At this school. */
  readonly employment: Employment;
  readonly absences: readonly Absence[];
};

export type PlannedGoal = Pick<Goal, 'id' | 'number' | 'title' | 'owner' | 'start' | 'end' | 'rhythm' | 'status'> & {
  /** The day on which it was entered. */
  readonly createdOn: LocalDate;
};

/** An open action. */
export type PlannedAction = Pick<Action, 'id' | 'number' | 'what' | 'ownerId' | 'due' | 'teamId'> & {
  /** Asked to take it over, since that day. */
  readonly offeredToId: PersonId | null;
  readonly offeredOn: LocalDate | null;
  /** How often it was offered to somebody, up to the present offer; 0 when there is none. */
  readonly offers: number;
  readonly createdOn: LocalDate;
  /** The day on which the present owner got it from somebody else; null: it was theirs from the start. */
  readonly ownerSince: LocalDate | null;
};

/** Advice that waits for an answer. */
export type PlannedAdvice = {
  readonly id: AdviceId;
  readonly number: number;
  readonly teamId: TeamId | null;
  readonly sentOn: LocalDate;
};

export type PlannedMember = {
  readonly teamId: TeamId;
  readonly personId: PersonId;
  readonly from: LocalDate | null;
  readonly until: LocalDate | null;
};

/** All that planning for one school needs; loaded in one go. */
export type SchoolState = {
  readonly school: School;
  readonly createdOn: LocalDate;
  readonly pop: PopTerms;
  /** Rises with every change that may touch the planning. */
  readonly version: number;
  /** Who works, worked or will work at the school. */
  readonly people: readonly PlannedPerson[];
  /** Board members and admins without a school; their employment is that one. */
  readonly governors: readonly PlannedPerson[];
  /** Recorded leads of people of the school, once for each other school where they work, worked or will work; their employment is that one. */
  readonly leadsElsewhere: readonly PlannedPerson[];
  readonly teams: readonly Leerteam[];
  /** Members of the teams; chair and deputy are in `teams`. */
  readonly members: readonly PlannedMember[];
  /** What is stored of the teams' meetings, by date. */
  readonly meetings: readonly StoredMeeting[];
  readonly goals: readonly PlannedGoal[];
  readonly actions: readonly PlannedAction[];
  readonly advice: readonly PlannedAdvice[];
};

export type ComposeContext = {
  readonly store: Store;
  readonly say: Say;
  readonly now: Date;
  readonly today: LocalDate;
  readonly receiver: Actor;
};

/** `short` is used when the digest holds other points too. */
export type Composed = { readonly parts: readonly Part[]; readonly short?: readonly Part[] };

/** A post is composed without a receiver when it goes to a channel. */
export type PostContext = Omit<ComposeContext, 'receiver'> & { readonly receiver: Actor | null };

export interface Nudge {
  readonly kind: NudgeKind;
  /** Kinds that need no words of their own in a digest in which this one speaks of the same subject; they must come after it. */
  readonly speaksFor?: readonly NudgeKind[];
  /** Which references may be sent on `day`: those with from <= day <= until. Pure. */
  plan(state: SchoolState, day: LocalDate): readonly Reference[];
  /** What must be on an agenda by `day`. Pure. */
  points?(state: SchoolState, day: LocalDate): readonly PointDraft[];
  /** What the reference is about, as `vooruitblik` prints it: the goal's title, the school's name. */
  about(state: SchoolState, reference: Pick<Reference, 'subject' | 'key'>): string;
  /** The last day to which its receiver may put it off; null when it is not planned any more. Pure. */
  lastDay(state: SchoolState, reference: Reference): LocalDate | null;
  /** The parts as of now, or null when it is no longer needed. */
  compose(reference: Reference, context: ComposeContext): Promise<Composed | null>;
  /** Messages of their own that are due on `day`. Pure. */
  posts?(state: SchoolState, day: LocalDate): readonly PostDraft[];
  /** Points of digests for who would have read a post to a channel that never stood there. */
  insteadOf?(post: PostDraft, context: Pick<PostContext, 'store' | 'now' | 'today'>): Promise<readonly Tell[]>;
  /** The message as of now, or null when it is no longer needed. */
  composePost?(post: PostDraft, context: PostContext): Promise<Notice | null>;
}
