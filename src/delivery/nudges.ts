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
import { absenceToldNudge } from '../people/absence-told.nudge.ts';
import { appointmentNudge } from '../pop/appointment.nudge.ts';
import { popExplained } from '../pop/explain.nudge.ts';
import { messageNudge } from '../pop/message.nudge.ts';
import { popReady } from '../pop/ready.nudge.ts';
import { popEvaluation, popFollowUp, popTalk } from '../pop/talk.nudge.ts';
import { removalRequested } from '../privacy/removal-request.nudge.ts';
import { monthlySummary } from '../summary/monthly-summary.nudge.ts';
import type { Nudge } from './nudge.ts';

export const NUDGES: readonly Nudge[] = [
  back,
  newcomer,
  absenceToldNudge,
  changedNudge,
  appointmentNudge,
  messageNudge,
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
  // What it is comes before what is asked.
  popExplained,
  popTalk,
  popFollowUp,
  popEvaluation,
  popReady,
  adviceWaits,
  removalRequested,
  monthlySummary,
];
