import { overzicht } from './overzicht.command.ts';

export const summaryCommands = [overzicht] as const;
