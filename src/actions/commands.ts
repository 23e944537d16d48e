import type { Command } from '../bot/command.ts';
import { accept } from './accept.command.ts';
import { askHelp } from './ask-help.command.ts';
import { changeDue } from './change-due.command.ts';
import { finish } from './finish.command.ts';
import { giveBack } from './give-back.command.ts';
import { handOver } from './hand-over.command.ts';
import { mine } from './mine.command.ts';
import { newAction } from './new.command.ts';
import { notRight } from './not-right.command.ts';
import { reopen } from './reopen.command.ts';
import { show } from './show.command.ts';
import { stopAction } from './stop.command.ts';
import { teamActions } from './team.command.ts';

/** In the order of `/hulp`. */
export const actionCommands: readonly Command[] = [
  mine,
  teamActions,
  newAction,
  finish,
  changeDue,
  handOver,
  askHelp,
  stopAction,
  show,
  accept,
  giveBack,
  notRight,
  reopen,
];
