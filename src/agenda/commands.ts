import type { Command } from '../bot/command.ts';
import { addItem } from './add-item.command.ts';
import { adjust } from './adjust.command.ts';
import { agenda } from './agenda.command.ts';
import { share } from './share.command.ts';
import { withdrawItem } from './withdraw-item.command.ts';

/** In the order of `/hulp`. */
export const agendaCommands: readonly Command[] = [agenda, addItem, share, withdrawItem, adjust];
