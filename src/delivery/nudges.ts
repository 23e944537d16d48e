/** All nudges, most urgent first: in this order they stand in a digest. */
import { actionLate } from '../actions/late.nudge.ts';
import { actionMessage } from '../actions/message.nudge.ts';
import { actionOffered } from '../actions/offered.nudge.ts';
import { actionReminder } from '../actions/reminder.nudge.ts';
import { adviceWaits } from '../advice/waiting.nudge.ts';
import { prepareAgenda } from '../agenda/prepare.nudge.ts';
import { shareAgenda } from '../agenda/share.nudge.ts';
import { goalCheckIn } from '../goals/check-in.nudge.ts';
import { back } from '../handover/back.nudge.ts';
import { handover } from '../handover/handover.nudge.ts';
import { newcomer } from '../handover/newcomer.nudge.ts';
import { standIn } from '../handover/stand-in.nudge.ts';
import { changedNudge } from '../meetings/changed.nudge.ts';
import { minutesNudge } from '../minutes/minutes.nudge.ts';
import { monthlySummary } from '../summary/monthly-summary.nudge.ts';
import type { Nudge } from './nudge.ts';

export const NUDGES: readonly Nudge[] = [
  back,
  newcomer,
  changedNudge,
  prepareAgenda,
  shareAgenda,
  minutesNudge,
  handover,
  standIn,
  goalCheckIn,
  actionMessage,
  actionOffered,
  actionLate,
  actionReminder,
  adviceWaits,
  monthlySummary,
];
