/** "Het opvolggesprek is vanaf 1 februari. Toch op dinsdag 1 december?": a day that comes before its turn is asked about. */
import type { Context } from '../bot/command.ts';
import { UserError } from '../bot/errors.ts';
import { buttonsPart } from '../bot/notice.ts';
import type { LocalDate } from '../calendar/local-date.ts';
import { talksOf } from './open-talk.ts';
import { type PopTalk, TALKS, type TalkMoment } from './pop.ts';
import { opensOn } from './pop-days.ts';
import { momentWords, popButton, talkName } from './pop-names.ts';
import type { PopView } from './pop-view.ts';

/** Throws a UserError that asks, when the talk does not open by then or another one would come in the wrong order. */
export function mustBeInTime({ say, today }: Context, view: PopView, talk: PopTalk, { day, time }: TalkMoment): void {
  if (talk.planned?.day === day) return;
  const words = { talk: talkName(say, talk.talk), date: say.date(day, today) };
  const args = { gesprek: talk.talk, versie: String(talk.version), toch: 'ja' };
  const along = { ...args, ...(time && { tijd: time }) };
  const buttons = buttonsPart([
    popButton(say.plain('pop.button.yes-on', { date: say.dayMonth(day, today) }), 'pop.gesprek', view, {
      ...along,
      eerder: 'ja',
      datum: day,
    }),
    { ...popButton(say.plain('pop.button.move'), 'pop.gesprek', view, along), reopens: true },
  ]);
  const other = outOfOrder(view, talk, day);
  if (other?.planned) {
    const moment = momentWords(say, other.planned, today);
    throw new UserError(say('pop.plan.order', { ...words, other: talkName(say, other.talk), moment }), buttons);
  }
  const opens = opensOn(view.terms.days, talk.talk, view.year);
  if (day < opens) {
    throw new UserError(say('pop.plan.before-opens', { ...words, opens: say.dayMonth(opens, today) }), buttons);
  }
}

/** A planned one before this that would come after it, or the other way round. */
function outOfOrder(view: PopView, { talk }: PopTalk, day: LocalDate): PopTalk | undefined {
  const turn = TALKS.indexOf(talk);
  return talksOf(view).find(({ talk: other, planned, heldOn }) => {
    if (planned === null || heldOn !== null || other === talk) return false;
    return TALKS.indexOf(other) < turn ? planned.day >= day : planned.day <= day;
  });
}
