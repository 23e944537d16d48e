/** What a nudge is about, as it is stored and switched off: `goal:12`, `school:3`. */
import type { GoalId } from '../goals/goal.ts';
import type { SchoolId } from '../people/person.ts';

export type NudgeSubject =
  | { readonly kind: 'goal'; readonly id: GoalId }
  | { readonly kind: 'school'; readonly id: SchoolId };

export function goalSubject(id: GoalId): string {
  return `goal:${id}`;
}

export function schoolSubject(id: SchoolId): string {
  return `school:${id}`;
}

/** Reads `goal:12` or `school:3`; null for anything else. */
export function readSubject(text: string): NudgeSubject | null {
  const match = /^(goal|school):([1-9]\d{0,14})$/.exec(text);
  if (!match) return null;
  const id = Number(match[2]);
  return match[1] === 'goal' ? { kind: 'goal', id: id as GoalId } : { kind: 'school', id: id as SchoolId };
}
