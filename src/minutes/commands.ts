/** What can be said of a meeting that began. */
import type { Command } from '../bot/command.ts';
import { carryOn } from './carry-on.command.ts';
import { held } from './held.command.ts';
import { minutes } from './minutes.command.ts';
import { notHeld } from './not-held.command.ts';

/** In the order of `/hulp`. */
export const minutesCommands: readonly Command[] = [minutes, held, notHeld, carryOn];
