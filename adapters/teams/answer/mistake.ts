/** A mistake in a form that was sent, so that nothing that was typed is lost. */
import type { Notice } from '../../../src/bot/reply.ts';
import { aboveForm, buttonsIn } from '../../../src/bot/reply-buttons.ts';
import type { Tools } from '../receive.ts';
import { filledAgain, formCard, type TeamsMessage, teamsMessages } from '../render.ts';
import { type Asked, ask } from './ask.ts';
import { keptMessage } from './pressed.ts';

/**
 * What takes the place of the form: the mistake with the form below it as it was filled in, or the mistake with its own buttons. `card`: the
 * name under which the form is kept. Null when it is not kept (any more): then the form stays as it stands.
 */
export async function mistakeIn(
  tools: Tools,
  asked: Asked,
  mistake: Notice,
  card: string | null,
): Promise<readonly TeamsMessage[] | null> {
  const buttons = buttonsIn(mistake);
  if (buttons.length === 0) {
    const sent = card === null ? null : await keptMessage(tools.controls, card);
    const again = sent && filledAgain(sent.card, valuesIn(asked), mistake);
    return again && [{ ...sent, card: again }];
  }
  const { language } = await tools.voices.of(asked.who);
  const above = aboveForm(mistake);
  if (above) {
    const { intent, key } = buttons[0]!;
    const { reply } = await ask(tools, { ...asked, said: { kind: 'intent', intent }, once: key ?? null });
    if (reply.kind === 'form') return [formCard(reply, language, above)];
  }
  return teamsMessages(mistake, language);
}

function valuesIn({ said }: Asked): Readonly<Record<string, string>> {
  return said.kind === 'intent' ? said.intent.args : {};
}
