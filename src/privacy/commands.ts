import type { Command } from '../bot/command.ts';
import { myData } from './my-data.command.ts';
import { requestRemoval } from './removal-request.command.ts';
import { retention } from './retention.command.ts';
import { withdrawRemoval } from './withdraw-removal.command.ts';

export const privacyCommands: readonly Command[] = [myData, requestRemoval, withdrawRemoval, retention];
