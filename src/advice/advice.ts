/** Advice or a question of a team to the MT, and what became of it (PRODUCT 4). */

import type { LocalDate } from '../calendar/local-date.ts';
import type { MeetingId } from '../meetings/meeting.ts';
import type { PersonId, SchoolId, TeamId } from '../people/person.ts';

export type AdviceId = number & { readonly __advice: true };

/** What the MT says of it. */
export const ADVICE_ANSWERS = ['in behandeling', 'overgenomen', 'niet overgenomen', 'later'] as const;
export type AdviceAnswer = (typeof ADVICE_ANSWERS)[number];

/** `concept`: written by a member, not sent yet. */
export const ADVICE_STATES = ['concept', 'ingediend', ...ADVICE_ANSWERS, 'ingetrokken'] as const;
export type AdviceState = (typeof ADVICE_STATES)[number];

export type Advice = {
  readonly id: AdviceId;
  readonly schoolId: SchoolId;
  /** Per school, never used again. */
  readonly number: number;
  /** Null: of the quality coach. */
  readonly teamId: TeamId | null;
  readonly teamName: string;
  readonly byId: PersonId | null;
  readonly byName: string;
  readonly meetingId: MeetingId | null;
  readonly text: string;
  readonly reasons: string;
  readonly state: AdviceState;
  /** The day on which it went to the MT. */
  readonly sentOn: LocalDate | null;
  readonly answer: string;
  readonly answeredOn: LocalDate | null;
  readonly answeredByName: string;
  /** Rises with every change. */
  readonly version: number;
};

/** Does it still wait for the MT's answer? */
export function isWaiting(state: AdviceState): boolean {
  return state === 'ingediend' || state === 'in behandeling';
}

export type NewAdvice = Pick<Advice, 'schoolId' | 'teamId' | 'meetingId' | 'text' | 'reasons'> & {
  readonly state: 'concept' | 'ingediend';
  readonly sentOn: LocalDate | null;
  /** The team of kind MT whose agenda it goes to; null when there is none or it is a draft. */
  readonly mtTeamId: TeamId | null;
};
