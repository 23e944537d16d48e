import type { Command } from '../bot/command.ts';
import { leerteam } from './leerteam.command.ts';

export const agendaCommands: readonly Command[] = [leerteam];
