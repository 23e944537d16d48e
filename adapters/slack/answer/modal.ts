/** Modals: opened with the trigger of what somebody did, which lives for three seconds, and filled later when the answer takes its time. */
import { z } from 'zod';
import type { Form, Notice } from '../../../src/bot/reply.ts';
import { isOfTheToken } from '../errors.ts';
import type { Tools } from '../receive.ts';
import { FORM_MODAL, noticeView, type SlackModal, slackForm, waitingView } from '../render.ts';
import { type Origin, originText } from './origin.ts';
import { reasonOf } from './ways.ts';

const OPENED = z.object({ view: z.object({ id: z.string() }) });

/** Slack's words for a modal that it shows to nobody, however often it is tried. */
const MADE_WRONGLY = new Set(['invalid_arguments', 'invalid_blocks', 'invalid_blocks_format', 'view_too_large']);

/**
 * Gives the id of the modal, or null when Slack would not open it: the trigger was too old, for example. Throws for a form that is shown
 * to nobody: whoever is offered it once more would get the offer again and again.
 */
export async function openModal(tools: Tools, trigger: string, view: SlackModal): Promise<string | null> {
  try {
    return OPENED.parse(await tools.api.apiCall('views.open', { trigger_id: trigger, view })).view.id;
  } catch (error) {
    if (view.callback_id === FORM_MODAL && isShownToNobody(error)) throw error;
    logNotShown(tools, error);
    return null;
  }
}

/** Because we made it wrongly, or Slack takes nothing from us any more. */
function isShownToNobody(error: unknown): boolean {
  return MADE_WRONGLY.has(reasonOf(error)) || isOfTheToken(error, 'views.open');
}

/** Puts another modal in the place of this one. False when it was closed meanwhile, or Slack would not. */
export async function fillModal(tools: Tools, viewId: string, view: SlackModal): Promise<boolean> {
  try {
    await tools.api.apiCall('views.update', { view_id: viewId, view });
    return true;
  } catch (error) {
    logNotShown(tools, error);
    return false;
  }
}

/** A form, or a notice, as a modal. `origin` goes along, for what is pressed or sent in it. */
export async function modalOf(
  tools: Tools,
  account: string,
  shown: Form | Notice,
  origin: Origin,
): Promise<SlackModal> {
  const say = await tools.voices.of(account);
  return shown.kind === 'form' ? slackForm(shown, originText(origin), say) : noticeView(shown, originText(origin), say);
}

/** "Even geduld". Asks nobody anything: it is shown because something is slow. */
export function waitingModal(tools: Tools, account: string, origin: Origin): SlackModal {
  return waitingView(originText(origin), tools.voices.known(account));
}

/** The answer goes another way then, so a word in the log is enough. */
function logNotShown(tools: Tools, error: unknown): void {
  tools.log('warn', 'slack: a modal was not shown', { reason: reasonOf(error) });
}
