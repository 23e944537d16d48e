/** The realiteitscheck (PRODUCT 4): what would make this goal easier to keep. It warns and helps; it never blocks. Pure. */
import type { LocalDate } from '../calendar/local-date.ts';
import type { GoalFields } from './goal.ts';
import { type VagueQuestion, vagueWords } from './vague-words.ts';

export type Surroundings = {
  /** Open actions of this goal. */
  readonly openActions: number;
  /** Active goals of the same team, this one not counted; null for a goal without team. */
  readonly otherActiveInTeam: number | null;
  readonly today: LocalDate;
};

/** `ok` is named too, so that people see what is right already. */
export type Finding =
  | { readonly kind: 'vague'; readonly word: string; readonly question: VagueQuestion }
  | { readonly kind: 'ambition'; readonly ok: boolean }
  | { readonly kind: 'measure'; readonly missing: 'nothing' | 'indicator' | 'instrument' | 'both' }
  | { readonly kind: 'date'; readonly found: 'date' | 'no-date' | 'past-date' }
  | { readonly kind: 'activities'; readonly count: number }
  | { readonly kind: 'focus'; readonly count: number };

/** More open activities than this for one goal is too many at once. */
const MOST_ACTIVITIES = 3;
/** More active goals than this in one team gives the focus warning. */
export const MOST_GOALS = 3;
/** More questions about words than this would be a lecture. */
const MOST_VAGUE = 3;

export function realityCheck(goal: GoalFields, around: Surroundings): readonly Finding[] {
  const { openActions, otherActiveInTeam, today } = around;
  const goals = (otherActiveInTeam ?? 0) + 1;
  return [
    ...vagueIn(goal),
    { kind: 'ambition', ok: goal.ambition !== '' },
    { kind: 'measure', missing: missingMeasure(goal) },
    { kind: 'date', found: goal.end === null ? 'no-date' : goal.end < today ? 'past-date' : 'date' },
    ...(openActions > MOST_ACTIVITIES ? [{ kind: 'activities', count: openActions } as const] : []),
    ...(goals > MOST_GOALS ? [{ kind: 'focus', count: goals } as const] : []),
  ];
}

export function isFine(finding: Finding): boolean {
  switch (finding.kind) {
    case 'ambition':
      return finding.ok;
    case 'measure':
      return finding.missing === 'nothing';
    case 'date':
      return finding.found === 'date';
    case 'vague':
    case 'activities':
    case 'focus':
      return false;
  }
}

/** "Meer" is not vague in a goal that says from how much to how much. */
function vagueIn({ title, criterion, target }: GoalFields): readonly Finding[] {
  return vagueWords(`${title}\n${criterion}`)
    .filter(({ question }) => question !== 'amount' || target === null)
    .slice(0, MOST_VAGUE)
    .map(({ word, question }) => ({ kind: 'vague', word, question }));
}

function missingMeasure({ indicator, instrument }: GoalFields): 'nothing' | 'indicator' | 'instrument' | 'both' {
  if (indicator === '') return instrument === '' ? 'both' : 'indicator';
  return instrument === '' ? 'instrument' : 'nothing';
}
