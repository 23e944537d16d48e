import type { Command } from '../bot/command.ts';
import { almost } from './almost.command.ts';
import { calendarFile } from './calendar-file.command.ts';
import { calledOff } from './called-off.command.ts';
import { discuss } from './discuss.command.ts';
import { held } from './held.command.ts';
import { link } from './link.command.ts';
import { mine } from './mine.command.ts';
import { overview } from './overview.command.ts';
import { ready } from './ready.command.ts';
import { reopen } from './reopen.command.ts';
import { show } from './show.command.ts';
import { planTalk } from './talk.command.ts';

/** In the order of `/hulp`. */
export const popCommands: readonly Command[] = [
  mine,
  ready,
  planTalk,
  held,
  overview,
  link,
  calledOff,
  calendarFile,
  discuss,
  almost,
  show,
  reopen,
];
