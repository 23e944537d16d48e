/** "POP-gesprekken: 3 van 9 collega's hebben nog geen datum: Nico, Nadia, Sanne. [Plan met Nico]": the one list that a lead gets. */
import { type Context, short } from '../bot/command.ts';
import { buttonsPart, textPart } from '../bot/notice.ts';
import type { Button, Part, RichText } from '../bot/reply.ts';
import type { ComposeContext } from '../delivery/nudge.ts';
import { isAwayForLong } from '../people/away-for-long.ts';
import { type AskedTalk, askedTalk } from './asked-talk.ts';
import { TALKS, type Talk } from './pop.ts';
import { popButton } from './pop-names.ts';
import type { PopView } from './pop-view.ts';

type Asked = { readonly view: PopView; readonly asked: AskedTalk };

/** As many names and buttons a question takes; the overview has them all. */
const MOST_NAMES = 12;
const MOST_BUTTONS = 5;

/** `led` are those of the people whom the receiver leads, over all schools. Nothing when nobody lacks a day that fits. */
export async function ledParts(context: ComposeContext, led: readonly PopView[], step: Talk): Promise<readonly Part[]> {
  const { say, store, today } = context;
  const lacking: Asked[] = [];
  for (const view of led) {
    const asked = askedTalk(view, step, today);
    // Who is away for long is not waited for.
    if (asked && !(await isAwayForLong(store, view.person.id, view.school.id, today))) lacking.push({ view, asked });
  }
  if (lacking.length === 0) return [];
  const over = lacking.filter(({ asked }) => asked.ask === 'held');
  const lost = lacking.filter(({ asked }) => asked.ask === 'lost');
  const open = lacking.filter(({ asked }) => asked.ask === 'plan' || asked.ask === 'before');
  const groups = [
    ...withoutDay(say, led, open, step),
    ...TALKS.flatMap((talk) => ofTalk(say, 'pop-nudge.lead-lost', led, lost, talk)),
    ...TALKS.flatMap((talk) => ofTalk(say, 'pop-nudge.lead-over', led, over, talk)),
  ];
  const overview: Button = { label: say.plain('pop.button.overview'), intent: { name: 'pop.overzicht', args: {} } };
  return groups.flatMap(({ words, those }, at) => [
    textPart(words),
    ...buttonsPart([
      ...those.slice(0, MOST_BUTTONS).map((one) => buttonFor(context, one, step)),
      ...(at === groups.length - 1 ? [overview] : []),
    ]),
  ]);
}

/** One question: what is said of these people. Its buttons stand under it. */
type Group = { readonly words: RichText; readonly those: readonly Asked[] };

function withoutDay(
  say: Context['say'],
  led: readonly PopView[],
  those: readonly Asked[],
  step: Talk,
): readonly Group[] {
  if (those.length === 0) return [];
  const title = say.plain(`pop-nudge.talks.${step}`);
  const words = { title, count: those.length, total: led.length, names: names(say, led, those) };
  return [{ words: say('pop-nudge.lead', words), those }];
}

/** Whose day is over, or does not fit any more, of each talk apart: it may be one before that of this step. */
function ofTalk(
  say: Context['say'],
  words: 'pop-nudge.lead-over' | 'pop-nudge.lead-lost',
  led: readonly PopView[],
  asked: readonly Asked[],
  talk: Talk,
): readonly Group[] {
  const those = asked.filter(({ asked }) => asked.talk.talk === talk);
  if (those.length === 0) return [];
  const title = say.plain(`pop-nudge.talks.${talk}`);
  return [{ words: say(words, { title, count: those.length, names: names(say, led, those) }), those }];
}

/** With the school of each when there are several. */
function names(say: Context['say'], led: readonly PopView[], asked: readonly Asked[]): string {
  const isOfMany = new Set(led.map(({ school }) => school.id)).size > 1;
  const all = asked.map(({ view: { person, school } }) =>
    isOfMany ? say.plain('pop-nudge.named-at', { name: person.name, school: school.name }) : person.name,
  );
  if (all.length <= MOST_NAMES) return say.list(all);
  return say.list([...all.slice(0, MOST_NAMES), say.plain('pop-nudge.others', { count: all.length - MOST_NAMES })]);
}

function buttonFor({ say }: ComposeContext, { view, asked }: Asked, step: Talk): Button {
  const name = short(view.person.name, 50);
  // Of one that comes before it is asked first whether it took place.
  const gesprek = asked.ask === 'before' ? step : asked.talk.talk;
  if (asked.ask === 'held') {
    const datum = asked.planned.day;
    return popButton(say.plain('pop-nudge.button.held-with', { name }), 'pop.gehouden', view, { gesprek, datum });
  }
  // Of one of them: the others are still to be planned.
  return { ...popButton(say.plain('pop.button.plan-with', { name }), 'pop.gesprek', view, { gesprek }), aside: true };
}
