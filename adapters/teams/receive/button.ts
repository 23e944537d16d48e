/** `[Op koers]` or `[Opslaan]`: a button of a card, or a form that was sent. */
import { type Control, unpack } from '../../../src/bot/control.ts';
import { answer } from '../../../src/bot/notice.ts';
import { within } from '../../../src/bot/patience.ts';
import { type Outcome, orSaySo, show, showOffer } from '../answer/answer.ts';
import { ask } from '../answer/ask.ts';
import { wantedFile } from '../answer/files.ts';
import { cardAnswer, wordsAnswer } from '../answer/invoke.ts';
import { hereOf, post, postLine, replace } from '../answer/post.ts';
import { pressedSurface, type Surface } from '../answer/surface.ts';
import type { InvokeAnswer, Tools } from '../receive.ts';
import { formValues } from '../render.ts';
import { type Arrival, isNobody } from './arrival.ts';
import { read } from './listen.ts';
import { type ControlData, PRESSED } from './payloads.ts';
import { carriedPlace } from './place.ts';

/** In milliseconds: Teams waits some seconds more, and then says that something went wrong. */
const BEFORE_WAITING = 4_000;

export async function receiveButton(tools: Tools, arrival: Arrival, activity: unknown): Promise<InvokeAnswer | null> {
  const pressed = read(tools, 'button', PRESSED, activity);
  if (!pressed) return { status: 400 };
  const { who, id } = arrival;
  const { data } = pressed.value.action;
  if (isNobody(arrival)) return wordsAnswer(tools.voices.known(who)('msteams.refused-stranger'));
  const press = () =>
    tools.onceAClick(`${who.account} ${JSON.stringify(data)}`, () => answerPress(tools, arrival, data));
  return id === null ? press() : tools.once(`${who.conversation} ${id}`, press);
}

async function answerPress(tools: Tools, arrival: Arrival, data: ControlData): Promise<InvokeAnswer> {
  const surface = pressedSurface(arrival, data);
  const acting = orSaySo(tools, surface, () => act(tools, arrival, surface, data));
  const early = await within(tools, acting, BEFORE_WAITING);
  if (!early) {
    tools.later(acting.then((late) => showLate(tools, arrival, late)));
    return wordsAnswer(tools.voices.known(arrival.who)('msteams.wait'));
  }
  if (early.kind === 'in-place') {
    // Teams shows what an invoke is answered with until the chat is loaded again (microsoft/botbuilder-js#4635).
    tools.later(stored(tools, arrival, early));
    return cardAnswer(early.message);
  }
  return wordsAnswer(await wordsOf(tools, arrival, early));
}

/** What is said at the card, when that stays as it is. */
async function wordsOf(tools: Tools, { who }: Arrival, outcome: Exclude<Outcome, { kind: 'in-place' }>) {
  if (outcome.kind === 'words') return outcome.text;
  const say = await tools.voices.of(who);
  return say(outcome.kind === 'below' ? 'msteams.answered-below' : 'msteams.sent-personally');
}

async function act(tools: Tools, arrival: Arrival, surface: Surface, data: ControlData): Promise<Outcome> {
  const { who } = arrival;
  const place = await carriedPlace(tools, arrival, data.channel);
  const control = await unpack(data.control, tools.controls);
  if (!control) {
    const say = await tools.voices.of(who);
    const old = answer(say(data.form ? 'msteams.form-too-old' : 'msteams.button-too-old'));
    const reply = { ...old, changedNothing: true } as const;
    // There is nothing to ask the core.
    return show(tools, { who, said: { kind: 'text', text: '' }, once: null, place }, surface, {
      reply,
      isRefused: false,
    });
  }
  const file = wantedFile(control);
  if (file !== null) return showOffer(tools, surface, file);
  const asked = { who, said: withValues(control.said, data), once: control.key, place };
  return show(tools, asked, surface, await ask(tools, asked));
}

function withValues(said: Control['said'], data: ControlData): Control['said'] {
  if (said.kind !== 'intent') return said;
  const { name, args } = said.intent;
  return { kind: 'intent', intent: { name, args: { ...args, ...formValues(data) } } };
}

/** The card said "Even geduld" by now. */
async function showLate(tools: Tools, arrival: Arrival, outcome: Outcome): Promise<void> {
  const here = hereOf(arrival.who);
  if (outcome.kind === 'words') await postLine(tools, here, outcome.text);
  if (outcome.kind !== 'in-place') return;
  if (!(await stored(tools, arrival, outcome))) await post(tools, here, [outcome.message]);
}

/** Puts it where the card stands. False when that could not be. */
async function stored(
  tools: Tools,
  { who, pressed }: Arrival,
  { message, now }: Extract<Outcome, { kind: 'in-place' }>,
): Promise<boolean> {
  if (pressed === null) return false;
  return tools.turns.take(`${who.conversation} ${pressed}`, async () =>
    replace(tools, hereOf(who), pressed, (await now?.()) ?? message),
  );
}
