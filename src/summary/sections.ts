/** The subjects of the monthly summary, in the order in which a director reads them. A new subject adds its line here. */
import { pointsSection } from '../agenda/summary.section.ts';
import { goalsSection } from '../goals/summary.section.ts';
import type { SummarySection } from './section.ts';

export const SECTIONS: readonly SummarySection[] = [goalsSection, pointsSection];
