import type { Command } from '../bot/command.ts';
import { achieve } from './achieve.command.ts';
import { agree } from './agree.command.ts';
import { changeGoal } from './change.command.ts';
import { leave } from './leave.command.ts';
import { newGoal } from './new.command.ts';
import { pause } from './pause.command.ts';
import { phase } from './phase.command.ts';
import { resume } from './resume.command.ts';
import { sentence } from './sentence.command.ts';
import { status } from './status.command.ts';
import { stop } from './stop.command.ts';
import { undo } from './undo.command.ts';
import { update } from './update.command.ts';

/** In the order of `/hulp`. */
export const goalCommands: readonly Command[] = [
  status,
  update,
  newGoal,
  agree,
  phase,
  pause,
  resume,
  achieve,
  stop,
  changeGoal,
  sentence,
  undo,
  leave,
];
