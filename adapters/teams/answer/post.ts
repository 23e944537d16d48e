/** Saying something in a conversation: cards one after the other, or one plain sentence. */
import type { RichText } from '../../../src/bot/reply.ts';
import { plainText } from '../../../src/bot/text.ts';
import type { Outgoing, Where } from '../api/calls.ts';
import { troubleWord } from '../errors.ts';
import type { Tools, Who } from '../receive.ts';
import { activityOf, type TeamsMessage } from '../render.ts';

/** Throws what Teams throws; then the rest is not there either. */
export async function post(
  { calls }: Pick<Tools, 'calls'>,
  where: Where,
  messages: readonly TeamsMessage[],
): Promise<void> {
  for (const message of messages) await calls.post(where, activityOf(message));
}

/** `more` goes along with it. Never throws: when it cannot be shown, only the log knows. */
export async function postLine(
  tools: Pick<Tools, 'calls' | 'log'>,
  where: Where,
  text: RichText,
  more: Outgoing = {},
): Promise<void> {
  try {
    await tools.calls.post(where, { ...more, type: 'message', text: plainText(text), textFormat: 'plain' });
  } catch (error) {
    tools.log('warn', 'teams: an answer was not shown', { reason: troubleWord(error) });
  }
}

/** Puts the card in the place of what stands there. False when Teams would not; the log knows why. */
export function replace(
  tools: Pick<Tools, 'calls' | 'log'>,
  where: Where,
  activityId: string,
  message: TeamsMessage,
): Promise<boolean> {
  return replaceBy(tools, where, activityId, activityOf(message));
}

/** Puts this in the place of what stands there. False when Teams would not; the log knows why. */
export async function replaceBy(
  { calls, log }: Pick<Tools, 'calls' | 'log'>,
  where: Where,
  activityId: string,
  activity: Outgoing,
): Promise<boolean> {
  try {
    await calls.update(where, activityId, activity);
    return true;
  } catch (error) {
    log('warn', 'teams: a card was not replaced', { reason: troubleWord(error) });
    return false;
  }
}

/** Where something was done, with its thread. */
export function hereOf({ serviceUrl, conversation }: Who): Where {
  return { serviceUrl, conversation };
}
