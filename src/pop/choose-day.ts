/** "Jullie werken allebei op dinsdag en donderdag. [di 17 november] [do 19 november] [Andere dag]": days for a talk, and a form for another one. */
import type { Context } from '../bot/command.ts';
import { buttonsPart, textPart } from '../bot/notice.ts';
import type { Button, Form, Intent, Part, RichText } from '../bot/reply.ts';
import { type LocalDate, latest, weekdayOf } from '../calendar/local-date.ts';
import { WEEKDAYS } from '../calendar/weekdays.ts';
import { parseLocalTime } from '../calendar/zone.ts';
import type { PopTalk } from './pop.ts';
import { popButton, talkTitle } from './pop-names.ts';
import { otherOf, type PopView } from './pop-view.ts';
import { firstTalkDay, isAwayOn, sharedWeekdays, type TalkPlace, talkDays, whyNoDay } from './talk-days.ts';

type Asker = Pick<Context, 'say' | 'today'>;

/** What stays the same whichever day is chosen. */
type Along = { readonly tijd?: string | undefined };

/**
 * Buttons for at most three days on which both work, and one for another day. `first` is the first day to look at; without it the first that is
 * worth proposing. The day on which it stands, or stood, is left out. Null as `place`: one of the two cannot be planned for, so there is only the form.
 */
export function dayButtons(
  { say, today }: Asker,
  view: PopView,
  talk: PopTalk,
  place: TalkPlace | null,
  { first, tijd }: Along & { readonly first?: LocalDate } = {},
): readonly Button[] {
  const from = place && latest(firstTalkDay(place, view, talk.talk, today), first ?? today);
  const days = place && from ? talkDays(place, view, from, talk.planned?.day) : [];
  const args = { ...planArguments(talk), ...(tijd && { tijd }) };
  return [
    ...days.map((day) => popButton(dayLabel(say, day, today), 'pop.gesprek', view, { ...args, datum: day })),
    { ...popButton(say.plain('pop.button.move'), 'pop.gesprek', view, { ...args, vraag: 'datum' }), reopens: true },
  ];
}

/** The line with the weekdays on which both work, and the buttons. */
export function dayParts(asker: Asker, view: PopView, talk: PopTalk, place: TalkPlace | null, along: Along = {}) {
  const { say, today } = asker;
  const first = place ? firstTalkDay(place, view, talk.talk, today) : today;
  const days = place ? sharedWeekdays(place, view, first) : [];
  const buttons = dayButtons(asker, view, talk, place, along);
  const words =
    days.length > 0
      ? say('pop.plan.both-work', { days: say.list(days.map((day) => say.plain(`weekday.${day}`))) })
      : buttons.length > 1
        ? say('pop.plan.choose')
        : noDayWords(asker, view, place, first);
  const isAway = days.length === 0 && place !== null && isAwayOn(place.self, first);
  return [
    textPart(words),
    ...(isAway ? [textPart(say('pop.plan.back'))] : []),
    ...buttonsPart(buttons),
  ] as readonly Part[];
}

/** Why there is no day left from `first` on. Whose absence it is, is not said. */
export function noDayWords(
  { say }: Pick<Asker, 'say'>,
  { year }: Pick<PopView, 'year'>,
  place: TalkPlace | null,
  first: LocalDate,
): RichText {
  return say(`pop.plan.no-day.${place ? whyNoDay(place, { year }, first) : 'days'}`);
}

/** `di 17 november`. */
function dayLabel(say: Context['say'], day: LocalDate, today: LocalDate): string {
  const weekday = WEEKDAYS[weekdayOf(day) - 1]!;
  return say.plain('pop.button.day', { day: say.plain(`day.${weekday}`), date: say.dayMonth(day, today) });
}

/** The version that somebody saw goes along, so that nobody overwrites what the other planned meanwhile. */
function planArguments({ talk, version }: PopTalk): Intent['args'] {
  return { gesprek: talk, versie: String(version), toch: 'ja' };
}

/** The form for a day and a time; `tijd` was given before. */
export function dayForm({ say }: Asker, view: PopView, talk: PopTalk, { tijd }: Along = {}): Form {
  const name = otherOf(view)?.name ?? '';
  const time = (tijd && parseLocalTime(tijd)) || talk.planned?.time;
  const { intent } = popButton('', 'pop.gesprek', view, { ...planArguments(talk), klaar: 'ja' });
  return {
    kind: 'form',
    title: say.plain('pop.talk-with', { talk: talkTitle(say, talk.talk), name }),
    intro: null,
    fields: [
      {
        kind: 'date',
        name: 'datum',
        label: say.plain('pop.plan.field.day'),
        required: true,
        ...(talk.planned ? { value: talk.planned.day } : {}),
      },
      {
        kind: 'time',
        name: 'tijd',
        label: say.plain('pop.plan.field.time'),
        hint: say.plain('pop.plan.field.time-hint'),
        required: false,
        ...(time ? { value: time } : {}),
      },
    ],
    intent,
    submit: say.plain('pop.plan.submit'),
    small: say('pop.plan.small', { name }),
  };
}
