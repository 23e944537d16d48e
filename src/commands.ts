/** All commands of the product, in the order in which `/hulp` names them. */
import { agendaCommands } from './agenda/commands.ts';
import type { Command } from './bot/command.ts';
import { help } from './bot/help.command.ts';
import { deliveryCommands } from './delivery/commands.ts';
import { goalCommands } from './goals/commands.ts';
import { peopleCommands } from './people/commands.ts';
import { summaryCommands } from './summary/commands.ts';

export const COMMANDS: readonly Command[] = [
  ...goalCommands,
  ...agendaCommands,
  ...summaryCommands,
  ...peopleCommands,
  ...deliveryCommands,
  help,
];
