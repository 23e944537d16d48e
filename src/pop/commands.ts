import type { Command } from '../bot/command.ts';

export const popCommands: readonly Command[] = [];
