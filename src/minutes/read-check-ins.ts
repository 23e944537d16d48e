/** The updates of goals in a form of minutes: a status, with a value and a sentence. */
import { type Context, short } from '../bot/command.ts';
import { UserError } from '../bot/errors.ts';
import type { GoalLine } from '../goals/goal.ts';
import { mustBeAllowed } from '../goals/goal-access.ts';
import type { NewCheckIn } from '../goals/goals.store.ts';
import { mustFit, SENTENCE_LENGTH } from '../goals/lengths.ts';
import { mustBeActive } from '../goals/open-goal.ts';
import { readStatus } from '../goals/status.ts';
import { readValue } from '../goals/update.command.ts';
import type { FoundMeeting } from '../meetings/find-meeting.ts';
import { type Filled, goalFields, goalsIn } from './minutes-fields.ts';

/** They are of the day of the meeting. Throws a UserError about the first that cannot be stored. */
export async function readCheckIns(
  context: Context,
  found: FoundMeeting,
  filled: Filled,
): Promise<readonly NewCheckIn[]> {
  const checkIns: NewCheckIn[] = [];
  for (const id of goalsIn(filled)) {
    const goal = await context.store.goals.line(id);
    if (goal?.owner?.kind !== 'team' || goal.owner.teamId !== found.team.id) {
      throw new UserError(context.say('goals.gone'));
    }
    await mustBeAllowed(context, 'goal.check-in', goal);
    mustBeActive(context, goal);
    checkIns.push(readCheckIn(context, found, goal, filled));
  }
  return checkIns;
}

function readCheckIn(context: Context, { meeting }: FoundMeeting, goal: GoalLine, filled: Filled): NewCheckIn {
  const { say } = context;
  const { number, title } = goal;
  const names = goalFields(goal.id);
  const typed = filled[names.status];
  if (typed === undefined) throw new UserError(say('minutes.status-missing', { number, title: short(title) }));
  const status = readStatus(typed);
  if (!status) throw new UserError(say('goals.status-wrong', { typed: short(typed) }));
  const sentence = (filled[names.sentence] ?? '').trim();
  mustFit(sentence, SENTENCE_LENGTH, say.plain('minutes.field.sentence', { number }), say);
  const value = filled[names.value];
  return {
    goalId: goal.id,
    date: meeting.date,
    status,
    value: value === undefined ? null : readValue(context, goal, value),
    sentence,
    success: false,
    replaces: null,
  };
}
