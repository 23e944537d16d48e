/** "Is het gesprek al geweest?": what is asked when somebody does a step before the one that comes first. */
import type { Context } from '../bot/command.ts';
import { UserError } from '../bot/errors.ts';
import { buttonsPart } from '../bot/notice.ts';
import type { PopTalk } from './pop.ts';
import { momentWords, popButton, talkName } from './pop-names.ts';
import type { PopView } from './pop-view.ts';

/** Refuses a talk that took place already, with the way back. */
export function refuseHeld({ say, today }: Context, view: PopView, { talk, heldOn }: PopTalk, name: string): void {
  if (heldOn === null) return;
  const undo = popButton(say.plain('pop.button.undo'), 'pop.open', view, { stap: talk });
  const words = { talk: talkName(say, talk), name, date: say.dayMonth(heldOn, today) };
  throw new UserError(say('pop.plan.is-held', words), buttonsPart([undo]));
}

/**
 * Asks whether this talk took place, because somebody does something that comes after it; `after` is the talk that was meant, null when it is this
 * one. With what to do in both cases.
 */
export function askHeld(
  { say, today, intent }: Context,
  view: PopView,
  { talk, planned }: PopTalk,
  name: string,
  after: PopTalk | null,
): UserError {
  const words = { talk: talkName(say, talk), name };
  const wasPlanned = planned !== null && planned.day <= today;
  const yes = wasPlanned
    ? popButton(say.plain('pop.button.yes-on', { date: say.dayMonth(planned.day, today) }), 'pop.gehouden', view, {
        gesprek: talk,
        datum: planned.day,
      })
    : popButton(say.plain('pop.button.yes-today'), 'pop.gehouden', view, { gesprek: talk, datum: today });
  const other = popButton(say.plain('pop.button.yes-other'), 'pop.gehouden', view, { gesprek: talk, vraag: 'datum' });
  const plan = popButton(say.plain('pop.button.no-plan'), 'pop.gesprek', view, { gesprek: talk, toch: 'ja' });
  const skip = after && {
    label: say.plain('pop.button.skip'),
    intent: { name: intent.name, args: { ...intent.args, gesprek: after.talk, toch: 'ja' } },
  };
  const question =
    planned === null
      ? say('pop.already-had', words)
      : say(planned.day < today ? 'pop.already-had-planned' : 'pop.not-yet-planned', {
          ...words,
          moment: momentWords(say, planned, today),
        });
  return new UserError(question, buttonsPart([yes, other, plan, ...(skip ? [skip] : [])]));
}
