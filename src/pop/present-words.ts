/** "3 van 9 collega's hebben nog geen datum voor het POP-gesprek: Nico, Nadia en Sanne.": what the people of a lead are waited for now. */
import type { Context } from '../bot/command.ts';
import type { RichText } from '../bot/reply.ts';
import { presentStep, talkOf } from './open-talk.ts';
import { talkName } from './pop-names.ts';
import type { PopView } from './pop-view.ts';

/** What the present step waits for at the one school of `led`; null before the first. */
export function presentWords({ say, today }: Context, led: readonly PopView[]): RichText | null {
  const [{ terms, year }] = led as [PopView];
  const step = presentStep(terms, year, today);
  if (step === null || step === 'uitleg') return null;
  const waiting = waitingFor({ today }, led);
  if (step === 'klaar') {
    return waiting.length === 0
      ? say('pop.overview.all-ready')
      : say('pop.overview.not-ready', { count: waiting.length, total: led.length });
  }
  const talk = talkName(say, step);
  if (waiting.length === 0) return say('pop.overview.all-planned', { talk });
  const names = say.list(waiting.map(({ person }) => person.name));
  return say('pop.overview.without', { count: waiting.length, total: led.length, talk, names });
}

/** Whose POP is not ready, or who has no date for the talk of now and did not have it either; all at one school. */
export function waitingFor({ today }: Pick<Context, 'today'>, led: readonly PopView[]): readonly PopView[] {
  return led.filter(({ person, terms, year }) => {
    const step = presentStep(terms, year, today);
    if (step === null || step === 'uitleg') return false;
    if (step === 'klaar') return person.pop.readyOn === null;
    const { planned, heldOn } = talkOf(person.pop, step);
    return planned === null && heldOn === null;
  });
}
