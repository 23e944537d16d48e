/** A mistake in a form that was sent, so that nothing that was typed is lost. */
import type { Notice } from '../../../src/bot/reply.ts';
import { aboveForm, buttonsIn } from '../../../src/bot/reply-buttons.ts';
import type { Tools } from '../receive.ts';
import { formCard, type TeamsMessage, teamsMessages } from '../render.ts';
import { type Asked, ask } from './ask.ts';

/**
 * What takes the place of the form: the mistake with the form below it as it was filled in, or the mistake with its own buttons. Null when
 * the form may stay as it stands: Teams keeps what was filled in there.
 */
export async function mistakeIn(tools: Tools, asked: Asked, mistake: Notice): Promise<readonly TeamsMessage[] | null> {
  const buttons = buttonsIn(mistake);
  if (buttons.length === 0) return null;
  const { language } = await tools.voices.of(asked.who);
  const above = aboveForm(mistake);
  if (above) {
    const { intent, key } = buttons[0]!;
    const { reply } = await ask(tools, { ...asked, said: { kind: 'intent', intent }, once: key ?? null });
    if (reply.kind === 'form') return [formCard(reply, language, above)];
  }
  return teamsMessages(mistake, language);
}
