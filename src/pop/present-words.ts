/** "3 van 9 collega's hebben nog geen datum voor het POP-gesprek: Nico, Nadia en Sanne.": what the people of a lead are waited for now. */
import type { Context } from '../bot/command.ts';
import type { RichText } from '../bot/reply.ts';
import { joinText } from '../bot/rich-text.ts';
import { isLost, passedTalk, presentStep, talkOf } from './open-talk.ts';
import { TALKS } from './pop.ts';
import { talkName } from './pop-names.ts';
import type { PopView } from './pop-view.ts';

type Asker = Pick<Context, 'say' | 'today'>;

/** What the present step waits for at the one school of `led`, and whose day is over; null before the first. */
export function presentWords({ say, today }: Asker, led: readonly PopView[]): RichText | null {
  const [{ terms, year }] = led as [PopView];
  const step = presentStep(terms, year, today);
  if (step === null || step === 'uitleg') return null;
  const passed = passedWords({ say, today }, led);
  const waiting = waitingFor({ today }, led);
  if (step === 'klaar') {
    const words =
      waiting.length === 0
        ? say('pop.overview.all-ready')
        : say('pop.overview.not-ready', { count: waiting.length, total: led.length });
    return joinText([words, ...passed], ' ');
  }
  const talk = talkName(say, step);
  if (waiting.length === 0) {
    return passed.length === 0 ? say('pop.overview.all-planned', { talk }) : joinText(passed, ' ');
  }
  const names = say.list(waiting.map(({ person }) => person.name));
  const lost = waiting.filter((view) => isLost(view, talkOf(view.person.pop, step))).length;
  const without = say('pop.overview.without', { count: waiting.length, total: led.length, talk, names, lost });
  return joinText([without, ...passed], ' ');
}

/** Of each talk apart: whose day is over, while nobody said what came of it. */
function passedWords({ say, today }: Asker, led: readonly PopView[]): readonly RichText[] {
  return TALKS.flatMap((talk) => {
    const those = led.filter((view) => passedTalk(view, today)?.talk === talk);
    if (those.length === 0) return [];
    const names = say.list(those.map(({ person }) => person.name));
    return [say('pop.overview.passed', { talk: talkName(say, talk), names })];
  });
}

/** Is something waited for, a step or a word of whether a talk took place? */
export function isWaiting({ today }: Pick<Context, 'today'>, led: readonly PopView[]): boolean {
  return waitingFor({ today }, led).length > 0 || led.some((view) => passedTalk(view, today) !== null);
}

/** Whose POP is not ready, or who has no day that fits for the talk of now and did not have it either; all at one school. */
function waitingFor({ today }: Pick<Context, 'today'>, led: readonly PopView[]): readonly PopView[] {
  return led.filter((view) => {
    const { person, terms, year } = view;
    const step = presentStep(terms, year, today);
    if (step === null || step === 'uitleg') return false;
    if (step === 'klaar') return person.pop.readyOn === null;
    const talk = talkOf(person.pop, step);
    return talk.heldOn === null && (talk.planned === null || isLost(view, talk));
  });
}
