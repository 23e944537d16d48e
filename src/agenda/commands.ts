import type { Command } from '../bot/command.ts';
import { meetingCommands } from './meeting-commands.ts';
import { minutesCommands } from './minutes-commands.ts';
import { teamCommands } from './team-commands.ts';

export const agendaCommands: readonly Command[] = [...meetingCommands, ...minutesCommands, ...teamCommands];
