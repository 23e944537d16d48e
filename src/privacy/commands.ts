import type { Command } from '../bot/command.ts';

export const privacyCommands: readonly Command[] = [];
