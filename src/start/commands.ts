import { start } from './start.command.ts';
import { askWorkingDays } from './working-days.command.ts';

export const startCommands = [start, askWorkingDays] as const;
