import type { Command } from '../bot/command.ts';
import { answerAdvice } from './answer.command.ts';
import { adviceList } from './list.command.ts';
import { newAdvice } from './new.command.ts';
import { sendAdvice } from './send.command.ts';
import { showAdvice } from './show.command.ts';
import { withdrawAdvice } from './withdraw.command.ts';

/** In the order of `/hulp`. `/advies 3` comes before `/advies <text>`, which fits any words. */
export const adviceCommands: readonly Command[] = [
  showAdvice,
  newAdvice,
  adviceList,
  answerAdvice,
  sendAdvice,
  withdrawAdvice,
];
