/** `[Klaar] [Nieuwe datum]`: what is asked for, as actions that carry what they say. */
import { type Control, pack } from '../../../src/bot/control.ts';
import { cutAtWord, oneLine } from '../../../src/bot/cut-text.ts';
import type { Button, Intent } from '../../../src/bot/reply.ts';
import { CARRIED } from '../control.ts';
import type { CardElement } from './card.ts';
import { literalText } from './text.ts';

/** Of what is read out of what a button is about, in characters. */
const ABOUT_LENGTH = 100;

/** What somebody says who uses this button or sends this form. */
export function controlOf({ intent, key }: { readonly intent: Intent; readonly key?: string }): Control {
  return { said: { kind: 'intent', intent }, key: key ?? null };
}

/** At most `SET_BUTTONS`; none gives no set. `about` is read out after the words, for buttons that return in every row. */
export function buttonSet(buttons: readonly Button[], about = ''): readonly CardElement[] {
  if (buttons.length === 0) return [];
  return [{ type: 'ActionSet', actions: buttons.map((button) => teamsButton(button, about)) }];
}

/** `more` goes along with what it says, beside what is filled in on the card. */
export function actionOf(
  label: string,
  asked: { readonly intent: Intent; readonly key?: string },
  style: Button['style'],
  more: Readonly<Record<string, unknown>> = {},
): CardElement {
  return {
    type: 'Action.Execute',
    title: literalText(oneLine(label)) || '…',
    ...(style ? { style: STYLE[style] } : {}),
    verb: asked.intent.name,
    data: { control: pack(controlOf(asked), CARRIED), ...more },
  };
}

function teamsButton(button: Button, about: string): CardElement {
  const shown = actionOf(button.label, button, button.style, button.aside ? { aside: true } : {});
  const words = oneLine(about);
  if (words === '') return shown;
  return { ...shown, tooltip: literalText(`${oneLine(button.label)}: ${cutAtWord(words, ABOUT_LENGTH)}`) };
}

const STYLE = { primary: 'positive', danger: 'destructive' } as const;
