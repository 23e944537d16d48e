/** The store port for handing work over. Every method is one atomic act. */
import type { ActionId } from '../actions/action.ts';
import type { LocalDate } from '../calendar/local-date.ts';
import type { Announcement } from '../delivery/announcement.ts';
import type { GoalId, GoalOwner } from '../goals/goal.ts';
import type { PersonId, SchoolId, TeamId } from '../people/person.ts';
import type { Stamp } from '../stamp.ts';

/** Who takes over what. */
export type Reassignment =
  /** With another date when one is given. */
  | { readonly kind: 'actie'; readonly id: ActionId; readonly to: PersonId; readonly due?: LocalDate }
  | { readonly kind: 'doel'; readonly id: GoalId; readonly to: GoalOwner }
  | { readonly kind: 'voorzitter'; readonly teamId: TeamId; readonly to: PersonId }
  /** Null: the team has no deputy any more. */
  | { readonly kind: 'vervanger'; readonly teamId: TeamId; readonly to: PersonId | null }
  /** The recorded lead of these people at the school. Nobody is their own lead: of `to` it becomes the director (not recorded). */
  | { readonly kind: 'leidinggevende'; readonly people: readonly PersonId[]; readonly to: PersonId };

export interface HandoverStore {
  /**
   * Gives all of it another owner at once, each with its history. A deputy who becomes the chair is not the deputy any more. Throws Stale
   * when any of it is not open or not of `from` any more; then nothing changes.
   */
  reassign(
    stamp: Stamp,
    schoolId: SchoolId,
    from: PersonId,
    reassignments: readonly Reassignment[],
    announcement: Announcement,
  ): Promise<void>;
  /** How many nudges with a key that begins like this went out to the receiver. */
  nudged(receiver: PersonId, keyStart: string): Promise<number>;
}
