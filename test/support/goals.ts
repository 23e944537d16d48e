/** Goals for tests: one with only a title, and one in each status. */
import type { GoalFields } from '../../src/goals/goal.ts';
import { GOAL_STATUSES } from '../../src/goals/goal.ts';
import { type BuiltSchool, buildSchool, type OpenStore } from './store.ts';

/** A goal with only a title. */
export const FIELDS: GoalFields = {
  title: 'Rustige start',
  owner: null,
  theme: '',
  ambition: '',
  criterion: '',
  indicator: '',
  unit: '',
  baseline: null,
  target: null,
  instrument: '',
  start: null,
  end: null,
  rhythm: 4,
  phase: 'aanloop',
  phaseSentences: { aanloop: '', 'op pad': '', onderweg: '', 'op stoom': '' },
};

/** A school with a goal in each status; the goal's title is its status. */
export function everyStatus(opened: Pick<OpenStore, 'store'>): Promise<BuiltSchool> {
  return buildSchool(opened, {
    school: { school: 'De Wilg' },
    staff: [{ name: 'Wim' }],
    teams: [{ team: 'Team', chair: 'Wim' }],
    goals: GOAL_STATUSES.map((status) => ({ title: status, status, team: 'Team' })),
  });
}
