/** What a nudge is about, as it is stored and switched off: `goal:12`, `meeting:5:2026-11-24`. */
import type { ActionId } from '../actions/action.ts';
import type { AdviceId } from '../advice/advice.ts';
import { type LocalDate, parseLocalDate } from '../calendar/local-date.ts';
import type { SchoolYear } from '../calendar/school-days.ts';
import type { GoalId } from '../goals/goal.ts';
import type { PersonId, SchoolId, TeamId } from '../people/person.ts';
import type { PopTalkId } from '../pop/pop.ts';

export type NudgeSubject =
  | { readonly kind: 'goal'; readonly id: GoalId }
  | { readonly kind: 'school'; readonly id: SchoolId }
  | { readonly kind: 'team'; readonly id: TeamId }
  | { readonly kind: 'action'; readonly id: ActionId }
  | { readonly kind: 'advice'; readonly id: AdviceId }
  /** Whose work is handed over, or who is away or back. */
  | { readonly kind: 'person'; readonly id: PersonId }
  /** One school year of POP, at every school. */
  | { readonly kind: 'pop'; readonly year: SchoolYear }
  /** A planned talk of somebody's POP. */
  | { readonly kind: 'talk'; readonly id: PopTalkId }
  | { readonly kind: 'meeting'; readonly teamId: TeamId; readonly date: LocalDate };

export function goalSubject(id: GoalId): string {
  return `goal:${id}`;
}

export function schoolSubject(id: SchoolId): string {
  return `school:${id}`;
}

export function teamSubject(id: TeamId): string {
  return `team:${id}`;
}

export function actionSubject(id: ActionId): string {
  return `action:${id}`;
}

export function adviceSubject(id: AdviceId): string {
  return `advice:${id}`;
}

export function personSubject(id: PersonId): string {
  return `person:${id}`;
}

export function popSubject(year: SchoolYear): string {
  return `pop:${year}`;
}

export function talkSubject(id: PopTalkId): string {
  return `talk:${id}`;
}

export function meetingSubject(teamId: TeamId, date: LocalDate): string {
  return `meeting:${teamId}:${date}`;
}

/** Is this subject switched off? A team that is covers its meetings. */
export function isMuted(mutedSubjects: readonly string[], subject: string): boolean {
  const about = readSubject(subject);
  return (
    mutedSubjects.includes(subject) || (about?.kind === 'meeting' && mutedSubjects.includes(teamSubject(about.teamId)))
  );
}

/** Reads a subject; null for anything else. */
export function readSubject(text: string): NudgeSubject | null {
  const meeting = /^meeting:([1-9]\d{0,14}):(\d{4}-\d\d-\d\d)$/.exec(text);
  if (meeting) {
    const date = parseLocalDate(meeting[2]!);
    return date && { kind: 'meeting', teamId: Number(meeting[1]) as TeamId, date };
  }
  const pop = /^pop:(\d{4}-\d{4})$/.exec(text);
  if (pop) return { kind: 'pop', year: pop[1] as SchoolYear };
  const match = /^(goal|school|team|action|advice|person|talk):([1-9]\d{0,14})$/.exec(text);
  return match && ({ kind: match[1], id: Number(match[2]) } as NudgeSubject);
}
