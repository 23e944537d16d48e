/** The day and time that somebody wants for a talk: refused when it is past, after the year, or when one of the two does not work. */
import { type Context, short } from '../bot/command.ts';
import { readDay } from '../bot/dates.ts';
import { dayName } from '../bot/day-name.ts';
import { UserError } from '../bot/errors.ts';
import { buttonsPart, textPart } from '../bot/notice.ts';
import type { RichText } from '../bot/reply.ts';
import type { LocalDate } from '../calendar/local-date.ts';
import { schoolYearRange } from '../calendar/school-year.ts';
import { isOwnWorkingDay } from '../calendar/working-day.ts';
import { type LocalTime, localTime, localTimeOf, parseLocalTime } from '../calendar/zone.ts';
import { dayButtons } from './choose-day.ts';
import type { PopTalk, TalkMoment } from './pop.ts';
import { popButton, talkName } from './pop-names.ts';
import type { PopView } from './pop-view.ts';
import type { TalkPlace } from './talk-days.ts';

/** Nobody talks about a POP before or after this. */
const EARLIEST = localTime('07:00');
const LATEST = localTime('21:00');

type Typed = { readonly datum: string; readonly tijd?: string | undefined };

/** Throws a UserError with the way on: three days that fit, or "it took place". `name` is the other of the two. */
export function readMoment(
  context: Context,
  view: PopView,
  talk: PopTalk,
  place: TalkPlace | null,
  name: string,
  { datum, tijd }: Typed,
): TalkMoment {
  const { say, today, now } = context;
  const day = readDay(datum, today);
  if (day === null) throw new UserError(say('bot.date-unknown', { typed: short(datum) }));
  const time = tijd === undefined ? null : readTime(context, tijd);
  if (day < today) throw isOver(context, view, talk, day);
  const last = schoolYearRange(view.year).until;
  if (day > last) throw new UserError(say('pop.plan.far', { last: say.dayMonth(last, today) }));
  if (day === today && time !== null && time <= localTimeOf(now)) throw new UserError(say('pop.plan.time-past'));
  const off = place && offWords(context, place, day, name);
  if (off) {
    const buttons = dayButtons(context, view, talk, place, { first: day, tijd });
    throw new UserError(off, [
      ...(buttons.length > 1 ? [textPart(say('pop.plan.choose'))] : []),
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

function isOver({ say, today }: Context, view: PopView, { talk }: PopTalk, day: LocalDate): UserError {
  const date = say.date(day, today);
  const held = popButton(say.plain('pop.button.yes-on', { date: say.dayMonth(day, today) }), 'pop.gehouden', view, {
    gesprek: talk,
    datum: day,
  });
  const other = popButton(say.plain('pop.button.no-plan'), 'pop.gesprek', view, { gesprek: talk, toch: 'ja' });
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
  if (selfWorks) return say('pop.plan.other-off', { date, name });
  return otherWorks ? say('pop.plan.self-off', { date }) : say('pop.plan.both-off', { date });
}
