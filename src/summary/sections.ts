/** The subjects of the monthly summary, in the order in which a director reads them. A new subject adds its line here. */
import { lateActionsSection } from '../actions/late.section.ts';
import { waitingAdviceSection } from '../advice/waiting.section.ts';
import { pointsSection } from '../agenda/summary.section.ts';
import { endingSection } from '../goals/ending.section.ts';
import { successesSection } from '../goals/successes.section.ts';
import { goalsSection } from '../goals/summary.section.ts';
import { handoversSection } from '../handover/summary.section.ts';
import { meetingsSection } from '../meetings/meetings.section.ts';
import { popSection } from '../pop/summary.section.ts';
import type { SummarySection } from './section.ts';

export const SECTIONS: readonly SummarySection[] = [
  goalsSection,
  meetingsSection,
  waitingAdviceSection,
  lateActionsSection,
  handoversSection,
  pointsSection,
  successesSection,
  popSection,
  endingSection,
];
