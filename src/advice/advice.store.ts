/** The store port for advice to the MT. */
import type { LocalDate } from '../calendar/local-date.ts';
import type { PersonId, SchoolId, TeamId } from '../people/person.ts';
import type { Stamp } from '../stamp.ts';
import type { Advice, AdviceAnswer, AdviceId, AdviceState, NewAdvice } from './advice.ts';

export type AdviceEvent = {
  readonly at: Date;
  readonly byId: PersonId | null;
  readonly byName: string;
  /** The state that it got, or `gemaakt`. */
  readonly what: AdviceState | 'gemaakt';
  readonly text: string;
};

export type AdviceQuery = {
  readonly schoolIds?: readonly SchoolId[];
  readonly teamIds?: readonly TeamId[];
  readonly states?: readonly AdviceState[];
};

export interface AdviceStore {
  /** Every condition that is given must hold. Newest number first. */
  list(query: AdviceQuery): Promise<readonly Advice[]>;
  advice(id: AdviceId): Promise<Advice | null>;
  /** Oldest first. */
  events(id: AdviceId): Promise<readonly AdviceEvent[]>;
  /** Adds it with the next number of the school. A draft becomes a point on the team's agenda, a sent one on that of the MT. */
  add(stamp: Stamp, advice: NewAdvice): Promise<Advice>;
  /** From draft to sent. Throws Stale when it is no draft any more. */
  send(stamp: Stamp, id: AdviceId, today: LocalDate, mtTeamId: TeamId | null): Promise<Advice>;
  /**
   * A draft of a team that the director chairs is a decision of that team at once: it counts as taken up. Throws Stale when it is no draft
   * any more.
   */
  decide(stamp: Stamp, id: AdviceId, today: LocalDate): Promise<Advice>;
  /** The answer is a point on the team's next agenda. Throws Stale when the version is another one. */
  answer(
    stamp: Stamp,
    id: AdviceId,
    version: number,
    answer: AdviceAnswer,
    text: string,
    today: LocalDate,
  ): Promise<Advice>;
  /** Takes it off every agenda. Throws Stale when the version is another one, or when it was answered. */
  withdraw(stamp: Stamp, id: AdviceId, version: number): Promise<Advice>;
}
