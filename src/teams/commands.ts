/** Everything that begins with `/leerteam`. */
import type { Command } from '../bot/command.ts';
import { addMember } from './add-member.command.ts';
import { changeTeam } from './change-team.command.ts';
import { endTeam } from './end-team.command.ts';
import { leerteam } from './leerteam.command.ts';
import { linkChannel } from './link-channel.command.ts';
import { newTeam } from './new-team.command.ts';
import { removeMember } from './remove-member.command.ts';
import { teamHistory } from './team-history.command.ts';
import { teamPhase } from './team-phase.command.ts';

export const teamCommands: readonly Command[] = [
  leerteam,
  changeTeam,
  addMember,
  removeMember,
  teamPhase,
  linkChannel,
  teamHistory,
  newTeam,
  endTeam,
];
