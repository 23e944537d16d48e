/** "Opvolggesprek", "dinsdag 17 november, 14.00": how a talk and its moment are named, and the buttons that go with one POP. */
import type { Button, Intent } from '../bot/reply.ts';
import type { Say } from '../bot/text.ts';
import type { LocalDate } from '../calendar/local-date.ts';
import { startWords } from '../meetings/meeting-words.ts';
import { personArgument } from '../people/find-colleague.ts';
import { schoolArgument } from '../school/find-school.ts';
import type { Talk, TalkMoment } from './pop.ts';
import type { PopView } from './pop-view.ts';

/** Within a sentence: `opvolggesprek`. */
export function talkName(say: Say, talk: Talk): string {
  return say.plain(`pop.talk.${talk}`);
}

/** At the start of a line: `Opvolggesprek`. */
export function talkTitle(say: Say, talk: Talk): string {
  return say.plain(`pop.step.${talk}`);
}

/** `dinsdag 17 november, 14.00`; without a time the day alone. */
export function momentWords(say: Say, { day, time }: TalkMoment, today: LocalDate): string {
  return time === null ? say.date(day, today) : startWords(say, { date: day, time }, today);
}

/** How a button says whose POP it is about, so that nothing needs to be asked again. */
export function viewArguments({ isOwn, person, school }: Pick<PopView, 'isOwn' | 'person' | 'school'>): Intent['args'] {
  return { ...(isOwn ? {} : { persoon: personArgument(person) }), school: schoolArgument(school) };
}

export function popButton(
  label: string,
  intent: string,
  view: Pick<PopView, 'isOwn' | 'person' | 'school'>,
  args: Intent['args'] = {},
): Button {
  return { label, intent: { name: intent, args: { ...viewArguments(view), ...args } } };
}

/** What is shown when an act was done already: the steps as they are stored. */
export function showPop(_subject: string, { args }: Intent): Intent {
  const { persoon, school } = args;
  return { name: persoon ? 'pop.toon' : 'pop', args: { ...(persoon && { persoon }), ...(school && { school }) } };
}
