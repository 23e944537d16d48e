/** All nudges, most urgent first: in this order they stand in a digest. */
import { goalCheckIn } from '../goals/check-in.nudge.ts';
import { monthlySummary } from '../summary/monthly-summary.nudge.ts';
import type { Nudge } from './nudge.ts';

export const NUDGES: readonly Nudge[] = [goalCheckIn, monthlySummary];
