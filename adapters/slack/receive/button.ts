/** `[Op koers]`: a button of a message, on the Home page or in a modal. */
import type { App } from '@slack/bolt';
import { unpack } from '../../../src/bot/control.ts';
import { answer } from '../../../src/bot/notice.ts';
import { answerHere, orSaySo, showLine, showReply } from '../answer/answer.ts';
import { HOME, inChannel, type Origin, readOrigin, threadOfMessage } from '../answer/origin.ts';
import { markPressed } from '../answer/pressed.ts';
import { homeSurface, messageSurface, modalSurface, type Surface } from '../answer/surface.ts';
import type { Tools } from '../receive.ts';
import { readMetadata } from '../render.ts';
import { acknowledge, isOurs, read } from './listen.ts';
import { PRESSED, type Pressed } from './payloads.ts';

export function receiveButtons(app: App, tools: Tools): void {
  app.action({ type: 'block_actions' }, async ({ body, ack }) => {
    await acknowledge(tools, ack);
    const pressed = read(tools, 'button', PRESSED, body);
    if (!pressed) return;
    const surface = surfaceOf(tools, pressed);
    if (!isOurs(tools, pressed.team?.id ?? pressed.user.team_id))
      return showOtherWorkspace(tools, pressed.user.id, surface);
    if (pressed.channel) tools.channelNames.learn(pressed.channel.id, pressed.channel.name);
    const [{ type, value }] = pressed.actions;
    if (type !== 'button' || value === undefined) return;
    const work = () => press(tools, pressed, value, surface);
    await tools.once(pressed.trigger_id, () =>
      tools.onceAClick(`${pressed.user.id} ${value}`, () => orSaySo(tools, pressed.user.id, surface, work)),
    );
  });
}

/** Of somebody of another workspace in a shared channel. */
export function showOtherWorkspace(tools: Tools, account: string, surface: Surface): Promise<void> {
  return showLine(tools, surface.ways('caller', false), tools.voices.known(account)('slack.other-workspace'));
}

async function press(tools: Tools, pressed: Pressed, value: string, surface: Surface): Promise<void> {
  const where = { account: pressed.user.id, origin: originOf(pressed) };
  const control = await unpack(value, tools.controls);
  if (control) {
    const reply = await answerHere(tools, { ...where, said: control.said, once: control.key }, surface);
    if (surface.isOwnConversation && reply.kind === 'notice' && reply.acted) await markPressed(tools, pressed);
    return;
  }
  const say = await tools.voices.of(where.account);
  const old = { ...answer(say('slack.button-too-old')), changedNothing: true } as const;
  // There is nothing to ask the core.
  await showReply(tools, { ...where, said: { kind: 'text', text: '' }, once: null }, surface, old);
}

function surfaceOf(tools: Tools, pressed: Pressed): Surface {
  const { view, trigger_id: trigger, response_url: responseUrl, user } = pressed;
  const where = { account: user.id, origin: originOf(pressed) };
  if (view?.type === 'modal') return modalSurface(tools, where, view.id);
  if (where.origin.kind === 'home') return homeSurface(tools, user.id, trigger);
  return messageSurface(tools, where, { trigger, responseUrl, isEphemeral: pressed.container.is_ephemeral });
}

/** Of a button in a modal: where that modal was asked for. */
function originOf({ view, channel, container, message }: Pressed): Origin {
  if (view?.type === 'modal') return readOrigin(readMetadata(view.private_metadata).origin);
  if (view || !channel) return HOME;
  // Slack leaves out the message when only one person sees it.
  return inChannel(channel.id, message ? threadOfMessage(message) : (container.thread_ts ?? null));
}
