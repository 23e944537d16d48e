/** The store port for leerteams and what waits for their agendas. */
import type { LocalDate } from '../calendar/local-date.ts';
import type { GoalId } from '../goals/goal.ts';
import type { SchoolId, TeamId } from '../people/person.ts';
import type { Leerteam } from './leerteam.ts';

/** A point that waits for an agenda. Without a team it goes to the director's summary. */
export type AgendaPoint = {
  readonly id: number;
  readonly schoolId: SchoolId;
  readonly teamId: TeamId | null;
  readonly kind: 'doel zonder update';
  readonly goalId: GoalId | null;
  readonly madeOn: LocalDate;
};

export interface AgendaStore {
  team(id: TeamId): Promise<Leerteam | null>;
  /** Teams of the school that exist on `today`, by name. */
  teams(schoolId: SchoolId, today: LocalDate): Promise<readonly Leerteam[]>;
  /** Open points of a team (or, with null, of the school without a team), oldest first. A point about a goal closes when the goal is updated, paused, achieved or stopped. */
  openPoints(schoolId: SchoolId, teamId: TeamId | null): Promise<readonly AgendaPoint[]>;
}
