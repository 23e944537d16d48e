import type { Command } from '../bot/command.ts';
import { calendarFile } from './calendar-file.command.ts';
import { cancel } from './cancel.command.ts';
import { move } from './move.command.ts';
import { moveActions } from './move-actions.command.ts';

/** In the order of `/hulp`. */
export const meetingCommands: readonly Command[] = [move, cancel, calendarFile, moveActions];
