/** All commands of the product, in the order in which `/hulp` names them. */
import { actionCommands } from './actions/commands.ts';
import { adviceCommands } from './advice/commands.ts';
import { agendaCommands } from './agenda/commands.ts';
import type { Command } from './bot/command.ts';
import { help } from './bot/help.command.ts';
import { deliveryCommands } from './delivery/commands.ts';
import { goalCommands } from './goals/commands.ts';
import { handoverCommands } from './handover/commands.ts';
import { meetingCommands } from './meetings/commands.ts';
import { minutesCommands } from './minutes/commands.ts';
import { peopleCommands } from './people/commands.ts';
import { popCommands } from './pop/commands.ts';
import { privacyCommands } from './privacy/commands.ts';
import { schoolCommands } from './school/commands.ts';
import { startCommands } from './start/commands.ts';
import { summaryCommands } from './summary/commands.ts';
import { teamCommands } from './teams/commands.ts';

export const COMMANDS: readonly Command[] = [
  ...goalCommands,
  ...agendaCommands,
  ...meetingCommands,
  ...minutesCommands,
  ...teamCommands,
  ...actionCommands,
  ...adviceCommands,
  ...popCommands,
  ...summaryCommands,
  ...peopleCommands,
  ...schoolCommands,
  ...privacyCommands,
  ...deliveryCommands,
  ...handoverCommands,
  ...startCommands,
  help,
];
