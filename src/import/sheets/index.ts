/** The sheets, in the order in which they are imported and exported. */
import type { SheetName } from '../sheet.ts';
import { acties } from './acties.ts';
import { doelen } from './doelen.ts';
import { kalender } from './kalender.ts';
import { leden } from './leden.ts';
import { leerteams } from './leerteams.ts';
import { medewerkers } from './medewerkers.ts';
import { scholen } from './scholen.ts';

export const SHEETS = { scholen, kalender, medewerkers, leerteams, leden, doelen, acties } as const;
export type Sheets = typeof SHEETS;
export const SHEET_NAMES = Object.keys(SHEETS) as readonly SheetName[];
