/** The day and time that somebody wants for a talk: refused when it is past, after the year, or when one of the two does not work. */
import { type Context, short } from '../bot/command.ts';
import { readDay } from '../bot/dates.ts';
import { dayName } from '../bot/day-name.ts';
import { UserError } from '../bot/errors.ts';
import { buttonsPart, textPart } from '../bot/notice.ts';
import type { Button, RichText } from '../bot/reply.ts';
import type { LocalDate } from '../calendar/local-date.ts';
import { schoolYearRange } from '../calendar/school-year.ts';
import { isOwnWorkingDay } from '../calendar/working-day.ts';
import { type LocalTime, localTime, localTimeOf, parseLocalTime } from '../calendar/zone.ts';
import { dayButtons, noDayWords } from './choose-day.ts';
import type { PopTalk, TalkMoment } from './pop.ts';
import { popButton, talkName } from './pop-names.ts';
import type { PopView } from './pop-view.ts';
import { isAwayOn, type TalkPlace } from './talk-days.ts';

/** Nobody talks about a POP before or after this. */
const EARLIEST = localTime('07:00');
const LATEST = localTime('21:00');

type Typed = {
  readonly datum: string;
  readonly tijd?: string | undefined;
  /** From the form, in which an empty time is no time; else the same day keeps the time that it had. */
  readonly klaar?: 'ja' | undefined;
};

/** Throws a UserError with the way on: three days that fit, or "it took place". `name` is the other of the two. */
export function readMoment(
  context: Context,
  view: PopView,
  talk: PopTalk,
  place: TalkPlace | null,
  name: string,
  { datum, tijd, klaar }: Typed,
): TalkMoment {
  const { say, today, now } = context;
  const day = readDay(datum, today);
  if (day === null) throw new UserError(say('bot.date-unknown', { typed: short(datum) }));
  const stood = klaar === undefined && talk.planned?.day === day ? talk.planned.time : null;
  const time = tijd === undefined ? stood : readTime(context, tijd);
  if (day < today) throw isOver(context, view, talk, day, tijd);
  const last = schoolYearRange(view.year).until;
  if (day > last) throw new UserError(say('pop.plan.far', { last: say.dayMonth(last, today) }));
  if (day === today && time !== null && time !== stood && time <= localTimeOf(now))
    throw new UserError(say('pop.plan.time-past'));
  const off = place && offWords(context, place, day, name);
  if (off) {
    const buttons = dayButtons(context, view, talk, place, { first: day, tijd });
    throw new UserError(off, [
      textPart(buttons.length > 1 ? say('pop.plan.choose') : noDayWords(context, view, place, day)),
      ...(isAwayOn(place.self, day) ? [textPart(say('pop.plan.back'))] : []),
      ...buttonsPart(buttons),
    ]);
  }
  return { day, time };
}

function readTime({ say }: Context, typed: string): LocalTime {
  const time = parseLocalTime(typed);
  if (time && EARLIEST <= time && time <= LATEST) return time;
  throw new UserError(say('pop.plan.time-wrong', { typed: short(typed) }));
}

function isOver(
  { say, today }: Context,
  view: PopView,
  { talk }: PopTalk,
  day: LocalDate,
  tijd: string | undefined,
): UserError {
  const date = say.date(day, today);
  const held = popButton(say.plain('pop.button.yes-on', { date: say.dayMonth(day, today) }), 'pop.gehouden', view, {
    gesprek: talk,
    datum: day,
  });
  const plan = { gesprek: talk, toch: 'ja', ...(tijd && { tijd }) };
  const other: Button = { ...popButton(say.plain('pop.button.no-plan'), 'pop.gesprek', view, plan), reopens: true };
  return new UserError(say('pop.plan.past', { date, talk: talkName(say, talk) }), buttonsPart([held, other]));
}

/** Why they cannot talk on that day; null when they can. */
export function offWords(
  { say, today }: Pick<Context, 'say' | 'today'>,
  place: TalkPlace,
  day: LocalDate,
  name: string,
): RichText | null {
  const { calendar, self, other } = place;
  const date = say.date(day, today);
  if (!calendar.isOpen(day)) {
    const closed = calendar.nameOf(day);
    return closed === null
      ? say('pop.plan.closed', { date })
      : say('pop.plan.closed-name', { date, name: dayName(say, closed) });
  }
  const [selfWorks, otherWorks] = [self, other].map((worker) => isOwnWorkingDay(calendar, worker, day));
  if (selfWorks && otherWorks) return null;
  const [selfAway, otherAway] = [self, other].map((worker) => isAwayOn(worker, day));
  if (selfWorks) return say(otherAway ? 'pop.plan.other-away' : 'pop.plan.other-off', { date, name });
  if (otherWorks) return say(selfAway ? 'pop.plan.self-away' : 'pop.plan.self-off', { date });
  return say(selfAway || otherAway ? 'pop.plan.both-away' : 'pop.plan.both-off', { date });
}
