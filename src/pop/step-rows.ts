/** The steps of one POP as rows: "✓ geweest · POP-gesprek, op 18 november", with what can be done now. */
import type { Context } from '../bot/command.ts';
import type { Button, RichText, Row, RowState } from '../bot/reply.ts';
import { literal, type PlainKey } from '../bot/text.ts';
import { isLost, isPassedOver, openTalk, standsOnDay, talksOf } from './open-talk.ts';
import type { PopTalk } from './pop.ts';
import { opensOn } from './pop-days.ts';
import { momentWords, popButton, talkTitle } from './pop-names.ts';
import type { PopView } from './pop-view.ts';

type Asker = Pick<Context, 'say' | 'today'>;

const STATES = {
  ready: { symbol: '✓', tone: 'good' },
  held: { symbol: '✓', tone: 'good' },
  planned: { symbol: '●', tone: 'neutral' },
  open: { symbol: '○', tone: 'neutral' },
  later: { symbol: '○', tone: 'neutral' },
} as const;
type StateName = keyof typeof STATES;

/** `klaar` and the talks in which the person takes part, in the order of the year. */
export function stepRows(asker: Asker, view: PopView): readonly Row[] {
  const next = openTalk(view);
  return [readyRow(asker, view), ...talksOf(view).map((talk) => talkRow(asker, view, talk, talk === next))];
}

function stateOf({ say }: Asker, name: StateName): RowState {
  return { ...STATES[name], word: say.plain(`pop.state.${name}`) };
}

function readyRow(asker: Asker, view: PopView): Row {
  const { say, today } = asker;
  const { readyOn } = view.person.pop;
  const opens = opensOn(view.terms.days, 'klaar', view.year);
  const button = (key: PlainKey, intent: string, args = {}) => popButton(say.plain(key), intent, view, args);
  const buttons = readyOn
    ? [button('pop.button.not-ready', 'pop.open', { stap: 'klaar' })]
    : [button('pop.button.ready', 'pop.klaar')];
  const line = readyOn
    ? say('pop.line.on', { date: say.dayMonth(readyOn, today) })
    : opens > today
      ? say('pop.line.from', { date: say.dayMonth(opens, today) })
      : [];
  return {
    state: stateOf(asker, readyOn ? 'ready' : opens > today ? 'later' : 'open'),
    title: literal(say.plain('pop.step.klaar'), 'bold'),
    lines: line.length > 0 ? [line] : [],
    ...(view.isOwn ? { buttons } : {}),
  };
}

function talkRow(asker: Asker, view: PopView, talk: PopTalk, isNext: boolean): Row {
  const { say, today } = asker;
  const isLater = talk.planned === null && opensOn(view.terms.days, talk.talk, view.year) > today;
  const state = talk.heldOn ? 'held' : standsOnDay(view, talk, today) ? 'planned' : isLater ? 'later' : 'open';
  return {
    state: stateOf(asker, state),
    title: literal(talkTitle(say, talk.talk), 'bold'),
    lines: [talkLine(asker, view, talk)],
    buttons: view.lead === null ? offButton(asker, view, talk) : rowButtons(asker, view, talk, isNext, !isLater),
  };
}

/** Without a lead a talk that was planned with the one before is all there is to take away. */
function offButton({ say }: Asker, view: PopView, { talk, planned, heldOn, version }: PopTalk): readonly Button[] {
  if (planned === null || heldOn !== null) return [];
  const args = { gesprek: talk, versie: String(version) };
  return [popButton(say.plain('pop.button.cancel'), 'pop.afgezegd', view, args)];
}

/** Of one that was passed over it may still be said that it was held. */
function rowButtons(
  asker: Asker,
  view: PopView,
  talk: PopTalk,
  isNext: boolean,
  mayBeHeld: boolean,
): readonly Button[] {
  if (isNext || talk.planned) return talkButtons(asker, view, talk, isNext && mayBeHeld);
  const held = { gesprek: talk.talk, vraag: 'datum' };
  return isPassedOver(view, talk) ? [popButton(asker.say.plain('pop.button.held'), 'pop.gehouden', view, held)] : [];
}

function talkLine({ say, today }: Asker, view: PopView, each: PopTalk): RichText {
  const { heldOn, planned, talk } = each;
  if (heldOn) return say('pop.line.on', { date: say.dayMonth(heldOn, today) });
  if (planned) {
    const moment = momentWords(say, planned, today);
    if (isLost(view, each)) return say('pop.line.lost', { moment });
    return planned.day < today ? say('pop.line.was-planned', { moment }) : say('pop.line.planned', { moment });
  }
  const opens = opensOn(view.terms.days, talk, view.year);
  return opens > today ? say('pop.line.from', { date: say.dayMonth(opens, today) }) : say('pop.line.no-day');
}

/** What can be done with a talk that was not held. `mayBeHeld`: it may have been by now, although no day is known. */
export function talkButtons(
  { say, today }: Asker,
  view: PopView,
  { talk, planned, heldOn, version }: PopTalk,
  mayBeHeld: boolean,
): readonly Button[] {
  if (heldOn) return [];
  const button = (key: PlainKey, intent: string, args = {}) =>
    popButton(say.plain(key), intent, view, { gesprek: talk, ...args });
  const held = button('pop.button.held', 'pop.gehouden');
  const plan = (key: PlainKey) => button(key, 'pop.gesprek', { versie: String(version), toch: 'ja' });
  if (planned === null) return [plan('pop.button.plan'), ...(mayBeHeld ? [held] : [])];
  if (planned.day < today) return [held, plan('pop.button.move')];
  return [
    ...(planned.day === today ? [held] : []),
    plan('pop.button.move'),
    button('pop.button.cancel', 'pop.afgezegd', { versie: String(version) }),
    button('files.button.add', 'pop.agenda'),
  ];
}
