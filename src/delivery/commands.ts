import { mute } from './mute.command.ts';
import { snooze } from './snooze.command.ts';

export const deliveryCommands = [snooze, mute] as const;
